import Features
import Formats
import Foundation
import Pipeline
import Spreadsheets
import Testing
import Wording

/// The empty tables for a town, and their help.
@Suite struct TemplateTests {
    static func folder() -> String { NSTemporaryDirectory() + "/quartier-templates-\(UUID().uuidString)" }

    @Test(arguments: TableTemplate.all) func everyColumnHasAnIdAHeaderAndHelp(_ template: TableTemplate) {
        #expect(Set(template.columns.map(\.id)).count == template.columns.count)
        #expect(Set(template.columns.map(\.header)).count == template.columns.count)
        for column in template.columns {
            #expect(column.id.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0) })
            for language in Language.allCases {
                let key = "template.\(template.id).\(column.id)"
                let help = Catalogue.of(language).text(key)
                #expect(help.count > 10 && !help.contains(key), "\(key)")
            }
            #expect(column.words.isEmpty || column.words.contains(column.example), "\(template.id).\(column.id)")
        }
        #expect(template.columns.contains { $0.example.hasPrefix("BEISPIEL") })
    }

    @Test func bothFormsAreReadBack() throws {
        let folder = TemplateTests.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let written = try TemplateWriting.write(into: folder)
        #expect(written.count == 2 * TableTemplate.all.count + 1 + 6)
        for template in TableTemplate.all {
            let path = "\(folder)/\(template.file)"
            let text = try Data(contentsOf: URL(filePath: path + ".csv"))
            #expect(text.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(text.suffix(2) == Data("\r\n".utf8))
            let list = try CSVReader.read(path: path + ".csv").layer
            let sheet = try XLSXReader.read(path: path + ".xlsx").layer
            for layer in [list, sheet] {
                #expect(layer.columns.map(\.name) == template.columns.map(\.header))
                #expect(layer.count == 1)
                let values = layer.columns.map { $0.string(at: 0) ?? "" }
                #expect(values == template.columns.map(\.example))
            }
            let help = try XLSXReader.read(path: path + ".xlsx", sheet: "Hilfe").layer
            #expect(help.count == template.columns.count)
            #expect(help.column(named: "Kennung der Spalte")?.string(at: 0) == template.columns[0].id)
        }
        let help = try CSVReader.read(path: folder + "/hilfe.csv").layer
        #expect(help.count == TableTemplate.all.reduce(0) { $0 + $1.columns.count })
    }

    @Test func nothingIsOverwritten() throws {
        let folder = TemplateTests.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mein".utf8).write(to: URL(filePath: folder + "/orte.xlsx"))
        do throws(Failure) {
            _ = try TemplateWriting.write(into: folder)
            Issue.record("an existing file was passed over")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.outputExists])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["orte.xlsx"])
        #expect(try String(contentsOfFile: folder + "/orte.xlsx", encoding: .utf8) == "mein")
    }
}
