import Testing

@testable import Indicators

@Suite struct PalmaFormulaTests {
    @Test func theWorkedExampleToThePrintedDigits() throws {
        #expect(prints(try WorkedEquity.access().palma(rankedBy: WorkedEquity.ranks), 0.8691850982, digits: 10))
    }

    @Test func itIsThatOverPersonsInOrder() throws {
        for town in try EquityFixture.read().towns {
            #expect(agree(try town.columns().palma(rankedBy: town.ranks), town.expected.palma))
        }
    }

    /// `accessibility` gives whole cells to the highest tenth and the lowest four: with few quarters one quarter more or
    /// less decides.
    @Test func theUnitAtABorderIsSplit() throws {
        // The lowest 40 % are the first unit (30 %) and a third of the second; the highest tenth is half of the last.
        let columns = try #require(WeightedValues([1, 4, 5, 6], people: [30, 30, 20, 20]))
        #expect(agree(columns.palma(rankedBy: [1, 2, 3, 4]), 6 / ((30.0 + 40) / 40)))
        // Cutting units into pieces changes nothing.
        let pieces = try #require(WeightedValues([1, 1, 4, 4, 5, 6, 6], people: [10, 20, 29, 1, 20, 1, 19]))
        #expect(agree(pieces.palma(rankedBy: [1, 1, 2, 2, 3, 4, 4]), 6 / 1.75))
    }

    @Test func unitsOfOneRankAreCutAlike() throws {
        // The border of the lowest four tenths goes through three units of one rank: their mean counts, in any order.
        let people = [10.0, 10, 40, 40]
        for order in [[0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let columns = try #require(
                WeightedValues(order.map { [2.0, 8, 5, 3][$0] }, people: order.map { people[$0] }))
            let palma = columns.palma(rankedBy: order.map { [1.0, 1, 1, 9][$0] })
            #expect(agree(palma, 3 / (300.0 / 60)))
        }
    }

    @Test func whereTheLowestHaveNothingItIsUndefined() throws {
        #expect(try #require(WeightedValues([0, 0, 5], people: [20, 20, 60])).palma(rankedBy: [1, 2, 3]) == nil)
        #expect(try #require(WeightedValues([1, 5], people: [20, 20])).palma(rankedBy: [1]) == nil)
        #expect(try #require(WeightedValues([1, 5], people: [20, 20])).palma(rankedBy: [1, .nan]) == nil)
        // A unit without people needs no rank.
        let inhabited = try #require(WeightedValues([3, 3, 9], people: [20, 20, 0]))
        #expect(agree(inhabited.palma(rankedBy: [1, 2, .nan]), 1))
    }
}
