internal import Foundation

/// The folder where a town keeps all that it released: one folder for each release, none of them ever replaced.
///
/// What was public once can be known to anybody, so a further release is judged together with all that stand here.
public struct PublicationShelf: Sendable, Hashable {
    /// The folder.
    public let path: String

    /// The shelf at a path, which need not exist yet.
    public init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The releases that stand here, in order of their names; empty where the folder is not there.
    public var releases: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().map { path + "/" + $0 }.filter {
            FileManager.default.fileExists(atPath: $0 + "/" + ReleaseRecord.fileName)
        }
    }

    /// Whether nothing lies here yet: the folder is missing or empty.
    var isUnused: Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return true }
        return isFolder.boolValue && (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true
    }

    /// The folder for a further release of a period: `2024`, then `2024-2`, `2024-3` …
    func next(ofPeriod period: String) -> String {
        let name = String(period.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
        let base = path + "/" + (name.isEmpty ? "-" : name)
        var (candidate, number) = (base, 1)
        while FileManager.default.fileExists(atPath: candidate) {
            number += 1
            candidate = "\(base)-\(number)"
        }
        return candidate
    }
}
