import Indicators
import TestSupport
import Testing
import Travel

/// Indicators of travel time, on the worked example: homes of 10 people at (100, 100) and 30 at (900, 100) in the
/// south-west, 40 at (1500, 500) in the south-east, 20 at (500, 1500) in the north-west. 4 km/h are 0.9 s per metre, so
/// that 10 minutes are 666.67 m, 500 m at 3 km/h and 800 m at 4.8 km/h.
@Suite struct TravelTimeTests {
    static func find(
        _ table: IndicatorTable, _ indicator: String, _ area: String, _ parameters: String, category: String? = nil,
        group: String = "all"
    ) -> IndicatorValue? {
        table.find(indicator, area, group: group, category: category, parameters: parameters)
    }

    @Test func timesAreThoseOfTheLinesAtFourKilometresPerHour() throws {
        let table = try TownSketch.example().table()
        func time(_ area: String, _ category: String) -> Double? {
            TravelTimeTests.find(table, "nearest_time", area, "measure=walking", category: category)?.value
        }
        // The library at (100, 400): 300 m for ten people, √(800² + 300²) = 854.400 m for thirty, who are more than half.
        #expect(isClose(try #require(time("sw", "library")), 854.4004 * 0.9 / 60, tolerance: 1e-6))
        // The café at (1500, 900): 400 m = 6 minutes.
        #expect(time("se", "cafe") == 6)
        #expect(TravelTimeTests.find(table, "nearest_time", "se", "measure=walking", category: "cafe")?.unit == "min")
    }

    @Test func sharesHoldForThreeSpeeds() throws {
        var town = try TownSketch.example()
        // From (100, 100) to cafés 480, 650, 700 and 900 m away, a quarter of the people each.
        town.places = [TownSketch.Place(x: 0, y: 0, category: "cafe")]
        town.homes = [480, 650, 700, 900].map { TownSketch.home($0, 0.0, 10, 0) }
        let table = try town.table()
        func share(_ parameters: String) -> Double? {
            TravelTimeTests.find(table, "coverage_share", "town", parameters, category: "cafe")?.value
        }
        #expect(share("measure=walking;minutes=10") == 0.5)
        #expect(share("kmh=3;measure=walking;minutes=10") == 0.25)
        #expect(share("kmh=4.8;measure=walking;minutes=10") == 0.75)
        #expect(share("measure=walking;minutes=5") == 0)
        #expect(share("measure=straight_line;metres=1000") == 1)
        // The number of places is given for the profile's own speed only.
        let within = table.values.filter { $0.indicator == "places_within" }.map(\.parameters)
        #expect(
            Set(within) == [
                "measure=straight_line;metres=1000", "measure=straight_line;metres=300",
                "measure=straight_line;metres=500", "measure=walking;minutes=10", "measure=walking;minutes=5",
            ])
    }

    @Test(arguments: [UInt64(3), 4]) func fasterIsNeverLess(_ seed: UInt64) throws {
        let table = try TownSketch.random(seed: seed, areCells: false).table()
        var compared = 0
        for value in table.values
        where value.indicator == "coverage_share" && value.parameters == "measure=walking;minutes=10" {
            var key = value.key
            key.parameters = "kmh=3;measure=walking;minutes=10"
            let slow = table[key]?.value
            key.parameters = "kmh=4.8;measure=walking;minutes=10"
            let fast = table[key]?.value
            guard let slow, let fast, let share = value.value else { continue }
            #expect(slow <= share && share <= fast)
            compared += 1
        }
        #expect(compared > 50)
    }

    @Test func oneIdNeverMeansTwoUnits() throws {
        let table = try TownSketch.example().table()
        for value in table.values where value.indicator == "nearest_distance" {
            #expect(value.parameters == "measure=straight_line" && value.unit == "m")
        }
        let study = try TownSketch.example().study()
        let straight = IndicatorCatalogue.evaluate(
            try IndicatorContext(study: study, measure: StraightLine(), limits: [500]))
        #expect(!straight.values.contains { $0.indicator == "nearest_time" })
        #expect(straight.values.contains { $0.indicator == "nearest_distance" })
    }

    @Test func aBandThatIsTheProfilesOwnSpeedIsNotRepeated() {
        let request = ReachRequest(
            profile: "walking", measure: TimedLine(), minutes: [5, 10], speed: 4.8, band: [3, 4.8], connected: [])
        #expect(request.limits.map(\.speed) == [nil, nil, 3, 3])
    }

    // MARK: - Not connected

    @Test func sharesAreOverConnectedResidents() throws {
        var town = try TownSketch.example()
        town.connected = [true, false, true, true, true]
        let table = try town.table()
        let value = try #require(
            TravelTimeTests.find(table, "coverage_share", "sw", "measure=walking;minutes=10", category: "library"))
        // The thirty at (900, 100) are left out; the ten have 300 m.
        #expect(value.value == 1 && value.n == 10 && value.status == .estimated)
        // A straight line knows nothing of it.
        let line = try #require(table.find("coverage_share", "sw", group: "all", category: "library", metres: 500))
        #expect(line.value == 0.25 && line.n == 40 && line.status == .valid)
        // Other quarters stay as they are.
        let east = TravelTimeTests.find(table, "coverage_share", "se", "measure=walking;minutes=10", category: "cafe")
        #expect(east?.status == .valid && east?.n == 40)
        // The town rests on 70 of its 100 people.
        #expect(
            TravelTimeTests.find(table, "places_within", "town", "measure=walking;minutes=10", category: "cafe")?.n
                == 70)
    }

    @Test func whereNobodyIsConnectedTheStatusSaysSo() throws {
        var town = try TownSketch.example()
        town.connected = [false, false, true, true, true]
        let table = try town.table()
        for indicator in ["coverage_share", "places_within", "nearest_time", "stop_share"] {
            let values = table.values.filter {
                $0.indicator == indicator && $0.areaID == "sw" && $0.parameters.contains("measure=walking")
                    && $0.category != "market"
            }
            #expect(!values.isEmpty)
            for value in values { #expect(value.status == .notConnected && value.value == nil && value.n == 0) }
        }
        // Nobody lives in the north-east: not applicable goes before not connected.
        let empty = TravelTimeTests.find(table, "nearest_time", "ne", "measure=walking", category: "cafe")
        #expect(empty?.status == .notApplicable)
    }

    @Test func aGroupOfWhomNobodyIsConnected() throws {
        var town = try TownSketch.grid()
        town.places = [TownSketch.Place(x: 0, y: 0, category: "cafe")]
        town.homes = [TownSketch.home(10, 10, 5, 0), TownSketch.home(20, 20, 5, 5)]
        town.connected = [true, false]
        let table = try town.table()
        let parameters = "measure=walking;minutes=5"
        let all = TravelTimeTests.find(table, "coverage_share", "sw", parameters, category: "cafe")
        let foreign = TravelTimeTests.find(
            table, "coverage_share", "sw", parameters, category: "cafe", group: "foreign")
        #expect(all?.value == 1 && all?.status == .estimated)
        #expect(foreign?.status == .notConnected)
    }
}

/// Stops of bus and train.
@Suite struct StopShareTests {
    static let any = "measure=walking;minutes=10"
    static func hourly(_ least: Int) -> String { "departures=\(least);" + any }

    /// Four homes of ten people along the x axis; stops near the first three: 0.5 departures, 1, 2.
    static func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = [100, 2_000, 4_000, 6_000].map { TownSketch.home($0, 100.0, 10, 1) }
        town.quarters = [("q", try rectangle(0, 0, 7_000, 1_000))]
        town.stops = [
            TownSketch.Stop(x: 100, y: 200, departures: 0.5), TownSketch.Stop(x: 2_000, y: 200, departures: 1),
            TownSketch.Stop(x: 4_000, y: 200, departures: 2),
        ]
        return town
    }

    static func value(_ town: TownSketch, _ parameters: String) throws -> IndicatorValue {
        try #require(try town.table().find("stop_share", "q", group: "all", parameters: parameters))
    }

    @Test func departuresNarrowWhatCounts() throws {
        let town = try StopShareTests.town()
        #expect(try StopShareTests.value(town, StopShareTests.any).value == 0.75)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(1)).value == 0.5)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(2)).value == 0.25)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(2)).status == .valid)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(2)).lower == nil)
    }

    @Test func notRecordedIsNotZero() throws {
        var town = try StopShareTests.town()
        town.stops?[0].departures = nil
        let value = try StopShareTests.value(town, StopShareTests.hourly(1))
        // Certainly half; with the unrecorded stop three quarters.
        #expect(value.value == 0.5 && value.lower == 0.5 && value.upper == 0.75 && value.status == .estimated)
        #expect(try StopShareTests.value(town, StopShareTests.any).status == .valid)
        for stop in 0..<3 { town.stops?[stop].departures = nil }
        #expect(try StopShareTests.value(town, StopShareTests.hourly(1)).status == .noData)
        #expect(try StopShareTests.value(town, StopShareTests.any).value == 0.75)
    }

    @Test func aStopWithoutDeparturesIsOne() throws {
        var town = try StopShareTests.town()
        for stop in 0..<3 { town.stops?[stop].departures = 0 }
        #expect(try StopShareTests.value(town, StopShareTests.any).value == 0.75)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(1)).value == 0)
        #expect(try StopShareTests.value(town, StopShareTests.hourly(1)).status == .valid)
    }

    @Test func anEmptyStopLayerHasNoData() throws {
        var town = try StopShareTests.town()
        town.stops = []
        #expect(try StopShareTests.value(town, StopShareTests.any).status == .noData)
    }

    /// Without a network stops are looked for within the middle distance.
    @Test func inAStraightLineTheMiddleDistanceHolds() throws {
        let study = try StopShareTests.town().study()
        let context = try IndicatorContext(study: study, measure: StraightLine(), limits: [50, 100, 200])
        let value = IndicatorCatalogue.evaluate(context).find(
            "stop_share", "q", group: "all", parameters: "measure=straight_line;metres=100")
        #expect(value?.value == 0.75)
    }
}
