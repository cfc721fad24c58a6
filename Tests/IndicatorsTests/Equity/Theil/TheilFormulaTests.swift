import Testing

@testable import Indicators

@Suite struct TheilFormulaTests {
    @Test func theWorkedExampleToThePrintedDigits() throws {
        #expect(prints(try WorkedEquity.access().theil, 0.0179464575, digits: 10))
    }

    @Test func itIsThatOfPySALOverPersons() throws {
        var compared = 0
        for town in try EquityFixture.read().towns {
            let columns = try town.columns()
            #expect(agree(columns.theil, town.expected.theil))
            guard let pysal = town.expected.pysalTheil else { continue }
            let parts = try #require(columns.theil(zones: town.zones))
            #expect(agree(columns.theil, pysal))
            #expect(agree(parts.between, town.expected.between) && agree(parts.within, town.expected.within))
            compared += 1
        }
        #expect(compared == 3)
    }

    /// `accessibility` leaves out who has nothing in the sum, but not in the mean: 0.4999 here.
    @Test func whoeverHasNothingIsNotLeftOut() throws {
        let theil = try #require(WeightedValues([0, 10, 20, 30], people: [5, 5, 5, 5])).theil
        #expect(prints(theil, 0.3749, digits: 4))
        // One who has all among four.
        #expect(
            prints(try #require(WeightedValues([0, 0, 0, 3], people: [1, 1, 1, 1])).theil, 1.3862943611, digits: 10))
    }

    @Test func betweenAndWithinAreTheWhole() throws {
        for town in try EquityFixture.read().towns {
            let columns = try town.columns()
            let parts = try #require(columns.theil(zones: town.zones))
            #expect(agree(parts.total, columns.theil))
            #expect(parts.between >= 0 && parts.within >= 0)
        }
    }

    @Test func oneZoneHasAllWithinAndUnitsHaveAllBetween() throws {
        let columns = try #require(WeightedValues([1, 2, 0, 5], people: [4, 3, 2, 1]))
        let one = try #require(columns.theil(zones: [7, 7, 7, 7]))
        #expect(one.between == 0 && agree(one.within, columns.theil))
        let each = try #require(columns.theil(zones: [3, 1, 0, 2]))
        #expect(each.within == 0 && agree(each.between, columns.theil))
    }

    @Test func aZoneWhereNobodyHasAnythingDiffersFromTheOthersOnly() throws {
        // Half of all have 2, evenly; the other half nothing: T = ln 2, all of it between.
        let parts = try #require(WeightedValues([2, 2, 0, 0], people: [1, 2, 1, 2])?.theil(zones: [0, 0, 1, 1]))
        #expect(parts.within == 0 && prints(parts.between, 0.6931471806, digits: 10))
    }

    @Test func withNothingToDivideItIsUndefined() throws {
        let nothing = try #require(WeightedValues([0, 0], people: [3, 4]))
        #expect(nothing.theil == nil && nothing.theil(zones: [0, 1]) == nil)
        #expect(try #require(WeightedValues([2, 2], people: [3, 4])).theil == 0)
        #expect(try #require(WeightedValues([2, 3], people: [3, 4])).theil(zones: [0]) == nil)
    }
}
