internal import Features
internal import Foundation
internal import Project

/// A file as an update saw it.
struct KnownInput: Codable, Sendable, Equatable {
    /// The path as the project file leads to it.
    var path: String
    /// What a change of it makes necessary.
    var role: UpdateInput.Role
    /// The size in bytes; 0 where it is not there.
    var bytes: Int
    /// The SHA-256; empty where it is not there.
    var sha256: String
    /// By what a later update knows that the file was not touched; nil where it changed so lately that it could change once
    /// more without a trace.
    var stamp: FileStamp?
}

/// What the system keeps of a file and changes whenever somebody writes to it, puts another in its place, or sets its time:
/// the time of the last change of its entry (`ctime`) cannot be set by programs.
struct FileStamp: Codable, Sendable, Equatable {
    var inode: UInt64
    var bytes: Int
    /// Nanoseconds after 1970 of the last change of its content, as anybody may set it.
    var modified: Int
    /// Nanoseconds after 1970 of the last change of anything, as the system noted it.
    var changed: Int

    /// The stamp of an ordinary file; nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
        inode = UInt64(status.st_ino)
        bytes = Int(status.st_size)
        modified = nanoseconds(status.st_mtim)
        changed = nanoseconds(status.st_ctim)
    }

    /// How old a change must be before a further one is sure to leave another time: file systems count in steps of up to
    /// two seconds.
    private static let settling = 2_000_000_000

    /// Whether the file rested long enough when it was looked at.
    func isSettled(at moment: Int) -> Bool { max(modified, changed) < moment - FileStamp.settling }

    /// What the machine's clock says, which stamps are compared with; nothing else asks it.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }
}

/// Looks at all files of a project.
enum InputLook {
    /// The files as they are now, in order of their paths. A file whose stamp is that of the last look is not read again.
    static func look(_ project: ProjectFile, at path: String, known: [KnownInput]) throws(Failure) -> [KnownInput] {
        let known = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
        var inputs: [KnownInput] = []
        for (path, role) in paths(project, at: path).sorted(by: { $0.key < $1.key }) {
            inputs.append(try look(path, role, known[path]))
        }
        return inputs
    }

    private static func look(
        _ path: String, _ role: UpdateInput.Role, _ known: KnownInput?
    ) throws(Failure) -> KnownInput {
        let now = FileStamp.now
        guard let stamp = FileStamp(path) else {
            return KnownInput(path: path, role: role, bytes: 0, sha256: "")
        }
        if var known, known.stamp == stamp {
            known.role = role
            return known
        }
        let source = try FileAccess.source(path)
        let isSame = FileStamp(path) == stamp && stamp.isSettled(at: now)
        return KnownInput(
            path: path, role: role, bytes: source.bytes, sha256: source.sha256, stamp: isSame ? stamp : nil)
    }

    /// How each file stands to the last good update, those included that are gone.
    static func changes(from known: [KnownInput], to now: [KnownInput]) -> [UpdateInput] {
        let before = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
        var inputs = now.map { input in
            let change: UpdateInput.Change =
                switch before[input.path] {
                case nil: .added
                case let old? where old.sha256 == input.sha256: .same
                case _? where input.sha256.isEmpty: .removed
                case _?: .changed
                }
            return UpdateInput(
                path: input.path, role: input.role, bytes: input.bytes, sha256: input.sha256, change: change)
        }
        let present = Set(now.map(\.path))
        inputs += known.filter { !present.contains($0.path) }.map {
            UpdateInput(path: $0.path, role: $0.role, bytes: 0, sha256: "", change: .removed)
        }
        return inputs.sorted { $0.path < $1.path }
    }

    /// Every file that a run or a report reads, and what its change makes necessary.
    private static func paths(_ project: ProjectFile, at projectPath: String) -> [String: UpdateInput.Role] {
        let folder = FileAccess.folder(of: projectPath)
        func path(_ file: String) -> String {
            file.hasPrefix("/") || folder.isEmpty ? file : folder + "/" + file
        }
        var paths: [String: UpdateInput.Role] = [projectPath: .project]
        for file in project.notes.map({ files(in: path($0)) }) ?? [] { paths[file] = .texts }
        if let logo = project.report.logo.map({ path($0.path) }), FileManager.default.fileExists(atPath: logo) {
            paths[logo] = .texts
        }
        for file in project.disclosure.released.flatMap({ files(in: path($0)) }) { paths[file] = .texts }
        for file in data(project, at: projectPath) { paths[file] = .data }
        // What of the date before is read is its data, and of its project file what says how to read them.
        if let entry = project.earlier {
            let earlier = EarlierTown.path(of: entry, from: projectPath)
            paths[earlier] = .data
            if let before = try? TownInputs.readProject(earlier).0 {
                for file in data(before, at: earlier) { paths[file] = .data }
            }
        }
        return paths
    }

    /// The files of a project's layers.
    private static func data(_ project: ProjectFile, at projectPath: String) -> [String] {
        let folder = FileAccess.folder(of: projectPath)
        func path(_ file: String) -> String {
            file.hasPrefix("/") || folder.isEmpty ? file : folder + "/" + file
        }
        var files: [String] = []
        for layer in project.layers {
            files += ([layer.file] + layer.joined).map(path)
            guard layer.format == .shapefile else { continue }
            let stem = path(layer.file).dropLast(4)
            for ending in ["dbf", "prj", "cpg", "shx"].flatMap({ [$0, $0.uppercased()] }) {
                let part = stem + "." + ending
                if FileManager.default.fileExists(atPath: part) { files.append(part) }
            }
        }
        return files
    }

    /// The ordinary files in and below a folder but hidden ones.
    private static func files(in folder: String) -> [String] {
        let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { folder + "/" + $0 }.filter { FileStamp($0) != nil }
    }
}
