internal import Features
internal import Planar
internal import ReferenceSystems
internal import Travel

/// The streets of all layers as one: what networks are made of, and what maps show.
struct TownStreets: Sendable {
    /// The streets and barriers, in metres.
    var ways = StreetWays()
    /// The lines that maps show.
    private(set) var lines: [Geometry] = []
    /// The ways of maps, which hold more than a base map should show.
    private var mapWays: Range<Int> = 0..<0
    /// The first file of streets; nil where there is none.
    private(set) var location: SourceLocation?

    /// Adds a layer of lines.
    mutating func add(_ metric: MetricLayer) -> [Diagnostic] {
        let (more, findings) = StreetWays.fromLines(metric)
        ways.join(more)
        location = location ?? SourceLocation(file: metric.layer.source.path)
        for row in 0..<metric.layer.count {
            guard let geometry = metric.layer.geometries[row], geometry.dimension == 1 else { continue }
            lines += geometry.elements
        }
        return findings
    }

    /// Adds the streets of a map.
    mutating func add(_ more: StreetWays, at place: SourceLocation) {
        let first = mapWays.isEmpty ? ways.count : mapWays.lowerBound
        ways.join(more)
        mapWays = first..<ways.count
        location = location ?? place
    }

    /// Adds a layer of barriers: lines, and the outlines of areas.
    mutating func addBarriers(_ layer: LoadedLayer) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for row in 0..<layer.metric.layer.count {
            guard let geometry = layer.metric.layer.geometries[row], !geometry.isEmpty else { continue }
            switch geometry.dimension {
            case 1: ways.barriers += geometry.elements
            case 2: ways.barriers += geometry.outlines
            default: findings.append(Diagnostic(.wrongKind, at: layer.location(row), ["kind": "\(geometry.kind)"]))
            }
        }
        return findings
    }

    /// Sets the heights, by a grid or by what tags say, and gives what is to be said of tags. Once everything is added.
    mutating func finish(
        in system: CoordinateReferenceSystem, heights: HeightGrid? = nil, transforms: TransformCache = TransformCache()
    ) -> [Diagnostic] {
        guard let location else { return [] }
        let found =
            if let heights {
                ways.setHeights(
                    from: heights.grid, in: heights.system, nodesIn: system, source: heights.location,
                    transforms: transforms)
            } else {
                ways.setHeightsFromTags(source: location)
            }
        return found + ways.tagNotes(source: location)
    }

    /// The lines that maps of a box show: all that the town drew, and of maps the streets without the small paths.
    func baseMap(in box: Envelope) -> [Geometry] {
        lines
            + mapWays.compactMap { way -> Geometry? in
                guard let kind = ways.tags(ofWay: way)["highway"], TownStreets.shown.contains(kind) else { return nil }
                let nodes = ways.nodes(ofWay: way)
                let xs = nodes.map { ways.xs[Int($0)] }
                let ys = nodes.map { ways.ys[Int($0)] }
                var own = Envelope.empty
                for (x, y) in zip(xs, ys) { own.include(x: x, y: y) }
                return own.intersects(box) ? try? Geometry(kind: .lineString, xs: xs, ys: ys) : nil
            }
    }

    /// The barriers that maps of a box show.
    func barriers(in box: Envelope) -> [Geometry] { ways.barriers.filter { $0.envelope.intersects(box) } }

    /// The kinds of streets that a quiet base map shows.
    private static let shown: Set<String> = [
        "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street",
        "pedestrian", "motorway_link", "trunk_link", "primary_link", "secondary_link", "tertiary_link", "road",
    ]
}

/// Heights of the ground.
struct HeightGrid: Sendable {
    /// The heights in metres.
    let grid: NumberGrid
    /// The system of the grid's positions.
    let system: CoordinateReferenceSystem
    /// Where the grid stands.
    let location: SourceLocation
}

extension Geometry {
    /// The rings of an area as lines.
    fileprivate var outlines: [Geometry] {
        var start = 0
        return ringEnds.compactMap { end in
            let range = start..<Int(end)
            start = Int(end)
            return try? Geometry(kind: .lineString, xs: Array(xs[range]), ys: Array(ys[range]))
        }
    }
}

extension StreetWays {
    /// Adds other streets. Where they have a node within a centimetre of one that is here, both are one: so the layers
    /// of a town join where they meet. Nodes of one source are never joined here.
    mutating func join(_ more: StreetWays) {
        guard count > 0 else {
            let before = barriers
            self = more
            barriers = before + more.barriers
            return
        }
        var here: [CentimetrePosition: Int32] = [:]
        for node in xs.indices {
            let key = CentimetrePosition(xs[node], ys[node])
            if here[key] == nil { here[key] = Int32(truncatingIfNeeded: node) }
        }
        let hasIDs = !nodeIDs.isEmpty && !more.nodeIDs.isEmpty
        nodeIDs = hasIDs ? nodeIDs : []
        heights = []
        var numbers: [Int32] = []
        for node in more.xs.indices {
            if let same = here[CentimetrePosition(more.xs[node], more.ys[node])] {
                numbers.append(same)
                continue
            }
            numbers.append(Int32(truncatingIfNeeded: xs.count))
            xs.append(more.xs[node])
            ys.append(more.ys[node])
            if hasIDs { nodeIDs.append(more.nodeIDs[node]) }
        }
        let firstTags = Int32(truncatingIfNeeded: tagSets.count)
        tagSets += more.tagSets
        for way in 0..<more.count {
            var nodes: [Int32] = []
            for node in more.nodes(ofWay: way).map({ numbers[Int($0)] }) where nodes.last != node { nodes.append(node) }
            guard nodes.count > 1 else { continue }
            ids.append(more.ids[way])
            nodeIndexes += nodes
            nodeEnds.append(Int32(truncatingIfNeeded: nodeIndexes.count))
            wayTags.append(firstTags + more.wayTags[way])
        }
        for (node, tags) in more.nodeTags {
            let joined = numbers[Int(node)]
            // What is here already knows its own nodes better.
            if nodeTags[joined] == nil { nodeTags[joined] = firstTags + tags }
        }
        barriers += more.barriers
    }
}

/// A position in whole centimetres.
private struct CentimetrePosition: Hashable {
    let x: Double
    let y: Double

    init(_ x: Double, _ y: Double) {
        self.x = (x * 100).rounded()
        self.y = (y * 100).rounded()
    }
}
