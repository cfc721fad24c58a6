internal import Features
internal import Project

/// Where the files of a project's updates lie.
struct UpdateFolder: Sendable, Hashable {
    /// The project file as the user named it.
    let project: String
    /// The folder of the state, the lock and the downloads.
    let path: String
    /// The folder with the results.
    let output: String

    init(_ entry: UpdateEntry, project: String) {
        let folder = FileAccess.folder(of: project)
        func path(_ name: String) -> String {
            let name = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
            return folder.isEmpty || name.hasPrefix("/") ? name : folder == "/" ? "/" + name : folder + "/" + name
        }
        self.project = project
        self.path = path(entry.folder)
        output = path(entry.output)
    }

    /// What the last updates left to know.
    var state: String { path + "/stand.json" }
    /// The file that a running update holds.
    var lock: String { path + "/sperre" }
    /// Where files from elsewhere lie.
    var downloads: String { path + "/" + UpdateEntry.downloadFolder }

    /// The name of the project file: two project files of one folder need a folder of updates each.
    var projectName: String { project.split(separator: "/").last.map(String.init) ?? project }
}
