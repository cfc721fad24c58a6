internal import Disclosure
public import Features
internal import Indicators
internal import Project
public import ReferenceSystems
internal import Town
internal import Travel
public import Wording

/// What the user chose for a run.
public struct RunOptions: Sendable, Hashable {
    /// The folder to write; made whole or not at all.
    public var output: String
    /// Whether an older output may be replaced.
    public var overwrite: Bool
    /// The language of the reports' first page and of the column descriptions; nil for the project's.
    public var language: Language?
    /// The language where neither the user nor the project says one.
    public var environmentLanguage: Language
    /// What to do where a datum shift lacks its grid.
    public var missingGrid: MissingGridPolicy
    /// When the run is made, seconds after 1970-01-01 00:00:00 UTC, as the history of a project notes it; nil for a run
    /// that is not recorded, whatever the project file says.
    public var recordedAt: Int?
    /// What is to be known of the run in the history; empty for nothing.
    public var note: String

    /// Makes options.
    public init(
        output: String, overwrite: Bool = false, language: Language? = nil, environmentLanguage: Language = .english,
        missingGrid: MissingGridPolicy = .refuse, recordedAt: Int? = nil, note: String = ""
    ) {
        self.output = output
        self.overwrite = overwrite
        self.language = language
        self.environmentLanguage = environmentLanguage
        self.missingGrid = missingGrid
        self.recordedAt = recordedAt
        self.note = note
    }
}

/// What a run did.
public struct RunSummary: Sendable {
    /// The folder written.
    public let output: String
    /// The language of the reports.
    public let language: Language
    /// Everything found in the data.
    public let findings: [Diagnostic]
    /// The number of indicator values.
    public let valueCount: Int
    /// What became of the run in the history; nil where the project has none.
    public let recorded: RecordedRun?
}

/// A run in the history of a project.
public struct RecordedRun: Sendable, Hashable {
    /// Its number.
    public let number: Int
    /// Whether it was added; otherwise the newest run says the same already.
    public let isNew: Bool
}

/// A run that was written and recorded.
struct FinishedRun {
    /// What is told of it.
    let summary: RunSummary
    /// The town.
    let study: Study
    /// What was read for each entry of the project file.
    let records: [InputRecord]
}

/// The corridor: a project file in, a folder of tables, maps and reports out.
public enum Run {
    /// Reads, overlays, computes, writes.
    ///
    /// - Throws: `Failure`; the output folder is then as it was.
    public static func run(
        project path: String, options: RunOptions, progress: RunProgress = .silent
    ) throws(Failure) -> RunSummary {
        try finish(project: path, options: options, progress: progress).summary
    }

    /// A run with what it was made of.
    static func finish(
        project path: String, options: RunOptions, progress: RunProgress
    ) throws(Failure) -> FinishedRun {
        let folder = try OutputFolder(path: options.output, overwrite: options.overwrite)
        let history = HistoryLocation.path(of: try TownInputs.readProject(path).0, at: path)
        try OutputNesting.refuse([("history", history)], in: options.output, at: SourceLocation(file: path))
        let inputs = try TownInputs.read(path, missingGrid: options.missingGrid, progress: progress)
        _ = try EarlierTown.find(inputs.project, at: path)
        // What the work needs at its end is looked for before it.
        for form in PrintedForm.wanted(by: inputs.project) { try form.prepare() }
        // Opened before the work, so that a store that cannot take the run is told at once.
        let recording = try RunRecording(inputs, options)
        let assembly = try StudyAssembly(inputs, progress: progress)
        progress.report(.computing)
        let table = try table(inputs, assembly, settings: inputs.settings)
        let facts = RunFacts(inputs, assembly, missingGrid: options.missingGrid)
        let kept = KeptRun(
            facts: facts, study: assembly.study, table: table,
            catchments: assembly.travel.map { TownCatchment.all(of: assembly.study.places, travel: $0) } ?? [],
            causes: try CausesOfChange.ofMainFigures(
                inputs, assembly, table, thresholds: facts.thresholds, missingGrid: options.missingGrid,
                progress: progress),
            noteSources: assembly.words.noteSources,
            findings: assembly.dataFindings
                + BoundaryFinding.findings(inputs, assembly.study, history: recording?.store),
            language: options.language,
            environmentLanguage: options.environmentLanguage)
        let result = try RunResult(kept, project: inputs.project, projectPath: path, words: assembly.words)
        progress.report(.writing)
        let findings = try result.write(to: folder, forms: PrintedForm.wanted(by: inputs.project), progress: progress)
        // First the history, then the folder: whoever is interrupted in between runs again, and nothing is recorded twice.
        let recorded = try recording?.record(inputs, assembly.study, table)
        try folder.commit()
        let summary = RunSummary(
            output: options.output, language: result.language, findings: findings, valueCount: table.values.count,
            recorded: recorded)
        return FinishedRun(summary: summary, study: assembly.study, records: inputs.records)
    }

    /// The values of the indicators that are asked for.
    ///
    /// - Parameter band: the walking speeds beside the profile's own.
    static func table(
        _ inputs: TownInputs, _ assembly: StudyAssembly, settings: IndicatorSettings, band: [Double] = TownTravel.band
    ) throws(Failure) -> IndicatorTable {
        IndicatorCatalogue.evaluate(try context(inputs, assembly, settings: settings, band: band))
    }

    /// What indicators are computed from.
    ///
    /// - Parameters:
    ///   - settings: what is asked of the catalogue; nil for what the project asks.
    ///   - band: the walking speeds beside the profile's own.
    static func context(
        _ inputs: TownInputs, _ assembly: StudyAssembly, settings: IndicatorSettings? = nil,
        band: [Double] = TownTravel.band
    ) throws(Failure) -> IndicatorContext {
        do {
            return try IndicatorContext(
                study: assembly.study,
                requests: assembly.travel?.requests(beside: band)
                    ?? [ReachRequest(straightLine: StraightLine(), distances: inputs.project.thresholds.distances)],
                settings: settings ?? inputs.settings)
        } catch {
            throw Failure(
                .malformedData,
                Diagnostic(
                    .internalInconsistency, at: SourceLocation(file: inputs.projectPath),
                    ["detail": error.description]))
        }
    }
}

/// The language a project speaks unless the user chose another.
public enum ProjectLanguage {
    /// What the project file says; else German where the town has a municipal key; else nil.
    static func declared(_ project: ProjectFile) -> Language? {
        project.language ?? (project.town.municipalKey == nil ? nil : .german)
    }

    /// The language that a project file declares, for messages about a run that ended before its time; nil where the
    /// file cannot be read or declares none.
    public static func declared(in path: String) -> Language? {
        guard let (project, _) = try? TownInputs.readProject(path) else { return nil }
        return declared(project)
    }
}
