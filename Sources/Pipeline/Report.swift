public import Features
internal import Indicators
internal import Project
internal import Town
public import Wording

/// What the user chose for rendering a run again.
public struct ReportOptions: Sendable, Hashable {
    /// The language of the reports' first page; nil for that of the run or the project.
    public var language: Language?
    /// What else is made of each page of the internal edition. That of the public edition is made by `quartier publish`,
    /// of the pages that the audit passed.
    public var forms: Set<PrintedForm>

    /// Makes options.
    public init(language: Language? = nil, forms: Set<PrintedForm> = []) {
        self.language = language
        self.forms = forms
    }
}

/// Writes the files of a run again, without reading data or computing figures: after a change of texts, languages or
/// rules of protection in the project file, and of notes.
public enum Report {
    /// Reads what a run kept, takes texts, languages, sources, rules and notes from the project file of now, lets all values pass
    /// the door to the public edition again, and replaces the folder of the run whole or not at all.
    ///
    /// - Throws: `Failure` where the folder keeps no run, one of another version, one that was changed, or one of another
    ///   town; the folder is then as it was.
    public static func render(
        run: String, project path: String, options: ReportOptions = ReportOptions(), progress: RunProgress = .silent
    ) throws(Failure) -> RunSummary {
        progress.report(.reading, run)
        let (project, projectFindings) = try TownInputs.readProject(path)
        let forms = options.forms.union(PrintedForm.wanted(by: project))
        for form in forms { try form.prepare() }
        var (kept, state) = try KeptRunFile.read(folder: run)
        guard project.town.name == kept.study.townName, project.period == kept.study.period else {
            throw Failure(
                .malformedData,
                Diagnostic(
                    .keptRunOfOther, at: SourceLocation(file: path),
                    [
                        "run": "\(kept.study.townName) \(kept.study.period)",
                        "project": "\(project.town.name) \(project.period)",
                    ]))
        }
        let words = try TownWords(
            project, path: path, quarters: kept.study.quarters, places: kept.study.places, findings: projectFindings)
        kept.study.memory = TownMemory(notes: words.notes, participation: kept.study.memory.participation)
        kept.noteSources = words.noteSources
        let result = try RunResult(kept, project: project, projectPath: path, words: words, language: options.language)
        let folder = try OutputFolder(path: run, overwrite: true)
        progress.report(.writing)
        let findings = try result.write(to: folder, state: state, forms: forms, progress: progress)
        try folder.commit()
        return RunSummary(
            output: folder.path, language: result.language, findings: findings, valueCount: kept.table.values.count,
            recorded: nil)
    }
}
