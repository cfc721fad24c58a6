internal import Glibc
internal import Town

/// A way to cut a town into units, whose share of a group is compared with that of the town. No figure of spatial
/// distribution stands without the units it was made of, so each is computed for several zonings side by side.
struct Zoning: Sendable {
    /// How the parameters name it: `quarters`, `grid_500`, `kernel_400`.
    let id: String
    /// The origins of each unit with their weights; an origin that a border cuts is in several units.
    let units: [OriginWeights]
    /// The length that decides: the side of a square in metres; nil for quarters and surroundings.
    let side: Double?
    /// Who lives around each unit, where that is not the unit itself.
    private let surroundings: Surroundings?

    /// The quarters of the town.
    static func quarters(_ quarters: [AnalysisArea]) -> Zoning {
        Zoning(id: "quarters", units: quarters.map(\.people), side: nil, surroundings: nil)
    }

    /// Squares whose corners lie on multiples of their side in the coordinate reference system, so that the same squares
    /// come in every run and year; an origin belongs to the square that its position lies in. From south-west to
    /// north-east, row by row.
    static func grid(side: Double, town: OriginWeights, xs: [Double], ys: [Double]) -> Zoning {
        let squares = SquareSort(side: side, origins: town, xs: xs, ys: ys)
        let units = squares.ranges.map { range in
            OriginWeights(
                origins: squares.order[range].map { town.origins[$0] },
                weights: squares.order[range].map { town.weights[$0] })
        }
        return Zoning(id: "grid_\(plainNumber(side))", units: units, side: side, surroundings: nil)
    }

    /// The surroundings of each origin: all origins whose position lies within a distance of its own in a straight line,
    /// all of them counting alike. At the border of the town nobody beyond it counts.
    static func kernel(radius: Double, town: OriginWeights, xs: [Double], ys: [Double]) -> Zoning {
        // From south to north and from west to east, whatever the order of the file.
        let order = town.origins.indices.sorted { left, right in
            let (one, other) = (Int(town.origins[left]), Int(town.origins[right]))
            return (ys[one], xs[one], left) < (ys[other], xs[other], right)
        }
        let units = order.map { OriginWeights(origins: [town.origins[$0]], weights: [town.weights[$0]]) }
        let positions = order.map { Int(town.origins[$0]) }
        return Zoning(
            id: "kernel_\(plainNumber(radius))", units: units, side: nil,
            surroundings: Surroundings(radius: radius, xs: positions.map { xs[$0] }, ys: positions.map { ys[$0] }))
    }

    /// Σ w·count of each unit.
    func sums(_ counts: [Double]) -> [Double] {
        units.map { unit in unit.reduce(0) { $0 + $1.1 * counts[Int($1.0)] } }
    }

    /// Σ w²·V of each unit: the variance of ``sums(_:)`` where each count has a noise of its own.
    func variances(_ variances: [Double]) -> [Double] {
        units.map { unit in unit.reduce(0) { $0 + $1.1 * $1.1 * variances[Int($1.0)] } }
    }

    /// The sums of those around each unit, of sums of the units: those themselves but for kernels.
    func around(_ columns: [[Double]]) -> [[Double]] {
        surroundings?.sums(columns) ?? columns
    }
}

/// Origins sorted into squares whose corners lie on multiples of their side.
private struct SquareSort {
    /// The column and row of a square.
    struct Square: Hashable, Comparable {
        var column: Int
        var row: Int

        /// Row by row from the south, from the west in each.
        static func < (left: Square, right: Square) -> Bool {
            (left.row, left.column) < (right.row, right.column)
        }
    }

    /// The positions in the list of origins, square by square.
    let order: [Int]
    /// The squares that have origins.
    let squares: [Square]
    /// The part of ``order`` of each of them.
    let ranges: [Range<Int>]

    init(side: Double, origins: OriginWeights, xs: [Double], ys: [Double]) {
        let keys = origins.origins.map { origin in
            Square(column: SquareSort.index(xs[Int(origin)], side), row: SquareSort.index(ys[Int(origin)], side))
        }
        order = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
        var (squares, ranges): ([Square], [Range<Int>]) = ([], [])
        for (place, origin) in order.enumerated() {
            if squares.last == keys[origin], let start = ranges.last?.lowerBound {
                ranges[ranges.count - 1] = start..<place + 1
            } else {
                squares.append(keys[origin])
                ranges.append(place..<place + 1)
            }
        }
        (self.squares, self.ranges) = (squares, ranges)
    }

    private static func index(_ coordinate: Double, _ side: Double) -> Int {
        Int(exactly: floor(coordinate / side)) ?? 0
    }
}

/// Who lives within a distance of each of some origins.
private struct Surroundings: Sendable {
    let radius: Double
    let xs: [Double]
    let ys: [Double]

    /// For each column Σ over all origins within the distance, of each origin; a distance equal to the radius counts.
    func sums(_ columns: [[Double]]) -> [[Double]] {
        let all = OriginWeights(origins: xs.indices.map { Int32($0) }, weights: xs.map { _ in 1 })
        let sort = SquareSort(side: radius, origins: all, xs: xs, ys: ys)
        var ranges: [SquareSort.Square: Range<Int>] = [:]
        for (square, range) in zip(sort.squares, sort.ranges) { ranges[square] = range }
        var sums = columns.map { _ in [Double](repeating: 0, count: xs.count) }
        for (square, range) in zip(sort.squares, sort.ranges) {
            // Nobody within the radius is farther than in the next square.
            var near: [Int] = []
            for row in square.row - 1...square.row + 1 {
                for column in square.column - 1...square.column + 1 {
                    if let range = ranges[SquareSort.Square(column: column, row: row)] { near += sort.order[range] }
                }
            }
            for origin in sort.order[range] {
                for other in near {
                    let (x, y) = (xs[other] - xs[origin], ys[other] - ys[origin])
                    guard x * x + y * y <= radius * radius else { continue }
                    for column in columns.indices { sums[column][origin] += columns[column][other] }
                }
            }
        }
        return sums
    }
}
