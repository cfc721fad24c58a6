import Disclosure
import Features
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
        let old = ChangeAttribution(
            causes: [.population], tables: tables, recorded: table(96, version: 1), shrunken: [])
        #expect(old.causes == [.population, .method])
        #expect(old.rows.first?.before == 96)
        #expect(old.rows.first?.parts == [10, 4])
        // The same version is no break, whatever was recorded.
        let same = ChangeAttribution(
            causes: [.population], tables: tables, recorded: table(96, version: 2), shrunken: [])
        #expect(same.rows.first?.before == 100)
        #expect(same.rows.first?.parts == [10, 0])
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
