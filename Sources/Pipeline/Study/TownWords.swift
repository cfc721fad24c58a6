internal import Features
internal import Project
internal import Reports
internal import Town

/// What a town says in its own words: project file, notes, look. It is read anew for each report, other than the data, and
/// what was found of it with it.
struct TownWords {
    /// The notes, joined to quarters and places.
    let notes: [Note]
    /// The file of each note by its id.
    let noteSources: [String: SourceFile]
    /// What of the reports' looks and words is the town's own.
    let look: Look
    /// Everything found of the project file, the notes and the look.
    let findings: [Diagnostic]

    /// Reads the notes and the look.
    ///
    /// - Parameter found: what was found of the project file.
    /// - Throws: `Failure` where the folder of the notes is not there.
    init(
        _ project: ProjectFile, path: String, quarters: AreaTable, places: PlaceTable, findings found: [Diagnostic]
    ) throws(Failure) {
        let folder = FileAccess.folder(of: path)
        var findings = found
        (notes, noteSources) = try NoteReading.read(
            project, folder: folder, quarters: quarters, places: places, findings: &findings)
        look = LookReading.read(project, folder: folder, findings: &findings)
        self.findings = findings
    }
}
