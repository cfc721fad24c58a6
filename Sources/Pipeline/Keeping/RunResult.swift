internal import Disclosure
internal import Features
internal import Project
internal import ReferenceSystems
internal import Town
internal import Wording

/// Everything that the writers of a run's folder take: what was computed, and what the project file says of texts,
/// languages and protection.
struct RunResult {
    let kept: KeptRun
    let project: ProjectFile
    let projectPath: String
    /// What the town says in its own words, and what was found of it.
    let words: TownWords
    /// The language of the reports' first page and of the column descriptions.
    let language: Language
    /// The system that everything was computed in.
    let system: CoordinateReferenceSystem

    /// - Parameter language: what the user chose now; nil for what was chosen for the run, else for the project's.
    /// - Throws: `Failure` where the system of coordinates is unknown, which that of a finished run never is.
    init(
        _ kept: KeptRun, project: ProjectFile, projectPath: String, words: TownWords, language: Language? = nil
    ) throws(Failure) {
        self.kept = kept
        self.project = project
        self.projectPath = projectPath
        self.words = words
        self.language =
            language ?? kept.language ?? ProjectLanguage.declared(project) ?? kept.environmentLanguage
        do {
            system = try CoordinateReferenceSystem(kept.facts.referenceSystem)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, SourceLocation(file: projectPath)))
        }
    }

    /// Whether ways along streets were measured.
    var hasTravel: Bool { kept.facts.travel != nil }

    /// Writes both editions and what later reports are made from.
    ///
    /// - Parameters:
    ///   - state: the file of the kept run, where it is there already.
    ///   - forms: what else is made of each page of the internal edition.
    /// - Returns: everything found, that of protecting counts included.
    func write(
        to folder: OutputFolder, state: [UInt8]? = nil, forms: Set<PrintedForm>, progress: RunProgress
    ) throws(Failure) -> [Diagnostic] {
        let publications = try publications()
        let findings =
            words.findings + kept.findings + publications.compactMap(\.cost).compactMap { $0.finding(projectPath) }
            + ReleasedReading.unused(project.disclosure.released, from: FileAccess.folder(of: projectPath)).map {
                Diagnostic(.nothingReleased, at: SourceLocation(file: projectPath), ["folder": $0])
            }
        for publication in publications {
            try EditionWriter(self, publication, findings: findings).write(to: folder)
        }
        let bytes = if let state { state } else { try KeptRunFile.bytes(kept) }
        try folder.write(bytes, to: KeptRunFile.path)
        if !forms.isEmpty {
            let pages = try folder.files(below: "internal/report")
            let printed = try PrintedFiles.make(pages, as: forms, period: kept.study.period, progress: progress)
            for file in printed { try folder.write(file.bytes, to: file.path) }
        }
        return findings
    }

    /// What each edition may show.
    private func publications() throws(Failure) -> [Publication] {
        let isConfirmed = project.report.placesConfirmedOn != nil
        let disclosure = project.disclosure
        let released = try ReleasedReading.read(disclosure.released, from: FileAccess.folder(of: projectPath))
        return [
            .internal(study: kept.study, table: kept.table, released: released, causes: kept.causes),
            try .public(
                study: kept.study, table: kept.table, rules: disclosure.rules, released: released,
                confirmed: isConfirmed, causes: kept.causes),
        ]
    }
}
