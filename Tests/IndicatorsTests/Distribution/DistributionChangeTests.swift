import TestSupport
import Testing
import Travel
import Wording

@testable import Indicators
@testable import Town

/// The parts of change as values of a town with figures of several years.
@Suite struct DistributionChangeTests {
    static let parts = ["structural", "unit_margin", "group_margin", "additions", "removals", "first", "second"]

    /// Five quarters in a row with figures of each year, one list for each group, all residents first.
    static func town(_ years: [Int: [[Double?]]]) throws -> TownSketch {
        var town = try DistributionTests.row([100, 100, 100, 100, 100], [20, 20, 20, 20, 20])
        let groups = years.values.map(\.count).max() ?? 2
        town.groupIDs = ["all"] + (1..<groups).map { "g\($0 - 1)" }
        for home in town.homes.indices {
            town.homes[home].counts = [100] + [Double](repeating: 20, count: groups - 1)
        }
        town.figures = years.mapValues { columns in
            Dictionary(
                uniqueKeysWithValues: town.quarters.indices.map { quarter in
                    (town.quarters[quarter].id, columns.map { $0[quarter] })
                })
        }
        return town
    }

    static func result(_ town: TownSketch, leastPeople: Double = 100) throws -> IndicatorResult {
        try DistributionTests.result("distribution_change", town, ["least_people": [leastPeople]])
    }

    static let before: [[Double?]] = [[500, 400, 300, 600, 200], [50, 120, 30, 60, 80]]
    static let now: [[Double?]] = [[520, 380, 330, 600, 210], [90, 100, 60, 60, 90]]

    private static func table(_ columns: [[Double?]]) -> [[Double]] {
        let numbers = columns.map { $0.map { $0 ?? .nan } }
        return [numbers[1], zip(numbers[0], numbers[1]).map { $0 - $1 }]
    }

    @Test func theValuesAreThoseOfTheFormula() throws {
        let result = try Self.result(Self.town([2020: Self.before, 2024: Self.now]))
        let change = try #require(
            ChangeDecomposition(from: Self.table(Self.before), to: Self.table(Self.now)))
        #expect(result.values.map(\.parameters) == Self.parts.map { "from=2020;part=\($0);to=2024" })
        let expected = [
            change.structural, change.unitMargin, change.groupMargin, change.additions, change.removals, change.first,
            change.second,
        ]
        for (value, expected) in zip(result.values, expected) {
            #expect(((value.value ?? 9) - expected).magnitude < 1e-12, "\(value.parameters)")
            #expect(value.status == .valid && value.reason == nil && value.n == 2_040 && value.group == "g0")
            #expect(value.unrecorded == nil && value.level == .town)
        }
        #expect(result.identities.count == 1 && result.identities.allSatisfy(\.holds))
    }

    @Test func theLastYearIsComparedWithTheOneBeforeAndWithTheFirst() throws {
        let town = try Self.town([2024: Self.now, 2012: Self.before, 2020: Self.before, 2022: Self.before])
        let parameters = try Self.result(town).values.map(\.parameters)
        #expect(
            parameters
                == ["2022", "2012"].flatMap { year in Self.parts.map { "from=\(year);part=\($0);to=2024" } })
    }

    @Test func aGroupThatOnlyGrowsHasNoStructuralPart() throws {
        // The odds of being of the group become twice as large in every quarter.
        var grown = Self.before
        grown[1] = zip(Self.before[0], Self.before[1]).map { all, members in
            guard let all, let members else { return nil }
            return all * 2 * members / (all + members)
        }
        let values = try Self.result(Self.town([2020: Self.before, 2024: grown])).values
        #expect((values[0].value ?? 1).magnitude < 1e-11)
        #expect((values[2].value ?? 0).magnitude > 1e-3)
    }

    @Test func oneYearAloneIsRefusedWithItsReason() throws {
        var none = try Self.town([:])
        none.groupIDs = ["all", "g0"]
        none.figures = nil
        for town in [
            none, try Self.town([2024: Self.now]),
            try Self.town([2020: [Self.before[0], [nil, nil, nil, nil, nil]], 2024: Self.now]),
        ] {
            let values = try Self.result(town).values
            #expect(values.map(\.parameters) == Self.parts.map { "part=\($0)" })
            for value in values {
                #expect(value.status == .notApplicable && value.reason == .noEarlierFigures && value.value == nil)
            }
        }
    }

    @Test func aQuarterWithoutANumberIsNeitherNewNorGone() throws {
        var now = Self.now
        now[1][4] = nil
        let value = try #require(try Self.result(Self.town([2020: Self.before, 2024: now])).values.first)
        func four(_ columns: [[Double?]]) -> [[Double?]] { columns.map { Array($0.prefix(4)) } }
        let change = try #require(
            ChangeDecomposition(from: Self.table(four(Self.before)), to: Self.table(four(Self.now))))
        #expect(((value.value ?? 9) - change.structural).magnitude < 1e-12 && change.additions == 0)
        #expect(isEqual(value.unrecorded, 210.0 / 2_040) && value.n == 1_830)
        #expect(value.status == .unreliable && value.reason == .muchNotRecorded)
    }

    @Test func aQuarterThatFillsIsAnAddition() throws {
        var before = Self.before
        (before[0][4], before[1][4]) = (0, 0)
        let values = try Self.result(Self.town([2020: before, 2024: Self.now])).values
        let additions = try #require(values.first { $0.parameters.contains("additions") })
        #expect((additions.value ?? 0).magnitude > 1e-4 && additions.unrecorded == nil)
    }

    // MARK: - Guards

    @Test func smallGroupsAndFewQuartersAreGuarded() throws {
        let town = try Self.town([2020: Self.before, 2024: Self.now])
        for value in try Self.result(town, leastPeople: 350).values {
            #expect(value.status == .cannotTell && value.reason == .smallCounts && value.value == nil)
        }
        var four = town
        four.quarters.removeLast()
        four.homes.removeLast()
        let value = try #require(try Self.result(four).values.first)
        #expect(value.status == .unreliable && value.reason == .fewUnits && value.value != nil)
        var one = town
        (one.quarters, one.homes) = ([town.quarters[0]], [town.homes[0]])
        let alone = try #require(try Self.result(one, leastPeople: 2).values.first)
        #expect(alone.status == .notApplicable && alone.reason == .fewUnits)
    }

    @Test func chanceAloneIsNoChange() throws {
        // Shares all but even: less than chance makes.
        let even: [[Double?]] = [[500, 400, 300, 600, 200], [100, 81, 60, 119, 40]]
        let value = try #require(try Self.result(Self.town([2020: even, 2024: Self.now])).values.first)
        #expect(value.status == .unreliable && value.reason == .mostlyChance)
    }

    @Test func everybodyIsNoGroup() throws {
        let all: [[Double?]] = [Self.now[0], Self.now[0]]
        let value = try #require(try Self.result(Self.town([2020: Self.before, 2024: all])).values.first)
        #expect(value.status == .notApplicable && value.reason == .noVariation)
    }

    @Test func whatIsThereAtOneDateOnlyCannotBeCompared() throws {
        let before: [[Double?]] = [[500, 400, 0, 0, 0], [100, 300, 0, 0, 0]]
        let now: [[Double?]] = [[0, 0, 500, 400, 300], [0, 0, 100, 300, 20]]
        let value = try #require(try Self.result(Self.town([2020: before, 2024: now])).values.first)
        #expect(value.status == .cannotTell && value.reason == .datesNotComparable)
    }

    // MARK: - All groups

    @Test func groupsThatAreEverybodyTogetherAreTakenTogether() throws {
        func columns(_ groups: [[Double]]) -> [[Double?]] {
            ([groups[0].indices.map { unit in groups.reduce(0) { $0 + $1[unit] } }] + groups).map { $0.map { $0 } }
        }
        let before: [[Double]] = [[50, 120, 30, 60, 80], [200, 100, 90, 240, 60], [250, 180, 180, 300, 60]]
        let now: [[Double]] = [[90, 100, 60, 60, 90], [180, 120, 90, 200, 60], [250, 160, 180, 340, 60]]
        let result = try Self.result(Self.town([2020: columns(before), 2024: columns(now)]))
        let change = try #require(ChangeDecomposition(from: before, to: now))
        let value = try #require(result.values.first)
        #expect(value.group == nil && value.parameters == "from=2020;groups=3;part=structural;to=2024")
        #expect(((value.value ?? 9) - change.structural).magnitude < 1e-12)
        #expect(result.values.count == 4 * 7 && result.identities.count == 4)
        for identity in result.identities { #expect(identity.holds) }
        // With somebody in none of them, each group stands for itself.
        var partly = columns(now)
        partly[3][0] = 249
        let others = try Self.result(Self.town([2020: columns(before), 2024: partly])).values
        #expect(others.count == 3 * 7 && others.allSatisfy { $0.group != nil })
    }

    @Test func theSheetSpeaksWithTheTownsFigure() throws {
        let town = try Self.town([2020: Self.before, 2024: Self.now])
        let table = IndicatorCatalogue.evaluate(
            try IndicatorContext(
                study: town.study(), requests: [ReachRequest(straightLine: StraightLine(), distances: [500])],
                settings: IndicatorSettings(also: ["distribution_change"])))
        let sentence = try #require(DistributionChange().descriptor.sentence(.english, of: "Town", in: table))
        let structural = try #require(try Self.result(town).values.first?.value)
        #expect(
            sentence == "In Town the distribution itself (structural) has changed by "
                + "\(FigureNumber.text(structural, unit: "nats", .english)) nats.")
    }
}
