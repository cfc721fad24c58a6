internal import Disclosure
internal import Overlay
internal import Features
internal import Formats
internal import Reports
internal import Town

/// `run.json`: what a run was made of and what it did, so that it can be repeated and trusted. Holds no clock, no
/// machine name and no attribute values, so the same inputs give the same bytes.
enum RunRecord {
    static let fileName = "run.json"

    /// The record as JSON.
    static func json(_ result: RunResult, _ publication: Publication, findings: [Diagnostic]) -> JSONValue {
        let (facts, study) = (result.kept.facts, result.kept.study)
        return [
            "format": "quartier-run/1",
            "versions": [
                "quartier": .string(facts.versions.quartier),
                "geos": .string(facts.versions.geos),
                "proj": .string(facts.versions.proj),
                "epsg_database": facts.versions.epsgDatabase.map { .string($0) } ?? .null,
            ],
            "town": .string(study.townName),
            "period": .string(study.period),
            "reference_system": .string(study.referenceSystem),
            "options": [
                "missing_grid": .string(facts.missingGrid),
                "measure": .string(facts.travel == nil ? "straight_line" : "network"),
                "distances": .array(facts.thresholds.distances.map { .number($0) }),
                "border": .number(facts.thresholds.border),
                "minimum_overlap": .number(facts.minimumOverlap),
                // What is made of each page beside it, of the public ones when they are published.
                "forms": .array(PrintedForm.wanted(by: result.project).map { .string($0.rawValue) }),
            ],
            "population": population(result.kept, publication.edition),
            "travel": facts.travel.map { travel($0, facts.ways) } ?? .null,
            "attribution": .array(Attribution.lines(result.project).map { .string($0) }),
            "inputs": .array(facts.inputs.map(input)),
            "notes": .array(
                publication.study.memory.notes.compactMap {
                    note(result.kept.noteSources[$0.id], publication.edition)
                }),
            "indicators": .array(
                facts.indicators.map { indicator in
                    [
                        "id": .string(indicator.id), "version": .integer(indicator.version),
                        "parameters": .object(
                            indicator.parameters.map {
                                JSONValue.Member($0.name, .array($0.numbers.map { .number($0) }))
                            }),
                    ]
                }),
            "identities": .array(publication.checks.map(check)),
            "diagnostics": counts(findings),
            "disclosure": publication.protection.map(\.json) ?? .null,
        ]
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
    private static func input(_ input: RunFacts.Input) -> JSONValue {
        [
            "file": .string(input.file),
            "kind": .string(input.kind),
            "bytes": .integer(input.source.bytes),
            "sha256": .string(input.source.sha256),
            "features": .integer(input.count),
            "operation": input.operation.map(operation) ?? .null,
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
    private static func population(_ kept: KeptRun, _ edition: Edition) -> JSONValue {
        if kept.study.population == nil { return .null }
        let facts = kept.facts
        return [
            "noise_variance": facts.noise.map { .number($0.noise.variance.rounded(decimals: 6)) } ?? .null,
            "noise_basis": facts.noise.map { .string($0.basis.rawValue) } ?? .null,
            "disaggregation": .array(
                facts.disaggregations.compactMap { spread in
                    let isOfAll = spread.isOfCells || spread.subject == kept.study.groups.first?.id
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
    private static func travel(_ travel: TravelNote, _ ways: [RunFacts.Way]) -> JSONValue {
        [
            "minutes": .array(travel.minutes.map { .number($0) }),
            "snapping_metres": .number(travel.snapping),
            "band_kmh": .array(travel.band.map { .number($0) }),
            "profiles": .array(
                ways.map { way in
                    [
                        "id": .string(way.id), "speed_kmh": .number(way.speed), "method": .string(way.method),
                        "method_version": .integer(way.methodVersion), "network": network(way),
                    ]
                }),
        ]
    }

    private static func network(_ way: RunFacts.Way) -> JSONValue {
        [
            "ways": .integer(way.usedWays), "ways_given": .integer(way.ways),
            "nodes": .integer(way.nodes), "edges": .integer(way.edges),
            "kilometres": .number((way.metres / 1_000).rounded(decimals: 3)),
            "dropped_kilometres": .number((way.droppedMetres / 1_000).rounded(decimals: 3)),
            "components": .integer(way.components), "islands": .integer(way.islands),
        ]
    }

    private static func operation(_ operation: RunFacts.Operation) -> JSONValue {
        [
            "name": .string(operation.name),
            "accuracy_metres": operation.accuracyMetres.map { .number($0) } ?? .null,
            "grids": .array(operation.grids.map { .string($0) }),
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
