import Testing

@testable import Indicators

/// What every measure of inequality keeps to, over towns drawn at random.
@Suite struct InequalityPropertyTests {
    struct Draw {
        var people: [Double] = []
        var values: [Double] = []
        var ranks: [Double] = []

        init(seed: UInt64) {
            var generator = SeededRandom(seed: seed)
            for _ in 0..<Int.random(in: 2...60, using: &generator) {
                people.append(Double(Int.random(in: 1...300, using: &generator)))
                values.append(
                    Bool.random(using: &generator) ? Double(Int.random(in: 0...12, using: &generator)) : 0)
                ranks.append(Double(Int.random(in: 1...20, using: &generator)))
            }
            values[0] = 3
        }
    }

    /// Every index of a draw, in one row.
    private func indexes(_ draw: Draw) throws -> [Double?] {
        let columns = try #require(WeightedValues(draw.values, people: draw.people))
        return [
            columns.gini, columns.theil, columns.atkinson(0.5), columns.atkinson(2),
            columns.palma(rankedBy: draw.ranks),
            columns.concentration(rankedBy: draw.ranks),
        ]
    }

    private func expectEqual(_ left: [Double?], _ right: [Double?], _ what: Comment) {
        // Around 0 rounding has no relation to the value.
        for (left, right) in zip(left, right) {
            #expect(agree(left, right) || abs((left ?? .nan) - (right ?? .nan)) < 1e-13, what)
        }
    }

    private let seeds: ClosedRange<UInt64> = 1...40

    @Test func theUnitOfTheValuesDoesNotMatter() throws {
        for seed in seeds {
            let draw = Draw(seed: seed)
            for factor in [3.7, 1e-6, 1e9] {
                var scaled = draw
                scaled.values = draw.values.map { $0 * factor }
                expectEqual(try indexes(draw), try indexes(scaled), "seed \(seed)")
            }
        }
    }

    @Test func theSameTownTwiceIsNoMoreUnequal() throws {
        for seed in seeds {
            let draw = Draw(seed: seed)
            var twice = draw
            twice.people += draw.people
            twice.values += draw.values
            twice.ranks += draw.ranks
            var larger = draw
            larger.people = draw.people.map { $0 * 17 }
            expectEqual(try indexes(draw), try indexes(twice), "twice, seed \(seed)")
            expectEqual(try indexes(draw), try indexes(larger), "more people, seed \(seed)")
        }
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        for seed in seeds {
            let draw = Draw(seed: seed)
            var generator = SeededRandom(seed: seed)
            let order = draw.people.indices.shuffled(using: &generator)
            var shuffled = draw
            shuffled.people = order.map { draw.people[$0] }
            shuffled.values = order.map { draw.values[$0] }
            shuffled.ranks = order.map { draw.ranks[$0] }
            expectEqual(try indexes(draw), try indexes(shuffled), "seed \(seed)")
        }
    }

    /// Pigou and Dalton: whoever has more gives some to somebody who has less, without changing places.
    @Test func aTransferToWhoHasLessMakesItMoreEqual() throws {
        var transfers = 0
        for seed in seeds {
            let draw = Draw(seed: seed)
            guard let most = draw.values.indices.max(by: { draw.values[$0] < draw.values[$1] }),
                let least = draw.values.indices.min(by: { draw.values[$0] < draw.values[$1] }),
                draw.values[most] > draw.values[least]
            else { continue }
            // So much that both come to the same, halved.
            let gap = draw.values[most] - draw.values[least]
            let given = gap * draw.people[most] * draw.people[least] / (draw.people[most] + draw.people[least]) / 2
            var after = draw
            after.values[most] -= given / draw.people[most]
            after.values[least] += given / draw.people[least]
            let before = try #require(WeightedValues(draw.values, people: draw.people))
            let columns = try #require(WeightedValues(after.values, people: after.people))
            #expect(agree(before.mean, columns.mean))
            for index in [\WeightedValues.gini, \.theil] {
                let (less, more) = (try #require(columns[keyPath: index]), try #require(before[keyPath: index]))
                #expect(less < more)
            }
            let (less, more) = (try #require(columns.atkinson(0.5)), try #require(before.atkinson(0.5)))
            #expect(less < more)
            transfers += 1
        }
        #expect(transfers > 30)
    }

    @Test func everyIndexIsInItsRange() throws {
        for seed in seeds {
            let draw = Draw(seed: seed)
            let columns = try #require(WeightedValues(draw.values, people: draw.people))
            let gini = try #require(columns.gini)
            #expect((0..<1).contains(gini))
            #expect(try #require(columns.theil) >= 0)
            #expect(abs(try #require(columns.concentration(rankedBy: draw.ranks))) <= gini + 1e-12)
        }
    }

    @Test func columnsThatMeanNothingAreNoColumns() {
        #expect(WeightedValues([], people: []) == nil)
        #expect(WeightedValues([1, 2], people: [0, 0]) == nil)
        #expect(WeightedValues([1, 2], people: [1]) == nil)
        #expect(WeightedValues([1, .infinity], people: [1, 1]) == nil)
        #expect(WeightedValues([1, .nan], people: [1, 0])?.mean == 1)
        #expect(WeightedValues([1, 2], people: [1, .infinity]) == nil)
        #expect(WeightedValues([1, 2], people: [1, .nan]) == nil)
        #expect(WeightedValues([4, 4, 5], people: [1, 2, 0])?.isUniform == true)
        #expect(WeightedValues([4, 4, 5], people: [1, 2, 0])?.unitCount == 2)
        #expect(WeightedValues([4, 4, 5], people: [1, 2, 1])?.isUniform == false)
    }
}
