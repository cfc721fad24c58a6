import Formats
import Foundation
import TestSupport
import Testing

/// `quartier indicators`: the list, the sheets, and sheets that speak with a town's numbers.
@Suite struct IndicatorsCommandTests {
    @Test func theListGoesByThemeAndMarksWhatIsAlwaysComputed() throws {
        let lines = try Command.run(["indicators", "--language", "de"]).output
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "Wer wo wohnt")
        #expect(lines.contains("Was erreichbar ist") && lines.contains("Zeiten und Räume"))
        #expect(lines.contains { $0.hasPrefix("* open_access ") && $0.contains("Abends und am Wochenende") })
        #expect(lines.contains { $0.hasPrefix("  gravity_access ") })
        #expect(lines.contains { $0.hasPrefix("* immer gerechnet; ") })
        // The titles stand under one another.
        let rows = lines.filter { $0.hasPrefix("* ") && !$0.contains(";") }
        let columns = Set(rows.map { row in row.count - row.dropFirst(2).drop { $0 != " " }.drop { $0 == " " }.count })
        #expect(columns.count == 1, "\(rows)")
    }

    @Test func everyIndicatorHasASheetInBothLanguages() throws {
        let list = try Command.run(["indicators"]).output.split(separator: "\n")
        let ids = list.filter { $0.hasPrefix("* ") || $0.hasPrefix("  ") }
            .compactMap { $0.dropFirst(2).split(separator: " ").first.map(String.init) }
            .filter { $0.wholeMatch(of: /[a-z][a-z0-9_]+/) != nil && $0.contains("_") || $0 == "residents" }
        #expect(ids.count > 20)
        for id in [ids[0], ids[ids.count / 2], ids[ids.count - 1], "open_access"] {
            for language in ["de", "en"] {
                let sheet = try Command.run(["indicators", id, "--language", language])
                #expect(sheet.code == 0)
                #expect(sheet.output.contains("(\(id))"))
                #expect(!sheet.output.contains { "{}⟨⟩".contains($0) }, "\(sheet.output)")
            }
        }
    }

    @Test func anUnknownOneIsRefusedWithTheNearest() throws {
        let unknown = try Command.run(["indicators", "resdents", "--language", "en"])
        #expect(unknown.code == 64)
        #expect(unknown.error.contains("did you mean residents"))
    }

    @Test(arguments: [["--in", "x"], ["residents", "--in", "x", "--project", "y"]])
    func folderAndProjectNeedAnIDAndExcludeEachOther(_ arguments: [String]) throws {
        #expect(try Command.run(["indicators"] + arguments).code == 64)
    }

    @Test func theSheetSpeaksWithTheNumbersOfAProject() throws {
        let project = Repository.sample("faults/Q514-cells-cut/quartier.yaml")
        let sheet = try Command.run(["indicators", "residents", "--project", project])
        #expect(sheet.code == 0, "\(sheet.error)")
        #expect(sheet.output.contains("In dieser Stadt: In Kleinmuster"))
        // What no run computes unasked is computed for its sheet.
        let asked = try Command.run(["indicators", "gravity_access", "--project", project, "--language", "en"])
        #expect(asked.output.contains("In this town: "), "\(asked.error)")
    }

    @Test func theSheetSpeaksWithTheNumbersOfARun() throws {
        let scratch = try Scratch()
        let header =
            "period,level,area_id,area_name,group,category,indicator,parameters,method_version,value,unit,"
            + "status,lower,upper,n"
        let rows = [
            "2024,town,01999000,Kleinstadt,all,,residents,,1,1234,persons,valid,,,",
            "2024,town,01999000,Kleinstadt,foreign,,residents,,1,240,persons,valid,,,",
            "2024,town,01999000,Kleinstadt,all,meeting_places,open_access,slot=sunday,1,0.43,share,estimated,"
                + "0.4,0.5,",
            "2024,quarter,01,Altstadt,all,,residents,,1,900,persons,valid,,,",
        ]
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        for folder in ["out/internal", "public"] { try scratch.write(text, to: "\(folder)/indicators.csv") }
        for folder in ["out", "out/internal", "public"] {
            let sheet = try Command.run(
                ["indicators", "residents", "--in", folder, "--language", "de"], in: scratch.folder.path())
            #expect(sheet.code == 0, "\(sheet.error)")
            #expect(sheet.output.contains("In dieser Stadt: ") && sheet.output.contains("1234 Personen"))
        }
        let open = try Command.run(
            ["indicators", "open_access", "--in", "out", "--language", "de"], in: scratch.folder.path())
        #expect(open.output.contains("43 %") && open.output.contains("(zwischen 40 % und 50 %)"), "\(open.output)")
        // Without a value the sheet stands alone, and the command says so.
        let silent = try Command.run(
            ["indicators", "room_hours", "--in", "out", "--language", "de"], in: scratch.folder.path())
        #expect(silent.code == 0 && !silent.output.contains("In dieser Stadt"))
        #expect(silent.error.contains("kein Wert von „room_hours“"))
        #expect(try Command.run(["indicators", "residents", "--in", "nowhere"], in: scratch.folder.path()).code == 2)
    }
}
