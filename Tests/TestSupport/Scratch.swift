public import Foundation

/// A folder for the files of one test, gone with the value.
public final class Scratch: Sendable {
    /// The folder.
    public let folder: URL

    /// Makes the folder.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "quartier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file in it.
    public func path(_ name: String) -> String { folder.appending(path: name).path() }

    /// Writes a file, with the folders it needs, and returns its path.
    @discardableResult public func write(_ text: String, to name: String) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path()
    }
}

/// Where the files of the repository lie.
public enum Repository {
    /// The top folder.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The path of a file of the sample data.
    public static func sample(_ path: String) -> String {
        root.appending(path: "SampleData").appending(path: path).path()
    }
}

/// All files below a folder with their bytes, by path: what a run left behind.
public func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        var isFolder: ObjCBool = false
        let path = folder + "/" + name
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            files[name] = try Data(contentsOf: URL(filePath: path))
        }
    }
    return files
}
