import Indicators
import TestSupport
import Testing
import Town

/// The bounds of indicators over uncertain counts.
@Suite struct UncertaintyTests {
    static let bounded: Set<String> = [
        "residents", "group_share", "location_quotient", "coverage_share", "places_within", "stop_share",
    ]

    /// Those whose values rest on counts of people and nothing else that is uncertain.
    static let exact = bounded.union(["place_count", "nearest_distance", "nearest_time"]).subtracting(["stop_share"])

    static func expectBounds(_ value: IndicatorValue?, _ middle: Double, _ reach: Double) {
        #expect(value?.status == .estimated && isClose(value?.value ?? -1, middle))
        #expect(isClose(value?.lower ?? -1, middle - reach) && isClose(value?.upper ?? -1, middle + reach))
    }

    @Test func exactCountsHaveNoBounds() throws {
        // But for what bounds a share whatever is known of people: departures, funding ends that nobody recorded.
        for value in try TownSketch.example().table().values where Self.exact.contains(value.indicator) {
            #expect(value.lower == nil && value.upper == nil)
        }
    }

    @Test func noiseChangesNoValue() throws {
        for town in try ConformanceTests.towns() where town.hasPopulation {
            let (exact, noisy) = (try town.table().values, try town.noisy(2).table().values)
            #expect(exact.map { [$0.value, $0.n] } == noisy.map { [$0.value, $0.n] })
            for (before, after) in zip(exact, noisy) where before.status != after.status {
                #expect(before.status == .valid && after.status == .estimated && after.lower != nil)
            }
        }
    }

    /// Homes of 10 and 30, of the group 2 and 6; V = 2.
    @Test func residentsAndShares() throws {
        let table = try TownSketch.example().noisy(2).table()
        Self.expectBounds(table.find("residents", "sw", group: "all"), 40, 1.96 * 2)
        // Two of the group's cells: 8 ± 3.92.
        Self.expectBounds(table.find("residents", "sw", group: "foreign"), 8, 3.92)
        let variance: Double = (4 + 0.04 * 4) / 1_600
        Self.expectBounds(table.find("group_share", "sw", group: "foreign"), 0.2, 1.96 * variance.squareRoot())
        // Zero stays zero; and where nobody lives nothing is open.
        let none = table.find("group_share", "nw", group: "foreign")
        #expect(none?.value == 0 && none?.lower == nil && none?.status == .valid)
        #expect(table.find("residents", "ne", group: "all")?.lower == nil)
        #expect(table.find("group_share", "ne", group: "foreign")?.status == .notApplicable)
    }

    @Test func aGroupIsNotMoreThanAll() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 10, 9)]
        town.spreads = [.none, CountSpread(noiseVariances: [2])]
        let value = try town.table().find("residents", "sw", group: "foreign")
        #expect(value?.value == 9 && value?.upper == 10 && isClose(value?.lower ?? 0, 9 - 1.96 * 2.0.squareRoot()))
        #expect(try town.table().find("group_share", "sw", group: "foreign")?.upper == 1)
    }

    @Test func theTownIsItsOwnMeasureExactly() throws {
        let table = try TownSketch.example().noisy(2).table()
        let town = table.find("location_quotient", "town", group: "foreign")
        #expect(town?.value == 1 && town?.lower == nil && town?.status == .valid)
        let quarter = try #require(table.find("location_quotient", "se", group: "foreign"))
        #expect((quarter.lower ?? 9) < (quarter.value ?? 0) && (quarter.upper ?? 0) > (quarter.value ?? 9))
    }

    /// In the south-west 10 of 40 people have a library within 300 m: r − R is 0.75 and −0.25.
    @Test func whoReachesWhat() throws {
        let table = try TownSketch.example().noisy(2).table()
        let variance: Double = 2 * (0.5625 + 0.0625) / 1_600
        Self.expectBounds(
            table.find("coverage_share", "sw", group: "all", category: "library", metres: 300), 0.25,
            1.96 * variance.squareRoot())
        Self.expectBounds(
            table.find("places_within", "sw", group: "all", category: "library", metres: 300), 0.25,
            1.96 * variance.squareRoot())
        // Nobody has one in the north-west, however many live there.
        let nobody = table.find("coverage_share", "nw", group: "all", category: "library", metres: 300)
        #expect(nobody?.value == 0 && nobody?.lower == nil && nobody?.status == .valid)
        #expect(table.find("nearest_distance", "sw", group: "all", category: "library")?.lower == nil)
    }

    @Test func onlyTheConnectedCount() throws {
        var town = try TownSketch.example()
        town.connected = [true, false, true, true, true]
        let value = try town.noisy(2).table().find(
            "coverage_share", "sw", group: "all", category: "library", parameters: "measure=walking;minutes=5")
        // One home is left: all of its people or none of them, however many they are.
        #expect(value?.n == 10 && value?.lower == nil)
    }

    @Test func stopsAreBoundedTwice() throws {
        var town = try StopShareTests.town()
        town.stops?[0].departures = nil
        let exact = try StopShareTests.value(town, StopShareTests.hourly(1))
        let noisy = try StopShareTests.value(town.noisy(2), StopShareTests.hourly(1))
        #expect(exact.lower == 0.5 && exact.upper == 0.75 && noisy.value == 0.5)
        // Four homes of ten: r − R is ± 0.5, and for the possible stops three times 0.25 and once −0.75.
        let (certain, possible): (Double, Double) = (2 * 4 * 0.25 / 1_600, 2 * (3 * 0.0625 + 0.5625) / 1_600)
        #expect(isClose(noisy.lower ?? 0, 0.5 - 1.96 * certain.squareRoot()))
        #expect(isClose(noisy.upper ?? 0, 0.75 + 1.96 * possible.squareRoot()))
        let any = try StopShareTests.value(town.noisy(2), StopShareTests.any)
        #expect(any.value == 0.75 && isClose(any.upper ?? 0, 0.75 + 1.96 * possible.squareRoot()))
    }

    @Test func whereCountsWereNotGivenNobodyCanTell() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 0, 0), TownSketch.home(1_500, 500, 10, 5)]
        town.places = [TownSketch.Place(x: 100, y: 100, category: "cafe")]
        let range = CountSpread(lowest: [0, 10], highest: [2, 10])
        town.spreads = [range, CountSpread(lowest: [0, 5], highest: [2, 5])]
        let table = try town.table()
        let residents = table.find("residents", "sw", group: "all")
        #expect(residents?.value == 0 && residents?.lower == 0 && residents?.upper == 2)
        #expect(table.find("group_share", "sw", group: "foreign")?.status == .cannotTell)
        #expect(table.find("location_quotient", "sw", group: "foreign")?.status == .cannotTell)
        #expect(
            table.find("coverage_share", "sw", group: "all", category: "cafe", metres: 300)?.status == .cannotTell)
        let covered = table.find("coverage_share", "town", group: "all", category: "cafe", metres: 300)
        #expect(covered?.value == 0 && covered?.lower == 0 && isClose(covered?.upper ?? 0, 2.0 / 12))
    }

    @Test func withoutAnUpperBoundNothingIsToBeReliedOn() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 3, 1), TownSketch.home(150, 100, 10, 5)]
        town.spreads = [CountSpread(lowest: [0, 10], highest: [.infinity, 10])]
        let residents = try town.table().find("residents", "sw", group: "all")
        #expect(residents?.status == .unreliable && residents?.value == 13)
        #expect(residents?.lower == 10 && residents?.upper == nil)
        #expect(try town.table().find("residents", "sw", group: "foreign")?.status == .valid)
    }

    @Test(arguments: 1...4) func boundsHoldTheValueAndGrowWithTheNoise(_ seed: Int) throws {
        let town = try TownSketch.random(seed: UInt64(seed), areCells: seed % 2 == 0)
        let tables = try [1.0, 4].map { try town.noisy($0).table() }
        var found: Set<String> = []
        for value in tables[0].values where Self.bounded.contains(value.indicator) {
            guard let number = value.value, let lower = value.lower, let upper = value.upper else { continue }
            if let wider = tables[1][value.key] {
                #expect((wider.lower ?? 0) <= lower && (wider.upper ?? 0) >= upper)
            }
            found.insert(value.indicator)
            #expect(lower >= 0 && lower <= number && number <= upper && lower < upper)
            if value.unit == "share" { #expect(upper <= 1) }
            #expect(value.status == .estimated)
        }
        #expect(found == Self.bounded)
    }
}
