internal import Town

/// Counts drawn anew from what is not exactly known of them: the noise of a protected table, the ranges of counts that were
/// not given, and, where asked for, where in large cells people live.
///
/// What was not given may be anything in its range with equal chance; noise is drawn as nearly normal. No count is below 0,
/// and nobody of a group lives beside all residents.
struct CountDraws: Sendable {
    /// The number of draws that intervals are made of: a standard deviation of 99 draws is exact to about 7 %.
    static let number = 99
    /// What these draws follow from.
    static let seed: UInt64 = 1
    /// The least number of draws of which one in forty can be left out at each end.
    static let fewest = 39
    /// So many origins are drawn at most in all draws together; where there are many, chance varies little and few draws
    /// tell of it.
    static let mostOrigins = 1_000_000

    /// The number of draws for so many inhabited origins.
    static func number(_ asked: Int = number, origins: Int) -> Int {
        max(fewest, min(asked, mostOrigins / max(origins, 1)))
    }

    /// Whether there is nothing to draw.
    let isExact: Bool
    /// The columns that are drawn, all residents first.
    private let columns: [Column]
    /// For each origin the large cell it is a part of, −1 where it is part of none; empty where that is not drawn.
    private let coarseCells: [Int32]
    /// The origins that are drawn for.
    private let order: [Int]

    /// Draws for some groups of a table.
    ///
    /// - Parameters:
    ///   - groups: the groups beside all residents; nil for all that there are.
    ///   - order: the origins that are drawn for, in an order that does not depend on that of rows, see
    ///     ``Town/PopulationTable/canonicalOrder``.
    ///   - movesWithinCells: whether people in large cells are put anywhere in them.
    init(_ population: PopulationTable, groups: [Int]? = nil, order: [Int], movesWithinCells: Bool) {
        let groups = groups ?? Array(population.counts.indices.dropFirst())
        let columns = ([0] + groups).map { Column(population, group: $0) }
        coarseCells = movesWithinCells ? population.coarseCells.cellsOfOrigins : []
        isExact = coarseCells.isEmpty && columns.allSatisfy(\.isExact)
        self.columns = columns
        self.order = order
    }

    /// The counts of a draw, all residents first.
    func counts(_ random: inout SeededRandom) -> [[Double]] {
        var drawn = columns.map(\.counts)
        for origin in order {
            for (number, column) in columns.enumerated() {
                drawn[number][origin] = column.drawn(
                    origin, most: number == 0 ? .infinity : drawn[0][origin], &random)
            }
        }
        if !coarseCells.isEmpty { gather(&drawn, &random) }
        return drawn
    }

    /// The counts of a draw with a number, which has a stream of its own.
    func counts(draw: Int, seed: UInt64 = seed) -> [[Double]] {
        var random = SeededRandom(seed: seed, stream: UInt64(truncatingIfNeeded: draw))
        return counts(&random)
    }

    /// Of a large cell nothing says where in it people live: all of them are put to one of its origins, drawn with the chance
    /// that a person is counted there. People live less unevenly than that, so figures move less than drawn.
    private func gather(_ drawn: inout [[Double]], _ random: inout SeededRandom) {
        let count = Int(coarseCells.max() ?? -1) + 1
        var sums = drawn.map { _ in [Double](repeating: 0, count: count) }
        for origin in order where coarseCells[origin] >= 0 {
            for column in drawn.indices { sums[column][Int(coarseCells[origin])] += drawn[column][origin] }
        }
        // Cells are numbered by rows, so each takes its number where it comes first in the order of origins.
        var left = [Double?](repeating: nil, count: count)
        for origin in order where coarseCells[origin] >= 0 {
            let cell = Int(coarseCells[origin])
            let before = left[cell] ?? random.uniform() * sums[0][cell]
            let after = before - drawn[0][origin]
            let isChosen = before >= 0 && after < 0
            left[cell] = after
            for column in drawn.indices { drawn[column][origin] = isChosen ? sums[column][cell] : 0 }
        }
    }
}

/// The counts of a group with what is not exactly known of them.
private struct Column: Sendable {
    let counts: [Double]
    private let spread: CountSpread

    init(_ population: PopulationTable, group: Int) {
        counts = population.counts[group]
        spread = population.spreads.indices.contains(group) ? population.spreads[group] : .none
    }

    var isExact: Bool {
        counts.indices.allSatisfy { origin in
            let range = range(origin)
            return variance(origin) == 0 && range.lowerBound == range.upperBound
        }
    }

    /// The count of a draw, of which there are at most so many.
    func drawn(_ origin: Int, most: Double, _ random: inout SeededRandom) -> Double {
        let range = range(origin)
        var count = counts[origin]
        if range.lowerBound < range.upperBound {
            let highest = max(range.lowerBound, min(range.upperBound, most))
            // Nothing can be drawn from a range without an end.
            if highest < CountSpread.unbounded {
                count = range.lowerBound + (highest - range.lowerBound) * random.uniform()
            }
        }
        let variance = variance(origin)
        if variance > 0 { count += variance.squareRoot() * random.deviate() }
        return min(max(0, count), most)
    }

    private func variance(_ origin: Int) -> Double {
        spread.noiseVariances.indices.contains(origin) ? spread.noiseVariances[origin] : 0
    }

    private func range(_ origin: Int) -> ClosedRange<Double> {
        let count = counts[origin]
        let lowest = spread.lowest.indices.contains(origin) ? min(spread.lowest[origin], count) : count
        let highest = spread.highest.indices.contains(origin) ? max(spread.highest[origin], count) : count
        return lowest...highest
    }
}

extension PopulationTable {
    /// Whether nobody knows how many people there may be somewhere.
    var isOpen: Bool { spreads.first?.highest.contains { $0 >= CountSpread.unbounded } ?? false }

    /// All origins by position and people: the same order however the table is sorted.
    var canonicalOrder: [Int] { Indicators.canonicalOrder([xs, ys] + counts) }
}

/// The rows of some columns in ascending order, by the first column in which they differ.
func canonicalOrder(_ columns: [[Double]]) -> [Int] {
    (columns.first?.indices ?? 0..<0).sorted { left, right in
        for column in columns where column[left] != column[right] { return column[left] < column[right] }
        return left < right
    }
}
