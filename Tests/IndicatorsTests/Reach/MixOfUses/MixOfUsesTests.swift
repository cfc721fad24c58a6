import TestSupport
import Testing

@testable import Indicators

@Suite struct MixOfUsesTests {
    /// Four kinds in shares 1/2, 1/4, 1/8, 1/8: ¹D = 2^1.75, ²D = 1 / (1/4 + 1/16 + 2/64) = 32/11.
    @Test func hillNumbersOfAWorkedExample() {
        let counts = [4, 2, 1, 1, 0]
        #expect(MixOfUses.hill(counts, order: 0) == 4)
        #expect(abs(MixOfUses.hill(counts, order: 1) - 3.363_585_661_014_858) < 1e-12)
        #expect(abs(MixOfUses.hill(counts, order: 2) - 32.0 / 11) < 1e-12)
    }

    @Test func asManyOfEachKindGiveTheNumberOfKinds() {
        for kinds in 1...9 {
            for order in 0...3 {
                #expect(abs(MixOfUses.hill([Int](repeating: 3, count: kinds), order: order) - Double(kinds)) < 1e-12)
            }
        }
        #expect(MixOfUses.hill([], order: 1) == 0 && MixOfUses.hill([0, 0], order: 2) == 0)
    }

    @Test func higherOrdersNeverSayMore() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let counts = (0..<6).map { _ in Int.random(in: 0...9, using: &generator) }
            let numbers = (0...2).map { MixOfUses.hill(counts, order: $0) }
            #expect(numbers[0] >= numbers[1] - 1e-12 && numbers[1] >= numbers[2] - 1e-12)
            // Twice as many of each kind change nothing.
            #expect(abs(MixOfUses.hill(counts.map { $0 * 2 }, order: 1) - numbers[1]) < 1e-12)
        }
    }

    /// 600 m and less from the home at 100, 100 lie the library and the shelter, which never counts.
    @Test func sensitivePlacesAreNoKind() throws {
        var town = try TownSketch.example()
        town.homes = [TownSketch.home(100, 100, 10, 2)]
        town.limits = [300, 600]
        let value = try #require(
            town.table(also: ["mix_of_uses"]).values.first {
                $0.indicator == "mix_of_uses" && $0.level == .town && $0.parameters.contains("order=0")
            })
        #expect(value.value == 1 && value.status == .valid)
    }
}
