import Indicators
import Testing
import Town

@testable import Disclosure

/// Whoever reaches an organised meeting place reaches a meeting place.
@Suite("Targets that are part of others") struct InclusionTests {
    private func places() -> PlaceTable {
        func category(
            _ id: String, _ kind: PlaceTable.Category.Kind, _ encounter: PlaceTable.Category.Encounter
        ) -> PlaceTable.Category {
            PlaceTable.Category(id: id, names: [:], kind: kind, encounter: encounter, isSensitive: false)
        }
        var places = PlaceTable()
        places.categories = [
            category("cafe", .meetingPlace, .everyday), category("centre", .meetingPlace, .organised),
            category("market", .meetingPlace, .everyday), category("doctor", .service, .everyday),
        ]
        return places
    }

    @Test func partsOfTheSums() {
        let inclusions = ReachInclusions(places())
        // Single categories are left out.
        #expect(inclusions.wholes(of: "cafe").isEmpty)
        #expect(inclusions.wholes(of: "everyday_places") == ["meeting_places"])
        // The only organised category is all of them.
        #expect(inclusions.wholes(of: "organised_places") == ["meeting_places", "centre"])
        #expect(inclusions.wholes(of: "meeting_places").isEmpty && inclusions.wholes(of: "nothing").isEmpty)
        #expect(ReachInclusions(PlaceTable()).wholes(of: "everyday_places").isEmpty)
    }

    /// The pairs of numbers, the greater first, that are related for 400 people of whom so many reach a place of each
    /// target.
    private func relations(_ reached: [(indicator: String, target: String, people: Double)]) throws -> [[Double]] {
        let study = try TownInARow(quarters: [[400], [500]]).study()
        let units = PublicUnits(study)
        var table = IndicatorTable(allResidents: "all")
        for (indicator, target, people) in reached {
            table.append(
                IndicatorValue(
                    level: .quarter, areaID: "q1", areaName: "q1", group: "all", category: target, indicator: indicator,
                    parameters: "measure=walking;minutes=10", methodVersion: 1, value: people / 400, unit: "share",
                    status: .valid, n: 400))
        }
        let rules = DisclosureRules()
        let released = Released([], period: "2024")
        var board = CellBoard(rules)
        let people = PeopleCells(study, units, rules, released: released, hidden: [], on: &board)
        let count = board.linked.relations.count
        let plan = FigurePlan(table, study, units, rules, released: released)
        _ = FigureCells(table, plan, people, ReachInclusions(places()), hiddenPeople: [], forced: [], on: &board)
        try board.linked.check()
        return board.linked.relations.dropFirst(count).map { relation in
            #expect(relation.terms.map(\.factor) == [1, -1] && relation.range.lowerBound == 0)
            return relation.terms.map { board.value($0.cell).rounded() }
        }
    }

    @Test func reachOfAPartIsNotAboveThatOfTheWhole() throws {
        let words = try relations([
            ("coverage_share", "meeting_places", 380), ("coverage_share", "everyday_places", 300),
            ("coverage_share", "cafe", 120), ("coverage_share", "doctor", 90),
        ])
        #expect(words == [[380, 300]])
    }

    @Test func whoWouldLoseAPlaceIsNoReach() throws {
        #expect(
            try relations([("access_cliff", "meeting_places", 40), ("access_cliff", "everyday_places", 30)]).isEmpty)
    }
}
