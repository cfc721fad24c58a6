/// Counts of sources, such as quarters or districts, brought to smaller or other areas.
public struct Disaggregation: Sendable, Hashable {
    /// How people are spread within a source.
    public enum Method: String, Sendable, Codable, Hashable, CaseIterable {
        /// Evenly.
        case areal
        /// After what is known of the land, the buildings or another count.
        case dasymetric
        /// Smoothly, without steps at the borders of sources.
        case pycnophylactic
    }

    /// Whether results are whole.
    public enum Rounding: String, Sendable, Codable, Hashable, CaseIterable {
        /// Not rounded.
        case none
        /// Whole persons by largest remainder, source by source. A source's count that is not whole is rounded first.
        case wholePersons = "whole_persons"
    }

    /// What was done, for the record of a run.
    public struct Record: Sendable, Codable, Hashable {
        /// The method.
        public let method: Method
        /// Whether results are whole.
        public let rounding: Rounding
        /// The number of sources.
        public let sourceCount: Int
        /// The number of targets.
        public let targetCount: Int
        /// The sum of each column over the sources.
        public let sourceTotals: [Double]
        /// The sum of each column over the targets: with ``unplacedTotals`` as much as the sources have.
        public let targetTotals: [Double]
        /// The sum of each column over the sources that no target meets.
        public let unplacedTotals: [Double]
        /// The sources in which nothing weighs anything, and which are divided by area instead; ascending.
        public let fallbackSources: [Int32]
        /// The sources that no target meets; ascending.
        public let unplacedSources: [Int32]
        /// How the surface was smoothed; nil for other methods.
        public let smoothing: Smoothing?
    }

    /// How a pycnophylactic surface came about.
    public struct Smoothing: Sendable, Codable, Hashable {
        /// The size of a cell in metres.
        public let cellSize: Double
        /// The rounds of each column.
        public let rounds: [Int]
        /// The change of each column in its last round, in parts of the mean of a cell.
        public let lastChanges: [Double]

        /// Makes an entry.
        public init(cellSize: Double, rounds: [Int], lastChanges: [Double]) {
            self.cellSize = cellSize
            self.rounds = rounds
            self.lastChanges = lastChanges
        }
    }

    /// For each column the count of each target.
    public let counts: [[Double]]
    /// What was done.
    public let record: Record

    /// Brings columns of counts from sources to targets.
    ///
    /// - Parameters:
    ///   - columns: for each column the count of each source; one that is missing, negative or no number is 0.
    ///   - shares: which part of each source goes to which target.
    ///   - method: how the shares were made.
    ///   - rounding: whether results are whole.
    ///   - arePartsOfFirst: whether every column counts some of the people of the first one. Then rounding leaves no
    ///     target with more of a group than of all.
    ///   - limit: the most people of each target, which lies in one source each: all residents of it, where the columns
    ///     are groups of them and were not spread together. Whole persons alone are held to it, as far as there is room.
    public init(
        _ columns: [[Double]], by shares: SourceShares, method: Method, rounding: Rounding = .none,
        arePartsOfFirst: Bool = false, limit: [Double]? = nil
    ) {
        self.init(
            columns, by: columns.map { _ in shares }, areas: shares, method: method, rounding: rounding,
            arePartsOfFirst: arePartsOfFirst, limit: limit, smoothing: nil)
    }

    /// The same with shares of their own for each column.
    init(
        _ columns: [[Double]], by shares: [SourceShares], areas: SourceShares, method: Method, rounding: Rounding,
        arePartsOfFirst: Bool, limit: [Double]?, smoothing: Smoothing?
    ) {
        let columns = columns.map { Disaggregation.clean($0, sourceCount: areas.sourceCount, rounding) }
        var counts: [[Double]] = []
        // What of the first column each entry got.
        var caps: [Int]? = limit.map { limit in
            areas.targets.map { limit.indices.contains(Int($0)) ? Int(exactly: limit[Int($0)].rounded()) ?? 0 : 0 }
        }
        for (column, shares) in zip(columns, shares) {
            var targets = [Double](repeating: 0, count: areas.targetCount)
            var given: [Int] = []
            for source in column.indices {
                let entries = shares.entries(ofSource: source)
                var parts = entries.map { shares.shares[$0] * column[source] }
                if rounding == .wholePersons, let total = Int(exactly: column[source]), !parts.isEmpty {
                    let room = caps.map { Array($0[entries]) }
                    let isRoom = room.map { $0.reduce(0, +) >= total } ?? true
                    let whole = LargestRemainder.round(parts, total: total, atMost: isRoom ? room : nil)
                    parts = whole.map(Double.init)
                    given += whole
                }
                for (entry, part) in zip(entries, parts) { targets[Int(shares.targets[entry])] += part }
            }
            if arePartsOfFirst, counts.isEmpty, given.count == shares.shares.count { caps = given }
            counts.append(targets)
        }
        self.counts = counts
        let fallback = Set(areas.fallbackSources).union(shares.flatMap(\.fallbackSources))
        record = Record(
            method: method, rounding: rounding, sourceCount: areas.sourceCount, targetCount: areas.targetCount,
            sourceTotals: columns.map { $0.reduce(0, +) }, targetTotals: counts.map { $0.reduce(0, +) },
            unplacedTotals: columns.map { column in areas.unplacedSources.reduce(0) { $0 + column[Int($1)] } },
            fallbackSources: fallback.sorted(), unplacedSources: areas.unplacedSources, smoothing: smoothing)
    }

    /// A column as it is distributed: as many counts as sources, none of them negative.
    static func clean(_ column: [Double], sourceCount: Int, _ rounding: Rounding) -> [Double] {
        (0..<sourceCount).map { source in
            let count = column.indices.contains(source) && column[source].isFinite ? max(column[source], 0) : 0
            return rounding == .wholePersons ? count.rounded() : count
        }
    }
}
