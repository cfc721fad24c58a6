import TestSupport

@testable import Travel

/// A small network put together edge by edge, and trips on it computed the long way round: each pair of attachments is
/// put in as two vertices, and all pieces are relaxed until nothing changes.
struct NetworkSketch {
    struct Edge {
        var from: Int
        var to: Int
        /// Shape positions between the ends.
        var via: [(x: Double, y: Double)] = []
        /// The cost of a metre along and against the edge; nil where closed.
        var forward: Double? = 900
        var backward: Double? = 900
    }

    var nodes: [(x: Double, y: Double)]
    var edges: [Edge]
    var legCostPerMetre = 900.0

    /// The positions of an edge, ends included.
    func shape(_ edge: Edge) -> [(x: Double, y: Double)] { [nodes[edge.from]] + edge.via + [nodes[edge.to]] }

    /// The costs of the pieces of an edge, each rounded down.
    func pieceCosts(_ edge: Edge, perMetre: Double) -> [Int32] {
        let shape = shape(edge)
        return zip(shape, shape.dropFirst()).map { a, b in
            let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
            return Int32(square.squareRoot() * perMetre)
        }
    }

    var network: StreetNetwork {
        var shapeStarts: [Int32] = [0]
        var shapeXs: [Double] = []
        var shapeYs: [Double] = []
        var forward: [Int32] = []
        var backward: [Int32] = []
        var forwardCosts: [Int32] = []
        var backwardCosts: [Int32] = []
        for edge in edges {
            let shape = shape(edge)
            shapeXs += shape.map(\.x)
            shapeYs += shape.map(\.y)
            for (perMetre, isForward) in [(edge.forward, true), (edge.backward, false)] {
                var sums: [Int32] = [0]
                for cost in pieceCosts(edge, perMetre: perMetre ?? 0) { sums.append((sums.last ?? 0) + cost) }
                let whole = perMetre == nil ? StreetNetwork.impassable : sums.last ?? 0
                if isForward {
                    forward += sums
                    forwardCosts.append(whole)
                } else {
                    backward += sums
                    backwardCosts.append(whole)
                }
            }
            shapeStarts.append(Int32(shapeXs.count))
        }
        return StreetNetwork(
            nodeXs: nodes.map(\.x), nodeYs: nodes.map(\.y), edgeStarts: edges.map { Int32($0.from) },
            edgeEnds: edges.map { Int32($0.to) }, forwardCosts: forwardCosts, backwardCosts: backwardCosts,
            edgeWays: edges.indices.map { Int32($0) }, shapeStarts: shapeStarts, shapeXs: shapeXs, shapeYs: shapeYs,
            shapeForwardCosts: forward, shapeBackwardCosts: backward, legCostPerMetre: legCostPerMetre)
    }

    // MARK: The long way round

    /// Where a leg ends: edge, piece, fraction, and the cost of the leg.
    struct Foot {
        var edge: Int
        var piece: Int
        var fraction: Double
        var cost: Int
    }

    /// All attachments of a position; `isBlocked` says of a leg whether a barrier is in its way.
    func feet(
        _ x: Double, _ y: Double, snapping: Double,
        isBlocked: ((x: Double, y: Double), (x: Double, y: Double)) -> Bool = { _, _ in false }
    ) -> [Foot] {
        var feet: [Foot] = []
        for (index, edge) in edges.enumerated() where edge.forward != nil || edge.backward != nil {
            let shape = shape(edge)
            for piece in 0..<shape.count - 1 {
                let (a, b) = (shape[piece], shape[piece + 1])
                let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
                let along = (x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)
                let fraction = square > 0 ? min(max(along / square, 0), 1) : 0
                let foot = fraction == 1 ? b : (x: a.x + fraction * (b.x - a.x), y: a.y + fraction * (b.y - a.y))
                let metres = ((foot.x - x) * (foot.x - x) + (foot.y - y) * (foot.y - y)).squareRoot()
                guard metres <= snapping, !isBlocked((x, y), foot) else { continue }
                feet.append(Foot(edge: index, piece: piece, fraction: fraction, cost: Int(metres * legCostPerMetre)))
            }
        }
        return feet
    }

    /// The least cost from one of the first feet to one of the others; nil where there is no way.
    func cost(from origins: [Foot], to destinations: [Foot]) -> Int? {
        var least: Int?
        for origin in origins {
            for destination in destinations {
                guard let travel = travel(origin, destination) else { continue }
                let cost = origin.cost + travel + destination.cost
                least = min(least ?? cost, cost)
            }
        }
        return least
    }

    /// The cost on the network with the two feet as vertices of their own.
    private func travel(_ origin: Foot, _ destination: Foot) -> Int? {
        var arcs: [(from: Int, to: Int, cost: Int)] = []
        var vertices = nodes.count + 2
        for (index, edge) in edges.enumerated() {
            let pieces = shape(edge).count - 1
            let forward = edge.forward.map { pieceCosts(edge, perMetre: $0) }
            let backward = edge.backward.map { pieceCosts(edge, perMetre: $0) }
            var last = edge.from
            for piece in 0..<pieces {
                var marks: [(fraction: Double, vertex: Int)] = []
                for (foot, vertex) in [(origin, nodes.count), (destination, nodes.count + 1)]
                where foot.edge == index && foot.piece == piece {
                    marks.append((foot.fraction, vertex))
                }
                marks.sort { $0.fraction < $1.fraction }
                let end = piece == pieces - 1 ? edge.to : vertices
                if piece < pieces - 1 { vertices += 1 }
                var done = 0.0
                for (fraction, vertex) in marks + [(1, end)] {
                    // A vertex at the very end of the piece takes nothing from it.
                    let share = fraction - done
                    if let forward { arcs.append((last, vertex, Int(share * Double(forward[piece])))) }
                    if let backward { arcs.append((vertex, last, Int(share * Double(backward[piece])))) }
                    if fraction == done {
                        arcs.append((last, vertex, 0))
                        arcs.append((vertex, last, 0))
                    }
                    done = fraction
                    last = vertex
                }
            }
        }
        var costs = [Int](repeating: Int.max, count: vertices)
        costs[nodes.count] = 0
        var changed = true
        while changed {
            changed = false
            for arc in arcs where costs[arc.from] < Int.max && costs[arc.from] + arc.cost < costs[arc.to] {
                costs[arc.to] = costs[arc.from] + arc.cost
                changed = true
            }
        }
        return costs[nodes.count + 1] == Int.max ? nil : costs[nodes.count + 1]
    }

    // MARK: Towns

    /// A grid of streets `columns` by `rows` corners, `spacing` metres apart, at 4 km/h.
    static func grid(columns: Int, rows: Int, spacing: Double) -> NetworkSketch {
        var sketch = NetworkSketch(nodes: [], edges: [])
        for row in 0..<rows {
            for column in 0..<columns {
                sketch.nodes.append((Double(column) * spacing, Double(row) * spacing))
                let node = row * columns + column
                if column > 0 { sketch.edges.append(Edge(from: node - 1, to: node)) }
                if row > 0 { sketch.edges.append(Edge(from: node - columns, to: node)) }
            }
        }
        return sketch
    }

    /// Any network: some nodes, some edges between them, bent, one-way, slow, doubled, closed in a ring or without length.
    static func random(seed: UInt64, isSymmetric: Bool = false) -> NetworkSketch {
        var generator = SeededGenerator(seed: seed)
        func corner() -> (x: Double, y: Double) {
            (
                Double(Int.random(in: 0...8, using: &generator)) * 37.5,
                Double(Int.random(in: 0...8, using: &generator)) * 31
            )
        }
        let count = Int.random(in: 2...12, using: &generator)
        var sketch = NetworkSketch(nodes: (0..<count).map { _ in corner() }, edges: [])
        for _ in 0..<Int.random(in: 1...count * 2, using: &generator) {
            let via = (0..<Int.random(in: 0...2, using: &generator)).map { _ in corner() }
            let speed = [900.0, 900, 1_200, 2_000].randomElement(using: &generator)
            let direction = isSymmetric ? 0 : Int.random(in: 0...5, using: &generator)
            sketch.edges.append(
                Edge(
                    from: Int.random(in: 0..<count, using: &generator),
                    to: Int.random(in: 0..<count, using: &generator),
                    via: via, forward: direction == 1 ? nil : speed,
                    backward: direction == 2 ? nil : direction == 3 ? 950.5 : speed))
        }
        return sketch
    }
}
