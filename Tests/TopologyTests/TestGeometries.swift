import Foundation
import Planar
import Synchronization
import Testing

@testable import Topology

/// The rectangle between two corners, counter-clockwise.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Geometry {
    try Geometry(
        kind: .polygon, xs: [west, east, east, west, west], ys: [south, south, north, north, south], ringEnds: [5])
}

/// A line through positions given as x, y, x, y …
func line(_ coordinates: Double...) throws -> Geometry {
    let xs = stride(from: 0, to: coordinates.count, by: 2).map { coordinates[$0] }
    return try Geometry(
        kind: .lineString, xs: xs, ys: stride(from: 1, to: coordinates.count, by: 2).map { coordinates[$0] })
}

/// A line that goes up and down between 0 and 1, with `count` positions one apart.
func zigzag(_ count: Int) throws -> Geometry {
    try Geometry(
        kind: .lineString, xs: (0..<count).map { Double($0) }, ys: (0..<count).map { $0.isMultiple(of: 2) ? 0 : 1 })
}

/// `count` long thin bars; two such combs across each other meet in `count` × `count` places.
func comb(_ count: Int, horizontal: Bool) throws -> Geometry {
    var long: [Double] = []
    var across: [Double] = []
    for bar in 0..<count {
        let low = Double(bar) * 2
        long += [0, Double(count) * 2, Double(count) * 2, 0, 0]
        across += [low, low, low + 1, low + 1, low]
    }
    let ends = (1...count).map { Int32($0 * 5) }
    return try Geometry(
        kind: .multiPolygon, xs: horizontal ? long : across, ys: horizontal ? across : long, ringEnds: ends,
        partEnds: (1...count).map { Int32($0) })
}

extension SeededNumbers {
    /// The next number of a range.
    mutating func next(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + next() * (range.upperBound - range.lowerBound)
    }

    /// A valid polygon: corners around a middle, in the order of their direction, at different distances.
    mutating func star(around x: Double, _ y: Double, reach: Double, corners: Int) throws -> Geometry {
        var xs: [Double] = []
        var ys: [Double] = []
        for corner in 0..<corners {
            let direction = 2 * Double.pi * (Double(corner) + 0.8 * next()) / Double(corners)
            let distance = reach * (0.3 + 0.7 * next())
            xs.append(x + distance * cos(direction))
            ys.append(y + distance * sin(direction))
        }
        return try Geometry(kind: .polygon, xs: xs + [xs[0]], ys: ys + [ys[0]], ringEnds: [Int32(corners + 1)])
    }

    /// A geometry of any plain kind on a grid of whole numbers from 0 to 6, so that touches and shared edges are frequent.
    mutating func onSmallGrid() throws -> Geometry {
        func whole(_ bound: Int) -> Double { Double(index(bound)) }
        switch index(5) {
        case 0: return try Geometry(x: whole(7), y: whole(7))
        case 1:
            return try Geometry(joining: [Geometry(x: whole(3), y: whole(7)), Geometry(x: 3 + whole(4), y: whole(7))])
        case 2:
            let (x, y) = (whole(6), whole(6))
            return try line(x, y, x + 1, whole(7), whole(7), y + 1)
        case 3:
            let (x, y) = (whole(4), whole(4))
            return try box(x, y, x + 1 + whole(3), y + 1 + whole(3))
        default:
            let (x, y) = (whole(2), whole(2))
            return try Geometry(joining: [
                box(x, y, x + 1 + whole(2), y + 1 + whole(2)), box(x + 3, y + 1, x + 4 + whole(2), y + 2 + whole(3)),
            ])
        }
    }
}

/// Whether two numbers are the same to 10⁻⁹ of the larger, or of 1.
func isNear(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 1e-9 * max(1, abs(left), abs(right)) }

/// Whether two geometries cover the same, or are both empty.
func isSame(_ left: Geometry, _ right: Geometry) throws -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty }
    return try TopologyEngine().test(.equals, left, right)
}

/// The kind of error a call ends with; nil when it ends with a value.
func errorKind<Value>(_ call: () throws -> Value) -> TopologyError.Kind? {
    do {
        _ = try call()
        return nil
    } catch {
        return (error as? TopologyError)?.kind
    }
}

/// Runs `body` on as many threads of their own at the same time, and returns the results in order.
func onThreads<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
    let results = ThreadResults<Value>(count: count)
    let group = DispatchGroup()
    for index in 0..<count {
        group.enter()
        let thread = Thread {
            let value = body(index)
            results.values.withLock { $0[index] = value }
            group.leave()
        }
        thread.stackSize = 8 << 20
        thread.start()
    }
    group.wait()
    return results.values.withLock { $0.compactMap { $0 } }
}

/// What threads found so far.
private final class ThreadResults<Value: Sendable>: Sendable {
    let values: Mutex<[Value?]>

    init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }
}
