internal import Features
internal import Formats
internal import History
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Topology
internal import Town

/// Puts a run into the history that the project file names.
struct RunRecording {
    let store: HistoryStore
    private let recordedAt: Int
    private let note: String

    /// Opens the store; nil where the project names none, or the run is not to be recorded.
    init?(_ inputs: TownInputs, _ options: RunOptions) throws(Failure) {
        guard let recordedAt = options.recordedAt,
            let path = HistoryLocation.path(of: inputs.project, at: inputs.projectPath)
        else { return nil }
        store = try HistoryStore.open(path)
        self.recordedAt = recordedAt
        note = options.note
    }

    /// Adds the run, unless the newest one says the same.
    func record(
        _ inputs: TownInputs, _ study: Study, _ table: IndicatorTable
    ) throws(Failure) -> RecordedRun {
        switch try store.append(Self.run(inputs, study, table, recordedAt), note: note) {
        case .recorded(let number): RecordedRun(number: number, isNew: true)
        case .unchanged(let number): RecordedRun(number: number, isNew: false)
        }
    }

    private static func run(
        _ inputs: TownInputs, _ study: Study, _ table: IndicatorTable, _ recordedAt: Int
    ) throws(Failure) -> HistoryRun {
        var versions = [
            "quartier": QuartierVersion.number, "geos": TopologyLibrary.version, "proj": ProjLibrary.version,
        ]
        versions["epsg_database"] = ProjLibrary.databaseVersion
        return HistoryRun(
            period: inputs.project.period, recordedAt: recordedAt, town: inputs.project.town.name,
            projectChecksum: try FileAccess.source(inputs.projectPath).sha256, versions: versions,
            inputs: inputs.records.map {
                .init(
                    file: $0.entry.file, kind: $0.entry.kind.rawValue, bytes: $0.source.bytes, sha256: $0.source.sha256,
                    count: $0.count)
            }, figures: table.values.map(figure), places: places(study.places),
            boundaries: QuarterOutlines(study).kept)
    }

    private static func figure(_ value: IndicatorValue) -> HistoryRun.Figure {
        HistoryRun.Figure(
            area: .init(level: value.level.rawValue, id: value.areaID, name: value.areaName),
            measure: .init(
                indicator: value.indicator, methodVersion: value.methodVersion, parameters: value.parameters,
                unit: value.unit, group: value.group ?? "", category: value.category ?? "",
                isInternal: value.isInternal),
            status: value.status.rawValue, value: value.value, lower: value.lower, upper: value.upper, n: value.n,
            bandLower: value.band?.lowerBound, bandUpper: value.band?.upperBound, unrecorded: value.unrecorded,
            reason: value.reason?.rawValue ?? "")
    }

    /// What is known of each place that can make a figure change.
    private static func places(_ table: PlaceTable) -> [HistoryRun.Place] {
        table.ids.indices.map { row in
            var details: [String: String] = [:]
            details["hours"] = table.hours[row]
            details["operator"] = table.operators[row]
            details["funded_until"] = table.fundedUntil[row]
            details["capacity"] = table.capacities[row].map(NumberText.plain)
            details["room_area"] = table.roomAreas[row].map(NumberText.plain)
            if table.wheelchair[row] != .unknown { details["wheelchair"] = table.wheelchair[row].rawValue }
            if !table.languages[row].isEmpty { details["languages"] = table.languages[row].joined(separator: ";") }
            return HistoryRun.Place(
                id: table.ids[row], name: table.names[row],
                category: table.categories[Int(table.categoryIndexes[row])].id, x: table.xs[row], y: table.ys[row],
                details: details)
        }
    }
}
