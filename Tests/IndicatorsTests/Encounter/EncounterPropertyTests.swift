import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// What holds of encounter in every town.
@Suite struct EncounterPropertyTests {
    static let seeds = Array(UInt64(21)...26)

    // MARK: - Splits

    private static func choice(_ seed: UInt64) -> (costs: [Double], sizes: [Double]) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...12, using: &generator)
        return (
            (0..<count).map { _ in Double.random(in: 0...2_000, using: &generator) },
            (0..<count).map { _ in Double(Int.random(in: 0...80, using: &generator)) }
        )
    }

    /// Parts of people are parts: never negative, together one; without a split everybody counts everywhere.
    @Test(arguments: UInt64(1)...20) func partsAreOneInSum(_ seed: UInt64) {
        let (costs, sizes) = Self.choice(seed)
        for split in [VisitorSplit.equal, VisitorQuestion.huff, .huff(attraction: 0.5, friction: 1)] {
            let parts = VisitorTests.shares(split, costs, sizes, least: 20)
            #expect(parts.allSatisfy { (0...1).contains($0) } && isClose(parts.reduce(0, +), 1), "\(split)")
        }
        #expect(VisitorTests.shares(.undivided, costs, sizes) == costs.map { _ in 1 })
    }

    /// Who is nearer, or larger, draws no less; scaling all costs or all sizes changes nothing.
    @Test(arguments: UInt64(1)...20) func nearerAndLargerPlacesDrawMore(_ seed: UInt64) {
        var (costs, sizes) = Self.choice(seed)
        costs = costs.map { max($0, 20) }
        let plain = VisitorTests.shares(VisitorQuestion.huff, costs, sizes)
        let scaled = VisitorTests.shares(VisitorQuestion.huff, costs.map { $0 * 7 }, sizes.map { $0 * 3 })
        for (one, other) in zip(plain, scaled) { #expect(isClose(one, other)) }
        guard sizes.reduce(0, +) > 0 else { return }
        costs[0] /= 2
        #expect(VisitorTests.shares(VisitorQuestion.huff, costs, sizes)[0] >= plain[0] * (1 - 1e-12))
        sizes[0] += 5
        #expect(VisitorTests.shares(VisitorQuestion.huff, costs, sizes)[0] >= plain[0] * (1 - 1e-12))
    }

    @Test func huffWithoutFrictionOrAttraction() {
        // Without friction only seats count, without attraction only the way.
        #expect(VisitorTests.shares(.huff(attraction: 1, friction: 0), [5, 500], [3, 1]) == [0.75, 0.25])
        let byWay = VisitorTests.shares(.huff(attraction: 0, friction: 1), [10, 30], [99, 1])
        #expect(isClose(byWay[0], 0.75) && isClose(byWay[1], 0.25))
    }

    // MARK: - Mixes

    /// Evenness and distance do not change with the number of people or the order of groups, and lie in their ranges.
    @Test(arguments: UInt64(1)...20) func mixesAreOfShares(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let people =
            (0..<Int.random(in: 2...6, using: &generator)).map { _ in
                Double(Int.random(in: 0...90, using: &generator))
            } + [1]
        let town = people.map { _ in Double(Int.random(in: 1...90, using: &generator)) }
        let (mix, reference) = (try #require(GroupMix(people)), try #require(GroupMix(town)))
        let evenness = try #require(mix.evenness)
        #expect((0...1).contains(evenness))
        let order = people.indices.shuffled(using: &generator)
        let moved = try #require(GroupMix(order.map { people[$0] * 1e6 }))
        #expect(isClose(try #require(moved.evenness), evenness))
        let distance = try #require(mix.distance(from: reference))
        #expect(distance >= 0)
        let movedReference = try #require(GroupMix(order.map { town[$0] }))
        let other = try #require(moved.distance(from: movedReference))
        #expect(abs(other - distance) < 1e-9)
        // Gibbs: 0 only where both are the same. And ln K less the entropy is the distance from all equally many.
        #expect(mix.distance(from: mix) == 0)
        let even = try #require(GroupMix(people.map { _ in 1 }))
        let logarithm = try #require(mix.distance(from: even))
        #expect(abs(logarithm - (1 - evenness) * logOf(people.count)) < 1e-9)
    }

    /// ln K, as the distance of one group alone from K equal ones.
    private func logOf(_ count: Int) -> Double {
        let alone = GroupMix([1] + [Double](repeating: 0, count: count - 1))
        return GroupMix([Double](repeating: 1, count: count)).flatMap { alone?.distance(from: $0) } ?? .nan
    }

    // MARK: - Exposure

    /// Over the whole town everybody meets as large a share of a group at places as lives there: who meets whom is mutual.
    @Test(arguments: seeds) func meetingIsMutual(_ seed: UInt64) throws {
        let (_, _, _, sums) = try EncounterTown.sums(EncounterTown.large(seed: seed))
        for sum in 0..<PlaceChoice.sumCount {
            guard let all = sums.exposureOfEverybody(sum: sum, group: 0, other: 1),
                let own = sums.exposureOfEverybody(sum: sum, group: 1, other: 1)
            else { continue }
            // Σ_j N_j·(N_jh/N_j) = N_h: what everybody meets of the group is its share among those who come.
            #expect(isClose(all.places, own.members / all.members))
            #expect(isClose(all.origin, own.members / all.members))
            // Its own members meet no less of it than everybody does (Cauchy & Schwarz).
            #expect(own.places >= all.places * (1 - 1e-12) && own.origin >= all.origin * (1 - 1e-12))
        }
    }

    @Test(arguments: seeds) func theOrderOfRowsDoesNotMatter(_ seed: UInt64) throws {
        let town = try EncounterTown.large(seed: seed)
        var moved = town
        var generator = SeededGenerator(seed: seed)
        moved.homes.shuffle(using: &generator)
        moved.places.shuffle(using: &generator)
        for id in ["place_exposure", "home_exposure", "expected_visitors", "place_mix"] {
            ConformanceTests.expectEqual(try EncounterTown.values(id, town), try EncounterTown.values(id, moved))
        }
    }

    /// A home in two parts at one address changes no share at places and none of the quarter.
    @Test(arguments: seeds) func aHomeInTwoPartsIsTheSame(_ seed: UInt64) throws {
        let town = try EncounterTown.large(seed: seed)
        var cut = town
        cut.homes[0].counts = town.homes[0].counts.map { $0 * 0.25 }
        cut.homes.append(town.homes[0])
        cut.homes[cut.homes.count - 1].counts = town.homes[0].counts.map { $0 * 0.75 }
        for id in ["place_exposure", "home_exposure", "expected_visitors"] {
            ConformanceTests.expectEqual(try EncounterTown.values(id, town), try EncounterTown.values(id, cut))
        }
    }

    /// Counts beyond all towns: shares stay shares.
    @Test func hugeCountsKeepSharesInTheirRange() throws {
        var town = try EncounterTown.workedExample()
        for home in town.homes.indices { town.homes[home].counts = town.homes[home].counts.map { $0 * 1e12 } }
        for id in ["place_exposure", "home_exposure"] {
            let plain = try EncounterTown.values(id, EncounterTown.workedExample())
            for (one, other) in zip(try EncounterTown.values(id, town), plain) where one.value != nil {
                #expect(isClose(one.value ?? .nan, other.value ?? .nan) && (0...1).contains(one.value ?? -1))
            }
        }
    }

    /// One group that is everybody, and one that is nobody.
    @Test func everybodyAndNobody() throws {
        var town = try EncounterTown.workedExample()
        for home in town.homes.indices { town.homes[home].counts = [100, 100, 0] }
        let values = try EncounterTown.values("place_exposure", town)
        #expect(values.row("town", group: "all", "meeting_places", ["with=a"])?.value == 1)
        #expect(values.row("town", group: "all", "meeting_places", ["with=b"])?.value == 0)
        let none = values.row("town", group: "b", "meeting_places", ["with=a"])
        #expect(none?.value == nil && none?.status == .notApplicable && none?.n == 0)
        let mixes = try EncounterTown.values("place_mix", town)
        #expect(mixes.allSatisfy { $0.value == 0 })
        #expect(try EncounterTown.values("place_mix_distance", town).allSatisfy { $0.value == 0 })
    }

    // MARK: - Noise

    /// Intervals hold the value, stay in their range and grow with the noise; without noise there are none.
    @Test(arguments: [UInt64(31), 32]) func intervalsGrowWithTheNoise(_ seed: UInt64) throws {
        let town = try EncounterTown.large(seed: seed)
        for id in ["place_exposure", "home_exposure"] {
            let exact = try EncounterTown.values(id, town)
            let (little, much) = (
                try EncounterTown.values(id, town.noisy(1)), try EncounterTown.values(id, town.noisy(100))
            )
            #expect(exact.allSatisfy { $0.lower == nil && $0.upper == nil })
            var compared = 0
            for (one, other) in zip(little, much) {
                guard let value = one.value, let low = one.lower, let high = one.upper, let below = other.lower,
                    let above = other.upper
                else { continue }
                #expect((0...1).contains(low) && low <= value && value <= high && (0...1).contains(high))
                #expect(below <= low && above >= high)
                compared += 1
            }
            #expect(compared > 10)
        }
    }

    // MARK: - Sheets

    /// Figures of the worked example in the words of the sheets.
    @Test(arguments: [
        ("place_exposure", "73 %"), ("home_exposure", "73 %"), ("expected_visitors", "200"), ("place_mix", "0"),
    ])
    func sheetsTellTheTown(_ id: String, _ figure: String) throws {
        let table = try EncounterTown.workedExample().table(also: [id])
        let descriptor = try #require(IndicatorCatalogue.indicator(id)).descriptor
        for language in Language.allCases {
            guard let sentence = descriptor.sentence(language, of: "Musterstadt", in: table) else {
                // Of single places the sheet has no figure of the town.
                #expect(["expected_visitors", "place_mix"].contains(id))
                continue
            }
            #expect(sentence.contains("Musterstadt") && sentence.contains(figure) && !sentence.contains("{"))
        }
    }
}
