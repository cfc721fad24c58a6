internal import Project
internal import Features
internal import Formats
internal import Indicators
internal import ReferenceSystems
internal import Topology

/// `run.json`: what a run was made of and what it did, so that it can be repeated and trusted. Holds no clock, no
/// machine name and no attribute values, so the same inputs give the same bytes.
enum RunRecord {
    /// The record as JSON.
    static func json(_ inputs: TownInputs, options: RunOptions, findings: [Diagnostic]) -> JSONValue {
        [
            "format": "quartier-run/1",
            "versions": [
                "quartier": .string(QuartierVersion.number),
                "geos": .string(TopologyLibrary.version),
                "proj": .string(ProjLibrary.version),
                "epsg_database": ProjLibrary.databaseVersion.map { .string($0) } ?? .null,
            ],
            "town": .string(inputs.project.town.name),
            "period": .string(inputs.project.period),
            "reference_system": .string("\(inputs.referenceSystem)"),
            "options": [
                "missing_grid": .string(options.missingGrid.rawValue),
                "measure": "straight_line",
                "distances": .array(inputs.project.thresholds.distances.map { .number($0) }),
                "border": .number(inputs.project.thresholds.border),
                "minimum_overlap": .number(inputs.project.thresholds.minimumOverlap),
            ],
            "inputs": .array(inputs.layers.map(input)),
            "indicators": .array(
                IndicatorCatalogue.all.map {
                    ["id": .string($0.descriptor.id), "version": .integer($0.descriptor.version)]
                }),
            "diagnostics": counts(findings),
        ]
    }

    /// One input: file, kind, size, checksum, and how its coordinates came into the study's system.
    private static func input(_ layer: LoadedLayer) -> JSONValue {
        [
            "file": .string(layer.entry.file),
            "kind": .string(layer.entry.kind.rawValue),
            "bytes": .integer(layer.metric.layer.source.bytes),
            "sha256": .string(layer.metric.layer.source.sha256),
            "features": .integer(layer.metric.layer.count),
            "operation": layer.metric.operation.map(operation) ?? .null,
        ]
    }

    private static func operation(_ operation: TransformOperation) -> JSONValue {
        [
            "name": .string(operation.name),
            "accuracy_metres": operation.accuracyMetres.map { .number($0) } ?? .null,
            "grids": .array(operation.grids.map { .string($0.name) }),
            "ballpark": .boolean(operation.isBallpark),
            "fallback": .boolean(operation.usesFallback),
        ]
    }

    /// How often each code was found, by code.
    private static func counts(_ findings: [Diagnostic]) -> JSONValue {
        var counts: [DiagnosticCode: Int] = [:]
        for finding in findings { counts[finding.code, default: 0] += finding.occurrences }
        return .object(
            counts.keys.sorted().map { code in
                JSONValue.Member(
                    code.rawValue,
                    [
                        "name": .string(code.name), "severity": .string(code.severity.rawValue),
                        "count": .integer(counts[code] ?? 0),
                    ])
            })
    }
}

extension Diagnostic {
    /// How many times a summarised finding was met: what its `count` says, else once.
    var occurrences: Int { arguments["count"].flatMap { Int($0) } ?? 1 }
}
