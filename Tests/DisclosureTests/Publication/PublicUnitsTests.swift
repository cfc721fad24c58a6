import Indicators
import Testing
import Town

@testable import Disclosure

@Suite("The areas that the public edition tells of")
struct PublicUnitsTests {
    private let town = TownInARow(
        quarters: [[100, 10], [50, 5], [20, 0]],
        focusAreas: [[(0, 1)], [(0, 0.5)], [(0, 0.5), (1, 1)], [(0, 1), (1, 1)], []])

    @Test func townQuartersAndFocusAreasWithTheirPeople() throws {
        let units = PublicUnits(try town.study())
        #expect(
            units.units.map(\.level) == [.town] + Array(repeating: .quarter, count: 3)
                + Array(repeating: .focusArea, count: 5))
        #expect(units.town == 0 && units.quarters == [1, 2, 3])
        #expect(
            units.units.map(\.residents) == [
                [170, 15], [100, 10], [50, 5], [20, 0], [100, 10], [50, 5], [100, 10], [150, 15], [0, 0],
            ])
        #expect(units.units.map(\.showsGroups) == [true, true, true, true, false, false, false, false, false])
        #expect(units.unit(.quarter, "q2") == 2 && units.unit(.focusArea, "f3") == 6)
        #expect(units.unit(.focusArea, "q2") == nil && units.unit(.area, "f3") == nil)
    }

    @Test func wholeQuartersAndTheQuarterAround() throws {
        let units = PublicUnits(try town.study()).units
        #expect(units.map(\.wholeQuarters) == [[1, 2, 3], [], [], [], [1], [], [], [1, 2], []])
        #expect(units.map(\.insideQuarter) == [nil, nil, nil, nil, 1, 1, nil, nil, nil])
    }

    @Test func aQuarterWhereNobodyLivesMakesNoDifference() throws {
        // The area holds all of the first quarter and of a third that is empty.
        let empty = TownInARow(quarters: [[100], [50], [0]], focusAreas: [[(0, 1), (2, 1)], [(2, 0.5)]])
        let units = PublicUnits(try empty.study()).units
        #expect(units[4].wholeQuarters == [1] && units[4].insideQuarter == 1)
        #expect(units[5].wholeQuarters.isEmpty && units[5].insideQuarter == nil)
    }

    @Test func noQuarters() throws {
        let units = PublicUnits(try TownInARow(quarters: []).study())
        #expect(units.units.map(\.residents) == [[0]] && units.quarters.isEmpty)
        #expect(units.units[0].wholeQuarters.isEmpty)
    }
}
