/// How many people lived in the quarters in several years, as tables of a town with a column of years give them: what says
/// how a town has changed.
public struct QuarterSeries: Sendable, Codable, Hashable {
    /// The years, ascending, none of them later than the study.
    public let years: [Int]
    /// For each year, for each group of the study, all residents first, the people in each quarter; nil where no table
    /// gives a number.
    private let counts: [[[Double?]]]

    /// Makes a series.
    ///
    /// - Parameter counts: for each year, for each group, for each quarter; a year or group that is missing counts as not
    ///   given.
    public init(years: [Int], counts: [[[Double?]]]) {
        let order = years.indices.sorted { years[$0] < years[$1] }
        self.years = order.map { years[$0] }
        self.counts = order.map { counts.indices.contains($0) ? counts[$0] : [] }
    }

    /// The people of a group in a quarter; nil where no table gives a number.
    public func count(year: Int, group: Int, quarter: Int) -> Double? {
        guard let index = years.firstIndex(of: year), counts[index].indices.contains(group),
            counts[index][group].indices.contains(quarter)
        else { return nil }
        return counts[index][group][quarter]
    }

    /// The years in which some quarter has numbers of all these groups, ascending.
    public func years(ofGroups groups: [Int]) -> [Int] {
        zip(years, counts).filter { _, counts in
            guard groups.allSatisfy(counts.indices.contains), let first = groups.first else { return false }
            return counts[first].indices.contains { quarter in
                groups.allSatisfy { counts[$0].indices.contains(quarter) && counts[$0][quarter] != nil }
            }
        }.map(\.0)
    }
}
