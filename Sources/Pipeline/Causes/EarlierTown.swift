internal import Features
internal import Project
internal import Town

/// The project of the date before, which `earlier:` of a project file names.
struct EarlierTown {
    /// The path of its project file.
    let path: String
    /// What the file says.
    let project: ProjectFile

    /// The project that another names; nil where it names none. Only its project file is read, and an `earlier` of its own
    /// is not followed.
    ///
    /// - Throws: `Failure` at the key where the file cannot be read, is not of a date before, or is of another town; and
    ///   what is found in that file where it is malformed.
    static func find(_ later: ProjectFile, at laterPath: String) throws(Failure) -> EarlierTown? {
        guard let entry = later.earlier else { return nil }
        let path = path(of: entry, from: laterPath)
        func refused(_ reason: String, _ more: [String: String] = [:]) -> Failure {
            let arguments = ["key": "earlier", "reason": reason, "hint": "value", "file": path]
            return Failure(
                .malformedData,
                Diagnostic(.valueInvalid, at: entry.location, arguments.merging(more) { _, new in new }))
        }
        let project: ProjectFile
        do throws(Failure) {
            project = try TownInputs.readProject(path).0
        } catch {
            throw error.kind == .unreadable ? refused("earlier_unreadable") : error
        }
        guard let before = Study.start(ofPeriod: project.period), let now = Study.start(ofPeriod: later.period),
            before < now
        else { throw refused("earlier_not_before", ["before": project.period, "period": later.period]) }
        let isSame =
            if let key = project.town.municipalKey, let own = later.town.municipalKey { key == own } else {
                project.town.name == later.town.name
            }
        guard isSame else { throw refused("earlier_other_town", ["town": project.town.name]) }
        return EarlierTown(path: path, project: project)
    }

    /// Where the project file lies.
    static func path(of entry: ProjectFile.EarlierEntry, from laterPath: String) -> String {
        let folder = FileAccess.folder(of: laterPath)
        if entry.path.hasPrefix("/") || folder.isEmpty { return entry.path }
        return folder == "/" ? "/" + entry.path : folder + "/" + entry.path
    }
}
