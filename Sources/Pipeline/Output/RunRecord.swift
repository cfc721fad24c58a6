internal import Disclosure
internal import Overlay
internal import Project
internal import Features
internal import Formats
internal import Indicators
internal import ReferenceSystems
internal import Reports
internal import Topology
internal import Town
internal import Travel

/// `run.json`: what a run was made of and what it did, so that it can be repeated and trusted. Holds no clock, no
/// machine name and no attribute values, so the same inputs give the same bytes.
enum RunRecord {
    static let fileName = "run.json"

    /// The record as JSON.
    static func json(_ result: RunResult, _ publication: Publication, findings: [Diagnostic]) -> JSONValue {
        let (inputs, options) = (result.inputs, result.options)
        return [
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
                "measure": .string(result.travel == nil ? "straight_line" : "network"),
                "distances": .array(inputs.project.thresholds.distances.map { .number($0) }),
                "border": .number(inputs.project.thresholds.border),
                "minimum_overlap": .number(inputs.project.thresholds.minimumOverlap),
            ],
            "population": population(result, publication.edition),
            "travel": result.travel.map(travel) ?? .null,
            "attribution": .array(Attribution.lines(inputs.project).map { .string($0) }),
            "inputs": .array(inputs.records.map(input)),
            "notes": .array(
                publication.study.memory.notes.compactMap {
                    note(result.noteSources[$0.id], publication.edition)
                }),
            "indicators": .array(
                IndicatorCatalogue.all.map(\.descriptor).filter(result.inputs.settings.includes).map {
                    ["id": .string($0.id), "version": .integer($0.version), "parameters": parameters($0, result)]
                }),
            "identities": .array(publication.checks.map(check)),
            "diagnostics": counts(findings),
            "disclosure": publication.protection.map(\.json) ?? .null,
        ]
    }

    /// The numbers that an indicator was computed with, by name.
    private static func parameters(_ descriptor: IndicatorDescriptor, _ result: RunResult) -> JSONValue {
        .object(
            descriptor.parameters.map { parameter in
                let numbers = result.inputs.settings.numbers(parameter, of: descriptor)
                return JSONValue.Member(parameter.name, .array(numbers.map { .number($0) }))
            })
    }

    /// What must hold whatever the data are, and whether it does; the numbers where the edition tells them.
    private static func check(_ check: Publication.Check) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("indicator", .string(check.indicator)), .init("parameters", .string(check.parameters)),
            .init("identity", .string(check.name)),
        ]
        if let sides = check.sides {
            members.append(.init("left", .number(sides.left.rounded(decimals: 6))))
            members.append(.init("right", .number(sides.right.rounded(decimals: 6))))
        }
        return .object(members + [.init("holds", .boolean(check.holds))])
    }

    /// One input: file, kind, size, checksum, and how its coordinates came into the study's system.
    private static func input(_ record: InputRecord) -> JSONValue {
        [
            "file": .string(record.entry.file),
            "kind": .string(record.entry.kind.rawValue),
            "bytes": .integer(record.source.bytes),
            "sha256": .string(record.source.sha256),
            "features": .integer(record.count),
            "operation": record.operation.map(operation) ?? .null,
        ]
    }

    /// The file of a note that the edition shows; its name, which may say more than the note, stays in the town hall.
    private static func note(_ source: SourceFile?, _ edition: Edition) -> JSONValue? {
        guard let source else { return nil }
        let name = source.path.split(separator: "/").last.map(String.init)
        return [
            "file": edition == .internal ? name.map { .string($0) } ?? .null : .null,
            "bytes": .integer(source.bytes), "sha256": .string(source.sha256),
        ]
    }

    /// What the intervals of people reckon with, and how counts came to smaller areas. The public edition tells it of all
    /// residents only, and not how many they are: sums of sources are numbers of people like any other.
    private static func population(_ result: RunResult, _ edition: Edition) -> JSONValue {
        if result.study.population == nil { return .null }
        return [
            "noise_variance": result.noise.map { .number($0.noise.variance.rounded(decimals: 6)) } ?? .null,
            "noise_basis": result.noise.map { .string($0.basis.rawValue) } ?? .null,
            "disaggregation": .array(
                result.disaggregations.compactMap { spread in
                    let isOfAll = spread.isOfCells || spread.subject == result.study.groups.first?.id
                    if edition == .public, !isOfAll { return nil }
                    return disaggregation(spread, edition)
                }),
        ]
    }

    private static func disaggregation(_ spread: DisaggregationRecord, _ edition: Edition) -> JSONValue {
        let record = spread.record
        func totals(_ sums: [Double]) -> JSONValue { .array(sums.map { .number($0.rounded(decimals: 6)) }) }
        let counted: [JSONValue.Member] = [
            .init("source_totals", totals(record.sourceTotals)), .init("target_totals", totals(record.targetTotals)),
            .init("unplaced_totals", totals(record.unplacedTotals)),
        ]
        return .object(
            [
                .init("subject", .string(spread.subject)), .init("mask", .string(spread.mask)),
                .init("method", .string(record.method.rawValue)), .init("rounding", .string(record.rounding.rawValue)),
                .init("sources", .integer(record.sourceCount)), .init("targets", .integer(record.targetCount)),
            ] + (edition == .internal ? counted : []) + [
                .init(
                    "divided_otherwise",
                    .object(
                        spread.dividedOtherwise.map { JSONValue.Member($0.mask, .integer($0.names.count)) })),
                .init("divided_by_area", .integer(spread.dividedByArea.count)),
                .init("unplaced", .integer(spread.unplaced.count)),
            ])
    }

    /// How people get around: the times asked for, and each profile with the network it has.
    private static func travel(_ travel: TownTravel) -> JSONValue {
        [
            "minutes": .array(travel.entry.minutes.map { .number($0) }),
            "snapping_metres": .number(travel.entry.snapping),
            "band_kmh": .array(TownTravel.band.map { .number($0) }),
            "profiles": .array(
                travel.ways.map { way in
                    [
                        "id": .string(way.profile.id), "speed_kmh": .number(way.profile.speed),
                        "method": .string(way.travel.methodName),
                        "method_version": .integer(way.travel.methodVersion), "network": network(way.report),
                    ]
                }),
        ]
    }

    private static func network(_ report: NetworkReport) -> JSONValue {
        [
            "ways": .integer(report.usedWayCount), "ways_given": .integer(report.wayCount),
            "nodes": .integer(report.nodeCount), "edges": .integer(report.edgeCount),
            "kilometres": .number((report.metres / 1_000).rounded(decimals: 3)),
            "dropped_kilometres": .number((report.droppedMetres / 1_000).rounded(decimals: 3)),
            "components": .integer(report.components.count), "islands": .integer(report.islands.count),
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
