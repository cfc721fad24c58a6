import Testing

@testable import Indicators

@Suite struct GiniFormulaTests {
    @Test func theWorkedExampleToThePrintedDigits() throws {
        let access = try WorkedEquity.access()
        #expect(prints(access.mean, 0.05, digits: 10))
        // The double sum in fractions; printed as 0.1002975962, which is 1 too high in the last digit.
        #expect(agree(access.gini, 7_819.0 / 77_958))
        #expect(prints(access.gini, 0.1002975962, digits: 9))
    }

    @Test func itIsThatOfPySALOverPersonsAndTheDoubleSum() throws {
        var compared = 0
        for town in try EquityFixture.read().towns {
            let gini = try town.columns().gini
            #expect(agree(gini, town.expected.gini))
            if let pysal = town.expected.pysalGini {
                #expect(agree(gini, pysal))
                compared += 1
            }
        }
        #expect(compared == 3)
    }

    /// PySAL's `inequality` has no population weights: a quarter of 900 counts there like one of 9.
    @Test func peopleCountNotUnits() throws {
        let uneven = try #require(WeightedValues([1, 3], people: [900, 100])).gini
        // p = 0.9 and 0.1: G = 0.9 · 0.1 · 2 / 1.2, while two units that count alike had 0.25.
        #expect(agree(uneven, 0.15))
        #expect(agree(try #require(WeightedValues([1, 3], people: [1, 1])).gini, 0.25))
    }

    @Test func whoeverHasNothingCounts() throws {
        // All is with one in ten people.
        #expect(agree(try #require(WeightedValues([0, 5], people: [90, 10])).gini, 0.9))
    }

    @Test func withNothingToDivideItIsUndefined() throws {
        #expect(try #require(WeightedValues([0, 0], people: [3, 4])).gini == nil)
        #expect(try #require(WeightedValues([-1, 2], people: [3, 4])).gini == nil)
        #expect(try #require(WeightedValues([2, 2, 2], people: [3, 4, 5])).gini == 0)
        // Nobody lives where the least is: the value there is nobody's.
        #expect(try #require(WeightedValues([-7, .infinity, 2], people: [0, 0, 5])).gini == 0)
    }

    /// Ranked by itself, what people have is concentrated as much as it is unequal.
    @Test func itIsTheConcentrationByItsOwnRank() throws {
        for town in try EquityFixture.read().towns {
            let columns = try town.columns()
            #expect(agree(columns.gini, columns.concentration(rankedBy: town.values)))
        }
    }
}
