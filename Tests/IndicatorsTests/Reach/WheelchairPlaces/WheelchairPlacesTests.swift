import TestSupport
import Testing
import Town
import Travel

@testable import Indicators

@Suite struct WheelchairPlacesTests {
    /// Three homes of 10, 30 and 60 people, each with one place at its door: accessible, limited, not recorded.
    static func table(_ states: [PlaceTable.Wheelchair]) throws -> IndicatorTable {
        var town = try TownSketch.grid()
        town.homes = [
            TownSketch.home(100, 100, 10, 5), TownSketch.home(1_900, 100, 30, 0), TownSketch.home(100, 1_900, 60, 5),
        ]
        town.places = town.homes.map { TownSketch.Place(x: $0.x, y: $0.y, category: "cafe") }
        var study = try town.study()
        study.places.wheelchair = states
        return IndicatorCatalogue.evaluate(
            try IndicatorContext(
                study: study, requests: [ReachRequest(straightLine: StraightLine(), distances: [300])],
                settings: IndicatorSettings(also: ["wheelchair_places"])))
    }

    static func value(_ table: IndicatorTable, _ group: String = "all") throws -> IndicatorValue {
        try #require(
            table.values.first {
                $0.indicator == "wheelchair_places" && $0.level == .town && $0.category == "meeting_places"
                    && $0.group == group
            })
    }

    @Test func whatIsLimitedOrNotRecordedIsOnlyPossible() throws {
        let table = try WheelchairPlacesTests.table([.yes, .limited, .unknown])
        let all = try WheelchairPlacesTests.value(table)
        #expect(isClose(all.value ?? .nan, 0.1) && isClose(all.lower ?? .nan, 0.1) && isClose(all.upper ?? .nan, 1))
        #expect(isClose(all.unrecorded ?? .nan, 0.6) && all.status == .estimated)
        let foreign = try WheelchairPlacesTests.value(table, "foreign")
        #expect(isClose(foreign.value ?? .nan, 0.5))
    }

    @Test func whatIsRecordedAsClosedIsClosed() throws {
        let all = try WheelchairPlacesTests.value(WheelchairPlacesTests.table([.yes, .no, .no]))
        #expect(isClose(all.value ?? .nan, 0.1) && all.upper == nil && all.unrecorded == 0)
    }

    @Test func nothingRecordedIsNoValue() throws {
        let all = try WheelchairPlacesTests.value(WheelchairPlacesTests.table([.unknown, .unknown, .unknown]))
        #expect(all.value == nil && all.status == .noData)
    }
}
