import Disclosure
import Features
import History
import Indicators
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// Two dates of a town of two quarters whose figures can be worked out by hand.
@Suite struct ChangeAttributionTests {
    private func attribution(_ before: TinyTown, _ after: TinyTown) throws -> ChangeAttribution {
        let scratch = try Scratch()
        let earlier = try before.write(to: scratch, folder: "before")
        let later = try after.write(to: scratch, folder: "after")
        return try ChangeAttribution.between(earlier, later)
    }

    private func row(
        _ attribution: ChangeAttribution, _ level: AreaLevel, _ indicator: String, area: String? = nil,
        group: String? = "all", category: String? = nil, parameters: String? = nil
    ) -> ChangeAttribution.Row? {
        attribution.rows.first {
            $0.key.level == level && $0.key.indicator == indicator && (area == nil || $0.key.areaID == area)
                && $0.key.group == group && (category == nil || $0.key.category == category)
                && (parameters == nil || $0.key.parameters == parameters)
        }
    }

    @Test func nothingChangesBetweenEqualTowns() throws {
        let attribution = try attribution(TinyTown(), TinyTown())
        #expect(attribution.causes == [])
        #expect(attribution.rows.isEmpty)
        #expect(attribution.unchangedCount > 20)
        #expect(attribution.text(.english).contains("nothing has changed"))
    }

    @Test func morePeopleAreDueToPeopleAlone() throws {
        var after = TinyTown()
        after.population.append(TinyTown.cell("c5", (1700, 1700), all: 60, foreign: 6))
        let attribution = try attribution(TinyTown(), after)
        #expect(attribution.causes == [.population])
        let residents = try #require(row(attribution, .quarter, "residents", area: "E"))
        #expect(residents.after - residents.before == 60)
        #expect(residents.parts == [60])
        #expect(row(attribution, .quarter, "residents", area: "W") == nil)
    }

    /// People and places change at once: a second library beside the people of the east, who become more. What each does
    /// is known by computing all four towns apart.
    @Test func twoCausesAreSplitLikeFourTowns() throws {
        let before = TinyTown()
        var people = before
        people.population[2] = TinyTown.cell("c3", (1500, 1500), all: 400, foreign: 10)
        var places = before
        places.places.append(TinyTown.place("L2", "Bücherei Ost", "library", (1550, 1550)))
        var both = people
        both.places = places.places
        let attribution = try attribution(before, both)
        #expect(attribution.causes == [.population, .places])
        func share(_ town: TinyTown) throws -> Double {
            let other = try self.attribution(before, town)
            return try #require(
                row(other, .town, "coverage_share", category: "library", parameters: "measure=straight_line;metres=300")
            ).after
        }
        let split = try #require(
            row(
                attribution, .town, "coverage_share", category: "library",
                parameters: "measure=straight_line;metres=300"))
        let (p, q, all) = (try share(people), try share(places), split.after)
        let parts = try #require(split.parts)
        #expect(abs(parts[0] - ((p - split.before) + (all - q)) / 2) < 1e-9)
        #expect(abs(parts[1] - ((q - split.before) + (all - p)) / 2) < 1e-9)
        #expect(parts[1] > 0.5)
    }

    @Test func thePartsAddUpAndTurnWithTheDates() throws {
        var after = TinyTown()
        after.population[0] = TinyTown.cell("c1", (400, 1500), all: 130, foreign: 44)
        after.places[1] = TinyTown.place("S", "Markt", "shop", (1150, 1450))
        after.quarters[0] = TinyTown.area("W", "West", box: (0, 1000, 980, 2000))
        after.quarters[1] = TinyTown.area("E", "East", box: (980, 1000, 2000, 2000))
        let there = try attribution(TinyTown(), after)
        let back = try attribution(after, TinyTown())
        #expect(there.causes == [.population, .places, .boundaries])
        #expect(there.rows.count > 20)
        #expect(there.rows.count == back.rows.count)
        for (row, other) in zip(there.rows, back.rows) {
            guard let parts = row.parts, let turned = other.parts else { continue }
            let scale = max(abs(row.before), abs(row.after), 1)
            #expect(abs(parts.reduce(0, +) - (row.after - row.before)) < 1e-9 * scale)
            for (part, contrary) in zip(parts, turned) { #expect(abs(part + contrary) < 1e-9 * scale) }
        }
        // The town's own number of residents does not care where the border lies.
        let residents = try #require(row(there, .town, "residents")?.parts)
        #expect(residents == [30, 0, 0])
    }

    @Test func aFileThatShrankIsAFaultOfTheData() throws {
        var before = TinyTown()
        for number in 0..<20 {
            before.places.append(TinyTown.place("x\(number)", "Laden", "shop", (1500, 1500 + Double(number))))
        }
        let attribution = try attribution(before, TinyTown())
        #expect(attribution.shrunken == [ShrunkenInput(kind: "places", before: 22, after: 2)])
        #expect(attribution.causes == [.data])
        #expect(attribution.rows.count > 0)
        #expect(attribution.text(.german).contains("Das sieht nach einem Fehler der Datei aus"))
        #expect(attribution.text(.german).contains("vermutlich Fehler in den Daten"))
    }

    @Test func whatHasNoValueInSomeMixtureIsNotSplit() throws {
        // The place at which the quarter's only people could be reached comes with the quarter's people.
        var before = TinyTown()
        before.population = [before.population[0], before.population[1]]
        let attribution = try attribution(before, TinyTown())
        // Nobody lived in the east: there is no earlier value to compare with, so no row.
        #expect(row(attribution, .quarter, "coverage_share", area: "E") == nil)
        #expect(row(attribution, .quarter, "residents", area: "E")?.before == 0)
    }

    /// A method that gave another number then is a cause of its own, by the figures that were recorded.
    @Test func aNewMethodIsACauseOfItsOwn() throws {
        let key = IndicatorTable.Key(level: .town, areaID: "t", indicator: "residents", group: "all")
        func table(_ value: Double, version: Int) -> IndicatorTable {
            var table = IndicatorTable()
            table.append(
                IndicatorValue(
                    level: key.level, areaID: key.areaID, areaName: "T", group: key.group, category: nil,
                    indicator: key.indicator, parameters: "", methodVersion: version, value: value, unit: "persons",
                    status: .valid))
            return table
        }
        let tables = [table(100, version: 2), table(110, version: 2)]
        func split(recorded version: Int) -> ChangeAttribution {
            ChangeAttribution(
                causes: [.population], tables: tables,
                recorded: DatedFigures(period: "2023", table(96, version: version)), shrunken: [])
        }
        #expect(split(recorded: 1).causes == [.population, .method])
        #expect(split(recorded: 1).rows.first?.before == 96)
        #expect(split(recorded: 1).rows.first?.parts == [10, 4])
        // The same version is no break, whatever was recorded.
        #expect(split(recorded: 2).causes == [.population])
        #expect(split(recorded: 2).rows.first?.before == 100)
        #expect(split(recorded: 2).rows.first?.parts == [10])
    }

    /// The history knows what older methods made of the same data; of other data it says nothing about methods.
    @Test func theHistoryKnowsOlderMethods() throws {
        let scratch = try Scratch()
        var before = TinyTown()
        before.more = "history: \"verlauf.sqlite\"\n"
        let earlier = try before.write(to: scratch, folder: "before")
        var after = before
        after.population[0] = TinyTown.cell("c1", (400, 1500), all: 130, foreign: 20)
        let later = try after.write(to: scratch, folder: "after")
        _ = try Run.run(project: earlier, options: RunOptions(output: scratch.path("run"), recordedAt: 1_700_000_000))
        #expect(try ChangeAttribution.between(earlier, later).causes == [.population])

        let store = try HistoryStore.open(scratch.path("before/verlauf.sqlite"))
        var old = try store.run(1)
        old.recordedAt += 60
        for index in old.figures.indices where old.figures[index].measure.indicator == "residents" {
            old.figures[index].measure.methodVersion = 0
            old.figures[index].value = old.figures[index].value.map { $0 - 7 }
        }
        try store.append(old)
        let attribution = try ChangeAttribution.between(earlier, later)
        #expect(attribution.causes == [.population, .method])
        let residents = try #require(row(attribution, .town, "residents"))
        #expect(residents.parts == [30, 7] && residents.after - residents.before == 37)
        #expect(attribution.text(.german).contains("Rechenweg (neuere Fassung)"))

        old.recordedAt += 60
        old.inputs[0].sha256 = String(repeating: "0", count: 64)
        for index in old.figures.indices { old.figures[index].value = old.figures[index].value.map { $0 + 1_000 } }
        try store.append(old)
        #expect(try row(ChangeAttribution.between(earlier, later), .town, "residents")?.parts == [30, 7])
    }

    @Test func figuresHaveTheirNames() throws {
        var after = TinyTown()
        after.places.append(TinyTown.place("L2", "Bücherei Ost", "library", (1550, 1550)))
        after.population[0] = TinyTown.cell("c1", (400, 1500), all: 130, foreign: 25)
        let attribution = try attribution(TinyTown(), after)
        for language in Language.allCases {
            let text = attribution.text(language, everything: true)
            for id in ["=", "straight_line", "coverage_share", "meeting_places", "library", "foreign", "⟨"] {
                #expect(!text.contains(id), "\(id)")
            }
        }
        let german = attribution.text(.german, everything: true)
        #expect(german.contains("Luftlinie") && german.contains("Ausländische"))
    }

    @Test func theReportForProgramsNamesEveryPart() throws {
        var after = TinyTown()
        after.population[0] = TinyTown.cell("c1", (400, 1500), all: 130, foreign: 20)
        let text = try attribution(TinyTown(), after).json()
        #expect(text.contains(#""format": "quartier-causes/1""#))
        #expect(text.contains(#""population": 30"#))
        #expect(text.contains(#""shrunken": []"#))
    }
}
