public import Features
internal import Formats
public import History
internal import Planar
internal import Scheduling
internal import Wording

/// A history as tables with a data package (Frictionless 1.0): what remains readable without Quartier.
///
/// The figures of each run are a file of their own, so that neither writing nor reading takes more memory than one run.
public enum HistoryExport {
    /// Writes the folder; whole or not at all. All of it is for the town hall, as the store is.
    public static func write(_ store: HistoryStore, to path: String, overwrite: Bool) throws(Failure) {
        let folder = try OutputFolder(path: path, overwrite: overwrite)
        let runs = try store.runs()
        var tables = Tables()
        var figureFiles: [String] = []
        for summary in runs {
            let run = try store.run(summary.id)
            let name = "figures/run-\(summary.id).csv"
            try folder.write(figures(run, summary.id), to: name)
            figureFiles.append(name)
            tables.append(run, summary)
        }
        try tables.write(to: folder, notes: store.notes())
        try folder.write(package(figureFiles).utf8(.init(isIndented: true)) + [10], to: "datapackage.json")
        try folder.commit()
    }

    /// Seconds after 1970 as ISO 8601 writes them.
    public static func time(_ seconds: Int) -> String {
        let words = CivilTime(seconds: seconds).description.split(separator: " ")
        return words.joined(separator: "T") + "Z"
    }

    private typealias Column = (name: String, type: String)

    private static let runColumns: [Column] = [
        ("run", "integer"), ("period", "string"), ("recorded_at", "datetime"), ("town", "string"),
        ("project_sha256", "string"), ("content_sha256", "string"), ("boundaries_sha256", "string"),
    ]
    private static let outlineColumns: [Column] = [
        ("boundaries_sha256", "string"), ("area_id", "string"), ("crs", "string"), ("wkt", "string"),
    ]
    private static let versionColumns: [Column] = [
        ("run", "integer"), ("component", "string"), ("version", "string"),
    ]
    private static let inputColumns: [Column] = [
        ("run", "integer"), ("file", "string"), ("kind", "string"), ("bytes", "integer"), ("sha256", "string"),
        ("count", "integer"),
    ]
    private static let placeColumns: [Column] = [
        ("run", "integer"), ("place_id", "string"), ("name", "string"), ("category", "string"), ("x", "number"),
        ("y", "number"), ("details", "object"),
    ]
    private static let noteColumns: [Column] = [
        ("run", "integer"), ("recorded_at", "datetime"), ("note", "string"),
    ]
    private static let figureColumns: [Column] = [
        ("run", "integer"), ("level", "string"), ("area_id", "string"), ("area_name", "string"),
        ("indicator", "string"), ("parameters", "string"), ("group", "string"), ("category", "string"),
        ("method_version", "integer"), ("unit", "string"), ("status", "string"), ("value", "number"),
        ("lower", "number"), ("upper", "number"), ("n", "number"), ("band_lower", "number"), ("band_upper", "number"),
        ("unrecorded", "number"), ("reason", "string"), ("internal", "boolean"),
    ]

    private static func figures(_ run: HistoryRun, _ id: Int) -> [UInt8] {
        var table = CSVWriter(.standard, header: figureColumns.map(\.name))
        func number(_ value: Double?) -> TableCell { value.map { .number($0) } ?? .empty }
        for figure in run.figures {
            let (area, measure) = (figure.area, figure.measure)
            table.append([
                .integer(id), .text(area.level), .text(area.id), .text(area.name), .text(measure.indicator),
                .text(measure.parameters), .text(measure.group), .text(measure.category),
                .integer(measure.methodVersion), .text(measure.unit), .text(figure.status), number(figure.value),
                number(figure.lower), number(figure.upper), number(figure.n), number(figure.bandLower),
                number(figure.bandUpper), number(figure.unrecorded), .text(figure.reason),
                .text(measure.isInternal ? "true" : "false"),
            ])
        }
        return table.bytes
    }

    /// The tables that hold all runs.
    private struct Tables {
        var runs = CSVWriter(.standard, header: runColumns.map(\.name))
        var versions = CSVWriter(.standard, header: versionColumns.map(\.name))
        var inputs = CSVWriter(.standard, header: inputColumns.map(\.name))
        var places = CSVWriter(.standard, header: placeColumns.map(\.name))
        var outlines = CSVWriter(.standard, header: outlineColumns.map(\.name))
        private var writtenBoundaries: Set<String> = []

        mutating func append(_ run: HistoryRun, _ summary: HistoryRunSummary) {
            let id = TableCell.integer(summary.id)
            runs.append([
                id, .text(run.period), .text(time(run.recordedAt)), .text(run.town), .text(run.projectChecksum),
                .text(summary.checksum), .text(run.boundaries?.checksum ?? ""),
            ])
            append(run.boundaries)
            for (component, version) in run.versions.sorted(by: { $0.key < $1.key }) {
                versions.append([id, .text(component), .text(version)])
            }
            for input in run.inputs {
                inputs.append([
                    id, .text(input.file), .text(input.kind), .integer(input.bytes), .text(input.sha256),
                    .integer(input.count),
                ])
            }
            for place in run.places {
                let details = place.details.sorted { $0.key < $1.key }.map {
                    JSONValue.Member($0.key, .string($0.value))
                }
                places.append([
                    id, .text(place.id), .text(place.name), .text(place.category), .number(place.x), .number(place.y),
                    .text(JSONValue.object(details).text()),
                ])
            }
        }

        /// Outlines that several runs share stand once.
        private mutating func append(_ boundaries: HistoryBoundaries?) {
            guard let boundaries, writtenBoundaries.insert(boundaries.checksum).inserted else { return }
            for outline in boundaries.outlines {
                let shape = try? WellKnownGeometry(binary: outline.wellKnownBinary).geometry
                outlines.append([
                    .text(boundaries.checksum), .text(outline.id), .text(boundaries.system),
                    .text(shape?.wellKnownText ?? ""),
                ])
            }
        }

        func write(to folder: OutputFolder, notes: [HistoryNote]) throws(Failure) {
            var table = CSVWriter(.standard, header: noteColumns.map(\.name))
            for note in notes {
                table.append([
                    note.run.map { .integer($0) } ?? .empty, .text(time(note.recordedAt)), .text(note.text),
                ])
            }
            try folder.write(runs.bytes, to: "runs.csv")
            try folder.write(versions.bytes, to: "versions.csv")
            try folder.write(inputs.bytes, to: "inputs.csv")
            try folder.write(places.bytes, to: "places.csv")
            try folder.write(outlines.bytes, to: "outlines.csv")
            try folder.write(table.bytes, to: "notes.csv")
        }
    }

    private static func package(_ figureFiles: [String]) -> JSONValue {
        func resource(_ name: String, _ path: JSONValue, _ columns: [Column]) -> JSONValue {
            [
                "name": .string(name), "path": path, "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8",
                "schema": [
                    "fields": .array(columns.map { ["name": .string($0.name), "type": .string($0.type)] }),
                    "missingValues": [""],
                ],
            ]
        }
        var resources = [
            resource("runs", "runs.csv", runColumns), resource("versions", "versions.csv", versionColumns),
            resource("inputs", "inputs.csv", inputColumns), resource("places", "places.csv", placeColumns),
            resource("outlines", "outlines.csv", outlineColumns), resource("notes", "notes.csv", noteColumns),
        ]
        if !figureFiles.isEmpty {
            resources.append(resource("figures", .array(figureFiles.map { .string($0) }), figureColumns))
        }
        return [
            "name": "quartier-history", "profile": "tabular-data-package",
            "description": "Internal: unprotected figures of all runs.", "resources": .array(resources),
        ]
    }
}
