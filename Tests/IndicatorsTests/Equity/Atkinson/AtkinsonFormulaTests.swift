import Testing

@testable import Indicators

@Suite struct AtkinsonFormulaTests {
    @Test func theWorkedExampleToThePrintedDigits() throws {
        let access = try WorkedEquity.access()
        #expect(prints(access.atkinson(0.5), 0.0089072093, digits: 10))
        #expect(prints(access.atkinson(1), 0.0176372861, digits: 10))
        // 1 − 1/(μ Σ p/x) in fractions; printed as 0.0343231732, with the last two digits of 0.0343231723 the other way
        // round.
        #expect(agree(access.atkinson(2), 3_170_119_409.0 / 92_360_909_409))
        #expect(prints(access.atkinson(2), 0.034323172, digits: 9))
    }

    @Test func itIsThatOfPySALOverPersons() throws {
        var compared = 0
        for town in try EquityFixture.read().towns {
            for (epsilon, expected) in town.expected.atkinson {
                let epsilon = try #require(Double(epsilon))
                #expect(agree(try town.columns().atkinson(epsilon), expected), "epsilon \(epsilon)")
                compared += 1
            }
        }
        #expect(compared == 3 * 6 + 2 * 2)
    }

    @Test func somebodyWithNothingMakesItOneFromEpsilonOneOn() throws {
        let columns = try #require(WeightedValues([0, 4, 4], people: [1, 500, 499]))
        #expect(columns.atkinson(1) == 1 && columns.atkinson(2) == 1)
        // With ε = ½ it is 1 − (Σ p √x)²/μ = 1 − (0.999 · 2)²/(0.999 · 4).
        #expect(agree(columns.atkinson(0.5), 0.001))
    }

    /// Around ε = 1 the formula is 0/0; the index runs through it evenly.
    @Test func thereIsNoStepAtEpsilonOne() throws {
        let columns = try WorkedEquity.access()
        let one = try #require(columns.atkinson(1))
        for distance in [1e-6, 1e-9, 1e-12] {
            let below = try #require(columns.atkinson(1 - distance))
            let above = try #require(columns.atkinson(1 + distance))
            #expect(below < one + 1e-15 && one < above + 1e-15)
            #expect(above - below <= 0.05 * distance + 1e-15)
        }
    }

    @Test func itRisesWithTheWeightOfThoseWhoHaveLeast() throws {
        for town in try EquityFixture.read().towns {
            let indexes = try [0, 0.25, 0.5, 0.9, 1, 1.5, 3, 10].map { try #require(try town.columns().atkinson($0)) }
            #expect(indexes[0] == 0)
            #expect(zip(indexes, indexes.dropFirst()).allSatisfy { $0 < $1 || $1 == 1 })
            #expect(indexes.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test func withNothingToDivideOrANegativeWeightItIsUndefined() throws {
        #expect(try #require(WeightedValues([0, 0], people: [3, 4])).atkinson(0.5) == nil)
        #expect(try #require(WeightedValues([1, 2], people: [3, 4])).atkinson(-0.5) == nil)
        #expect(try #require(WeightedValues([1, 2], people: [3, 4])).atkinson(.infinity) == nil)
        #expect(try #require(WeightedValues([7, 7], people: [3, 4])).atkinson(2) == 0)
    }
}
