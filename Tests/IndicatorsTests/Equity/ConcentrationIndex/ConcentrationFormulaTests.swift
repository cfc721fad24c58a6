import Testing

@testable import Indicators

@Suite struct ConcentrationFormulaTests {
    @Test func theWorkedExampleToThePrintedDigits() throws {
        let index = try WorkedEquity.access().concentration(rankedBy: WorkedEquity.ranks)
        #expect(prints(index, -0.0668180302, digits: 10))
    }

    @Test func itIsThatOfPersonsWithMiddleRanks() throws {
        for town in try EquityFixture.read().towns {
            let columns = try town.columns()
            #expect(agree(columns.concentration(rankedBy: town.ranks), town.expected.concentration))
            #expect(
                agree(
                    columns.erreygers(rankedBy: town.ranks, bounds: 0...town.expected.upper), town.expected.erreygers))
        }
    }

    /// `accessibility` gives units of one rank different ranks by their row: +0.111 and −0.111 for the same quarters.
    @Test func unitsOfOneRankShareItWhateverTheOrderOfRows() throws {
        let oneWay = try #require(WeightedValues([1, 3, 2], people: [1, 1, 1])).concentration(rankedBy: [1, 1, 2])
        let theOther = try #require(WeightedValues([3, 1, 2], people: [1, 1, 1])).concentration(rankedBy: [1, 1, 2])
        #expect(prints(oneWay, 0, digits: 15) && prints(theOther, 0, digits: 15))
        // Without the tie it does have a sign.
        #expect(
            prints(
                WeightedValues([1, 3, 2], people: [1, 1, 1])?.concentration(rankedBy: [1, 2, 3]), 0.111, digits: 3))
    }

    @Test func withOneRankForAllItIsZero() throws {
        let columns = try #require(WeightedValues([1, 5, 2], people: [3, 4, 9]))
        #expect(prints(columns.concentration(rankedBy: [4, 4, 4]), 0, digits: 15))
    }

    /// Of places that people reach, and of places that they do not: the same concern, with the other sign. The
    /// concentration index has not that property.
    @Test func erreygersMirrorsWhatIsLacking() throws {
        for town in try EquityFixture.read().towns {
            let columns = try town.columns()
            let lacking = try #require(WeightedValues(town.values.map { 10 - $0 }, people: town.people))
            let have = try #require(columns.erreygers(rankedBy: town.ranks, bounds: 0...10))
            let lack = try #require(lacking.erreygers(rankedBy: town.ranks, bounds: 0...10))
            #expect(abs(have + lack) < 1e-12)
            #expect((-1...1).contains(have))
        }
    }

    @Test func erreygersIsItsExtremeWhereTheUpperHalfHasAll() throws {
        // E = 1: the upper half of the order has the most that there is, the lower half the least.
        let columns = try #require(WeightedValues([2, 2, 6, 6], people: [1, 1, 1, 1]))
        #expect(agree(columns.erreygers(rankedBy: [1, 2, 3, 4], bounds: 2...6), 1))
        #expect(agree(columns.erreygers(rankedBy: [4, 3, 2, 1], bounds: 2...6), -1))
    }

    @Test func hostileInputGivesNothing() throws {
        let columns = try #require(WeightedValues([0, 0], people: [1, 1]))
        #expect(columns.concentration(rankedBy: [1, 2]) == nil)
        // Nobody has anything: undefined in relation to the mean, but evenly so within bounds.
        #expect(columns.erreygers(rankedBy: [1, 2], bounds: 0...1) == 0)
        #expect(columns.erreygers(rankedBy: [1, 2], bounds: 1...2) == nil)
        #expect(columns.erreygers(rankedBy: [1, 2], bounds: 0...0) == nil)
        #expect(columns.erreygers(rankedBy: [1, .nan], bounds: 0...1) == nil)
        #expect(columns.erreygers(rankedBy: [1], bounds: 0...1) == nil)
    }
}
