import TestSupport
import Testing
import Town
import Travel

@testable import Indicators

/// From the formulas to the rows: areas, groups, supply, bands, and what is said where there is no figure.
@Suite struct CatchmentIndicatorTests {
    static let family = [
        "two_step_catchment", "enhanced_two_step_catchment", "three_step_catchment", "modified_two_step_catchment",
        "balanced_catchment", "huff_three_step_catchment", "spatial_availability", "huff_load",
        "rational_agent_cost", "competitive_access",
    ]

    private static func result(_ id: String, _ town: TownSketch) throws -> IndicatorResult {
        try #require(IndicatorCatalogue.indicator(id)).evaluate(try town.context())
    }

    private static func value(
        _ id: String, _ town: TownSketch, category: String, area: String = "01001000", group: String? = "all"
    ) throws -> IndicatorValue {
        try #require(
            try result(id, town).values.first { $0.areaID == area && $0.category == category && $0.group == group })
    }

    // MARK: - By hand

    /// Within 1,000 m the library in the south-west has 10 + 30 people for its 40 seats, the other 40 + 20 for as many:
    /// nobody recorded how many it has, so it is taken for one like the first.
    @Test func seatsInTheCatchmentByHand() throws {
        let town = try TownSketch.example()
        let all = try Self.value("two_step_catchment", town, category: "library")
        #expect(isClose(all.value ?? 0, 80))
        #expect(all.parameters == "catchment=1000;decay=binary;measure=straight_line;supply=seats")
        #expect(all.unrecorded == 0.5 && all.status == .estimated && all.n == 100)
        // With 750 m only the first ten reach a library, with 1,250 m the north-west reaches both.
        #expect(isClose(all.band?.lowerBound ?? 0, 40) && isClose(all.band?.upperBound ?? 0, 80))
        let foreign = try Self.value("two_step_catchment", town, category: "library", group: "foreign")
        let drawn: Double = 2 + 6 + 40.0 / 3
        #expect(isClose(foreign.value ?? 0, 100 * drawn / 28))
        let west = try Self.value("two_step_catchment", town, category: "library", area: "sw")
        #expect(isClose(west.value ?? 0, 100))
        // Of the cafes nobody recorded seats: each counts as one place.
        let cafe = try Self.value("two_step_catchment", town, category: "cafe")
        #expect(cafe.parameters.hasSuffix("supply=places") && cafe.unrecorded == 1 && cafe.status == .valid)
        // One cafe for the 40 people around it, who are 40 of 100.
        #expect(isClose(cafe.value ?? 0, 1))
    }

    @Test func supplyThatNobodyAsksForIsTold() throws {
        let town = try TownSketch.example()
        let library = try Self.value("supply_without_demand", town, category: "library", group: nil)
        #expect(library.value == 0 && library.band == 0...0.5)
        let cafe = try Self.value("supply_without_demand", town, category: "cafe", group: nil)
        #expect(cafe.value == 0.5 && cafe.band == 0.5...0.5)
        let lost = try Self.value("supply_lost_on_the_way", town, category: "library", group: nil)
        #expect((0.01...1).contains(lost.value ?? 0))
    }

    @Test func whoReachesNothingCountsWithZeroOrNotAtAll() throws {
        var town = try TownSketch.example()
        town.limits = [100, 200, 320]
        // Only the first home, at 300 m, reaches a library.
        let quarter = try Self.value("two_step_catchment", town, category: "library", area: "nw")
        #expect(quarter.value == 0 && quarter.status == .estimated)
        for id in ["huff_load", "rational_agent_cost"] {
            let quarter = try Self.value(id, town, category: "library", area: "nw")
            #expect(quarter.value == nil && quarter.status == .notReachable, "\(id)")
            let near = try Self.value(id, town, category: "library", area: "sw")
            #expect((near.value ?? 0) > 0)
        }
    }

    // MARK: - Supply

    @Test func supplyIsSeatsElseRoomsElsePlaces() {
        var places = PlaceTable()
        places.ids = ["a", "b", "c", "d"]
        places.categoryIndexes = [0, 0, 0, 1]
        let target = ReachTarget(id: "x", categories: [0], placeCount: 3)
        func supply(_ seats: [Double?], _ areas: [Double?]) -> TargetSupply {
            places.capacities = seats
            places.roomAreas = areas
            return TargetSupply(target, places)
        }
        let seats = supply([10, nil, 30, 99], [50, 60, 70, 80])
        #expect(seats.measure == .seats && seats.amounts == [10, 20, 30, 0])
        #expect(isClose(seats.unrecorded, 1.0 / 3))
        let areas = supply([10, nil, nil, 99], [50, 60, nil, 80])
        #expect(areas.measure == .squareMetres && areas.amounts == [50, 60, 55, 0])
        #expect(isClose(areas.unrecorded, 1.0 / 3))
        let plain = supply([nil, nil, 30, 99], [nil, nil, .nan, 80])
        #expect(plain.measure == .places && plain.amounts == [1, 1, 1, 0])
        #expect(isClose(plain.unrecorded, 2.0 / 3))
        // Nothing but zeros is no measure, and a negative number is none recorded.
        #expect(supply([0, 0, 0, 5], []).measure == .places)
        #expect(supply([-5, 8, 8, 5], []).amounts == [8, 8, 8, 0])
        #expect(supply([], []).measure == .places)
    }

    // MARK: - Every member

    @Test(arguments: family) func balancesHoldInEveryTown(_ id: String) throws {
        for town in try ConformanceTowns.all() {
            for identity in try #require(IndicatorCatalogue.indicator(id)).evaluate(town.context).identities {
                #expect(identity.holds, "\(identity)")
                let isOfAvailability = identity.parameters.hasPrefix("alpha=1;cat")
                #expect(identity.indicator == id && isOfAvailability == (id == "spatial_availability"))
            }
        }
        let identities = try Self.result(id, .random(seed: 1, areCells: true)).identities
        #expect(identities.isEmpty == (id == "competitive_access"))
        #expect(Set(identities.map { $0.name + $0.parameters }).count == identities.count)
    }

    @Test(arguments: family) func everyFigureHasItsBand(_ id: String) throws {
        for value in try Self.result(id, .random(seed: 3, areCells: false)).values where value.value != nil {
            let band = try #require(value.band)
            #expect(band.contains(value.value ?? -1))
        }
        let town = try Self.value(id, .random(seed: 3, areCells: false), category: "meeting_places", area: "01001000")
        // Relative to the town the town is always 1.
        let isRelative = ["balanced_catchment", "competitive_access"].contains(id)
        if let band = town.band { #expect((band.lowerBound < band.upperBound) != isRelative) }
        if isRelative, let value = town.value { #expect(isClose(value, 1)) }
    }

    @Test(arguments: family) func noiseGivesIntervals(_ id: String) throws {
        let town = try TownSketch.random(seed: 5, areCells: true)
        let noisy = try Self.result(id, town.noisy(2)).values
        let exact = try Self.result(id, town).values
        for (one, other) in zip(noisy, exact) where one.value != nil {
            #expect(one.value == other.value && other.lower == nil)
            // A mean of equal numbers is exact however many people there are.
            guard let value = one.value, let lower = one.lower, let upper = one.upper else { continue }
            #expect(lower <= value * (1 + 1e-12) && upper >= value * (1 - 1e-12))
        }
        #expect(noisy.contains { ($0.upper ?? 0) > ($0.lower ?? 0) } || id == "competitive_access")
    }

    /// The sheet says it, and here it is: with α = 1 both are one figure.
    @Test func availabilityRepeatsTheEnhancedCatchment() throws {
        for seed in UInt64(1)...4 {
            let town = try TownSketch.random(seed: seed, areCells: true)
            let (one, other) = (
                try Self.result("spatial_availability", town).values,
                try Self.result("enhanced_two_step_catchment", town).values
            )
            #expect(one.map(\.value) == other.map(\.value) && one.map(\.band) == other.map(\.band))
            #expect(one.map(\.status) == other.map(\.status))
        }
    }

    @Test func parametersChangeTheFigure() throws {
        func value(_ id: String, _ parameters: [String: [Double]]) throws -> IndicatorValue {
            let town = try TownSketch.random(seed: 2, areCells: false)
            let plain = try town.context()
            let context = try IndicatorContext(
                study: plain.study, requests: [ReachRequest(straightLine: StraightLine(), distances: town.limits)],
                settings: IndicatorSettings(parameters: [id: parameters]))
            let indicator = try #require(IndicatorCatalogue.indicator(id))
            return try #require(
                indicator.evaluate(context).values.first {
                    $0.level == .town && $0.category == "meeting_places" && $0.group == "all"
                })
        }
        let half = try value("two_step_catchment", ["catchment_factor": [0.5]])
        #expect(half.parameters.contains("catchment=500") && half.value != nil)
        #expect(try half.value != value("two_step_catchment", [:]).value)
        let alpha = try value("spatial_availability", ["alpha": [0.5]])
        #expect(alpha.parameters.hasPrefix("alpha=0.5;"))
        #expect(try alpha.value != value("spatial_availability", [:]).value)
        let near = try value("huff_load", ["exponent": [3]])
        #expect(near.parameters.contains("exponent=3"))
        #expect(try near.value != value("huff_load", [:]).value)
        let way = try value("rational_agent_cost", ["tau_factor": [1]])
        #expect(way.parameters.contains("tau=1000"))
        let usual = try value("rational_agent_cost", [:])
        #expect((way.value ?? 0) > (usual.value ?? 0))
    }
}
