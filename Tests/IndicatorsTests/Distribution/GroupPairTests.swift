import TestSupport
import Testing

@testable import Indicators

/// Two groups among each other: xPy in both directions.
@Suite struct GroupPairTests {
    static let residents = [100.0, 200, 300, 200, 250, 150]
    static let groups = [[40.0, 30, 30, 80, 100, 20], [20.0, 60, 100, 70, 60, 90]]
    static let third = residents.indices.map { residents[$0] - groups[0][$0] - groups[1][$0] }

    // MARK: - Formula

    @Test func aHandfulByHand() throws {
        let pair = try #require(
            GroupPair(residents: [100, 200, 300], members: [40, 30, 30], others: [20, 100, 60]))
        // 0.4·0.2 + 0.3·0.5 + 0.3·0.2
        #expect(isEqual(pair.exposure, 0.29))
        // Of 599 others 180 are of the other group: (99 + 199 + 299)/600 of that share.
        #expect(isEqual(pair.randomExposure, 180.0 / 599 * 597 / 600))
        #expect(isEqual(pair.exposureWithoutSelf, 0.4 * 20 / 99 + 0.3 * 100 / 199 + 0.3 * 60 / 299))
    }

    @Test func withAllOthersItIsTheExposureOfOneGroup() throws {
        let members = Self.groups[0]
        let others = zip(Self.residents, members).map { $0 - $1 }
        let pair = try #require(GroupPair(residents: Self.residents, members: members, others: others))
        let units = try #require(TwoGroupUnits(residents: Self.residents, members: members))
        #expect(isEqual(pair.exposure, units.exposure))
        #expect(isEqual(pair.randomExposure, 1 - units.randomIsolation))
        #expect(isEqual(pair.exposureWithoutSelf, units.exposureWithoutSelf ?? -1))
    }

    @Test func overAPartitionAllSharesAreOne() throws {
        let units = try #require(TwoGroupUnits(residents: Self.residents, members: Self.groups[0]))
        let pairs = try [Self.groups[1], Self.third].map {
            try #require(GroupPair(residents: Self.residents, members: Self.groups[0], others: $0))
        }
        #expect(isEqual(units.isolation + pairs[0].exposure + pairs[1].exposure, 1))
        #expect(isEqual(units.randomIsolation + pairs[0].randomExposure + pairs[1].randomExposure, 1))
        let withoutSelf = pairs.compactMap(\.exposureWithoutSelf).reduce(units.isolationWithoutSelf ?? -1, +)
        #expect(isEqual(withoutSelf, 1))
    }

    /// Homes drawn by lot many times: the mean is the value of chance, and without the person itself the town's share.
    @Test func chanceIsTheMeanOfLots() throws {
        var generator = SeededGenerator(seed: 11)
        let sizes = [4, 6, 10, 20, 30, 30]
        let (members, others) = (20, 30)
        var people = [Int](repeating: 0, count: 100)
        for index in people.indices { people[index] = index < members ? 1 : index < members + others ? 2 : 0 }
        var (sum, sumWithoutSelf, squares) = (0.0, 0.0, 0.0)
        var expected = 0.0
        let draws = 4_000
        for _ in 0..<draws {
            people.shuffle(using: &generator)
            var (first, second) = ([Double](), [Double]())
            var start = 0
            for size in sizes {
                first.append(Double(people[start..<start + size].count { $0 == 1 }))
                second.append(Double(people[start..<start + size].count { $0 == 2 }))
                start += size
            }
            let pair = try #require(GroupPair(residents: sizes.map(Double.init), members: first, others: second))
            sum += pair.exposure
            squares += pair.exposure * pair.exposure
            sumWithoutSelf += try #require(pair.exposureWithoutSelf)
            expected = pair.randomExposure
        }
        let mean = sum / Double(draws)
        let error = ((squares / Double(draws) - mean * mean) / Double(draws)).squareRoot()
        #expect(abs(mean - expected) < 4 * error)
        #expect(abs(sumWithoutSelf / Double(draws) - Double(others) / 99) < 5 * error)
        #expect(expected < Double(others) / 99 - 20 * error)
    }

    @Test func nobodyHasNoPair() {
        #expect(GroupPair(residents: [10, 20], members: [0, 0], others: [1, 2]) == nil)
        #expect(GroupPair(residents: [10, 20], members: [1, 2], others: [0, 0]) == nil)
        #expect(GroupPair(residents: [0, 0], members: [1, 2], others: [3, 4]) == nil)
        #expect(GroupPair(residents: [1], members: [1], others: [1])?.exposureWithoutSelf == nil)
    }

    // MARK: - In a town

    private func values(_ groups: [[Double]], with other: String) throws -> [IndicatorValue] {
        var town = try DistributionTests.row(Self.residents)
        town.groupIDs = ["all"] + groups.indices.map { "g\($0)" }
        for home in town.homes.indices { town.homes[home].counts += groups.map { $0[home] } }
        return try DistributionTests.result("exposure", town).values.filter { $0.parameters.contains("with=\(other)") }
    }

    @Test func bothDirectionsOfEveryPair() throws {
        let groups = Self.groups + [Self.third]
        for other in groups.indices {
            let values = try values(groups, with: "g\(other)")
            #expect(values.count == 2 * 9)
            for group in groups.indices where group != other {
                let pair = try #require(
                    GroupPair(residents: Self.residents, members: groups[group], others: groups[other]))
                let rows = values.filter { $0.group == "g\(group)" && $0.parameters.hasSuffix("zoning=quarters") }
                #expect(
                    rows.map(\.parameters)
                        == ["observed", "random", "corrected"].map { "part=\($0);with=g\(other);zoning=quarters" })
                let numbers = [pair.exposure, pair.randomExposure, pair.exposureWithoutSelf]
                for (row, number) in zip(rows, numbers) {
                    #expect(isEqual(row.value, number ?? -1) && row.status == .valid && row.n == 1_200)
                }
            }
        }
    }

    /// Σ m·h/t is the same from both sides.
    @Test func bothDirectionsAreOneNumberOfPairs() throws {
        let sizes = Self.groups.map { $0.reduce(0, +) }
        let there = try values(Self.groups, with: "g1")
        let back = try values(Self.groups, with: "g0")
        for (one, other) in zip(there, back) where one.parameters.contains("observed") {
            #expect(isEqual((one.value ?? 0) * sizes[0], (other.value ?? 1) * sizes[1]), "\(one.parameters)")
        }
    }

    @Test func groupsThatMustOverlapHaveNoPair() throws {
        // Two groups of three quarters of everybody each.
        let most = Self.residents.map { $0 * 0.75 }
        let values = try values([most, most], with: "g1")
        #expect(values.count == 9)
        for value in values {
            #expect(value.status == .notApplicable && value.reason == .groupsOverlap && value.value == nil)
        }
    }

    /// Figures per quarter that were spread by two masks: in single homes the groups are more than everybody.
    @Test func whatOnlyCellsShowIsNoOverlap() throws {
        var town = try DistributionTests.row([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0])
        town.homes = (0..<6).flatMap { quarter in
            [200.0, 300].map { TownSketch.home(Double(quarter) * 1_000 + $0, 600, 100, 110 - 0.3 * $0, 60) }
        }
        let values = try DistributionTests.result("exposure", town).values
        #expect(values.contains { $0.parameters.contains("with=") })
        #expect(values.allSatisfy { $0.reason != .groupsOverlap })
    }

    @Test func aSmallPartnerIsRefused() throws {
        let few = [5.0, 5, 5, 5, 5, 5]
        for (group, other) in [([Self.groups[0], few], "g1"), ([few, Self.groups[0]], "g1")] {
            for value in try values(group, with: other) {
                #expect(value.status == .cannotTell && value.reason == .smallCounts && value.value == nil)
            }
        }
    }

    @Test func withoutPeopleThereAreTheSameQuestions() throws {
        var town = try DistributionTests.row(Self.residents, Self.groups[0], Self.groups[1])
        let keys = try DistributionTests.result("exposure", town).values.map(\.parameters)
        town.hasPopulation = false
        let values = try DistributionTests.result("exposure", town).values
        #expect(Set(values.map(\.parameters)) == Set(keys) && values.allSatisfy { $0.status == .noData })
    }
}
