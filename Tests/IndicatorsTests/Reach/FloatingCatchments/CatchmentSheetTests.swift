import TestSupport
import Testing
import Wording

@testable import Indicators

/// What the sheets of the family say of a town, and what rows say where there is no figure.
@Suite struct CatchmentSheetTests {
    private static func rows(_ id: String, _ town: TownSketch) throws -> [IndicatorValue] {
        try #require(IndicatorCatalogue.indicator(id)).evaluate(try town.context()).values
    }

    /// Sentences end with a full stop, have no gap left, and tell the figure of the table.
    @Test(arguments: CatchmentIndicatorTests.family + ["supply_without_demand", "supply_lost_on_the_way"])
    func sentencesTellTheFigureOfTheTown(_ id: String) throws {
        let table = try TownSketch.example().table(also: [id])
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        let value = try #require(
            table.values.first {
                $0.indicator == id && $0.level == .town && $0.value != nil && ($0.group ?? "all") == "all"
            })
        for language in Language.allCases {
            let sentence = try #require(descriptor.sentence(language, of: "Musterstadt", in: table))
            #expect(sentence.contains("Musterstadt") && !sentence.contains("{") && sentence.hasSuffix("."))
            #expect(
                sentence.contains(FigureNumber.text(value.value ?? .nan, unit: value.unit, language)), "\(sentence)")
        }
    }

    /// A category of which nobody recorded a place has no figure and no share that is not recorded.
    @Test(arguments: CatchmentIndicatorTests.family) func withoutPlacesThereIsNoData(_ id: String) throws {
        let rows = try Self.rows(id, TownSketch.example()).filter { $0.category == "market" }
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.status == .noData && $0.value == nil && $0.band == nil && $0.lower == nil })
    }

    /// A group of which nobody lives in a quarter makes no figure there; the whole town has one.
    @Test(arguments: CatchmentIndicatorTests.family) func nobodyOfAGroupIsNotApplicable(_ id: String) throws {
        let rows = try Self.rows(id, TownSketch.example()).filter { $0.category == "library" && $0.group == "foreign" }
        let north = try #require(rows.first { $0.areaID == "nw" })
        #expect(north.status == .notApplicable && north.value == nil && north.n == 0)
        #expect(rows.contains { $0.level == .town && ($0.value != nil || $0.reason != nil) })
    }

    /// Homes that do not reach the streets are left out, and the rest is an estimate.
    @Test func whoDoesNotReachTheStreetsIsLeftOut() throws {
        var town = try TownSketch.example()
        let whole = try #require(
            try Self.rows("two_step_catchment", town).first { $0.category == "library" && $0.areaID == "sw" })
        #expect(whole.n == 40)
        town.homes.removeAll { $0.x == 900 }
        let fewer = try #require(
            try Self.rows("two_step_catchment", town).first { $0.category == "library" && $0.areaID == "sw" })
        // 40 seats for the ten who are left.
        #expect(fewer.n == 10 && isClose(fewer.value ?? .nan, 400))
    }

    /// The band is that of three catchments, told apart from the interval of the counts.
    @Test func bandsDoNotMoveWithTheNoise() throws {
        let town = try TownSketch.random(seed: 6, areCells: true)
        for id in ["two_step_catchment", "enhanced_two_step_catchment", "huff_load"] {
            let (exact, noisy) = (try Self.rows(id, town), try Self.rows(id, town.noisy(3)))
            #expect(exact.map(\.band) == noisy.map(\.band) && exact.map(\.value) == noisy.map(\.value))
        }
    }

    /// One place, one home, one quarter: everybody has all there is.
    @Test func oneHomeAndOnePlace() throws {
        var town = try TownSketch.grid()
        town.quarters = Array(town.quarters.prefix(1))
        town.homes = [TownSketch.home(500, 500, 8, 2)]
        town.places = [TownSketch.Place(x: 500, y: 600, category: "library", id: "p", seats: 4)]
        for (id, value) in [
            ("two_step_catchment", 50.0), ("enhanced_two_step_catchment", 50), ("three_step_catchment", 50),
            ("modified_two_step_catchment", 50), ("huff_three_step_catchment", 50), ("spatial_availability", 50),
            ("huff_load", 2), ("balanced_catchment", 1),
        ] {
            let rows = try Self.rows(id, town).filter { $0.category == "library" }
            #expect(rows.count == 4 && rows.allSatisfy { isClose($0.value ?? .nan, value) }, "\(id)")
        }
    }
}
