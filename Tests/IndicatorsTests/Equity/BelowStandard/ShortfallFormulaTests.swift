import Testing

@testable import Indicators

@Suite struct ShortfallFormulaTests {
    private func measure(_ values: [Double], people: [Double], _ alpha: Double) -> Double? {
        WeightedValues(values, people: people)?.mean { Shortfall.power($0, alpha) }
    }

    @Test(arguments: [(0.0, 0.5, 15), (1, 0.0877780343, 10), (2, 0.0154099666, 10)])
    func theWorkedExampleToThePrintedDigits(_ alpha: Double, _ expected: Double, _ digits: Int) throws {
        let shortfalls = try WorkedEquity.access().values.map { Shortfall.below(0.05, of: $0) }
        #expect(prints(measure(shortfalls, people: WorkedEquity.people, alpha), expected, digits: digits))
    }

    @Test func itIsThatOverPersons() throws {
        for town in try EquityFixture.read().towns {
            let shortfalls = town.values.map { Shortfall.below(town.expected.standard, of: $0) }
            for (alpha, expected) in town.expected.shortfalls.enumerated() {
                #expect(agree(measure(shortfalls, people: town.people, Double(alpha)), expected))
            }
        }
    }

    @Test func whoeverHasWhatTheStandardAsksForLacksNothing() {
        #expect(Shortfall.below(2, of: 2) == 0 && Shortfall.below(2, of: 3) == 0)
        #expect(Shortfall.below(2, of: 0) == 1 && Shortfall.below(2, of: 1.5) == 0.25)
        // A way as long as the town allows is no way too long.
        #expect(Shortfall.beyond(10, of: 10) == 0 && Shortfall.beyond(10, of: 4) == 0)
        #expect(Shortfall.beyond(10, of: 40) == 0.75 && Shortfall.beyond(10, of: .infinity) == 1)
    }

    /// The measure for ways is that for closeness, so that both have the same properties.
    @Test func whatIsTooFarIsWhatIsMissingOfCloseness() {
        for cost in stride(from: 0.5, to: 90, by: 0.7) {
            let closeness = Shortfall.below(1 / 12.0, of: 1 / cost)
            #expect(abs(Shortfall.beyond(12, of: cost) - closeness) < 1e-12)
        }
    }

    @Test func theNearerTheLessIsMissing() {
        let shortfalls = stride(from: 1.0, through: 60, by: 0.5).map { Shortfall.beyond(15, of: $0) }
        #expect(zip(shortfalls, shortfalls.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(shortfalls.allSatisfy { (0..<1).contains($0) })
    }

    @Test func alphaZeroIsAShareOfPeople() {
        #expect(agree(measure([0, 0.2, 1], people: [70, 20, 10], 0), 0.3))
        #expect(agree(measure([0, 0.2, 1], people: [70, 20, 10], 1), 0.14))
        #expect(agree(measure([0, 0.2, 1], people: [70, 20, 10], 2), 0.108))
    }

    @Test func whereNobodyLivesThereIsNoMeasure() {
        #expect(measure([0, 1], people: [0, 0], 1) == nil)
        #expect(measure([0, 1], people: [-1, 2], 1) == nil)
        #expect(measure([.nan, 1], people: [1, 1], 1) == nil)
    }
}
