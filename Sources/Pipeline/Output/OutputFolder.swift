internal import CFiles
public import Features
internal import Foundation
internal import Synchronization

/// A folder that appears whole or not at all: files are written beside the goal and moved there at the end.
///
/// A run that ends before ``commit()`` leaves the old output as it was.
public final class OutputFolder: Sendable {
    /// Where the files will be.
    public let path: String
    /// Where the files are until then.
    let temporary: String
    private let replaces: Bool

    /// The unfinished folders of this process. Whoever writes into one or moves it holds the lock, so that an
    /// interruption never meets a half-done step, and nothing is written after it has cleaned up.
    private static let unfinished = Mutex<Set<String>>([])

    /// Prepares an output folder.
    ///
    /// - Parameter isReplaceable: Whether a later run may replace the folder once it is there.
    /// - Throws: `cannotCreate` where something is already there and may not be replaced: a folder not made by
    ///   Quartier is never replaced; and where the parent folder cannot be written.
    public init(path: String, overwrite: Bool, isReplaceable: Bool = true) throws(Failure) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = path
        let files = FileManager.default
        let url = URL(fileURLWithPath: path)
        let location = SourceLocation(file: path)
        replaces = files.fileExists(atPath: path)
        if replaces {
            guard overwrite else { throw Failure(.cannotCreate, Diagnostic(.outputExists, at: location)) }
            let contents = (try? files.contentsOfDirectory(atPath: path)) ?? ["?"]
            guard contents.isEmpty || contents.contains(OutputFolder.marker) else {
                throw Failure(.cannotCreate, Diagnostic(.outputNotOurs, at: location))
            }
        }
        temporary =
            url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).unfinished-\(ProcessInfo.processInfo.processIdentifier)")
            .path
        let goal = temporary
        OutputFolder.unfinished.withLock { _ = $0.insert(goal) }
        do {
            try? files.removeItem(atPath: temporary)
            try files.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        } catch {
            throw OutputFolder.failure(error, path, kind: .cannotCreate)
        }
        guard isReplaceable else { return }
        try write(
            Array("A folder written by quartier; it may be replaced by quartier run --overwrite.\n".utf8),
            to: OutputFolder.marker)
    }

    /// The file by which a folder is known as ours.
    private static let marker = ".quartier"

    /// Writes a file; `name` may hold folders, all of them names of our own choosing.
    public func write(_ bytes: [UInt8], to name: String) throws(Failure) {
        let url = URL(fileURLWithPath: temporary).appendingPathComponent(name)
        do {
            try OutputFolder.unfinished.withLock { _ in
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url)
            }
        } catch {
            throw OutputFolder.failure(error, path + "/" + name, kind: .unreadable)
        }
    }

    /// Writes a text file in UTF-8.
    public func write(_ text: String, to name: String) throws(Failure) {
        try write(Array(text.utf8), to: name)
    }

    /// The files that were written below a folder, in order of their paths from ours.
    ///
    /// - Throws: `Failure` where one cannot be read.
    func files(below folder: String) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: temporary + "/" + folder)) ?? []
        var files: [(path: String, bytes: [UInt8])] = []
        for name in names.sorted().map({ folder + "/" + $0 }) {
            var isFolder: ObjCBool = false
            let path = temporary + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files.append((name, try FileAccess.readAll(path)))
        }
        return files
    }

    /// Moves the finished folder to its place; an old one goes only when the new one is there.
    ///
    /// The two change places in one step where the file system can do that, so that there is an output whenever the process
    /// is killed; elsewhere the old one is moved away first.
    public func commit() throws(Failure) {
        let old = temporary + ".old"
        var left: String?
        do {
            try OutputFolder.unfinished.withLock { unfinished in
                if replaces, quartier_files_exchange(temporary, path) == 0 {
                    // From here on an interruption removes what is left of the old output.
                    left = temporary
                    return
                }
                if replaces { try FileManager.default.moveItem(atPath: path, toPath: old) }
                do {
                    try FileManager.default.moveItem(atPath: temporary, toPath: path)
                } catch {
                    if replaces { try? FileManager.default.moveItem(atPath: old, toPath: path) }
                    throw error
                }
                unfinished.remove(temporary)
                if replaces {
                    left = old
                    unfinished.insert(old)
                }
            }
        } catch {
            throw OutputFolder.failure(error, path, kind: .cannotCreate)
        }
        guard let left else { return }
        try? FileManager.default.removeItem(atPath: left)
        OutputFolder.unfinished.withLock { _ = $0.remove(left) }
    }

    deinit {
        OutputFolder.unfinished.withLock { unfinished in
            if unfinished.remove(temporary) != nil { try? FileManager.default.removeItem(atPath: temporary) }
        }
    }

    /// Removes what unfinished runs of this process have written so far and ends the process. Called on interruption.
    public static func removeUnfinished(thenEnd end: () -> Never) -> Never {
        unfinished.withLock { unfinished in
            for folder in unfinished { try? FileManager.default.removeItem(atPath: folder) }
            end()
        }
    }

    private static func failure(_ error: any Error, _ path: String, kind: Failure.Kind) -> Failure {
        Failure(
            kind,
            Diagnostic(
                .outputUnwritable, at: SourceLocation(file: path),
                ["reason": FileAccess.reason(error)]))
    }
}
