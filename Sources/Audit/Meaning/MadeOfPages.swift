internal import Formats

/// The files of a release that were made of its pages: PDF and documents for word processors. They say what their pages
/// say, and those are read; that they are still what was made of them, and of the pages that stand there, the release
/// tells by checksums. A file that the release does not tell of is one that nobody can read.
struct MadeOfPages {
    private let folder: String
    /// The checksums of the files made of pages that are as they were.
    private var checksums: [String: String] = [:]

    init(_ files: [FileContent], folder: String) {
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        let record = files.first { $0.file == self.folder + "release.json" }?.json
        let entries = record?["files"]?.elements ?? []
        var told: [String: String] = [:]
        for entry in entries {
            if let path = entry["path"]?.string { told[path] = entry["sha256"]?.string }
        }
        for entry in entries {
            guard let path = entry["path"]?.string, let page = entry["made_of"]?.string,
                MadeOfPages.kinds.contains(where: path.hasSuffix), page.hasSuffix(".html"),
                let checksum = told[page], MadeOfPages.checksum(self.folder + page) == checksum
            else { continue }
            checksums[path] = told[path]
        }
    }

    /// Whether a file is what was made of a page of this folder.
    func holds(_ file: String) -> Bool {
        guard file.hasPrefix(folder), FolderListing.isPlainFile(file),
            let checksum = checksums[String(file.dropFirst(folder.count))]
        else { return false }
        return MadeOfPages.checksum(file) == checksum
    }

    private static let kinds = [".pdf", ".docx", ".odt"]

    private static func checksum(_ path: String) -> String? {
        (try? WholeFile.read(path: path)).map { Checksum.sha256($0.bytes) }
    }
}
