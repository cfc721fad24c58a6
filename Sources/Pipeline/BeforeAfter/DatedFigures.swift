internal import Features
internal import Glibc
internal import History
internal import Indicators
internal import Project

/// The figures of a town at one date, from a run of the history or computed from a project.
struct DatedFigures: Sendable {
    /// The year or date.
    let period: String
    /// The figures that have a value to rely on; of towns and quarters.
    let values: [IndicatorTable.Key: Figure]
    /// The names of the quarters, by id.
    let quarterNames: [String: String]

    /// A value with what it takes to compare it.
    struct Figure: Sendable, Hashable {
        let value: Double
        let unit: String
        let methodVersion: Int
    }

    /// Values that count: those from complete data, and estimates such as all of cells are.
    private static let reliable: Set<Status> = [.valid, .estimated]

    init(period: String, _ table: IndicatorTable) {
        self.period = period
        var values: [IndicatorTable.Key: Figure] = [:]
        var names: [String: String] = [:]
        for value in table.values {
            if value.level == .quarter { names[value.areaID] = value.areaName }
            guard value.level <= .quarter, DatedFigures.reliable.contains(value.status), let number = value.value else {
                continue
            }
            values[value.key] = Figure(value: number, unit: value.unit, methodVersion: value.methodVersion)
        }
        self.values = values
        quarterNames = names
    }

    init(_ run: HistoryRun) {
        period = run.period
        var values: [IndicatorTable.Key: Figure] = [:]
        var names: [String: String] = [:]
        for figure in run.figures {
            guard let level = AreaLevel(rawValue: figure.area.level), level <= .quarter else { continue }
            if level == .quarter { names[figure.area.id] = figure.area.name }
            guard let status = Status(rawValue: figure.status), DatedFigures.reliable.contains(status),
                let number = figure.value
            else { continue }
            let measure = figure.measure
            let key = IndicatorTable.Key(
                level: level, areaID: figure.area.id, indicator: measure.indicator,
                group: measure.group.isEmpty ? nil : measure.group,
                category: measure.category.isEmpty ? nil : measure.category, parameters: measure.parameters)
            values[key] = Figure(value: number, unit: measure.unit, methodVersion: measure.methodVersion)
        }
        self.values = values
        quarterNames = names
    }
}

extension DatedFigures {
    /// The figures that the history has of the earlier of two dates: those of the newest run with the same period and the
    /// same data. Nil where neither project names a history, or none of its runs is of these data.
    ///
    /// - Throws: Where the history cannot be read.
    init?(recorded before: TownInputs, or after: TownInputs) throws(Failure) {
        for inputs in [after, before] {
            guard let path = HistoryLocation.path(of: inputs.project, at: inputs.projectPath), access(path, F_OK) == 0
            else { continue }
            let store = try HistoryStore.openReadOnly(path)
            let data = Set(before.records.map(\.source.sha256))
            for summary in try store.runs().reversed() where summary.period == before.project.period {
                let run = try store.run(summary.id)
                if Set(run.inputs.map(\.sha256)) == data {
                    self.init(run)
                    return
                }
            }
        }
        return nil
    }
}
