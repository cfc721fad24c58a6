import Features
import Formats
import Foundation
import Indicators
import TestSupport
import Testing
import Town
import Wording

@testable import Pipeline

/// What if: two quarters whose figures can be worked out by hand, in straight lines. 500 m is the middle limit, 1,000 m the
/// largest; the library L (West) and the shop S (East) have hours.
@Suite struct ScenarioComparisonTests {
    /// The tiny town with hours, a table of offers, and people on a line of points.
    private static func town(_ scratch: Scratch) throws -> String {
        var town = TinyTown()
        town.places = [
            TinyTown.feature(
                "L", #","name":"Bücherei","category":"library","hours":"Mo-Fr 09:00-17:00""#, "Point",
                TinyTown.point((450, 1550))),
            TinyTown.feature(
                "S", #","name":"Markt","category":"shop","hours":"Mo-Sa 08:00-20:00""#, "Point",
                TinyTown.point((1550, 1050))),
        ]
        town.moreLayers =
            "  - { kind: offers, file: \"offers.csv\", columns: { id: id, name: name, places: ort, hours: zeiten } }\n"
        let path = try town.write(to: scratch)
        let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(
            of: "{ id: id, name: name, category: category }",
            with: "{ id: id, name: name, category: category, hours: hours }")
        try Data(text.utf8).write(to: URL(filePath: path))
        try scratch.write("id;name;ort;zeiten\nA1;Vorlesen;L;Sa 10:00-12:00\n", to: "town/offers.csv")
        return path
    }

    private func comparison(_ changes: String) throws -> ScenarioComparison {
        let scratch = try Scratch()
        let path = try ScenarioComparisonTests.town(scratch)
        let file = try scratch.write(changes, to: "aenderung.yaml")
        return try ScenarioComparison.between(project: path, changes: file)
    }

    private func row(
        _ comparison: ScenarioComparison, _ indicator: String, _ category: String, level: AreaLevel = .town,
        area: String? = nil, group: String = "all", parameter: String = ""
    ) throws -> ScenarioComparison.Row {
        try #require(
            comparison.rows.first {
                $0.subject.indicator == indicator && $0.subject.category == category && $0.level == level
                    && (area == nil || $0.areaID == area) && $0.group.id == group
                    && (parameter.isEmpty || $0.subject.parameters.contains(parameter))
            })
    }

    @Test func anEmptyChangeMakesNoDifferenceAtAll() throws {
        let comparison = try comparison("changes: []\n")
        #expect(comparison.isEmpty && !comparison.rows.isEmpty)
        #expect(comparison.findings.isEmpty)
        for row in comparison.rows {
            #expect(row.people.gaining == .init(value: 0, range: nil))
            #expect(row.people.losing == .init(value: 0, range: nil))
            #expect(row.people.unchanged.value == row.people.all)
            if let means = row.means { #expect(means.before == means.after) }
        }
        #expect(comparison.text(.english).contains("nobody would have more, and nobody less"))
    }

    /// A second library at the 200 people of the east: they had none within 500 m (1,050 m to L).
    @Test func onePlaceMoreIsAGainForThoseAround() throws {
        let comparison = try comparison(
            """
            changes:
              - { kind: new_place, name: "Bücherei Ost", category: library, x: 561550, y: 6018550, hours: "Sa 10:00-14:00" }
            """)
        let row = try row(comparison, "coverage_share", "library")
        #expect(row.people.gaining.value == 200 && row.people.losing.value == 0)
        #expect(row.people.unchanged.value == 190 && row.people.all == 390)
        let foreign = try self.row(comparison, "coverage_share", "library", group: "foreign")
        #expect(foreign.people.gaining.value == 10)
        let west = try self.row(comparison, "coverage_share", "library", level: .quarter, area: "W")
        #expect(west.people.gaining.value == 0)
        let means = try #require(row.means)
        #expect(abs(means.after - means.before - 200.0 / 390) < 1e-12)
        // On Saturday nothing was open for a library's public: within 1,000 m live also the 40 of the cell on the border,
        // 626 m away. On Sunday nothing is open.
        let saturday = try self.row(
            comparison, "open_access", "meeting_places", parameter: "slot=saturday")
        #expect(saturday.people.gaining.value == 240)
        let sunday = try self.row(comparison, "open_access", "meeting_places", parameter: "slot=sunday")
        #expect(sunday.people.gaining.value == 0)
        let nearest = try self.row(comparison, "nearest_distance", "library")
        #expect(nearest.people.gaining.value >= 200 && nearest.means == nil)
    }

    @Test func addingPlacesNeverTakesAnythingFromAnybody() throws {
        var random = SeededNumbers(seed: 41)
        for _ in 0..<6 {
            let lines = (0..<3).map { number -> String in
                let (x, y) = (560_000 + random.next() * 2_000, 6_018_000 + random.next() * 1_000)
                let hours = number == 1 ? "" : ", hours: \"Mo-Su 10:00-22:00\""
                let category = ["library", "shop", "youth_centre"][number]
                return "  - { kind: new_place, name: N\(number), category: \(category), x: \(x), y: \(y)\(hours) }"
            }
            let comparison = try comparison("changes:\n" + lines.joined(separator: "\n"))
            #expect(!comparison.isEmpty)
            for row in comparison.rows {
                #expect(row.people.losing == .init(value: 0, range: nil), "\(row.subject)")
                if let means = row.means { #expect(means.after >= means.before - 1e-12) }
                // A place of a category that the town had none of is there for the first time.
                if row.subject.category == "youth_centre", row.subject.indicator == "places_within",
                    let means = row.means
                {
                    #expect(means.before == 0)
                }
            }
        }
    }

    @Test func everybodyGainsLosesOrNeither() throws {
        let comparison = try comparison(
            """
            changes:
              - { kind: place_closes, place: "Markt" }
              - { kind: new_place, name: "Laden", category: shop, x: 560450, y: 6018550, hours: "Mo-Fr 10:00-12:00" }
              - { kind: hours, place: "L", hours: "Tu 18:00-20:00" }
            """)
        var gains = 0
        var losses = 0
        for row in comparison.rows {
            let people = row.people
            #expect(abs(people.gaining.value + people.losing.value + people.unchanged.value - people.all) < 1e-9)
            if people.gaining.value > 0 { gains += 1 }
            if people.losing.value > 0 { losses += 1 }
            for count in [people.gaining, people.losing, people.unchanged] {
                if let range = count.range { #expect(range.contains(count.value)) }
            }
        }
        #expect(gains > 10 && losses > 10)
    }

    @Test func endingAndAddingTheSameIsNothing() throws {
        let comparison = try comparison(
            """
            changes:
              - { kind: place_closes, place: "S" }
              - { kind: new_place, name: "Markt", category: shop, x: 561550, y: 6018050, hours: "Mo-Sa 08:00-20:00" }
            """)
        #expect(comparison.isEmpty)
        for row in comparison.rows { #expect(!row.isAffected, "\(row.subject)") }
    }

    @Test func closingIsTheMirrorOfOpening() throws {
        let closing = try comparison("changes:\n  - { kind: place_closes, place: L }\n")
        let row = try row(closing, "coverage_share", "meeting_places")
        // Within 500 m of L: the cells c1 at 0 m and half of nothing else; c2 is 570 m away, c4 is 640 m away.
        #expect(row.people.losing.value == 100 && row.people.gaining.value == 0)
        #expect(try self.row(closing, "coverage_share", "services").people.losing.value == 0)
        // The offer took place nowhere else.
        #expect(try self.row(closing, "offers_within", "offers").people.losing.value > 0)
    }

    @Test func anOfferThatEndsIsAnOfferLess() throws {
        let comparison = try comparison("changes:\n  - { kind: offer_ends, offer: Vorlesen }\n")
        let row = try row(comparison, "offers_within", "offers")
        #expect(row.people.losing.value > 0 && row.means?.after == 0)
        #expect(comparison.rows.filter(\.isAffected).allSatisfy { $0.subject.indicator == "offers_within" })
    }

    @Test func hoursOfAnOfferDoNotCountWhereThePlaceHasItsOwn() throws {
        let comparison = try comparison("changes:\n  - { kind: hours, offer: A1, hours: \"Su 10:00-20:00\" }\n")
        #expect(comparison.isEmpty)
        #expect(comparison.findings.map(\.code) == [.changeWithoutConsequence])
    }

    @Test func longerHoursAreAGainInTheEveningOnly() throws {
        let comparison = try comparison("changes:\n  - { kind: hours, place: L, hours: \"Mo-Fr 09:00-21:00\" }\n")
        func evening(_ slot: String) throws -> Double {
            try row(comparison, "open_access", "meeting_places", parameter: "slot=\(slot)").people.gaining.value
        }
        // Within 1,000 m of L: all of the west (100 + 50 + half of 40 and the other half across the border).
        #expect(try evening("weekday_evening") == 190)
        #expect(try evening("weekday_morning") == 0 && evening("saturday") == 0)
        #expect(try row(comparison, "reachable_hours", "meeting_places").people.gaining.value == 190)
        #expect(try row(comparison, "coverage_share", "meeting_places").people.gaining.value == 0)
    }

    /// The hours of the first library are not known: whether a second one open in the evening gives anybody anything cannot
    /// be told, so the least is nobody.
    @Test func hoursThatNobodyRecordedMakeARange() throws {
        let scratch = try Scratch()
        let path = try TinyTown().write(to: scratch)
        let file = try scratch.write(
            """
            changes:
              - { kind: new_place, name: "Zweite", category: library, x: 560450, y: 6018550, hours: "Mo-Fr 18:00-22:00" }
            """, to: "aenderung.yaml")
        let comparison = try ScenarioComparison.between(project: path, changes: file)
        let row = try row(comparison, "open_access", "meeting_places", parameter: "slot=weekday_evening")
        #expect(row.people.gaining == .init(value: 190, range: 0...190))
        #expect(row.people.losing == .init(value: 0, range: nil))
    }

    @Test(arguments: [
        ("{ kind: place_closes, place: Museum }", "changes[1].place"),
        ("{ kind: hours, place: Museum, hours: \"Mo 10:00-12:00\" }", "changes[1].place"),
        ("{ kind: offer_ends, offer: Chor }", "changes[1].offer"),
        ("{ kind: new_place, name: N, category: Raumhafen, lon: 9.9, lat: 54.3 }", "changes[1].category"),
    ])
    func whatThereIsNotIsNamed(_ change: String, _ key: String) throws {
        let failure = try #require(throws: Failure.self) { try comparison("changes:\n  - \(change)\n") }
        #expect(failure.kind == .malformedData)
        #expect(failure.diagnostics.first?.code == .changeTargetUnknown)
        #expect(failure.diagnostics.first?.arguments["key"] == key)
        #expect(failure.diagnostics.first?.location?.line == 2)
    }

    @Test func aPlaceOutsideTheTownIsReported() throws {
        let comparison = try comparison(
            "changes:\n  - { kind: new_place, name: Fern, category: library, lon: 9.0, lat: 54.0 }\n")
        #expect(comparison.findings.contains { $0.code == .placeOutside && $0.location?.line == 2 })
    }

    @Test func degreesAndMetresAreTheSamePlace() throws {
        // EPSG:25832: 9° E is x = 500 000; the tiny town lies around 9.93° E, 54.3° N.
        let metres = try comparison(
            "changes:\n  - { kind: new_place, name: N, category: library, x: 561500, y: 6018500 }\n")
        let degrees = try comparison(
            "changes:\n  - { kind: new_place, name: N, category: library, lon: 9.94541, lat: 54.30937 }\n")
        let (one, other) = (
            try row(metres, "places_within", "library"), try row(degrees, "places_within", "library")
        )
        #expect(one.people.gaining.value > 0)
        #expect(one.people.gaining == other.people.gaining)
    }
}

/// Numbers from 0 to 1 that are the same each time.
private struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(UInt64(1) << 53)
    }
}
