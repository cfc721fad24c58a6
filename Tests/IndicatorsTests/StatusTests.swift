import Indicators
import TestSupport
import Testing

/// What values are worth: from points, from whole cells, from cut cells.
@Suite struct StatusTests {
    static let reach = ["nearest_distance", "coverage_share", "places_within"]

    static func statuses(_ table: IndicatorTable, _ indicators: [String], _ area: String) -> Set<Status> {
        Set(
            table.values.filter {
                indicators.contains($0.indicator) && $0.areaID == area && $0.category != "market"
            }.map(\.status))
    }

    @Test func pointsAreValid() throws {
        let table = try TownSketch.example().table()
        #expect(StatusTests.statuses(table, ["residents", "group_share", "location_quotient"], "sw") == [.valid])
        #expect(StatusTests.statuses(table, StatusTests.reach, "sw") == [.valid])
        #expect(
            !table.values.contains { UncertaintyTests.exact.contains($0.indicator) && $0.status == .estimated })
    }

    @Test func distancesFromCellsAreEstimatesAndCountsInThemOnlyWhereABorderCuts() throws {
        var town = try TownSketch.grid()
        town.places = [TownSketch.Place(x: 100, y: 100, category: "cafe")]
        town.homes = [
            try TownSketch.cell(250, 250, size: 100, 10, 5),  // wholly in sw
            try TownSketch.cell(1_500, 1_000, size: 100, 20, 5),  // half in se, half in ne
            try TownSketch.cell(500, 1_500, size: 100, 8, 2),  // wholly in nw
        ]
        let table = try town.table()
        let counts = ["residents", "group_share", "location_quotient"]
        #expect(StatusTests.statuses(table, counts, "sw") == [.valid])
        #expect(StatusTests.statuses(table, counts, "se") == [.estimated])
        #expect(StatusTests.statuses(table, counts, "ne") == [.estimated])
        #expect(table.find("residents", "se", group: "all")?.value == 10)
        #expect(table.find("residents", "ne", group: "foreign")?.value == 2.5)
        // The cell is cut between two quarters, but wholly in the town.
        #expect(StatusTests.statuses(table, counts, "01001000") == [.valid])
        for area in ["sw", "se", "01001000"] {
            for indicator in StatusTests.reach {
                let value = table.values.first {
                    $0.areaID == area && $0.indicator == indicator && $0.category == "cafe"
                }
                #expect(value?.status == .estimated, "\(area) \(indicator)")
            }
        }
    }

    @Test func aCellCutByTheOutlineMakesTheTownAnEstimate() throws {
        var town = try TownSketch.grid()
        town.homes = [try TownSketch.cell(0, 500, size: 100, 10, 5), try TownSketch.cell(500, 500, size: 100, 10, 0)]
        let table = try town.table()
        #expect(table.find("residents", "town", group: "all")?.value == 15)
        #expect(table.find("residents", "town", group: "all")?.status == .estimated)
        #expect(table.find("group_share", "town", group: "foreign")?.value == 2.5 / 15)
    }

    @Test func aGroupThatNobodyInTownBelongsToHasNoQuotient() throws {
        var town = try TownSketch.example()
        for home in town.homes.indices { town.homes[home].counts[1] = 0 }
        let table = try town.table()
        #expect(table.find("group_share", "sw", group: "foreign")?.value == 0)
        #expect(table.find("location_quotient", "sw", group: "foreign")?.status == .notApplicable)
        #expect(table.find("location_quotient", "town", group: "foreign")?.value == nil)
        #expect(table.find("coverage_share", "sw", group: "foreign", category: "library", metres: 300)?.n == 0)
    }

    @Test func placesAreCountedWithoutPeople() throws {
        var town = try TownSketch.example()
        town.hasPopulation = false
        let table = try town.table()
        #expect(table.find("place_count", "sw", category: "library")?.value == 1)
        #expect(table.find("residents", "sw", group: "all")?.status == .noData)
        let reach = table.values.filter { StatusTests.reach.contains($0.indicator) }
        #expect(!reach.isEmpty && reach.allSatisfy { $0.status == .noData && $0.n == nil })
    }

    @Test func theListOfStatusesIsClosed() {
        #expect(
            Status.allCases.map(\.rawValue) == [
                "valid", "estimated", "no_data", "suppressed", "unreliable", "not_connected", "not_reachable",
                "not_applicable", "cannot_tell",
            ])
    }
}
