public import Features
internal import Formats
internal import Planar
internal import ReferenceSystems
public import Wording

/// `quartier info`: what a file holds, without a project.
public struct FileInfo: Sendable {
    /// One column.
    public struct ColumnInfo: Sendable, Hashable {
        /// The name.
        public let name: String
        /// `integer`, `number`, `boolean`, `text`, `json`, `mixed` or `empty`.
        public let type: String
        /// The rows with a value.
        public let present: Int
        /// The different values; counting stops at ``distinctLimit``.
        public let distinct: Int
        /// The smallest number, for numbers.
        public let minimum: Double?
        /// The largest number, for numbers.
        public let maximum: Double?
    }

    /// At how many different values of a column the count stops.
    public static let distinctLimit = 1_000

    /// The layer.
    public let layer: Layer
    /// The kinds of its geometries and how many there are of each, by name.
    public let kinds: [(kind: String, count: Int)]
    /// The extent in the file's own coordinates; nil without a position.
    public let extent: (minX: Double, minY: Double, maxX: Double, maxY: Double)?
    /// The coordinate reference system the file claims, or WGS 84.
    public let referenceSystem: String
    /// The metric system that would suit, for files in degrees.
    public let suggestedSystem: String?
    /// The columns.
    public let columns: [ColumnInfo]
    /// What the reader found, and what looks suspicious.
    public let findings: [Diagnostic]

    /// Reads and describes a file.
    public init(path: String) throws(Failure) {
        let read = try FeatureFile.read(path: path)
        layer = read.layer
        let location = SourceLocation(file: path)
        var findings = read.diagnostics
        var counts: [String: Int] = [:]
        for row in 0..<layer.count {
            counts[layer.geometries[row].map { "\($0.kind)" } ?? "none", default: 0] += 1
        }
        kinds = counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
        let box = layer.geometries.envelope
        extent = box.isEmpty ? nil : (box.minX, box.minY, box.maxX, box.maxY)
        var suggested: String?
        do throws(ReferenceSystemError) {
            let system =
                try layer.crsText.map { text throws(ReferenceSystemError) in
                    try CoordinateReferenceSystem(text)
                } ?? .wgs84
            referenceSystem = "\(system)"
            if !box.isEmpty {
                let suspicions = system.suspicions(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
                findings += suspicions.map { Diagnostic($0, system, box, at: location) }
                if system.isGeographic, !suspicions.contains(.looksProjected) {
                    suggested = CoordinateReferenceSystem.suggestedMetricCode(
                        minLongitude: box.minX, minLatitude: box.minY, maxLongitude: box.maxX, maxLatitude: box.maxY)
                }
            }
        } catch {
            referenceSystem = layer.crsText ?? ""
            findings.append(MetricLayer.diagnostic(for: error, location))
        }
        suggestedSystem = suggested
        columns = layer.columns.map(FileInfo.describe)
        for column in columns {
            if column.type == "mixed" {
                findings.append(Diagnostic(.mixedTypes, at: location, ["column": column.name]))
            }
            if let minimum = column.minimum, minimum < 0 {
                findings.append(Diagnostic(.valueNegative, at: location, ["column": column.name]))
            }
        }
        self.findings = findings
    }

    /// Looks through the values of a column. Linear in the rows.
    static func describe(_ column: Column) -> ColumnInfo {
        let type = typeName(column.storage)
        var distinct: Set<String> = []
        var minimum: Double?
        var maximum: Double?
        let isNumeric = type == "integer" || type == "number"
        var present = 0
        for row in 0..<column.count where column.isPresent(at: row) {
            present += 1
            if distinct.count < distinctLimit, let text = column.string(at: row) { distinct.insert(text) }
            if isNumeric, let value = column.double(at: row) {
                minimum = min(minimum ?? value, value)
                maximum = max(maximum ?? value, value)
            }
        }
        return ColumnInfo(
            name: column.name, type: type, present: present, distinct: distinct.count, minimum: minimum,
            maximum: maximum)
    }

    private static func typeName(_ storage: Column.Storage) -> String {
        switch storage {
        case .empty: "empty"
        case .int32, .int64: "integer"
        case .doubles: "number"
        case .booleans: "boolean"
        case .texts, .codes: "text"
        case .mixed: "mixed"
        case .sparse(_, let values, _): typeName(values)
        }
    }

    /// The description as text.
    public func text(_ language: Language) -> String {
        let catalogue = Catalogue.of(language)
        func line(_ key: String, _ value: String) -> String { catalogue.text("info." + key) + ": " + value }
        var lines = [
            line("layer", layer.name), line("features", "\(layer.count)"),
            line("kinds", kinds.map { "\($0.kind) \($0.count)" }.joined(separator: ", ")),
            line("crs", referenceSystem),
        ]
        if let extent { lines.append(line("extent", "\(extent.minX) \(extent.minY) … \(extent.maxX) \(extent.maxY)")) }
        if let suggestedSystem { lines.append(line("suggested", suggestedSystem)) }
        lines.append(line("columns", "\(columns.count)"))
        for column in columns {
            var text = "  \(column.name): \(column.type), "
            text += catalogue.text("info.present", ["count": "\(column.present)"])
            let distinct = column.distinct < FileInfo.distinctLimit ? "\(column.distinct)" : "≥ \(column.distinct)"
            text += ", " + catalogue.text("info.distinct", ["count": distinct])
            if let minimum = column.minimum, let maximum = column.maximum {
                text += ", \(NumberText.shortest(minimum)) … \(NumberText.shortest(maximum))"
            }
            lines.append(text)
        }
        lines += findings.map { $0.description(language) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The description as JSON.
    public func json(_ language: Language) -> String {
        let value: JSONValue = [
            "layer": .string(layer.name), "file": .string(layer.source.path),
            "bytes": .integer(layer.source.bytes), "sha256": .string(layer.source.sha256),
            "features": .integer(layer.count),
            "geometries": .object(kinds.map { JSONValue.Member($0.kind, .integer($0.count)) }),
            "reference_system": .string(referenceSystem),
            "suggested_system": suggestedSystem.map { .string($0) } ?? .null,
            "extent": extent.map { [.number($0.minX), .number($0.minY), .number($0.maxX), .number($0.maxY)] } ?? .null,
            "columns": .array(
                columns.map { column in
                    [
                        "name": .string(column.name), "type": .string(column.type),
                        "present": .integer(column.present), "distinct": .integer(column.distinct),
                        "minimum": column.minimum.map { .number($0) } ?? .null,
                        "maximum": column.maximum.map { .number($0) } ?? .null,
                    ]
                }),
            "findings": .array(
                findings.map { finding in
                    [
                        "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
                        "message": .string(finding.message(language)),
                    ]
                }),
        ]
        return value.text(.indented) + "\n"
    }
}
