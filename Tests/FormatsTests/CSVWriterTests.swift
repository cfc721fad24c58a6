import Formats
import Testing

@Suite struct CSVWriterTests {
    private static let cells: [TableCell] = [
        .text("Süd, \"Höhe\""), .integer(-3), .number(1234.5), .rounded(0.125, decimals: 2), .empty, .text("a;b\nc"),
    ]

    @Test func writesForPrograms() {
        var writer = CSVWriter(.standard, header: ["name", "n", "x", "y", "z", "t"])
        writer.append(Self.cells)
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "name,n,x,y,z,t\n\"Süd, \"\"Höhe\"\"\",-3,1234.5,0.13,,\"a;b\nc\"\n")
    }

    @Test func writesForGermanExcel() {
        var writer = CSVWriter(.excelGerman, header: ["name", "n", "x", "y", "z", "t"])
        writer.append(Self.cells)
        #expect(Array(writer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(
            String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
                == "name;n;x;y;z;t\r\n\"Süd, \"\"Höhe\"\"\";-3;1234,5;0,13;;\"a;b\nc\"\r\n")
    }

    /// Keys of digits stand in quotation marks where they begin with a zero, so that it can be kept; nothing else does.
    @Test func keysWithAZeroAreQuotedForExcel() {
        var writer = CSVWriter(.excelGerman, header: ["k"])
        for text in ["01999000", "0", "10", "0a", "00"] { writer.append([.text(text)]) }
        let lines = String(decoding: writer.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        #expect(lines == ["k", "\"01999000\"", "0", "10", "0a", "\"00\""])
        var plain = CSVWriter(.standard, header: ["k"])
        plain.append([.text("01999000")])
        #expect(String(decoding: plain.bytes, as: UTF8.self) == "k\n01999000\n")
    }

    @Test(arguments: ["=1+1", "+49 461", "-x", "@a", "\ta", "\rb"])
    func defusesFormulas(text: String) {
        var writer = CSVWriter(.excelGerman, header: ["t"])
        writer.append([.text(text)])
        let line = String(decoding: writer.bytes.dropFirst(6), as: UTF8.self)
        #expect(line.contains("'" + text))
        var plain = CSVWriter(.standard, header: ["t"])
        plain.append([.text(text)])
        #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("'"))
    }
}
