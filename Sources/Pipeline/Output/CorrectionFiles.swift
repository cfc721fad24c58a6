internal import Features
internal import Formats
internal import Foundation
internal import Reports
internal import Wording

/// The files of a list to correct: a page to print and a table for German Excel.
enum CorrectionFiles {
    /// The name of both files without extension.
    static let name = "korrekturliste"

    /// Writes both files into a folder, which is made where it is missing.
    /// - Returns: The paths written.
    /// - Throws: `.cannotCreate` where one of them exists, before any is written, or where the folder cannot be made.
    static func write(_ list: CorrectionList, into folder: String) throws(Failure) -> [String] {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let files = [
            (path: prefix + name + ".html", bytes: Array(list.html.utf8)),
            (path: prefix + name + ".csv", bytes: csv(list)),
        ]
        for file in files where FileManager.default.fileExists(atPath: file.path) {
            throw Failure(.cannotCreate, Diagnostic(.outputExists, at: SourceLocation(file: file.path)))
        }
        do {
            try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
        } catch {
            throw Failure(
                .cannotCreate,
                Diagnostic(
                    .outputUnwritable, at: SourceLocation(file: folder), ["reason": FileAccess.reason(error)]))
        }
        for file in files { try AtomicFile.write(file.bytes, to: file.path, overwrite: false) }
        return files.map(\.path)
    }

    /// Places and offers in one table; a field that an entry does not have stays empty.
    static func csv(_ list: CorrectionList) -> [UInt8] {
        let catalogue = Catalogue.of(list.language)
        let fields = CorrectionList.Field.allCases
        let columns = ["kind", "id", "place", "name"] + fields.map(\.rawValue) + ["found", "correction"]
        // The mark stands in the header, so that it is in every copy.
        let header = columns.map { catalogue.text("correction.column.\($0)") } + [catalogue.text("correction.internal")]
        var writer = CSVWriter(.excelGerman, header: header)
        for entry in list.entries {
            let values = fields.map { field -> TableCell in
                entry.kind.fields.contains(field)
                    ? .text(list.text(entry.values[field] ?? .notApplicable)) : .empty
            }
            let leading: [TableCell] = [
                .text(catalogue.text("correction.kind.\(entry.kind.rawValue)")), .text(entry.id),
                .text(list.text(entry.place)), .text(list.text(entry.name)),
            ]
            let found = entry.findings.joined(separator: " ")
            writer.append(leading + values + [found.isEmpty ? .empty : .text(found), .empty, .empty])
        }
        return writer.bytes
    }
}
