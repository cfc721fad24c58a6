import Archives
import Features
import Formats
import Testing
import Wording

@testable import Spreadsheets

/// Workbooks that are none, are broken, or mean harm.
@Suite struct HostileWorkbookTests {
    static let sound = "<sheetData><row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row></sheetData>"

    @Test func theWorkbookByHandIsSound() throws {
        #expect(try fault(workbook(HostileWorkbookTests.sound)) == nil)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">]>",
    ])
    func aDocumentTypeIsRefused(_ head: String) throws {
        let found = try fault(workbook(HostileWorkbookTests.sound, head: head))
        #expect(found?.code == .spreadsheetUnreadable)
        #expect(found?.arguments["@reason"] == "spreadsheet.doctype")
    }

    @Test func anUnknownEntityIsNoText() throws {
        let found = try fault(workbook("<sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>"))
        #expect(found?.code == .spreadsheetUnreadable)
    }

    @Test func nestingEnds() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let found = try fault(workbook(deep + String(repeating: "</a>", count: 100_000)))
        #expect(found?.code == .spreadsheetUnreadable)
        #expect(found?.arguments["@reason"] == "spreadsheet.depth")
    }

    @Test(arguments: [
        ("<sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData>", DiagnosticCode.sheetTooLarge),
        ("<sheetData><row r=\"9999999999999999999\"/><row r=\"0\"/></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row r=\"2\"/><row r=\"2\"/></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row r=\"1\"><c r=\"A2\"/></row></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row r=\"1\"><c r=\"XFE1\"/></row></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row><c r=\"XFD1\"/><c/></row></sheetData>", .sheetTooLarge),
        ("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData>", .spreadsheetUnreadable),
        ("<sheetData><row><c", .spreadsheetUnreadable),
        ("<sheetData><row></sheetData>", .spreadsheetUnreadable),
    ])
    func whatNoSheetHasIsRefused(_ sheet: String, _ code: DiagnosticCode) throws {
        #expect(try fault(workbook(sheet))?.code == code)
    }

    @Test func numbersThatAreNoneAreTexts() throws {
        let cells = ["nan", "inf", "1e999", "0x10", "1,5", "--1"].map { "<row><c><v>\($0)</v></c></row>" }
        let layer = try read(
            workbook("<sheetData><row><c t=\"str\"><v>a</v></c></row>\(cells.joined())</sheetData>")
        ).layer
        let values = try layer.values("a")
        #expect(values.count == 6)
        for value in values {
            guard case .text = value else {
                Issue.record("\(value.map { "\($0)" } ?? "nothing")")
                continue
            }
        }
    }

    @Test(arguments: ["nan", "-1", "0.5", "60", "2958466", "1e300"])
    func daysThatAreNoneStayNumbers(_ serial: String) throws {
        let sheet =
            "<sheetData><row><c t=\"str\"><v>a</v></c></row><row><c s=\"1\"><v>\(serial)</v></c></row></sheetData>"
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        let value = try read(workbook(sheet, styles: styles)).layer.values("a")[0]
        if serial == "nan" {
            #expect(value == .text("nan"))
        } else if serial == "0.5" {
            #expect(value == .double(0.5))
        } else {
            #expect(Double(serial) == value?.number)
        }
    }

    @Test func otherFormatsAreNamed() throws {
        let old = fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
        #expect(old?.code == .spreadsheetOtherFormat)
        #expect(old?.message(.german).contains(".xls") == true)
        #expect(old?.remedy(.german).contains("als .xlsx oder CSV speichern") == true)
        let openDocument = try ZipWriter.archive([("mimetype", []), ("content.xml", [])], path: "t.ods")
        #expect(fault(openDocument)?.arguments["@format"] == "spreadsheet.ods")
        let binary = try ZipWriter.archive([("xl/workbook.bin", [])], path: "t.xlsb")
        #expect(fault(binary)?.arguments["@format"] == "spreadsheet.xlsb")
        #expect(fault(Array("a;b;c\n1;2;3\n".utf8))?.code == .spreadsheetUnreadable)
        #expect(fault(try ZipWriter.archive([("a.csv", [])], path: "a.zip"))?.code == .spreadsheetUnreadable)
        #expect(fault([])?.code == .fileEmpty)
    }

    @Test func partsInOtherEncodingsAreRefused() throws {
        let part: [UInt8] = [0xFF, 0xFE] + "<worksheet/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let sound = try ZipArchive(workbook(HostileWorkbookTests.sound), path: "t.xlsx")
        var parts: [(name: String, bytes: [UInt8])] = []
        for index in sound.entries.indices {
            let entry = sound.entries[index]
            parts.append((entry.name, entry.name.hasSuffix("sheet1.xml") ? part : try sound.bytes(of: entry)))
        }
        #expect(try fault(ZipWriter.archive(parts, path: "t.xlsx"))?.arguments["@reason"] == "spreadsheet.encoding")
    }

    /// A hundred sheets with some bytes changed: each is read or refused.
    @Test func changedBytesNeverCrash() throws {
        let text = Array(
            ("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row><row r=\"7\">"
                + "<c r=\"A7\" s=\"1\"><v>45000.5</v></c><c r=\"B7\" t=\"b\"><v>1</v></c></row></sheetData>").utf8)
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
        var state: UInt64 = 173
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var sound = 0
        for _ in 0..<300 {
            var changed = text
            for _ in 0...random(3) { changed[random(changed.count)] = UInt8(32 + random(95)) }
            let sheet = String(decoding: changed, as: UTF8.self)
            if try fault(workbook(sheet, strings: "<si><t>a</t></si>", styles: styles)) == nil { sound += 1 }
        }
        #expect(sound > 10 && sound < 290)
    }
}

extension ColumnValue {
    /// The number, where it is one.
    fileprivate var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
