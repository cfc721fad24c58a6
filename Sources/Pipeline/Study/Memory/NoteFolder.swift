internal import Features
internal import Formats
internal import Foundation
internal import Project

/// The folder of a town's notes: which files in it are notes, and their texts.
///
/// Only ordinary files directly in the folder are read, and of links only those that lead to such a file in it: what
/// stands elsewhere on the machine is no note.
struct NoteFolder {
    /// A note that was read.
    struct File {
        /// The path as messages show it.
        var path: String
        /// The text.
        var text: String
        /// The size and checksum.
        var source: SourceFile
    }

    /// The notes by name.
    private(set) var files: [File] = []
    /// What was found wrong.
    private(set) var findings: [Diagnostic] = []

    /// The most notes of a town.
    static let maximumCount = 10_000
    /// Files that explain the folder.
    private static let explanations: Set<String> = ["readme.md", "liesmich.md"]

    /// - Throws: `Failure` of kind `unreadable` where there is no such folder.
    init(_ folder: String) throws(Failure) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw Failure(
                .unreadable,
                Diagnostic(
                    .fileUnreadable, at: SourceLocation(file: folder), ["reason": FileAccess.reason(error)]))
        }
        let root = NoteFolder.resolved(folder) ?? folder
        for name in names where !name.hasPrefix(".") && !NoteFolder.explanations.contains(name.lowercased()) {
            let path = folder + "/" + name
            guard name.lowercased().hasSuffix(".md") else {
                findings.append(Diagnostic(.noteFileSkipped, at: SourceLocation(file: path), ["file": name]))
                continue
            }
            guard files.count < NoteFolder.maximumCount else {
                findings.append(
                    NoteEntry.refusal(
                        "too_many", at: SourceLocation(file: folder), ["limit": "\(NoteFolder.maximumCount)"]))
                return
            }
            read(path, name, inside: root)
        }
    }

    private mutating func read(_ path: String, _ name: String, inside root: String) {
        let location = SourceLocation(file: path)
        guard let target = NoteFolder.resolved(path) else {
            findings.append(NoteEntry.refusal("not_a_file", at: location))
            return
        }
        guard FileAccess.folder(of: target) == root else {
            findings.append(Diagnostic(.fileOutsideProject, at: location, ["file": name], severity: .warning))
            return
        }
        var status = stat()
        // A pipe would be waited for without an end.
        guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            findings.append(NoteEntry.refusal("not_a_file", at: location))
            return
        }
        guard status.st_size <= NoteEntry.maximumBytes else {
            findings.append(NoteEntry.refusal("too_large", at: location, ["limit": "\(NoteEntry.maximumBytes)"]))
            return
        }
        do throws(Failure) {
            let bytes = try FileAccess.readText(target)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                findings.append(NoteEntry.refusal("not_utf8", at: location))
                return
            }
            let sum = Checksum.sha256(bytes)
            files.append(File(path: path, text: text, source: SourceFile(path: path, bytes: bytes.count, sha256: sum)))
        } catch {
            findings += error.diagnostics
        }
    }

    /// The path without links; nil where it leads nowhere.
    private static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }
}
