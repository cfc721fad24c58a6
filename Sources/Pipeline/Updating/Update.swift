public import Features
internal import Foundation
internal import History
internal import Project
public import ReferenceSystems
public import Wording

/// What the user chose for an update.
public struct UpdateOptions: Sendable, Hashable {
    /// When it begins, seconds after 1970-01-01 00:00:00 UTC.
    public var now: Int
    /// The language of the reports' first page; nil for the project's.
    public var language: Language?
    /// The language where neither the user nor the project says one.
    public var environmentLanguage: Language
    /// What to do where a datum shift lacks its grid.
    public var missingGrid: MissingGridPolicy

    /// Makes options.
    public init(
        now: Int, language: Language? = nil, environmentLanguage: Language = .english,
        missingGrid: MissingGridPolicy = .refuse
    ) {
        self.now = now
        self.language = language
        self.environmentLanguage = environmentLanguage
        self.missingGrid = missingGrid
    }
}

/// Brings the results of a project up to date: looks at every input, and computes, records and writes only where something
/// changed. What it writes is a draft; publication is a person's step.
///
/// The order of writing is that of trust: files from elsewhere by rename, the run into the history in one transaction, the
/// output by rename, the state last. So whoever is killed leaves an old state, and the next update does the same work
/// again: the history knows the run already, and nothing is lost or there twice.
public enum Update {
    /// Updates a project.
    ///
    /// - Returns: what was done; also of an update that began and failed.
    /// - Throws: `Failure` where it could not begin: the project file cannot be read, the folder of updates cannot be
    ///   written, or another update is running (`temporary`).
    public static func run(
        project path: String, options: UpdateOptions, progress: RunProgress = .silent
    ) throws(Failure) -> UpdateOutcome {
        let (project, _) = try TownInputs.readProject(path)
        let entry = project.update ?? UpdateEntry()
        let folder = UpdateFolder(entry, project: path)
        try OutputNesting.refuse(
            [("update.folder", folder.path), ("history", HistoryLocation.path(of: project, at: path))],
            in: folder.output, at: entry.location ?? SourceLocation(file: path))
        try UpdateFolder.make(folder.path)
        let lock = try UpdateLock(folder.lock, startedAt: options.now)
        defer { withExtendedLifetime(lock) {} }
        var findings: [Diagnostic] = []
        let leftovers = Leftovers.clean(folder)
        if leftovers > 0 {
            findings.append(
                Diagnostic(.updateLeftovers, at: SourceLocation(file: folder.path), ["count": "\(leftovers)"]))
        }
        var state = try UpdateState.read(folder, findings: &findings)
        var outcome = UpdateOutcome(
            kind: .unchanged, town: project.town.name, period: project.period, startedAt: options.now,
            lastGoodAt: state.lastGoodAt, output: folder.output)
        outcome.previousRun = state.made?.run
        state.lastAttemptAt = options.now
        do throws(Failure) {
            try Downloads.fetch(
                entry.downloads, to: folder, state: &state, findings: &findings, progress: progress)
            var made = try step(project, folder, state, options, progress, &outcome)
            if outcome.kind != .unchanged { try UpdateFolder.synchronise(folder.output) }
            made.inputs = try InputLook.unchanged(made.inputs, project, at: path)
            state.made = made
            state.lastGoodAt = options.now
            try state.write(folder)
            outcome.announce(made, from: options.now, months: entry.months)
        } catch {
            outcome.kind = .failed
            outcome.failure = error
            outcome.findings += error.diagnostics
            // Where not even this can be written, the failure itself says why.
            try? state.write(folder)
        }
        outcome.findings = findings + outcome.findings.filter { !findings.contains($0) }
        return outcome
    }

    /// Looks at the files and does what they make necessary.
    private static func step(
        _ project: ProjectFile, _ folder: UpdateFolder, _ state: UpdateState, _ options: UpdateOptions,
        _ progress: RunProgress, _ outcome: inout UpdateOutcome
    ) throws(Failure) -> UpdateState.Made {
        let basis = try UpdateNeed.Basis(project: folder.project)
        let inputs = try InputLook.look(project, at: folder.project, known: state.made?.inputs ?? [])
        outcome.inputs = InputLook.changes(from: state.made?.inputs ?? [], to: inputs)
        outcome.kind = UpdateNeed.kind(basis, outcome.inputs, made: state.made, output: folder.output)
        if outcome.kind == .rendered, let made = state.made {
            if try render(folder, options, progress, &outcome) { return made.with(basis, inputs) }
            outcome.kind = .computed
        }
        if outcome.kind == .unchanged, let made = state.made { return made.with(basis, inputs) }
        return try compute(project, folder, state, options, progress, &outcome).with(basis, inputs)
    }

    /// Writes the files again from the figures of the last run; false where it was not kept so that this is possible.
    private static func render(
        _ folder: UpdateFolder, _ options: UpdateOptions, _ progress: RunProgress, _ outcome: inout UpdateOutcome
    ) throws(Failure) -> Bool {
        do throws(Failure) {
            let summary = try Report.render(
                run: folder.output, project: folder.project, options: ReportOptions(language: options.language),
                progress: progress)
            outcome.findings = summary.findings
            return true
        } catch {
            let needsRun: Set<DiagnosticCode> = [.keptRunMissing, .keptRunVersion, .keptRunDamaged, .keptRunOfOther]
            guard let code = error.diagnostics.first?.code, needsRun.contains(code) else { throw error }
            return false
        }
    }

    /// Computes everything, records the run and replaces the output.
    private static func compute(
        _ project: ProjectFile, _ folder: UpdateFolder, _ state: UpdateState, _ options: UpdateOptions,
        _ progress: RunProgress, _ outcome: inout UpdateOutcome
    ) throws(Failure) -> UpdateState.Made {
        let history = HistoryLocation.path(of: project, at: folder.project)
        let newest = try history.map { path throws(Failure) in try PastRuns.newest(path) } ?? nil
        let finished = try Run.finish(
            project: folder.project,
            options: RunOptions(
                output: folder.output, overwrite: true, language: options.language,
                environmentLanguage: options.environmentLanguage, missingGrid: options.missingGrid,
                recordedAt: options.now),
            progress: progress)
        outcome.findings = finished.summary.findings
        outcome.run = finished.summary.recorded
        // An update that was killed after it had recorded its run told nobody: then the run before it is the one to compare with.
        outcome.previousRun = state.made?.run ?? (finished.summary.recorded?.isNew == true ? newest : nil)
        outcome.isFirstRun = history == nil ? state.made == nil : outcome.previousRun == nil
        if let history, let before = outcome.previousRun, let now = outcome.run?.number, before < now {
            let tolerance = (project.update ?? UpdateEntry()).tolerance
            let changes = try PastRuns.changes(history, from: before, to: now, tolerance: tolerance)
            (outcome.changes, outcome.newMethods) = (changes.changes, changes.newMethods)
        }
        let made = UpdateState.Made(finished, output: folder.output)
        if let before = state.made {
            outcome.flagShrunken(from: before.counts, to: made.counts, project: folder.project)
        }
        return made
    }
}

/// What an update asks of the history.
private enum PastRuns {
    /// The number of the newest run; nil where there is none yet.
    static func newest(_ path: String) throws(Failure) -> Int? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try HistoryStore.open(path).runs().last?.id
    }

    static func changes(
        _ path: String, from before: Int, to after: Int, tolerance: Double
    ) throws(Failure) -> HeadlineChanges {
        let store = try HistoryStore.openReadOnly(path)
        return HeadlineChanges(from: try store.run(before), to: try store.run(after), tolerance: tolerance)
    }
}
