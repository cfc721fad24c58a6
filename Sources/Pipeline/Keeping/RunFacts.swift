internal import Overlay
internal import Features
internal import Formats
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Reports
internal import Topology
internal import Town
internal import Travel

/// What a run was made of and how, as its record and its reports tell it; plain values that outlive the run.
struct RunFacts: Sendable, Codable {
    /// The libraries that a run computed with.
    struct Versions: Sendable, Codable {
        let quartier: String
        let geos: String
        let proj: String
        let epsgDatabase: String?
    }

    /// One input: file, kind, size, checksum, and how its coordinates came into the study's system.
    struct Input: Sendable, Codable {
        let file: String
        let kind: String
        let source: SourceFile
        let count: Int
        let operation: Operation?
    }

    /// How coordinates came into the study's system.
    struct Operation: Sendable, Codable {
        let name: String
        let accuracyMetres: Double?
        let grids: [String]
        let isBallpark: Bool
        let usesFallback: Bool
    }

    /// A profile with the network that it had.
    struct Way: Sendable, Codable {
        let id: String
        let speed: Double
        let method: String
        let methodVersion: Int
        let usedWays: Int
        let ways: Int
        let nodes: Int
        let edges: Int
        let metres: Double
        let droppedMetres: Double
        let components: Int
        let islands: Int
    }

    /// An indicator and the numbers it was computed with, by name.
    struct Indicator: Sendable, Codable {
        let id: String
        let version: Int
        let parameters: [Parameter]

        struct Parameter: Sendable, Codable {
            let name: String
            let numbers: [Double]
        }
    }

    let versions: Versions
    /// What was to be done where a datum shift lacks its grid.
    let missingGrid: String
    /// The definition of the metric system that everything was computed in.
    let referenceSystem: String
    let thresholds: Thresholds
    /// Gaps, overlaps and pieces smaller than this (m²) were not reported.
    let minimumOverlap: Double
    let inputs: [Input]
    let noise: UsedNoise?
    let disaggregations: [DisaggregationRecord]
    /// What is to say of how people get around; nil where reach was measured in a straight line.
    let travel: TravelNote?
    let ways: [Way]
    let indicators: [Indicator]
    /// What is to say of counts from a census.
    let people: PeopleNote?
    let provenance: Provenance

    /// The facts of a run.
    init(_ inputs: TownInputs, _ assembly: StudyAssembly, missingGrid: MissingGridPolicy) {
        versions = Versions(
            quartier: QuartierVersion.number, geos: TopologyLibrary.version, proj: ProjLibrary.version,
            epsgDatabase: ProjLibrary.databaseVersion)
        self.missingGrid = missingGrid.rawValue
        referenceSystem = inputs.referenceSystem.definition
        let thresholds = inputs.project.thresholds
        self.thresholds = Thresholds(distances: thresholds.distances, border: thresholds.border)
        minimumOverlap = thresholds.minimumOverlap
        self.inputs = inputs.records.map { record in
            Input(
                file: record.entry.file, kind: record.entry.kind.rawValue, source: record.source, count: record.count,
                operation: record.operation.map(Operation.init))
        }
        noise = assembly.noise
        disaggregations = assembly.disaggregations
        travel = assembly.travel.map(TravelNote.init)
        ways = assembly.travel?.ways.map(Way.init) ?? []
        let settings = inputs.settings
        indicators = IndicatorCatalogue.all.map(\.descriptor).filter(settings.includes).map { descriptor in
            Indicator(
                id: descriptor.id, version: descriptor.version,
                parameters: descriptor.parameters.map {
                    Indicator.Parameter(name: $0.name, numbers: settings.numbers($0, of: descriptor))
                })
        }
        people = RunFacts.peopleNote(inputs, assembly.noise)
        provenance = Provenance(
            toolVersion: QuartierVersion.number, operations: RunFacts.operations(inputs),
            inputs: RunFacts.inputFiles(inputs))
    }

    private static func peopleNote(_ inputs: TownInputs, _ noise: UsedNoise?) -> PeopleNote? {
        guard let noise, let basis = PeopleNote.Basis(rawValue: noise.basis.rawValue) else { return nil }
        let year = OneCensus.edition(of: inputs.layers(.population), inputs.project.groups)?.rawValue
        return PeopleNote(variance: noise.noise.variance, basis: basis, years: year.map { [$0] } ?? [])
    }

    /// The files, each once.
    private static func inputFiles(_ inputs: TownInputs) -> [Provenance.InputFile] {
        var files: [Provenance.InputFile] = []
        for record in inputs.records {
            let file = Provenance.InputFile(name: record.entry.file, checksum: record.source.sha256)
            if record.entry.format == .geoJSON || !files.contains(file) { files.append(file) }
        }
        return files
    }

    /// How the layers came into the study's system, each way once.
    private static func operations(_ inputs: TownInputs) -> [String] {
        var seen: [String] = []
        for operation in inputs.records.compactMap(\.operation) {
            var text = operation.name
            if let accuracy = operation.accuracyMetres { text += " (\(NumberText.shortest(accuracy)) m)" }
            if !seen.contains(text) { seen.append(text) }
        }
        return seen
    }
}

extension RunFacts.Operation {
    init(_ operation: TransformOperation) {
        self.init(
            name: operation.name, accuracyMetres: operation.accuracyMetres, grids: operation.grids.map(\.name),
            isBallpark: operation.isBallpark, usesFallback: operation.usesFallback)
    }
}

extension RunFacts.Way {
    init(_ way: TownTravel.Way) {
        let report = way.report
        self.init(
            id: way.profile.id, speed: way.profile.speed, method: way.travel.methodName,
            methodVersion: way.travel.methodVersion, usedWays: report.usedWayCount, ways: report.wayCount,
            nodes: report.nodeCount, edges: report.edgeCount, metres: report.metres,
            droppedMetres: report.droppedMetres, components: report.components.count, islands: report.islands.count)
    }
}

extension TravelNote {
    /// How people get around, as reports tell it.
    init(_ travel: TownTravel) {
        self.init(
            profiles: travel.ways.map { way in
                Profile(
                    id: way.profile.id, speed: way.profile.speed, metres: way.report.metres,
                    dropped: TravelNote.dropped(way.report))
            },
            minutes: travel.entry.minutes, band: TownTravel.band, snapping: travel.entry.snapping)
    }

    /// What is no part of a network, by reason, the longest first; what is no street is not missed.
    private static func dropped(_ report: NetworkReport) -> [DroppedStreets] {
        var metres: [Refusal: Double] = [:]
        for dropped in report.dropped where dropped.reason != .notAStreet && dropped.reason != .construction {
            metres[dropped.reason, default: 0] += dropped.metres
        }
        return Refusal.allCases.compactMap { reason in
            metres[reason].map { DroppedStreets(reason: reason.rawValue, metres: $0) }
        }.sorted { $0.metres > $1.metres }
    }
}
