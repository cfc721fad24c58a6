internal import Town

/// The residents of a town who reach the streets, cut into pieces of an origin and a quarter: what an index of the town
/// rests on, and what it is told apart by.
struct TownPieces: Sendable {
    /// Which pieces belong together and change places as a whole in a permutation.
    enum Unit: String, Sendable, CaseIterable {
        /// A cell of the grid of inhabitants; addresses in squares of ``TownPieces/squareSide``.
        case cell
        /// A quarter.
        case quarter
    }

    /// The side of the squares that addresses are taken together in, in metres: that of census cells.
    static let squareSide = 100.0

    /// The origin of each piece.
    let origins: [Int]
    /// How much of the origin is in it, in 0…1.
    let weights: [Double]
    /// The quarter of each piece, by the order of ids.
    let quarters: [Int]
    /// The cell of each piece, from west to east, row by row.
    let cells: [Int]
    /// The groups whose share at an origin means nothing: see ``MixedResolution``.
    let mixedGroups: Set<Int>
    /// For each group the people at each origin.
    private var counts: [[Double]]

    /// Cuts the town up; nil where nobody is counted.
    init?(_ context: IndicatorContext, connected: [Bool]?) {
        guard let population = context.study.population, let town = context.areas.first(where: { $0.level == .town })
        else { return nil }
        let kept = town.keeping(connected)
        var whole = [Double](repeating: 0, count: population.xs.count)
        for (origin, weight) in zip(kept.origins, kept.weights) { whole[Int(origin)] = weight }
        // By id, so that the order of rows does not matter.
        let parts = context.areas.filter { $0.level == .quarter }.sorted { $0.id < $1.id }
        var shares = [Double](repeating: 0, count: population.xs.count)
        for part in parts {
            for (origin, weight) in zip(part.origins, part.weights) { shares[Int(origin)] += weight }
        }
        var origins: [Int] = []
        var weights: [Double] = []
        var quarters: [Int] = []
        for (quarter, part) in parts.enumerated() {
            for (origin, weight) in zip(part.origins.map(Int.init), part.weights) where whole[origin] > 0 {
                origins.append(origin)
                // Where quarters overlap, nobody counts twice.
                weights.append(weight * whole[origin] / shares[origin])
                quarters.append(quarter)
            }
        }
        self.origins = origins
        self.weights = weights
        self.quarters = quarters
        mixedGroups = context.mixedGroups
        counts = population.counts
        cells = TownPieces.cells(of: origins, population)
    }

    /// The same pieces with other people at the origins.
    func with(counts: [[Double]]) -> TownPieces {
        var pieces = self
        pieces.counts = counts
        return pieces
    }

    /// The people of a group in each piece.
    func people(_ group: Int) -> [Double] {
        zip(origins, weights).map { counts[group][$0] * $1 }
    }

    /// Everybody in each piece who is not of a group. Where noise makes a group larger than all, nobody.
    func rest(_ group: Int) -> [Double] {
        zip(people(0), people(group)).map { max(0, $0 - $1) }
    }

    /// The share of a group among the residents of each piece's origin; 0 where nobody lives.
    func share(ofGroup group: Int) -> [Double] {
        origins.map { origin in
            let all = counts[0][origin]
            return all > 0 ? min(1, counts[group][origin] / all) : 0
        }
    }

    /// What a column says of each origin, for each piece.
    func values(_ column: [Double]) -> [Double] { origins.map { column[$0] } }

    /// The unit of each piece.
    func units(_ unit: Unit) -> [Int] { unit == .cell ? cells : quarters }

    /// Cells as they are; points in squares on whole multiples of their side, so that a house with one person in it is no
    /// unit of its own.
    private static func cells(of origins: [Int], _ population: PopulationTable) -> [Int] {
        struct Position: Hashable {
            var x: Double
            var y: Double
        }
        let positions = origins.map { origin in
            let position = Position(x: population.xs[origin], y: population.ys[origin])
            if population.areCells { return position }
            return Position(
                x: (position.x / squareSide).rounded(.down), y: (position.y / squareSide).rounded(.down))
        }
        let ordered = Set(positions).sorted { ($0.y, $0.x) < ($1.y, $1.x) }
        let numbers = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        return positions.map { numbers[$0] ?? 0 }
    }
}
