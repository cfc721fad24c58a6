import Testing

@testable import Indicators

@Suite struct UnitPermutationTests {
    private func difference(
        _ case: EquityFixture.Difference, draws: Int = 999, seed: UInt64 = 1
    ) throws -> UnitPermutation.Difference {
        try #require(
            UnitPermutation(draws: draws, seed: seed).differences(
                of: [`case`.values], between: [.init(group: `case`.group, rest: `case`.rest)],
                people: zip(`case`.group, `case`.rest).map(+), units: `case`.units)[0][0])
    }

    /// With 39,999 draws the ends of the interval are those of all arrangements, but for the draw: the share of the
    /// arrangements beyond an end is known to within 0.1 of a per cent, and so each end to within some of the steps in
    /// which permuted differences come.
    @Test func theIntervalIsThatOfAllArrangements() throws {
        for example in try EquityFixture.read().differences {
            let found = try difference(example, draws: 39_999)
            #expect(agree(found.observed, example.observed))
            let width = example.upper - example.lower
            #expect(abs(found.chance.lowerBound - example.lower) < 0.02 * width)
            #expect(abs(found.chance.upperBound - example.upper) < 0.02 * width)
            let isOutside = example.observed < example.lower || example.observed > example.upper
            #expect(found.isReliable == isOutside)
        }
    }

    /// Over all arrangements the mean is 0 and the variance (Σ a²)(Σ (x − x̄)²)/(n − 1) + Σ w², as the script worked out.
    @Test func permutedDifferencesHaveTheMeanAndVarianceOfAllArrangements() throws {
        for example in try EquityFixture.read().differences {
            let table = UnitTable(
                columns: [example.values], sides: [.init(group: example.group, rest: example.rest)],
                people: zip(example.group, example.rest).map(+), units: example.units)
            var generator = SeededRandom(seed: 5)
            let permuted = table.permuted(40_000, using: &generator)
            let mean = permuted.reduce(0, +) / 40_000
            let variance = permuted.reduce(0) { $0 + $1 * $1 } / 40_000
            // Five standard errors of the mean, and of a variance with kurtosis below 3.
            #expect(abs(mean) < 5 * (example.variance / 40_000).squareRoot())
            #expect(abs(variance / example.variance - 1) < 5 * (2.0 / 40_000).squareRoot())
        }
    }

    @Test func theIntervalHoldsZeroWhereTheDifferenceIsNoneThatChanceDoesNotMake() throws {
        var reliable = 0
        for seed in UInt64(1)...60 {
            var generator = SeededRandom(seed: seed)
            let values = (0..<30).map { _ in Double.random(in: 0...5, using: &generator) }
            // In half of the towns the group lives where there is more.
            let group = values.map { seed % 2 == 0 ? $0 * 4 : Double.random(in: 0...20, using: &generator) }
            let rest = values.map { _ in Double.random(in: 50...150, using: &generator) }
            let found = try #require(
                UnitPermutation(draws: 199, seed: seed).differences(
                    of: [values], between: [.init(group: group, rest: rest)], people: zip(group, rest).map(+),
                    units: Array(0..<30))[0][0])
            #expect(found.interval.contains(0) == !found.isReliable)
            #expect(found.interval.contains(found.observed))
            if seed % 2 == 0 { #expect(found.isReliable && found.interval.lowerBound > 0) }
            if seed % 2 == 1, found.isReliable { reliable += 1 }
        }
        // Of 30 towns without any relation 5 % or so.
        #expect(reliable <= 5)
    }

    /// 7,200 people in six quarters. Were persons permuted, a difference of 9 per cent would lie five standard deviations
    /// from 0; of six quarters, three of them with access, it says nothing.
    @Test func quartersArePermutedNotPersons() throws {
        // Each quarter has three cells, all of them with what the quarter has.
        let access: [Double] = [1, 0, 1, 0, 1, 0]
        let group: [Double] = [60, 40, 55, 45, 70, 50]
        let quarters = (0..<18).map { $0 / 3 }
        let found = try #require(
            UnitPermutation(draws: 999, seed: 1).differences(
                of: [quarters.map { access[$0] }],
                between: [.init(group: quarters.map { group[$0] }, rest: quarters.map { 400 - group[$0] })],
                people: quarters.map { _ in 400 }, units: quarters)[0][0])
        #expect(agree(found.observed, 185.0 / 320 - (1_200.0 - 185) / 2_080))
        #expect(!found.isReliable)
        // Cutting a quarter into more cells alike adds no certainty: the unit is the quarter.
        let finer = (0..<180).map { $0 / 30 }
        let same = try #require(
            UnitPermutation(draws: 999, seed: 1).differences(
                of: [finer.map { access[$0] }],
                between: [.init(group: finer.map { group[$0] }, rest: finer.map { 400 - group[$0] })],
                people: finer.map { _ in 400 }, units: finer)[0][0])
        #expect(abs(same.chance.lowerBound - found.chance.lowerBound) < 1e-9)
        #expect(abs(same.chance.upperBound - found.chance.upperBound) < 1e-9)
    }

    /// `segregation` gave every simulation the same seed, so that all were one, and took seed 0 for none.
    @Test func everyDrawIsAnotherAndSeedZeroIsASeed() throws {
        let example = try EquityFixture.read().differences[1]
        let table = UnitTable(
            columns: [example.values], sides: [.init(group: example.group, rest: example.rest)],
            people: zip(example.group, example.rest).map(+), units: example.units)
        var generator = SeededRandom(seed: 0)
        #expect(Set(table.permuted(100, using: &generator)).count > 50)
        #expect(try difference(example, seed: 0) == difference(example, seed: 0))
        #expect(try difference(example, seed: 0) != difference(example, seed: 1))
        #expect(try difference(example, seed: 2) != difference(example, seed: 1))
    }

    @Test func columnsAndGroupsBesideDoNotMatter() throws {
        let example = try EquityFixture.read().differences[4]
        let sides = UnitPermutation.Sides(group: example.group, rest: example.rest)
        let other = UnitPermutation.Sides(group: example.rest, rest: example.group)
        let all = UnitPermutation(draws: 99, seed: 3).differences(
            of: [example.values, example.values.map { 5 - 2 * $0 }], between: [sides, other],
            people: zip(example.group, example.rest).map(+), units: example.units)
        let alone = try difference(example, draws: 99, seed: 3)
        #expect(all[0][0] == alone)
        // The other way round the sign changes; other units stretch the difference, an added constant does nothing.
        #expect(agree(try #require(all[1][0]).observed, -alone.observed))
        #expect(agree(try #require(all[0][1]).observed, -2 * alone.observed))
        #expect(abs(try #require(all[0][1]).chance.upperBound + 2 * alone.chance.lowerBound) < 1e-9)
    }

    @Test func tooFewUnitsOrNobodyOnASideGiveNoDifference() throws {
        func found(_ group: [Double], _ rest: [Double], draws: Int = 99) -> UnitPermutation.Difference? {
            UnitPermutation(draws: draws, seed: 1).differences(
                of: [group.indices.map(Double.init)], between: [.init(group: group, rest: rest)],
                people: zip(group, rest).map(+), units: Array(group.indices))[0][0]
        }
        #expect(found([1, 2, 3, 4], [9, 9, 9, 9]) == nil)
        #expect(found([1, 2, 3, 4, 5], [9, 9, 9, 9, 9]) != nil)
        // A unit without anybody is none.
        #expect(found([1, 2, 3, 4, 0], [9, 9, 9, 9, 0]) == nil)
        #expect(found([0, 0, 0, 0, 0], [9, 9, 9, 9, 9]) == nil)
        #expect(found([1, 2, 3, 4, 5], [0, 0, 0, 0, 0]) == nil)
        #expect(found([1, 2, 3, 4, 5], [9, 9, 9, 9, 9], draws: 38) == nil)
        #expect(found([], []) == nil)
    }

    @Test func whereAllHaveTheSameThereIsNoDifference() throws {
        let found = try #require(
            UnitPermutation(draws: 99, seed: 1).differences(
                of: [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1]],
                between: [.init(group: [1, 7, 3, 0, 2, 5], rest: [30, 10, 22, 17, 3, 5])],
                people: [31, 17, 25, 17, 5, 10], units: Array(0..<6))[0][0])
        #expect(abs(found.observed) < 1e-15 && !found.isReliable)
        #expect(found.interval.contains(0))
    }
}
