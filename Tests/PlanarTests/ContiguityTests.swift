import Planar
import Testing

/// Who touches whom: along edges, at corners, across slivers, and not at all.
@Suite struct ContiguityTests {
    static func square(_ x: Double, _ y: Double, _ side: Double = 1) throws -> Geometry {
        try Geometry(
            kind: .polygon, xs: [x, x + side, x + side, x, x], ys: [y, y, y + side, y + side, y], ringEnds: [5])
    }

    static func lists(_ contiguity: Contiguity) -> [[Int32]] {
        (0..<contiguity.count).map { Array(contiguity.neighbours[contiguity.entries(of: $0)]) }
    }

    @Test func cornersCountForTheQueen() throws {
        let squares = try [(0, 0), (1, 0), (0, 1), (1, 1), (5, 5)].map { try Self.square($0.0, $0.1) }
        let contiguity = Contiguity(queen: squares)
        #expect(Self.lists(contiguity) == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], []])
        #expect(contiguity.islands == [4])
    }

    @Test func squaresOfAGrid() {
        // . 3 4
        // 0 1 2
        let columns: [Int32] = [0, 1, 2, 1, 2]
        let rows: [Int32] = [0, 0, 0, 1, 1]
        #expect(
            Self.lists(Contiguity(columns: columns, rows: rows, corners: false))
                == [[1], [0, 2, 3], [1, 4], [1, 4], [2, 3]])
        #expect(
            Self.lists(Contiguity(columns: columns, rows: rows, corners: true))
                == [[1, 3], [0, 2, 3, 4], [1, 3, 4], [0, 1, 2, 4], [1, 2, 3]])
    }

    @Test func ofTwoEqualSquaresOneHasNoNeighbours() {
        let contiguity = Contiguity(columns: [0, 1, 0], rows: [0, 0, 0], corners: true)
        #expect(Self.lists(contiguity) == [[1], [0], []])
    }

    @Test func negativeColumnsAreColumns() {
        let contiguity = Contiguity(columns: [-1, 0, 0], rows: [-1, 0, -2], corners: true)
        #expect(Self.lists(contiguity) == [[1, 2], [0], [0]])
        let ends = Contiguity(columns: [.max, .min], rows: [0, 0], corners: true)
        #expect(ends.count == 2)
    }

    @Test func bordersDrawnTwiceNeedATolerance() throws {
        // The right square begins 1.5 beside the left one, its corners at other heights; the third is 3 away.
        let areas = [
            try Self.square(0, 0, 100), try Self.square(101.5, -30, 140), try Self.square(-53, 20, 50),
        ]
        #expect(Self.lists(Contiguity(queen: areas)) == [[], [], []])
        #expect(Self.lists(Contiguity(queen: areas, tolerance: 1)) == [[], [], []])
        #expect(Self.lists(Contiguity(queen: areas, tolerance: 2)) == [[1], [0], []])
        #expect(Self.lists(Contiguity(queen: areas, tolerance: 3)) == [[1, 2], [0], [0]])
    }

    @Test func areasThatCrossAreNeighbours() throws {
        // A cross: no corner of one is near the other.
        let upright = try Geometry(
            kind: .polygon, xs: [40, 60, 60, 40, 40], ys: [0, 0, 100, 100, 0], ringEnds: [5])
        let lying = try Geometry(
            kind: .polygon, xs: [0, 100, 100, 0, 0], ys: [40, 40, 60, 60, 40], ringEnds: [5])
        #expect(Self.lists(Contiguity(queen: [upright, lying], tolerance: 1)) == [[1], [0]])
    }

    @Test func aBoxAroundIsNoTouch() throws {
        // An L whose box holds the square, 20 away from it.
        let angle = try Geometry(
            kind: .polygon, xs: [0, 100, 100, 10, 10, 0, 0], ys: [0, 0, 10, 10, 100, 100, 0], ringEnds: [7])
        let inside = try Self.square(30, 30, 20)
        #expect(Self.lists(Contiguity(queen: [angle, inside], tolerance: 2)) == [[], []])
        #expect(Self.lists(Contiguity(queen: [angle, inside], tolerance: 20)) == [[1], [0]])
    }

    @Test func holesAndPartsCount() throws {
        let ring = try Geometry(
            kind: .polygon, xs: [0, 9, 9, 0, 0, 3, 3, 6, 6, 3], ys: [0, 0, 9, 9, 0, 3, 6, 6, 3, 3], ringEnds: [5, 10])
        let filling = try Self.square(3, 3, 3)
        #expect(Self.lists(Contiguity(queen: [ring, filling])) == [[1], [0]])
    }

    @Test func keepingNumbersAnew() throws {
        let squares = try (0..<4).map { try Self.square(Double($0), 0) }
        let kept = Contiguity(queen: squares).keeping([true, false, true, true])
        #expect(Self.lists(kept) == [[], [2], [1]])
        #expect(Contiguity(queen: squares).keeping([]).count == 0)
    }

    @Test func pairsCountOnceAndBothWays() {
        let contiguity = Contiguity(pairs: [(2, 0), (0, 2), (1, 1), (0, 9), (-1, 0)], count: 3)
        #expect(Self.lists(contiguity) == [[2], [], [0]])
        #expect(Contiguity(pairs: [], count: -1).count == 0)
        #expect(Contiguity(queen: []).count == 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func theOrderOfAreasDoesNotMatter(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let squares = try (0..<40).map { _ in
            try Self.square(
                Double(Int.random(in: 0..<8, using: &generator)), Double(Int.random(in: 0..<8, using: &generator)))
        }
        let order = squares.indices.shuffled(using: &generator)
        for tolerance in [0, 0.5] {
            let plain = Self.lists(Contiguity(queen: squares, tolerance: tolerance))
            let shuffled = Self.lists(Contiguity(queen: order.map { squares[$0] }, tolerance: tolerance))
            for (place, index) in order.enumerated() {
                #expect(shuffled[place].map { order[Int($0)] }.sorted() == plain[index].map { Int($0) })
            }
            // Touching is mutual.
            for (index, others) in plain.enumerated() {
                for other in others { #expect(plain[Int(other)].contains(Int32(index))) }
            }
        }
    }
}
