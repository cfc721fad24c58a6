import Disclosure
import Features
import Formats
import Foundation
import Indicators
import Project
import ReferenceSystems
import TestSupport
import Testing
import Town
import Wording

@testable import Pipeline

/// Two dates of a town around a measure, side by side.
@Suite struct BeforeAfterTests {
    /// A town of a row of quarters with one point of residents each; those of the measure are the first.
    ///
    /// - Parameter residents: how many live in each quarter.
    private static func write(
        _ scratch: Scratch, _ folder: String, period: String, residents: [Int], notes: [String: String] = [:],
        more: (inout TinyTown) -> Void = { _ in }
    ) throws -> String {
        var town = TinyTown()
        town.focusAreas = []
        town.quarters = residents.indices.map { number in
            let x = Double(number) * 100
            return TinyTown.area("q\(number)", "Quartier \(number)", box: (x, 1000, x + 100, 1100))
        }
        town.population = residents.enumerated().map { number, count in
            TinyTown.residents("r\(number)", (Double(number) * 100 + 50, 1050), all: count, foreign: 0)
        }
        town.places = [TinyTown.place("L", "Bücherei", "library", (50, 1050))]
        town.more = "notes: \"notizen\"\n"
        more(&town)
        let path = try town.write(to: scratch, folder: folder)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try scratch.write(
            text.replacingOccurrences(of: "period: \"2024\"", with: "period: \"\(period)\""),
            to: folder + "/quartier.yaml")
        for (name, note) in notes { try scratch.write(note, to: "\(folder)/notizen/\(name).md") }
        if notes.isEmpty { try scratch.write("leer", to: "\(folder)/notizen/README.md") }
        return path
    }

    private static func note(
        _ where_: String, date: String = "2024-03-14", kind: String = "measure\nstatus: running"
    ) -> String {
        "---\nkind: \(kind)\ntitle: \"Ein neuer Weg\"\ndate: \"\(date)\"\n\(where_)\n---\n\nText.\n"
    }

    private func compared(
        quarters: Int, notes: [String: String], grow: (Int) -> Int = { $0 == 0 ? 20 : $0 }
    ) throws -> BeforeAfter {
        let scratch = try Scratch()
        let residents = (0..<quarters).map { _ in 100 }
        let before = try BeforeAfterTests.write(scratch, "before", period: "2023", residents: residents)
        let after = try BeforeAfterTests.write(
            scratch, "after", period: "2024", residents: residents.indices.map { residents[$0] + grow($0) },
            notes: notes)
        return try BeforeAfter.between(projects: before, after, measure: "weg", indicators: ["residents"])
    }

    private func residents(_ found: BeforeAfter) throws -> BeforeAfter.Row {
        try #require(found.rows.first { $0.measure.indicator == "residents" && $0.measure.group == "all" })
    }

    /// The quarter of the measure grew by 20, the others by 1 … 11: 20 − 6 = 14 more; each of the others strays from the
    /// rest by (11 j − 66) / 10, that is by 5.5 at most.
    @Test func enoughQuartersAreComparedWith() throws {
        let found = try compared(quarters: 12, notes: ["weg": BeforeAfterTests.note("quarters: [\"q0\"]")])
        #expect(found.hasEnoughQuarters && found.isMeasureBetween && found.comparisonCount == 11)
        let row = try residents(found)
        let comparison = try #require(row.comparison)
        #expect(abs(comparison.difference - 14) < 1e-9)
        #expect(abs(comparison.interval.lowerBound - 8.5) < 1e-9)
        #expect(abs(comparison.interval.upperBound - 19.5) < 1e-9)
        #expect(row.areas.map(\.areaID) == ["q0"])
        #expect(row.areas[0].parts.map(\.cause) == [.population])
        #expect(abs(row.areas[0].parts[0].part - 20) < 1e-9)
        let text = found.text(.german)
        #expect(text.contains("Verglichen wird mit 11 Quartieren ohne Maßnahme."))
        #expect(text.contains("Unterschied der Veränderungen: +14 Personen (zwischen +9 Personen und +20 Personen)"))
        #expect(!text.contains("⟨") && !found.text(.english, everything: true).contains("⟨"))
    }

    @Test func aTownOfNineQuartersIsRefusedWithTheReason() throws {
        let found = try compared(quarters: 9, notes: ["weg": BeforeAfterTests.note("quarters: [\"q0\"]")])
        #expect(!found.hasEnoughQuarters)
        let row = try residents(found)
        #expect(row.comparison == nil && row.refusal == .tooFew(8))
        // The two dates stand side by side all the same.
        #expect(row.areas[0].before == 100 && row.areas[0].after == 120)
        #expect(found.text(.german).contains("Ohne Maßnahme sind 8, nötig sind 10."))
        let json = try JSONValue(parsing: found.json())
        #expect(json["figures"]?.elements?.first?["refused"]?.string == "too_few_quarters")
    }

    /// What is told without being asked for needs only ways on foot, and neither focus areas nor other areas; it says the same.
    @Test func onFootOnlyTellsTheSame() throws {
        let scratch = try Scratch()
        let paths = try ["before", "after"].enumerated().map { number, folder in
            try BeforeAfterTests.write(
                scratch, folder, period: "202\(3 + number)", residents: [100, 100 + number * 40, 100],
                notes: ["weg": BeforeAfterTests.note("quarters: [\"q1\"]")]
            ) { town in
                town.focusAreas = [TinyTown.area("s", "Schwerpunkt", box: (0, 1000, 150, 1100))]
                town.streets = [TinyTown.line("a", [(0, 1050), (150, 1050), (300, 1050)])]
            }
        }
        let whole = try BeforeAfter.between(projects: paths[0], paths[1], measure: "weg")
        let short = try BeforeAfter.between(projects: paths[0], paths[1], measure: "weg", everything: false)
        #expect(whole.rows.contains { $0.measure.parameters.contains("kmh=") })
        #expect(!short.rows.contains { $0.measure.parameters.contains("kmh=") })
        for language in Language.allCases {
            #expect(short.text(language) == whole.text(language) && short.text(language).contains("140"))
        }
    }

    @Test func aMeasureForTheWholeTownHasNoQuartersWithoutIt() throws {
        let found = try compared(quarters: 12, notes: ["weg": BeforeAfterTests.note("")])
        let row = try residents(found)
        #expect(row.refusal == .wholeTown && row.comparison == nil)
        #expect(row.areas.count == 1 && row.areas[0].after == 1_200 + 20 + 66)
        #expect(found.text(.english).contains("so there are no quarters without it"))
    }

    @Test func quartersOfOtherMeasuresAreNotComparedWith() throws {
        let found = try compared(
            quarters: 13,
            notes: [
                "weg": BeforeAfterTests.note("places: [\"L\"]"),
                "anders": BeforeAfterTests.note("quarters: [\"Quartier 12\"]", date: "2024-05-01"),
                "lange-her": BeforeAfterTests.note("quarters: [\"q11\"]", date: "2020-05-01"),
                "probe": BeforeAfterTests.note("quarters: [\"q0\"]", date: "2023-05-01", kind: "trial"),
            ])
        // The measure is about the quarter of its place.
        #expect(found.quarters == ["Quartier 0"])
        #expect(found.excluded == ["Quartier 12"])
        #expect(found.comparisonCount == 11)
        #expect(found.reasons.map(\.id) == ["probe", "anders"])
        #expect(abs(try #require(try residents(found).comparison).difference - 14) < 1e-9)
        let text = found.text(.english)
        #expect(text.contains("2023-05-01 trial: Ein neuer Weg"))
        #expect(
            text.contains("Not compared with quarters that had another measure or trial in the same time: Quartier 12.")
        )
    }

    @Test func aMeasureOfAnotherTimeIsRemarkedOn() throws {
        let found = try compared(
            quarters: 3, notes: ["weg": BeforeAfterTests.note("quarters: [\"q0\"]", date: "2025-01-01")])
        #expect(!found.isMeasureBetween)
        #expect(found.text(.german).contains("liegt nicht zwischen beiden Ständen"))
    }

    @Test func aMeasureThatNobodyNotedIsNamed() throws {
        let failure = try #require(throws: Failure.self) {
            try compared(
                quarters: 3,
                notes: [
                    "andere": BeforeAfterTests.note("quarters: [\"q0\"]"),
                    "weg": BeforeAfterTests.note("quarters: [\"q0\"]", kind: "trial"),
                ])
        }
        #expect(failure.kind == .usage)
        #expect(failure.diagnostics.first?.code == .measureUnknown)
        #expect(failure.diagnostics.first?.arguments["allowed"] == "andere")
    }

    /// Numbers of two methods are never subtracted, from nobody.
    @Test func aNewMethodIsNoChange() throws {
        let scratch = try Scratch()
        let path = try BeforeAfterTests.write(
            scratch, "town", period: "2024", residents: [1, 2, 3],
            notes: ["weg": BeforeAfterTests.note("quarters: [\"q0\"]")])
        let inputs = try TownInputs.read(path, missingGrid: .refuse, progress: .silent)
        let study = try StudyAssembly(inputs, progress: .silent).study
        func table(_ value: Double, version: Int) -> IndicatorTable {
            var table = IndicatorTable()
            for area in ["q0", "q1", "q2"] {
                table.append(
                    IndicatorValue(
                        level: .quarter, areaID: area, areaName: area, group: "all", category: nil,
                        indicator: "residents", parameters: "", methodVersion: version, value: value, unit: "persons",
                        status: .valid))
            }
            return table
        }
        let found = try BeforeAfter(
            from: DatedFigures(period: "2023", table(5, version: 1)),
            to: DatedFigures(period: "2024", table(9, version: 2)), study: study, measure: "weg", indicators: [],
            attribution: nil, path: path)
        let row = try residents(found)
        #expect(row.isMethodBreak && row.comparison == nil)
        let text = found.text(.english)
        #expect(text.contains("Change of method") && !text.contains("+4"))
    }

    /// What two dates show is no effect, in no language.
    @Test func noTextOfTheTopicSpeaksOfAnEffect() {
        let forbidden = ["effect", "impact", "wirk", "bewirk", "folge", "erfolg", "signifikan", "significan"]
        for language in Language.allCases {
            let catalogue = Catalogue.of(language)
            let keys = catalogue.keys.filter {
                $0.hasPrefix("before_after.") || $0.hasPrefix("scenario.") || $0.hasPrefix("Q84")
            }
            #expect(keys.count > 50)
            for key in keys {
                let text = (catalogue.template(key) ?? "").lowercased()
                for word in forbidden { #expect(!text.contains(word), "\(key): \(text)") }
            }
        }
    }
}
