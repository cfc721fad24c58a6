import Planar
import TestSupport

@testable import Travel

/// A street of a hand-made town: a line between two crossings.
struct SmallStreet {
    var xs: [Double]
    var ys: [Double]
    var forward = true
    var backward = true
    /// What its time is multiplied with.
    var slowness = 1.0
}

/// Streets made into a network without the builder, and slow, plain computations to compare with.
struct SmallTown {
    var streets: [SmallStreet]
    var barriers: [(ax: Double, ay: Double, bx: Double, by: Double)] = []

    /// Streets that meet where their ends are equal; 900 ms for a metre.
    var network: StreetNetwork {
        var nodes: [[Double]: Int32] = [:]
        var (nodeXs, nodeYs): ([Double], [Double]) = ([], [])
        func node(_ x: Double, _ y: Double) -> Int32 {
            if let known = nodes[[x, y]] { return known }
            nodes[[x, y]] = Int32(nodeXs.count)
            nodeXs.append(x)
            nodeYs.append(y)
            return Int32(nodeXs.count - 1)
        }
        var (starts, ends, forward, backward): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
        var shapeStarts: [Int32] = [0]
        var (shapeXs, shapeYs): ([Double], [Double]) = ([], [])
        var (shapeForward, shapeBackward): ([Int32], [Int32]) = ([], [])
        for street in streets {
            let last = street.xs.count - 1
            starts.append(node(street.xs[0], street.ys[0]))
            ends.append(node(street.xs[last], street.ys[last]))
            var costs: [Int32] = [0]
            for index in 0..<last {
                let length = distance(street.xs[index], street.ys[index], street.xs[index + 1], street.ys[index + 1])
                costs.append(costs[index] + Int32(length * 900 * street.slowness))
            }
            shapeXs += street.xs
            shapeYs += street.ys
            shapeForward += street.forward ? costs : costs.map { _ in 0 }
            shapeBackward += street.backward ? costs : costs.map { _ in 0 }
            forward.append(street.forward ? costs[last] : StreetNetwork.impassable)
            backward.append(street.backward ? costs[last] : StreetNetwork.impassable)
            shapeStarts.append(Int32(shapeXs.count))
        }
        return StreetNetwork(
            nodeXs: nodeXs, nodeYs: nodeYs, edgeStarts: starts, edgeEnds: ends, forwardCosts: forward,
            backwardCosts: backward, edgeWays: starts.indices.map { Int32($0) }, shapeStarts: shapeStarts,
            shapeXs: shapeXs, shapeYs: shapeYs, shapeForwardCosts: shapeForward, shapeBackwardCosts: shapeBackward,
            legCostPerMetre: 900)
    }

    /// The barriers as lines.
    var barrierLines: [Geometry] {
        barriers.compactMap { try? Geometry(kind: .lineString, xs: [$0.ax, $0.bx], ys: [$0.ay, $0.by]) }
    }

    /// An index over the barriers.
    var barrierIndex: BarrierIndex { BarrierIndex(barrierLines) }

    /// Crooked streets between moved crossings of a grid, 100 m apart: some are missing, one-way or slow, and a few
    /// straight barriers lie across.
    static func random(
        side: Int, slowest: Double = 1, oneWays: Double = 0, barriers: Int = 0, using generator: inout SeededGenerator
    ) -> SmallTown {
        let crossings = (0..<side * side).map { index in
            (
                x: Double(index % side * 100) + Double.random(in: -35...35, using: &generator) + 431_000,
                y: Double(index / side * 100) + Double.random(in: -35...35, using: &generator) + 5_400_000
            )
        }
        var town = SmallTown(streets: [])
        for index in crossings.indices {
            for (other, isThere) in [(index + 1, index % side < side - 1), (index + side, index / side < side - 1)] {
                guard isThere, Double.random(in: 0...1, using: &generator) < 0.85 else { continue }
                let (from, to) = (crossings[index], crossings[other])
                var street = SmallStreet(xs: [from.x], ys: [from.y])
                for step in 1...3 {
                    let share = Double(step) / 4
                    street.xs.append(from.x + share * (to.x - from.x) + Double.random(in: -9...9, using: &generator))
                    street.ys.append(from.y + share * (to.y - from.y) + Double.random(in: -9...9, using: &generator))
                }
                street.xs.append(to.x)
                street.ys.append(to.y)
                street.slowness = Double.random(in: 1...max(slowest, 1.000_1), using: &generator)
                if Double.random(in: 0...1, using: &generator) < oneWays { street.backward = false }
                town.streets.append(street)
            }
        }
        let extent = Double(side) * 100
        for _ in 0..<barriers {
            let ax = 431_000 + Double.random(in: 0...extent, using: &generator)
            let ay = 5_400_000 + Double.random(in: 0...extent, using: &generator)
            town.barriers.append(
                (
                    ax, ay, ax + Double.random(in: -200...200, using: &generator),
                    ay + Double.random(in: -200...200, using: &generator)
                ))
        }
        return town
    }

    /// A position in the town, or up to 60 m beside it.
    func randomPosition(using generator: inout SeededGenerator) -> (x: Double, y: Double) {
        let street = streets[Int.random(in: streets.indices, using: &generator)]
        return (
            street.xs[2] + Double.random(in: -60...60, using: &generator),
            street.ys[2] + Double.random(in: -60...60, using: &generator)
        )
    }

    /// Whether a leg meets a barrier: looks at all of them.
    func isBarred(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Bool {
        barriers.contains { barrier in
            let one = turn(ax, ay, bx, by, barrier.ax, barrier.ay) * turn(ax, ay, bx, by, barrier.bx, barrier.by)
            let other =
                turn(barrier.ax, barrier.ay, barrier.bx, barrier.by, ax, ay)
                * turn(barrier.ax, barrier.ay, barrier.bx, barrier.by, bx, by)
            return one <= 0 && other <= 0
        }
    }

    /// All attachments of a position, by looking at every piece.
    func attachments(_ network: StreetNetwork, x: Double, y: Double, snapping: Double) -> [Attachment] {
        var found: [Attachment] = []
        for edge in 0..<network.edgeCount {
            for piece in Int(network.shapeStarts[edge])..<Int(network.shapeStarts[edge + 1]) - 1 {
                let (ax, ay) = (network.shapeXs[piece], network.shapeYs[piece])
                let (alongX, alongY) = (network.shapeXs[piece + 1] - ax, network.shapeYs[piece + 1] - ay)
                let share = ((x - ax) * alongX + (y - ay) * alongY) / (alongX * alongX + alongY * alongY)
                let fraction = min(max(share, 0), 1)
                let (nearX, nearY) =
                    fraction == 1
                    ? (network.shapeXs[piece + 1], network.shapeYs[piece + 1])
                    : (ax + fraction * alongX, ay + fraction * alongY)
                let leg = distance(x, y, nearX, nearY)
                if leg <= snapping, !isBarred(x, y, nearX, nearY) {
                    found.append(
                        Attachment(edge: Int32(edge), piece: Int32(piece), fraction: fraction, legMetres: leg))
                }
            }
        }
        return found
    }
}

/// The slow, plain computation of costs to fixed destinations.
struct PlainTravel {
    let town: SmallTown
    let network: StreetNetwork
    let places: [Attachment]
    /// From each node to the nearest destination.
    private(set) var nodeCosts: [Int32]

    init(_ town: SmallTown, _ network: StreetNetwork, to destinations: [(x: Double, y: Double)], snapping: Double) {
        self.town = town
        self.network = network
        places = destinations.flatMap { town.attachments(network, x: $0.x, y: $0.y, snapping: snapping) }
        nodeCosts = [Int32](repeating: .max, count: network.nodeCount)
        for place in places {
            let edge = Int(place.edge)
            let leg = Int32(place.legMetres * 900)
            if let cost = costFromStart(to: place) { lower(network.edgeStarts[edge], to: leg + cost) }
            if let cost = costFromEnd(to: place) { lower(network.edgeEnds[edge], to: leg + cost) }
        }
        var isChanged = true
        while isChanged {
            let before = nodeCosts
            for edge in 0..<network.edgeCount {
                let (start, end) = (network.edgeStarts[edge], network.edgeEnds[edge])
                if network.forwardCosts[edge] >= 0, nodeCosts[Int(end)] < .max {
                    lower(start, to: nodeCosts[Int(end)] + network.forwardCosts[edge])
                }
                if network.backwardCosts[edge] >= 0, nodeCosts[Int(start)] < .max {
                    lower(end, to: nodeCosts[Int(start)] + network.backwardCosts[edge])
                }
            }
            isChanged = before != nodeCosts
        }
    }

    private mutating func lower(_ node: Int32, to cost: Int32) {
        nodeCosts[Int(node)] = min(nodeCosts[Int(node)], cost)
    }

    private func isAtStart(_ place: Attachment) -> Bool {
        place.piece == network.shapeStarts[Int(place.edge)] && place.fraction == 0
    }

    private func isAtEnd(_ place: Attachment) -> Bool {
        place.piece == network.shapeStarts[Int(place.edge) + 1] - 2 && place.fraction == 1
    }

    /// From the start of the edge to the place on it.
    private func costFromStart(to place: Attachment) -> Int32? {
        if isAtStart(place) { return 0 }
        guard network.forwardCosts[Int(place.edge)] >= 0 else { return nil }
        let costs = network.shapeForwardCosts
        let piece = Int(place.piece)
        return costs[piece] + Int32(place.fraction * Double(costs[piece + 1] - costs[piece]))
    }

    /// From the end of the edge to the place on it.
    private func costFromEnd(to place: Attachment) -> Int32? {
        if isAtEnd(place) { return 0 }
        guard network.backwardCosts[Int(place.edge)] >= 0 else { return nil }
        let costs = network.shapeBackwardCosts
        let piece = Int(place.piece)
        return costs[Int(network.shapeStarts[Int(place.edge) + 1]) - 1] - costs[piece + 1]
            + Int32((1 - place.fraction) * Double(costs[piece + 1] - costs[piece]))
    }

    /// The cost from a position to the nearest destination; nil where there is no way.
    func cost(x: Double, y: Double, snapping: Double) -> Int32? {
        var least: Int32?
        func consider(_ cost: Int32) { least = min(least ?? cost, cost) }
        for own in town.attachments(network, x: x, y: y, snapping: snapping) {
            let edge = Int(own.edge)
            let piece = Int(own.piece)
            let leg = Int32(own.legMetres * 900)
            let (forward, backward) = (network.shapeForwardCosts, network.shapeBackwardCosts)
            let last = Int(network.shapeStarts[edge + 1]) - 1
            let toEnd =
                forward[last] - forward[piece + 1]
                + Int32((1 - own.fraction) * Double(forward[piece + 1] - forward[piece]))
            let toStart = backward[piece] + Int32(own.fraction * Double(backward[piece + 1] - backward[piece]))
            let (atStart, atEnd) = (nodeCosts[Int(network.edgeStarts[edge])], nodeCosts[Int(network.edgeEnds[edge])])
            if network.forwardCosts[edge] >= 0 || isAtEnd(own), atEnd < .max { consider(leg + toEnd + atEnd) }
            if network.backwardCosts[edge] >= 0 || isAtStart(own), atStart < .max { consider(leg + toStart + atStart) }
            for place in places where place.edge == own.edge {
                let isAhead = (own.piece, own.fraction) <= (place.piece, place.fraction)
                // Where one piece ends the next begins.
                let isHere = Double(own.piece) + own.fraction == Double(place.piece) + place.fraction
                guard isHere || (isAhead ? network.forwardCosts : network.backwardCosts)[edge] >= 0 else { continue }
                let costs = isAhead ? forward : backward
                let (first, second) = isAhead ? (own, place) : (place, own)
                let (one, other) = (Int(first.piece), Int(second.piece))
                let placeLeg = Int32(place.legMetres * 900)
                if one == other {
                    consider(
                        leg + placeLeg
                            + Int32((second.fraction - first.fraction) * Double(costs[one + 1] - costs[one])))
                } else {
                    consider(
                        leg + placeLeg + Int32((1 - first.fraction) * Double(costs[one + 1] - costs[one]))
                            + costs[other] - costs[one + 1]
                            + Int32(second.fraction * Double(costs[other + 1] - costs[other])))
                }
            }
        }
        return least
    }
}

private func distance(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
    ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
}

private func turn(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double) -> Double {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0 ? 1 : -1
}
