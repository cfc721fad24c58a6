internal import Features
internal import Formats
internal import History
internal import Project

/// Reads what changed from release to release, from nothing but the released files.
enum ReleasedChanges {
    /// The feed of a shelf; nil where nothing was released yet.
    ///
    /// - Parameter tolerance: in percent, see ``HeadlineChanges``.
    /// - Throws: `Failure` where a release cannot be read.
    static func feed(
        of shelf: PublicationShelf, town: String, url: String, tolerance: Double
    ) throws(Failure) -> ChangeFeed? {
        var releases: [Release] = []
        for folder in shelf.releases { releases.append(try release(folder)) }
        // The day first: a correction of an old period comes after a newer one.
        releases.sort { ($0.date, $0.name.utf8.count, $0.name) < ($1.date, $1.name.utf8.count, $1.name) }
        guard let newest = releases.last else { return nil }
        var entries: [ChangeFeed.Entry] = []
        for (before, after) in zip(releases, releases.dropFirst()) {
            let changes = HeadlineChanges(from: before.run, to: after.run, tolerance: tolerance)
            guard !changes.changes.isEmpty || !changes.newMethods.isEmpty else { continue }
            entries.append(
                ChangeFeed.Entry(
                    name: after.name, period: after.run.period, role: after.role, date: after.date, changes: changes))
        }
        return ChangeFeed(town: town, url: url, updated: newest.date, entries: entries.reversed())
    }

    private struct Release {
        var name: String
        var role: String
        var date: CalendarDate
        var run: HistoryRun
    }

    private static func release(_ folder: String) throws(Failure) -> Release {
        let path = folder + "/" + ReleaseRecord.fileName
        guard let record = try? JSONValue(parsing: try FileAccess.readAll(path)),
            let date = record["released_on"]?.string.flatMap(CalendarDate.init(iso:)),
            let role = record["released_by"]?.string, let period = record["period"]?.string
        else {
            throw Failure(.malformedData, Diagnostic(.releaseUnreadable, at: SourceLocation(file: path)))
        }
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let table = try CSVReader.read(path: folder + "/indicators.csv").layer
        let run = HistoryRun(period: period, recordedAt: 0, town: "", figures: figures(table))
        return Release(name: name, role: role, date: date, run: run)
    }

    /// The figures of the whole town.
    private static func figures(_ table: Layer) -> [HistoryRun.Figure] {
        let texts = [
            "level", "area_id", "indicator", "group", "category", "parameters", "unit", "status", "method_version",
        ]
        let columns = Dictionary(texts.map { ($0, table.column(named: $0)) }) { first, _ in first }
        let (values, lowers, uppers) = (
            table.column(named: "value"), table.column(named: "lower"), table.column(named: "upper")
        )
        return (0..<table.count).compactMap { row in
            func text(_ name: String) -> String { (columns[name] ?? nil)?.string(at: row) ?? "" }
            guard text("level") == "town" else { return nil }
            return HistoryRun.Figure(
                area: HistoryRun.Area(level: "town", id: text("area_id"), name: ""),
                measure: HistoryRun.Measure(
                    indicator: text("indicator"), methodVersion: Int(text("method_version")) ?? 0,
                    parameters: text("parameters"), unit: text("unit"), group: text("group"),
                    category: text("category")),
                status: text("status"), value: values?.double(at: row), lower: lowers?.double(at: row),
                upper: uppers?.double(at: row))
        }
    }
}
