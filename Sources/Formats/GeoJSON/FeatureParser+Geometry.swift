internal import Features
internal import Planar

extension Geometry.Kind {
    /// The kind that a GeoJSON `type` names.
    init?(geoJSON name: JSONString) {
        // The most frequent first; no table, since this runs once per feature.
        if name.equals("Point") {
            self = .point
        } else if name.equals("Polygon") {
            self = .polygon
        } else if name.equals("MultiPolygon") {
            self = .multiPolygon
        } else if name.equals("LineString") {
            self = .lineString
        } else if name.equals("MultiPoint") {
            self = .multiPoint
        } else if name.equals("MultiLineString") {
            self = .multiLineString
        } else if name.equals("GeometryCollection") {
            self = .collection
        } else {
            return nil
        }
    }

    /// The levels of lists around a position in GeoJSON's `coordinates`.
    fileprivate var coordinateHeight: Int {
        switch self {
        case .point, .collection: 0
        case .multiPoint, .lineString: 1
        case .polygon, .multiLineString: 2
        case .multiPolygon: 3
        }
    }
}

extension FeatureParser {
    /// What the text of a geometry gave.
    private enum Outcome {
        case missing
        case point(x: Double, y: Double)
        case shape(Geometry)
        /// Why was reported.
        case broken
    }

    /// Reads the value of a feature's `geometry` and appends the row's geometry.
    mutating func parseGeometryMember() throws(JSONError) {
        let offset = scanner.offset
        switch try parseGeometry(depth: 1) {
        case .point(let x, let y): piece.geometries.append(x: x, y: y)
        case .shape(let geometry): piece.geometries.append(geometry)
        case .broken: piece.geometries.append(nil)
        case .missing:
            piece.geometries.append(nil)
            report(.geometryMissing, at: offset)
        }
    }

    /// Reads a geometry object or null; the cursor stands on its first byte.
    /// - Parameter depth: 1 for a feature's own geometry, 2 for a member of that collection, and so on.
    private mutating func parseGeometry(depth: Int) throws(JSONError) -> Outcome {
        let offset = scanner.offset
        guard scanner.cursor.pointee == UInt8(ascii: "{") else {
            if scanner.cursor.pointee == UInt8(ascii: "n") {
                try scanner.scanLiteral("null")
                return .missing
            }
            try scanner.skipValue(depth: 4)
            report(.geometryMalformed, at: offset, ["member": "geometry"])
            return .broken
        }
        scanner.cursor += 1
        var parts = GeometryMembers()
        scanner.skipWhitespace()
        if !scanner.skip(UInt8(ascii: "}")) {
            repeat {
                try parseGeometryPart(&parts, depth: depth)
            } while try scanner.nextElement(closing: UInt8(ascii: "}"))
        }
        guard let kind = parts.kind else {
            report(.geometryMalformed, at: offset, ["member": "type"])
            return .broken
        }
        if kind == .collection { return collection(parts, at: offset) }
        guard let coordinatesOffset = parts.coordinatesOffset else {
            report(.geometryMalformed, at: offset, ["member": "coordinates"])
            return .broken
        }
        return build(kind, at: coordinatesOffset)
    }

    /// The members of a geometry object.
    private struct GeometryMembers {
        var hasType = false
        var kind: Geometry.Kind?
        var coordinatesOffset: Int?
        var hasMembers = false
        /// The members of a collection; nil where one of them is broken.
        var members: [Geometry]?
        var hasBox = false
        var foreign: KeySet?
    }

    /// Reads one member of a geometry object, from its key to behind its value.
    @inline(__always) private mutating func parseGeometryPart(
        _ parts: inout GeometryMembers, depth: Int
    ) throws(JSONError) {
        let keyOffset = scanner.offset
        let key = try scanner.scanKey()
        let isRepeated: Bool
        if key.equals("type") {
            isRepeated = parts.hasType
            parts.hasType = true
            if scanner.skip(UInt8(ascii: "\"")) {
                parts.kind = Geometry.Kind(geoJSON: try scanner.scanString())
            } else {
                try scanner.skipValue(depth: 5)
            }
        } else if key.equals("coordinates") {
            isRepeated = parts.coordinatesOffset != nil
            parts.coordinatesOffset = scanner.offset
            try coordinates.scan(&scanner)
        } else if key.equals("geometries") {
            isRepeated = parts.hasMembers
            parts.hasMembers = true
            if parts.coordinatesOffset == nil {
                parts.members = try parseMembers(depth: depth)
            } else {
                // The members would overwrite the coordinates; such an object is no collection anyway.
                try scanner.skipValue(depth: 5)
            }
        } else if key.equals("bbox") {
            isRepeated = parts.hasBox
            parts.hasBox = true
            try parseBox()
        } else {
            isRepeated = try skipForeignMember(key, at: keyOffset, &parts.foreign)
        }
        if isRepeated { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
    }

    /// Reads the `geometries` of a collection; nil where one of them is broken.
    private mutating func parseMembers(depth: Int) throws(JSONError) -> [Geometry]? {
        let offset = scanner.offset
        guard depth < Geometry.maximumDepth, scanner.cursor.pointee == UInt8(ascii: "[") else {
            try scanner.skipValue(depth: 5 + 2 * depth)
            report(.geometryMalformed, at: offset, ["member": "geometries"])
            return nil
        }
        scanner.cursor += 1
        scanner.skipWhitespace()
        var members: [Geometry]? = []
        if scanner.skip(UInt8(ascii: "]")) { return members }
        repeat {
            let memberOffset = scanner.offset
            switch try parseGeometry(depth: depth + 1) {
            case .point(let x, let y):
                if let point = try? Geometry(x: x, y: y) { members?.append(point) }
            case .shape(let geometry): members?.append(geometry)
            case .broken: members = nil
            case .missing:
                members = nil
                report(.geometryMalformed, at: memberOffset, ["member": "geometries"])
            }
        } while try scanner.nextElement(closing: UInt8(ascii: "]"))
        return members
    }

    private mutating func collection(_ parts: GeometryMembers, at offset: Int) -> Outcome {
        guard parts.hasMembers, parts.coordinatesOffset == nil else {
            report(.geometryMalformed, at: offset, ["member": "geometries"])
            return .broken
        }
        guard let members = parts.members else { return .broken }
        if members.isEmpty || members.contains(where: \.isEmpty) { note(.emptyElements, at: offset) }
        do throws(GeometryError) {
            return .shape(try Geometry(collection: members))
        } catch {
            report(.geometryMalformed, at: offset, ["member": "geometries"])
            return .broken
        }
    }

    /// Makes the geometry of a kind from the coordinates just read.
    @inline(__always) private mutating func build(_ kind: Geometry.Kind, at offset: Int) -> Outcome {
        let isEven = coordinates.problem == nil && coordinates.emptyLevels == 0
        if coordinates.hasMoreDimensions { note(.zIgnored, at: offset) }
        if kind == .point, isEven, coordinates.height == 0 {
            return .point(x: coordinates.xs[0], y: coordinates.ys[0])
        }
        return isEven || isAcceptable(kind, at: offset) ? buildShape(kind, at: offset) : .broken
    }

    /// Judges coordinates with a problem or with empty lists.
    @inline(never) private mutating func isAcceptable(_ kind: Geometry.Kind, at offset: Int) -> Bool {
        if let problem = coordinates.problem {
            switch problem.kind {
            case .numberOutOfRange: report(.numberOutOfRange, at: problem.offset)
            case .malformed: report(.geometryMalformed, at: problem.offset, ["member": "coordinates"])
            }
            return false
        }
        // An empty list may stand for a missing ring or part, but not for a position, and not for an outer ring.
        let emptyPositions = coordinates.emptyLevels >> UInt8(max(kind.coordinateHeight, 1))
        let lacksOuterRing = coordinates.beginsEmpty && (kind == .polygon || kind == .multiPolygon)
        guard emptyPositions == 0, !lacksOuterRing else {
            report(.geometryMalformed, at: offset, ["member": "coordinates"])
            return false
        }
        note(.emptyElements, at: offset)
        return true
    }

    @inline(never) private mutating func buildShape(_ kind: Geometry.Kind, at offset: Int) -> Outcome {
        guard coordinates.height >= 0 else { return .shape(Geometry(emptyOf: kind)) }
        guard coordinates.height == kind.coordinateHeight else {
            report(.geometryMalformed, at: offset, ["member": "coordinates"])
            return .broken
        }
        if kind == .polygon || kind == .multiPolygon, !checkRings(kind, at: offset) { return .broken }
        do throws(GeometryError) {
            return .shape(
                try Geometry(
                    kind: kind, xs: Array(coordinates.xs), ys: Array(coordinates.ys),
                    ringEnds: kind.coordinateHeight >= 2 ? Array(coordinates.ringEnds) : [],
                    partEnds: kind == .multiPolygon ? Array(coordinates.partEnds) : []))
        } catch {
            switch error {
            case .tooFewPositions(let ring): reportRing(.tooFewPositions, ring, at: offset)
            case .ringNotClosed(let ring): reportRing(.ringNotClosed, ring, at: offset)
            case .notFinite, .nestedTooDeep, .malformed:
                report(.geometryMalformed, at: offset, ["member": "coordinates"])
            }
            return .broken
        }
    }

    /// Reports a fault of a ring or line, with the place where it begins.
    private mutating func reportRing(_ code: DiagnosticCode, _ ring: Int, at offset: Int) {
        let first = ring > 0 ? Int(coordinates.ringEnds[ring - 1]) : 0
        report(
            code, at: offset, ["ring": "\(ring)"],
            longitudeLatitude: LongitudeLatitude(longitude: coordinates.xs[first], latitude: coordinates.ys[first]))
    }

    /// Whether every ring has the four positions RFC 7946 asks for; notes rings that turn the wrong way.
    private mutating func checkRings(_ kind: Geometry.Kind, at offset: Int) -> Bool {
        var start = 0
        var part = 0
        var isOuter = true
        var turnsWrong = false
        for ring in coordinates.ringEnds.indices {
            let end = Int(coordinates.ringEnds[ring])
            guard end - start >= 4 else {
                reportRing(.tooFewPositions, ring, at: offset)
                return false
            }
            let area = doubledRingArea(coordinates.xs, coordinates.ys, start..<end)
            if isOuter ? area < 0 : area > 0 { turnsWrong = true }
            isOuter = false
            if kind == .multiPolygon, Int(coordinates.partEnds[part]) == ring + 1 {
                part += 1
                isOuter = true
            }
            start = end
        }
        if turnsWrong { note(.windingOrder, at: offset) }
        return true
    }
}
