public import Features
internal import Formats
internal import Foundation
internal import Spreadsheets
internal import Wording

/// `quartier init --templates`: empty tables with help, as CSV for German Excel and as workbooks, and notes to fill in.
public enum TemplateWriting {
    /// Writes each template as `.csv` and `.xlsx`, the help of all as `hilfe.csv`, and a note of each kind.
    /// - Returns: The paths written.
    /// - Throws: `.cannotCreate` where one of the files exists, before any is written, or where the folder cannot be made.
    public static func write(into folder: String) throws(Failure) -> [String] {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var files: [(path: String, bytes: [UInt8])] = [(prefix + "hilfe.csv", help())]
        for template in TableTemplate.all {
            files.append((prefix + template.file + ".csv", csv(template)))
            let path = prefix + template.file + ".xlsx"
            files.append((path, try XLSXWriter.workbook(sheets(template), path: path)))
        }
        files += NoteTemplate.all.map { (prefix + $0.file, Array($0.text.utf8)) }
        for file in files where FileManager.default.fileExists(atPath: file.path) {
            throw Failure(.cannotCreate, Diagnostic(.outputExists, at: SourceLocation(file: file.path)))
        }
        do {
            try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
        } catch {
            throw Failure(
                .cannotCreate,
                Diagnostic(
                    .outputUnwritable, at: SourceLocation(file: folder), ["reason": error.localizedDescription]))
        }
        for file in files { try AtomicFile.write(file.bytes, to: file.path, overwrite: false) }
        return files.map(\.path)
    }

    private static let helpHeader = ["Tabelle", "Spalte", "Kennung der Spalte", "Erlaubte Wörter", "Hilfe", "Help"]

    /// The help of a column: German and English.
    private static func helpRow(_ template: TableTemplate, _ column: TableTemplate.Column) -> [String] {
        let key = "template.\(template.id).\(column.id)"
        return [
            template.file, column.header, column.id, column.words.joined(separator: ", "),
            Catalogue.of(.german).text(key), Catalogue.of(.english).text(key),
        ]
    }

    private static func help() -> [UInt8] {
        var table = CSVWriter(.excelGerman, header: helpHeader)
        for template in TableTemplate.all {
            for column in template.columns { table.append(helpRow(template, column).map(TableCell.text)) }
        }
        return table.bytes
    }

    private static func csv(_ template: TableTemplate) -> [UInt8] {
        var table = CSVWriter(.excelGerman, header: template.columns.map(\.header))
        table.append(template.columns.map { $0.example.isEmpty ? .empty : .text($0.example) })
        return table.bytes
    }

    private static func sheets(_ template: TableTemplate) -> [XLSXWriter.Sheet] {
        [
            XLSXWriter.Sheet(
                name: template.file, header: template.columns.map(\.header), widths: template.columns.map(\.width),
                rows: [template.columns.map { cell($0.example) }]),
            XLSXWriter.Sheet(
                name: "Hilfe", header: helpHeader, widths: [12, 20, 18, 30, 60, 60],
                rows: template.columns.map { helpRow(template, $0).map { $0.isEmpty ? .empty : .text($0) } }),
        ]
    }

    /// An example in its kind: days as days; digits with a leading zero stay text.
    private static func cell(_ example: String) -> XLSXWriter.Cell {
        if example.isEmpty { return .empty }
        if let date = CalendarDate(iso: example) { return .date(date) }
        if !example.hasPrefix("0"), let number = Int(example) { return .integer(number) }
        return .text(example)
    }
}
