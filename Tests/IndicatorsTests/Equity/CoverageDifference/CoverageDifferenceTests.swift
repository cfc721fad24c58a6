import Testing

@testable import Indicators

@Suite struct CoverageDifferenceTests {
    @Test func itIsTheDifferenceOfTheShares() throws {
        let town = EquityTown()
        let table = try town.sketch().table([:])
        // In two quarters nobody has a library: 75 of 252 of the group, 425 of the 958 others.
        let row = try table.libraryRow("coverage_difference", group: "foreign", with: "unit=quarter")
        #expect(agree(row.value, (252.0 - 75) / 252 - (958.0 - 425) / 958))
        #expect(row.unit == "share_difference" && row.parameters.contains("catchment=1000"))
        // The same shares as the indicator of shares has them.
        let share = try #require(
            table.find("coverage_share", "town", group: "foreign", category: "library", metres: 1_000)?.value)
        #expect(agree(share, 177.0 / 252))
    }

    @Test func noShareDiffersByMoreThanAll() throws {
        var town = EquityTown()
        town.libraries = [1, 1, 1, 0, 0, 0]
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        town.homes = (0..<6).map { (quarter: Int) -> [(all: Double, group: Double)] in
            quarter < 3 ? [(90, 90), (60, 60)] : [(70, 0), (40, 0)]
        }
        for row in try town.sketch().table([:]).libraryRows("coverage_difference", group: "foreign") {
            #expect(agree(row.value, 1) && row.upper == 1)
            #expect((row.lower ?? -2) >= -1)
        }
    }

    @Test func whereAllHaveAPlaceThereIsNoReliableDifference() throws {
        var town = EquityTown()
        town.libraries = [1, 1, 2, 3, 1, 4]
        for row in try town.sketch().table([:]).libraryRows("coverage_difference", group: "foreign") {
            #expect(abs(row.value ?? 1) < 1e-12)
            #expect(row.status == .unreliable && row.reason == .noReliableDifference)
        }
    }

    @Test func fewPeopleMakeItUnreliable() throws {
        var town = EquityTown()
        // Five of ten quarters are no matter of chance, three of six would be.
        town.libraries = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
        town.atTheEdge = [Int](repeating: 0, count: 10)
        town.homes = (0..<10).map { (quarter: Int) -> [(all: Double, group: Double)] in
            quarter < 5 ? [(90, 3), (60, 2)] : [(70, 0), (40, 0)]
        }
        let row = try town.sketch().table([:]).libraryRow("coverage_difference", group: "foreign", with: "unit=cell")
        #expect(row.n == 25 && row.status == .unreliable && row.reason == .smallCounts)
        #expect((row.lower ?? 0) > 0)
    }

    @Test func aTownWithoutGroupsHasNoRows() throws {
        var town = try EquityTown().sketch()
        town.keepAllResidentsOnly()
        #expect(!(try town.table([:])).values.contains { $0.indicator == "coverage_difference" })
    }

    @Test func itComesAfterTheFiguresForAllResidents() throws {
        let table = try EquityTown().sketch().table([:])
        let indicators = table.values.filter { $0.level == .town }.map(\.indicator)
        let all = try #require(indicators.firstIndex(of: "coverage_share"))
        let difference = try #require(indicators.firstIndex(of: "coverage_difference"))
        #expect(all < difference)
        #expect(CoverageDifference().descriptor.isDefault && PlacesDifference().descriptor.isDefault)
    }
}
