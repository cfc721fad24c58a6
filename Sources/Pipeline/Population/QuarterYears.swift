internal import Project
internal import Town

/// Puts the counts of all years together that the tables of the quarters tell of, group by group.
struct QuarterYears {
    private let groups: [ProjectFile.GroupEntry]
    /// For each year, for each group that a table tells of, the number of each quarter.
    private var numbers: [Int: [Int: [Double?]]] = [:]

    /// No years yet.
    init(groups: [ProjectFile.GroupEntry]) { self.groups = groups }

    /// Adds what the table says of a group that has been chosen for it. Years after that of the study are left out, and so
    /// are numbers below 0 of earlier years; the study's own are reported where they are read.
    mutating func add(_ series: AreaSeries, column: String, group: Int, until last: Int?) {
        guard let last else { return }
        for year in series.years.compactMap(\.self) where year <= last {
            guard let values = series.values(group: column, year: year) else { continue }
            numbers[year, default: [:]][group] = values.map { value in
                value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
            }
        }
    }

    /// The counts; shares are counts of the residents of their year. Nil where there are not two years.
    var series: QuarterSeries? {
        let years = numbers.keys.sorted()
        guard years.count > 1 else { return nil }
        return QuarterSeries(
            years: years,
            counts: years.map { year in
                let all = numbers[year]?[0] ?? []
                return groups.enumerated().map { index, group in
                    let known = numbers[year]?[index] ?? []
                    guard group.isShare else { return known }
                    return zip(known, all).map { percent, all in
                        percent.flatMap { percent in all.map { min(percent, 100) / 100 * $0 } }
                    }
                }
            })
    }
}
