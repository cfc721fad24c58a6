import Testing
import Travel

@testable import Indicators

@Suite struct PlacesDifferenceTests {
    private static func mean(_ access: [(all: Double, group: Double, libraries: Double)], rest: Bool) -> Double {
        var (people, places) = (0.0, 0.0)
        for home in access {
            let count = rest ? home.all - home.group : home.group
            people += count
            places += count * home.libraries
        }
        return places / people
    }

    @Test func itIsTheDifferenceOfTheMeans() throws {
        let town = EquityTown()
        let table = try town.sketch().table([:])
        let expected =
            PlacesDifferenceTests.mean(town.access, rest: false) - PlacesDifferenceTests.mean(town.access, rest: true)
        // 1,210 residents, 252 of them in the group: by hand 510/252 − 1,320/958.
        #expect(agree(expected, 510.0 / 252 - 1_320.0 / 958))
        for unit in ["unit=cell", "unit=quarter"] {
            let row = try table.libraryRow("places_difference", group: "foreign", with: unit)
            #expect(agree(row.value, expected) && row.unit == "places_difference" && row.n == 252)
            #expect(row.parameters == "catchment=1000;draws=999;measure=straight_line;seed=1;\(unit)")
            let (lower, upper) = (try #require(row.lower), try #require(row.upper))
            #expect(lower <= expected && expected <= upper)
            #expect(row.reason == .noReliableDifference && lower <= 0 && 0 <= upper)
        }
        #expect(table.identities.filter { $0.indicator == "places_difference" }.allSatisfy { $0.holds })
        #expect(table.identities.contains { $0.parameters.contains("category=library;group=foreign") })
    }

    /// With 750 m the home at the edge loses a library, so the difference moves.
    @Test func theBandIsThatOfTheOtherCatchments() throws {
        var town = EquityTown()
        let table = try town.sketch().table([:])
        let row = try table.libraryRow("places_difference", group: "foreign", with: "unit=cell")
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        let smaller =
            PlacesDifferenceTests.mean(town.access, rest: false) - PlacesDifferenceTests.mean(town.access, rest: true)
        let band = try #require(row.band)
        #expect(agree(band.upperBound, smaller) && agree(band.lowerBound, row.value))
        #expect(smaller > band.lowerBound)
    }

    /// Where a group lives in quarters that have more, cells are surer of it than quarters, of which there are but six.
    @Test func theUnitDecidesWhatIsReliable() throws {
        var town = EquityTown()
        town.libraries = [1, 1, 2, 2, 3, 3]
        town.atTheEdge = [0, 0, 0, 0, 0, 0]
        town.homes = (0..<6).map { (quarter: Int) -> [(all: Double, group: Double)] in
            [(100, Double(10 * quarter)), (100, Double(10 * quarter + 5))]
        }
        let table = try town.sketch().table([:])
        let cells = try table.libraryRow("places_difference", group: "foreign", with: "unit=cell")
        let quarters = try table.libraryRow("places_difference", group: "foreign", with: "unit=quarter")
        #expect((quarters.lower ?? 0) < (cells.lower ?? 0) && (quarters.upper ?? 0) > (cells.upper ?? 0))
    }

    /// A group that lives in the quarters that have more, the more of it the more they have.
    private static func clear(_ quarters: Int, share: (Int) -> Double) -> EquityTown {
        var town = EquityTown()
        town.libraries = (0..<quarters).map { $0 / 3 }
        town.atTheEdge = [Int](repeating: 0, count: quarters)
        town.homes = (0..<quarters).map { quarter in
            [(100, 100 * share(quarter)), (100, 100 * share(quarter))]
        }
        return town
    }

    private static func rows(_ town: EquityTown) throws -> (cells: IndicatorValue, quarters: IndicatorValue) {
        let table = try town.sketch().table([:])
        return (
            try table.libraryRow("places_difference", group: "foreign", with: "unit=cell"),
            try table.libraryRow("places_difference", group: "foreign", with: "unit=quarter")
        )
    }

    private static func holdsZero(_ row: IndicatorValue) throws -> Bool {
        (try #require(row.lower)...(try #require(row.upper))).contains(0)
    }

    @Test func whatBothUnitsShowIsADifference() throws {
        let (cells, quarters) = try Self.rows(Self.clear(12) { Double($0) / 12 })
        for row in [cells, quarters] {
            #expect(row.status == .valid && row.reason == nil)
            #expect(try !Self.holdsZero(row))
        }
    }

    @Test func whatOneUnitShowsIsToldInBothRows() throws {
        // Of six quarters, one with more libraries and the whole group: one of six is no rare arrangement, two cells of
        // twelve are.
        var town = EquityTown()
        (town.libraries, town.atTheEdge) = ([0, 0, 0, 0, 0, 4], [0, 0, 0, 0, 0, 0])
        town.homes = (0..<6).map { quarter in
            [(100, quarter == 5 ? 60 : 1), (100, quarter == 5 ? 60 : 1)]
        }
        let (cells, quarters) = try Self.rows(town)
        #expect(try !Self.holdsZero(cells))
        #expect(try Self.holdsZero(quarters))
        for row in [cells, quarters] { #expect(row.status == .unreliable && row.reason == .oneUnitOnly) }
        #expect(cells.value == quarters.value)
    }

    @Test func aUnitThatCannotTellDoesNotAgree() throws {
        // Four quarters are too few.
        let (cells, quarters) = try Self.rows(Self.clear(4) { $0 == 3 ? 0.9 : 0.02 })
        #expect(quarters.status == .cannotTell && quarters.reason == .fewUnits && quarters.value == nil)
        #expect(cells.status == .unreliable)
        #expect(cells.reason == (try Self.holdsZero(cells) ? .noReliableDifference : .oneUnitOnly))
    }

    @Test func fewerThanFiveQuartersAreRefusedCellsAreNot() throws {
        var town = EquityTown()
        town.homes = Array(town.homes.prefix(4))
        let table = try town.sketch().table([:])
        let quarters = try table.libraryRow("places_difference", group: "foreign", with: "unit=quarter")
        #expect(quarters.status == .cannotTell && quarters.reason == .fewUnits && quarters.value == nil)
        #expect(try table.libraryRow("places_difference", group: "foreign", with: "unit=cell").value != nil)
    }

    @Test func drawsAndSeedAreChosenAndStated() throws {
        let town = try EquityTown().sketch()
        func row(_ draws: Double, _ seed: Double) throws -> IndicatorValue {
            let table = try town.table(["places_difference": ["draws": [draws], "seed": [seed]]])
            return try table.libraryRow("places_difference", group: "foreign", with: "unit=cell")
        }
        let one = try row(499, 7)
        #expect(one.parameters.contains(";draws=499;") && one.parameters.contains(";seed=7;"))
        #expect(try row(499, 7) == one)
        let other = try row(499, 8)
        #expect(other.value == one.value && other.lower != one.lower)
    }

    /// The bounds, too, are the same whatever the order of rows: cells are drawn by where they lie.
    @Test func theOrderOfRowsDoesNotMatterToTheBounds() throws {
        let town = try EquityTown().sketch()
        var shuffled = town
        shuffled.homes.reverse()
        shuffled.quarters.swapAt(1, 4)
        shuffled.places.reverse()
        for (left, right) in zip(
            try town.table([:]).libraryRows("places_difference", group: "foreign"),
            try shuffled.table([:]).libraryRows("places_difference", group: "foreign"))
        {
            #expect(left.parameters == right.parameters && left.status == right.status)
            #expect(agree(left.lower, right.lower) && agree(left.upper, right.upper))
        }
    }

    @Test func whereEverybodyIsInTheGroupThereIsNobodyToCompareWith() throws {
        var town = EquityTown()
        town.homes = town.homes.map { $0.map { ($0.all, $0.all) } }
        let row = try town.sketch().table([:]).libraryRow("places_difference", group: "foreign", with: "unit=cell")
        #expect(row.status == .notApplicable && row.value == nil)
        town.homes = town.homes.map { $0.map { ($0.all, 0) } }
        let none = try town.sketch().table([:]).libraryRow("places_difference", group: "foreign", with: "unit=cell")
        #expect(none.status == .notApplicable && none.value == nil)
    }

    @Test func homesThatDoNotReachTheStreetsDoNotCount() throws {
        let sketch = try EquityTown().sketch()
        func row(connected: (Int) -> Bool) throws -> IndicatorValue {
            let walking = ReachRequest(
                profile: "walking", measure: TimedLine(), minutes: [10], speed: 4,
                connected: sketch.homes.indices.map(connected))
            return try IndicatorCatalogue.evaluate(IndicatorContext(study: sketch.study(), requests: [walking]))
                .libraryRow("places_difference", group: "foreign", with: "unit=cell")
        }
        let all = try row { _ in true }
        #expect(all.n == 252 && all.parameters == "catchment=10;draws=999;measure=walking;seed=1;unit=cell")
        // Without the last home, where 44 of the group live, it is no longer complete.
        let most = try row { $0 != 11 }
        #expect(most.n == 208 && all.value != most.value)
        #expect(try row { _ in false }.status == .notConnected)
    }

    @Test func withNoiseAReliableDifferenceIsAnEstimate() throws {
        var town = EquityTown()
        town.libraries = [1, 1, 2, 2, 3, 3]
        town.homes = (0..<6).map { (quarter: Int) -> [(all: Double, group: Double)] in
            [(100, Double(10 * quarter)), (100, Double(10 * quarter + 5))]
        }
        let table = try town.sketch().noisy(2).table([:])
        let row = try table.libraryRow("places_difference", group: "foreign", with: "unit=cell")
        #expect(row.status == .estimated && row.reason == nil)
    }
}
