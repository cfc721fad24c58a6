internal import Planar

/// Every operation of the command `geometry` by its name.
enum ScriptCatalogue {
    /// Carries out one operation.
    typealias Operation = @Sendable (inout ScriptCall) throws -> GeometryResult

    /// All names.
    static let operations: [String: Operation] = {
        var all = overlays
        for family in [constructions, verdicts, relations, measures, forms] { all.merge(family) { first, _ in first } }
        return all
    }()

    /// The four set operations under all their names, their areas and lengths, and unions of one geometry.
    private static let overlays: [String: Operation] = {
        var all: [String: Operation] = [:]
        let kinds: [(String, @Sendable (inout ScriptCall, Double) throws -> Geometry)] = [
            ("intersection", { try $0.value($0.engine.intersection($0.a, $0.b, gridSize: $1)) }),
            ("difference", { try $0.value($0.engine.difference($0.a, $0.b, gridSize: $1)) }),
            ("symdifference", { try $0.value($0.engine.symmetricDifference($0.a, $0.b, gridSize: $1)) }),
            (
                "union",
                {
                    try $0.hasSecond
                        ? $0.value($0.engine.union($0.a, $0.b, gridSize: $1))
                        : $0.value($0.engine.unaryUnion($0.a, gridSize: $1))
                }
            ),
            ("unaryunion", { try $0.value($0.engine.unaryUnion($0.a, gridSize: $1)) }),
        ]
        for (name, overlay) in kinds {
            all[name] = { try .geometry(overlay(&$0, $0.optionalNumber(0) ?? 0)) }
            all[name + "ng"] = all[name]
            // "sr" for snap rounding: the argument is a scale, 1 unless given.
            all[name + "sr"] = { .geometry(try overlay(&$0, 1 / ($0.optionalNumber(0) ?? 1))) }
            all[name + "area"] = { .number(try overlay(&$0, 0).area) }
            all[name + "length"] = { .number(try overlay(&$0, 0).length) }
        }
        all["areatest"] = { .number(try largestAreaDifference(&$0)) }
        all["overlayareatest"] = {
            let area = try $0.a.area + $0.b.area
            return .truth(try largestAreaDifference(&$0) < 1e-6 * area || area == 0)
        }
        all["coverageunion"] = { .geometry(try $0.engine.coverageUnion($0.a.elements)) }
        return all
    }()

    /// The largest violation of the identities between the areas of the four set operations.
    private static func largestAreaDifference(_ call: inout ScriptCall) throws -> Double {
        let (a, b) = try (call.a, call.b)
        let common = try call.value(call.engine.intersection(a, b)).area
        let all = try call.value(call.engine.union(a, b)).area
        let onlyA = try call.value(call.engine.difference(a, b)).area
        let onlyB = try call.value(call.engine.difference(b, a)).area
        let either = try call.value(call.engine.symmetricDifference(a, b)).area
        return [
            a.area - common - onlyA, b.area - common - onlyB, onlyA + onlyB - either, common + either - all,
            all - common - onlyA - onlyB,
        ].map(abs).max() ?? 0
    }

    /// New geometries.
    private static let constructions: [String: Operation] = [
        "buffer": {
            .geometry(try $0.engine.buffer($0.a, distance: $0.optionalNumber(0) ?? 0, style: $0.bufferStyle()))
        },
        "buffermitredjoin": {
            var style = try $0.bufferStyle()
            style.join = .mitre
            return .geometry(try $0.engine.buffer($0.a, distance: $0.number(0), style: style))
        },
        "buffersinglesided": {
            let style = try BufferStyle(quadrantSegments: $0.quadrantSegments())
            let left = $0.text(2) != "right"
            return .geometry(try $0.engine.singleSidedBuffer($0.a, distance: $0.number(0), style: style, left: left))
        },
        "convexhull": { .geometry(try $0.engine.convexHull($0.a)) },
        "concavehull": { .geometry(try $0.engine.concaveHull($0.a, ratio: $0.number(0), allowHoles: $0.truth(1))) },
        "simplifydp": { .geometry(try $0.engine.simplify($0.a, tolerance: $0.number(0))) },
        "simplifytp": { .geometry(try $0.engine.simplifyPreservingTopology($0.a, tolerance: $0.number(0))) },
        "snap": { .geometry(try $0.engine.snap($0.a, to: $0.b, tolerance: $0.number(0))) },
        "setprecision": { .geometry(try $0.engine.setPrecision($0.a, gridSize: $0.number(0))) },
        "densify": { .geometry(try $0.engine.densify($0.a, distance: $0.number(0))) },
        "node": { .geometry(try $0.engine.node($0.a)) },
        "makevalid": { .geometry(try $0.engine.makeValid($0.a, method: $0.repairMethod())) },
        "getboundary": { .geometry(try $0.engine.boundary($0.a)) },
        "getenvelope": { .geometry(try $0.engine.envelope($0.a)) },
        "getcentroid": { .geometry(try $0.engine.centroid($0.a)) },
        "getinteriorpoint": { .geometry(try $0.engine.pointOnSurface($0.a)) },
        "minclearanceline": { .geometry(try $0.engine.minimumClearanceLine($0.a)) },
        "nearestpoints": {
            let pair = try $0.engine.nearestPoints($0.a, $0.b)
            return .geometry(
                try Geometry(kind: .lineString, xs: [pair.firstX, pair.secondX], ys: [pair.firstY, pair.secondY]))
        },
        "normalize": { .geometry(try $0.engine.normalized($0.a)) },
        "norm": { .geometry(try $0.engine.normalized($0.a)) },
        "reverse": { .geometry(try $0.engine.reversed($0.a)) },
        "polygonize": { .geometry(try $0.engine.polygonize($0.a)) },
        "buildarea": { .geometry(try $0.engine.buildArea($0.a)) },
        "linemerge": { .geometry(try $0.engine.lineMerge($0.a)) },
    ]

    /// What can be said about one geometry.
    private static let verdicts: [String: Operation] = [
        "isvalid": { .truth(try $0.engine.validity($0.a).isValid) },
        "isvalidreason": { .text(try $0.engine.validity($0.a).sentence) },
        "issimple": { .truth(try $0.engine.isSimple($0.a)) },
        "isempty": { .truth(try $0.a.isEmpty) },
    ]

    /// The named relations, plain and prepared, exact equality, and the matrix.
    private static let relations: [String: Operation] = {
        var all: [String: Operation] = [:]
        for predicate in Predicate.allCases {
            all[predicate.rawValue] = { .truth(try $0.engine.test(predicate, $0.a, $0.b)) }
            all["prepared" + predicate.rawValue] = {
                .truth(try $0.engine.test(predicate, $0.a, against: [$0.b]) == [true])
            }
        }
        all["equalstopo"] = all["equals"]
        all["equalsexact"] = {
            .truth(try $0.engine.equalsExact($0.a, $0.b, tolerance: $0.optionalNumber(0) ?? 0))
        }
        all["equalsnorm"] = {
            .truth(try $0.engine.equalsExact($0.engine.normalized($0.a), $0.engine.normalized($0.b)))
        }
        all["relate"] = {
            guard let pattern = $0.text(0) else { return .text(try $0.engine.relate($0.a, $0.b)) }
            return .truth(try $0.engine.relate($0.a, $0.b, pattern: pattern))
        }
        return all
    }()

    /// Numbers. As in JTS, a distance to an empty geometry is 0 here, and a clearance that does not exist is the largest
    /// double; the library itself says "undefined" and nil.
    private static let measures: [String: Operation] = [
        "getarea": { .number(try $0.a.area) },
        "getlength": { .number(try $0.a.length) },
        "distance": {
            guard try !$0.a.isEmpty, try !$0.b.isEmpty else { return .number(0) }
            return .number(try $0.engine.distance($0.a, $0.b))
        },
        "iswithindistance": {
            .truth(try $0.engine.isWithinDistance($0.a, $0.b, distance: $0.number(0)))
        },
        "hausdorffdistance": {
            .number(try $0.engine.hausdorffDistance($0.a, $0.b, densify: $0.optionalNumber(0)))
        },
        "frechetdistance": {
            .number(try $0.engine.frechetDistance($0.a, $0.b, densify: $0.optionalNumber(0)))
        },
        "minclearance": { .number(try $0.engine.minimumClearance($0.a) ?? .greatestFiniteMagnitude) },
    ]

    /// Forms of writing, and questions to the tree of boxes.
    private static let forms: [String: Operation] = [
        "wkt": { .text(try $0.a.wellKnownText) },
        "wkb": { .text(try $0.a.wellKnownBinaryHexadecimal) },
        "strtreequery": {
            let elements = try $0.a.elements
            let matches = try $0.engine.boxMatches(of: elements.map(\.envelope), with: [$0.b.envelope])
            return .geometry(try Geometry(collection: (matches.first ?? []).map { elements[$0] }))
        },
        "strtreenearest": {
            let elements = try $0.a.elements
            guard let found = try $0.engine.nearest(of: elements, to: [$0.b]).first, let found else {
                throw $0.error("there is none to or from an empty geometry")
            }
            return .geometry(elements[found])
        },
    ]
}

extension ScriptCall {
    /// The segments per quarter circle from the second argument.
    fileprivate func quadrantSegments() throws(TopologyError) -> Int {
        guard let number = try optionalNumber(1) else { return 8 }
        guard let segments = Int(exactly: number) else {
            throw error("the segments per quadrant must be a whole number")
        }
        return segments
    }

    /// The arguments of a buffer: distance, segments, cap, join, mitre limit.
    fileprivate func bufferStyle() throws(TopologyError) -> BufferStyle {
        var style = BufferStyle(quadrantSegments: try quadrantSegments())
        switch text(2) {
        case nil, "round": break
        case "flat", "butt": style.cap = .flat
        case "square": style.cap = .square
        case let other?: throw error("there is no cap \(other); there are round, flat and square")
        }
        switch text(3) {
        case nil, "round": break
        case "mitre", "miter": style.join = .mitre
        case "bevel": style.join = .bevel
        case let other?: throw error("there is no join \(other); there are round, mitre and bevel")
        }
        if let limit = try optionalNumber(4) { style.mitreLimit = limit }
        return style
    }

    /// The arguments of a repair: the method and whether to keep what collapses.
    fileprivate func repairMethod() throws(TopologyError) -> RepairMethod {
        switch text(0) {
        case nil, "linework": .linework
        case "structure": .structure(keepCollapsed: try truth(1))
        case let other?: throw error("there is no method \(other); there are linework and structure")
        }
    }
}

extension Validity {
    /// The verdict in GEOS's words.
    fileprivate var sentence: String {
        guard let reason else { return "Valid Geometry" }
        guard let x, let y else { return reason }
        return "\(reason)[\(x.shortestText) \(y.shortestText)]"
    }
}
