import Features
import Formats
import Foundation
import Testing
import Wording

@testable import Spreadsheets

/// Workbooks of openpyxl and by hand.
@Suite struct XLSXReaderTests {
    @Test func everyKindOfCellIsRead() throws {
        let layer = try XLSXReader.read(path: fixture("kinds.xlsx")).layer
        #expect(layer.name == "Angebote")
        #expect(layer.lines == [3, 4, 6, 8])
        #expect(layer.geometries.missingCount == 4)
        #expect(layer.source.sha256.count == 64)
        #expect(
            layer.columns.map(\.name) == [
                "Schlüssel", "Name", "Zahl", "Anteil", "Tag", "Zeit", "Stempel", "offen", "gesperrt", "gemischt",
                "Textzahl", "Name_2",
            ])
        #expect(try layer.values("Schlüssel") == [.text("03"), .text("STGT"), .text("001"), .text("verbunden")])
        #expect(try layer.values("Name") == [.text("Nordstadt & <Co>"), .text("fett und mager"), nil, nil])
        #expect(try layer.values("Zahl") == [.integer(12), .integer(-3), .integer(9_007_199_254_740_992), nil])
        #expect(try layer.values("Anteil") == [.double(0.25), .double(1.5), nil, nil])
        #expect(try layer.values("Tag") == [.text("2024-02-29"), .text("1900-01-01"), .text("9999-12-31"), nil])
        #expect(try layer.values("Zeit") == [.text("15:30"), .text("00:00"), .text("23:59:59"), nil])
        #expect(try layer.values("Stempel") == [.text("2024-12-31T18:45:30"), .text("1999-01-01"), nil, nil])
        #expect(try layer.values("offen") == [.boolean(true), .boolean(false), nil, nil])
        #expect(try layer.values("gesperrt") == [.integer(5), nil, nil, nil])
        #expect(layer.column(named: "gesperrt")?.mark(at: 1) == "–")
        #expect(layer.column(named: "gesperrt")?.mark(at: 2) == "x")
        #expect(try layer.values("gemischt") == [.text("7"), .text("viele"), .text("8.5"), nil])
        #expect(try layer.values("Textzahl") == [.double(1.5), .double(2), .double(1234.25), nil])
        #expect(try layer.values("Name_2") == [.text("zweiter"), nil, nil, nil])
    }

    @Test func whatIsOddIsNoted() throws {
        let found = try XLSXReader.read(path: fixture("kinds.xlsx")).diagnostics
        #expect(found.map(\.code) == [.cellsInError, .formulasTaken, .sheetParts, .sheetParts, .sheetParts])
        #expect(found[0].arguments["cell"] == "D6")
        #expect(found[0].arguments["value"] == "#N/A")
        #expect(found[1].arguments["cell"] == "B6")
        #expect(
            found[2].message(.german)
                == "Blatt „Angebote“: 1-mal verbundene Zellen, von denen nur die erste einen Wert hat (zuerst: A8:C8).")
        #expect(found[3].arguments["@what"] == "spreadsheet.hidden_rows")
        #expect(found[3].arguments["cell"] == "4")
        #expect(found[4].arguments["cell"] == "Leer")
    }

    @Test func sheetsAreListedAndChosen() throws {
        let path = try fixture("kinds.xlsx")
        let sheets = try XLSXReader.sheets(path: path)
        #expect(sheets.map(\.name) == ["Angebote", "Leer", "Liste"])
        #expect(sheets.map(\.isHidden) == [false, false, true])
        let hidden = try XLSXReader.read(path: path, sheet: "Liste", name: "mein")
        #expect(hidden.layer.name == "mein")
        #expect(try hidden.layer.values("a") == [.integer(1)])
        #expect(hidden.diagnostics.map { $0.arguments["@what"] } == ["spreadsheet.hidden_sheet"])
        let empty = try XLSXReader.read(path: path, sheet: "Leer")
        #expect(empty.layer.count == 0)
        #expect(empty.diagnostics.map(\.code) == [.fileEmpty])
        do throws(Failure) {
            _ = try XLSXReader.read(path: path, sheet: "Nirgends")
            Issue.record("a sheet that is not there was read")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.sheetMissing])
            #expect(error.diagnostics[0].message(.english).contains("there are: Angebote, Leer, Liste."))
        }
    }

    @Test func daysCountFrom1904WhereTheWorkbookSaysSo() throws {
        let layer = try XLSXReader.read(path: fixture("dates1904.xlsx")).layer
        #expect(try layer.values("Tag") == [.text("1904-01-02"), .text("2024-02-29")])
    }

    @Test func aStrictWorkbookByHandIsRead() throws {
        let read = try XLSXReader.read(path: fixture("odd.xlsx"))
        #expect(read.layer.name == "Blatt \"1\"")
        #expect(read.layer.columns.map(\.name) == ["Ort", "Zeile zwei", "Tag"])
        #expect(read.layer.lines == [5, 6])
        #expect(try read.layer.values("Ort") == [.text("A & B"), nil])
        #expect(try read.layer.values("Zeile zwei") == [nil, .integer(1000)])
        #expect(try read.layer.values("Tag") == [.text("2024-05-01"), nil])
        #expect(read.diagnostics.map(\.code) == [.formulasTaken])
    }

    @Test func aSheetOfHeadersOnlyHasNoRows() throws {
        let layer = try read(workbook("<sheetData><row><c t=\"str\"><v>a</v></c></row></sheetData>")).layer
        #expect(layer.count == 0)
        #expect(layer.columns.map(\.name) == ["a"])
    }

    @Test func fewValuesAmongManyRowsStayInTheirRows() throws {
        let rows = (2...400).map { row in
            "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c>"
                + (row % 100 == 0 ? "<c r=\"XFD\(row)\"><v>\(row).5</v></c>" : "") + "</row>"
        }
        let head = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>"
        let layer = try read(workbook("<sheetData>\(head)\(rows.joined())</sheetData>")).layer
        #expect(layer.columns.map(\.name) == ["a", "column_16384"])
        let far = try layer.values("column_16384")
        #expect(far.indices.filter { far[$0] != nil } == [98, 198, 298, 398])
        #expect(far[198] == .double(200.5))
        #expect(try layer.values("a") == (2...400).map { .integer($0) })
    }

    /// The parser would refuse more than 10 MB in one piece.
    @Test func aSheetOfManyMegabytesIsRead() throws {
        let text = String(repeating: "Nachbarschaft ", count: 2000)
        let rows = (1...450).map { row in
            "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"inlineStr\"><is><t>\(row == 1 ? "Notiz" : text + "\(row)")</t></is></c>"
                + "<c r=\"B\(row)\" t=\"str\"><v>\(row == 1 ? "id" : "k\(row)")</v></c></row>"
        }
        let sheet = "<sheetData>" + rows.joined() + "</sheetData>"
        #expect(sheet.utf8.count > 12_000_000)
        let layer = try read(workbook(sheet)).layer
        #expect(layer.count == 449 && layer.columns.map(\.name) == ["Notiz", "id"])
        #expect(try layer.values("Notiz").last == .text(text + "450"))
        #expect(try layer.values("id").first == .text("k2"))
    }
}
