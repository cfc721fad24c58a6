import Archives
import Features
import Formats
import Foundation
import Testing

@testable import Spreadsheets

/// The path of a fixture.
func fixture(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil)).path()
}

/// A workbook of one sheet called "T": the text between `<worksheet>` and `</worksheet>`, and other parts where they matter.
func workbook(
    _ sheet: String, strings: String? = nil, styles: String? = nil, head: String = "", workbook: String = ""
) throws -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var relations = "<Relationship Id=\"s\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    relations += "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    relations += "<Relationship Id=\"u\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    relations +=
        "<Relationship Id=\"v\" Type=\"\(office)/image\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/>"
    var parts: [(name: String, bytes: [UInt8])] = [
        (
            "xl/workbook.xml",
            Array(
                "<workbook>\(workbook)<sheets><sheet name=\"T\" r:id=\"s\" xmlns:r=\"\(office)\"/></sheets></workbook>"
                    .utf8)
        ),
        ("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations)</Relationships>".utf8)),
        ("xl/worksheets/sheet1.xml", Array("\(head)<worksheet>\(sheet)</worksheet>".utf8)),
    ]
    if let strings { parts.append(("xl/sharedStrings.xml", Array("<sst>\(strings)</sst>".utf8))) }
    if let styles { parts.append(("xl/styles.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8))) }
    return try ZipWriter.archive(parts, path: "t.xlsx")
}

/// Reads a workbook in memory.
func read(_ bytes: [UInt8], sheet: String? = nil) throws -> ReadLayer {
    try XLSXReader.read(bytes, source: SourceFile(path: "t.xlsx"), sheet: sheet)
}

/// The finding that ends reading; nil where the workbook is read.
func fault(_ bytes: [UInt8], sheet: String? = nil) -> Diagnostic? {
    do throws(Failure) {
        _ = try XLSXReader.read(bytes, source: SourceFile(path: "t.xlsx"), sheet: sheet)
        return nil
    } catch {
        return error.diagnostics.first
    }
}

extension Layer {
    /// The values of a column; fails the test where it is missing.
    func values(_ name: String) throws -> [ColumnValue?] {
        let found = self.column(named: name)
        let column = try #require(found)
        return (0..<count).map(column.value(at:))
    }
}
