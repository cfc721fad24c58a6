public import Features
internal import Project

/// Where the history of a project lies.
public enum HistoryLocation {
    /// The file that a project file names.
    /// - Throws: Where the project file cannot be read, or names none.
    public static func path(project path: String) throws(Failure) -> String {
        let (project, _) = try TownInputs.readProject(path)
        guard let found = Self.path(of: project, at: path) else {
            throw Failure(.usage, Diagnostic(.historyMissing, at: SourceLocation(file: path)))
        }
        return found
    }

    static func path(of project: ProjectFile, at path: String) -> String? {
        let folder = FileAccess.folder(of: path)
        return project.history.map { folder.isEmpty || $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    }
}
