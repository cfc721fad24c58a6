internal import Formats
internal import Parallel
internal import Planar
internal import Topology
internal import Travel

/// W10b: for each quarter the streets within 400, 800 and 1,200 m of walking from the node nearest to its centroid, and
/// the area of all that lies within 30 m of them.
enum StreetBufferWorkload {
    /// In decimetres, ascending; what is as far is within.
    private static let limits: [Int32] = [4_000, 8_000, 12_000]
    /// In metres.
    private static let distance = 30.0

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters").geometries
        let network = try WalkingNetwork(region)
        recorder.endPhase("load")

        let centroids = quarters.map { $0.areaCentroid ?? (x: $0.envelope.minX, y: $0.envelope.minY) }
        let middles = NearestPoint(xs: network.xs, ys: network.ys)
            .indexes(xs: centroids.map(\.x), ys: centroids.map(\.y))
        recorder.endPhase("snap")

        let arcs = try network.arcs()
        recorder.endPhase("build")

        let balls = try arcs.balls(around: middles, limit: limits.max() ?? 0)
        recorder.endPhase("reach")

        let areas = try parallelMap(balls.count) { quarter in
            try bufferAreas(try ReachedStreets(balls[quarter], arcs, xs: network.xs, ys: network.ys, limits: limits))
        }
        recorder.endPhase("buffer+union")

        let counts = balls.flatMap { ball in
            limits.map { limit in Int64(ball.costs.count { $0 <= limit }) }
        }
        func sums<Number: AdditiveArithmetic>(_ table: [Number]) -> [Number] {
            limits.indices.map { limit in
                stride(from: limit, to: table.count, by: limits.count).reduce(.zero) { $0 + table[$1] }
            }
        }
        recorder.record("nodes", list(sums(counts).map(Int.init)))
        recorder.record("nodehash", digest(counts))
        recorder.record("buf", .array(sums(areas.flatMap(\.self)).map { .number($0) }))
        recorder.endPhase("totals")
    }

    /// The area within the distance of the streets in reach, for each limit. What is near the streets of one limit is also
    /// near those of the next, so that only what is added has to be united with it.
    private static func bufferAreas(_ streets: ReachedStreets) throws(TopologyError) -> [Double] {
        let engine = TopologyEngine()
        func buffers(_ parts: [Geometry]) throws(TopologyError) -> [Geometry] {
            try parts.map { part throws(TopologyError) in try engine.buffer(part, distance: distance) }
        }
        var union: [Geometry] = []
        var areas: [Double] = []
        for limit in limits.indices {
            // What is added is united by itself first: the much larger rest is then looked at once only.
            let added = try engine.unaryUnion(of: buffers(streets.added[limit])).value
            union = try engine.unaryUnion(of: union + added.elements).value.elements
            // A circle of 32 corners may stand out a little between the ends of streets: it is not for the next limit.
            let dots = try buffers(streets.dots[limit])
            let whole = dots.isEmpty ? union : try engine.unaryUnion(of: union + dots).value.elements
            areas.append(whole.reduce(0) { $0 + $1.area })
        }
        return areas
    }
}

/// The parts of streets within limits of a node.
struct ReachedStreets {
    /// For each limit the parts that are not within the limit before: lines.
    private(set) var added: [[Geometry]]
    /// For each limit the nodes that lie just on it and end streets: points.
    private(set) var dots: [[Geometry]]

    /// The streets that a ball holds. An edge of which both parts that are reached from its ends meet is reached whole, and
    /// counts once.
    init(
        _ ball: NodeBall, _ arcs: ArcList, xs: [Double], ys: [Double], limits: [Int32]
    ) throws(GeometryError) {
        added = limits.map { _ in [] }
        dots = added
        for (tail, tailCost) in zip(ball.nodes, ball.costs) {
            for arc in arcs.arcs[Int(arcs.starts[Int(tail)])..<Int(arcs.starts[Int(tail) + 1])] {
                let headCost = ball.cost(of: arc.head)
                for (index, limit) in limits.enumerated() where tailCost <= limit {
                    let fromHead = headCost.map { max(limit - $0, 0) } ?? 0
                    let isWhole = limit - tailCost + fromHead >= arc.cost
                    // Both ends see an edge that is reached whole: the lower one takes it.
                    if !isWhole || headCost.map({ $0 > limit || tail < arc.head }) ?? true {
                        let share = isWhole ? 1 : Double(limit - tailCost) / Double(arc.cost)
                        let (x, y) = (xs[Int(tail)], ys[Int(tail)])
                        if share > 0 {
                            let end = (x: x + share * (xs[Int(arc.head)] - x), y: y + share * (ys[Int(arc.head)] - y))
                            added[index].append(
                                try Geometry(kind: .lineString, xs: [x, end.x], ys: [y, end.y]))
                        } else {
                            dots[index].append(try Geometry(x: x, y: y))
                        }
                    }
                    if isWhole { break }
                }
            }
        }
    }
}
