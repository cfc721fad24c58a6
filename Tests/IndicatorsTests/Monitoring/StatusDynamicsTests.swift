import TestSupport
import Testing
import Town
import Travel

@testable import Indicators

/// Status and dynamics as city monitors compute them, by hand and at the limits of the classes.
@Suite struct StatusDynamicsTests {
    @Test func sumsOfStandardisedShares() throws {
        // Means 2 and 20, standard deviations √2 and √200.
        let index = try #require(StatusIndex([[0, 1, 2, 3, 4], [0, 40, 20, 20, 20]]))
        let one = 1 / 2.0.squareRoot()
        let other = 20 / 160.0.squareRoot()
        for (sum, expected) in zip(index.sums, [-2 * one - other, -one + other, 0, one, 2 * one]) {
            #expect(isClose(sum, expected))
        }
        #expect(isClose(index.scores.reduce(0, +), 0))
        #expect(isClose(index.scores.reduce(0) { $0 + $1 * $1 }, 5))
    }

    @Test func whatIsTheSameEverywhereAddsNothing() throws {
        let with = try #require(StatusIndex([[1, 2, 3], [0.1, 0.1, 0.1]]))
        #expect(with == StatusIndex([[1, 2, 3]]))
        #expect(StatusIndex([[1, 1]]) == nil && StatusIndex([]) == nil && StatusIndex([[1, 2], [1]]) == nil)
        // Two kinds that take each other away.
        #expect(StatusIndex([[1, 2], [2, 1]]) == nil)
    }

    @Test func classesByStandardDeviations() {
        func status(_ score: Double) -> StatusDynamics.Status { StatusDynamics.Status(score: score) }
        #expect(
            [-1.01, -1, 0, 1, 1.01, 1.5, 1.51].map(status) == [.high, .middle, .middle, .middle, .low, .low, .veryLow])
        func dynamics(_ score: Double) -> StatusDynamics.Dynamics { StatusDynamics.Dynamics(score: score) }
        #expect([-1.01, -1, 0, 1, 1.01].map(dynamics) == [.positive, .stable, .stable, .stable, .negative])
    }

    /// Thirty units: the last has by far the largest share, and the first fell most.
    static func units(_ count: Int) -> (now: [[Double]], before: [[Double]]) {
        var now = (0..<count).map { 0.1 + 0.001 * Double($0 % 7) }
        var before = now.map { $0 + 0.002 }
        now[count - 1] = 0.4
        before[count - 1] = 0.402
        before[0] = 0.2
        return ([now], [before])
    }

    @Test func thirtyUnitsAreEnoughAndFewerAreNot() throws {
        let (now, before) = Self.units(30)
        let composite = try #require(StatusDynamics(now: now, before: before))
        #expect(composite.status[29] == .veryLow && composite.dynamics[29] == .stable)
        #expect(composite.status[5] == .middle && composite.dynamics[0] == .positive)
        #expect(composite.group(of: 29) == 11 && composite.group(of: 5) == 5 && composite.group(of: 0) == 4)
        let few = Self.units(29)
        #expect(StatusDynamics(now: few.now, before: few.before) == nil)
        #expect(StatusDynamics(now: now, before: now) == nil)
    }

    @Test func groupsAreTwelve() {
        var groups: Set<Int> = []
        for status in StatusDynamics.Status.allCases {
            for dynamics in StatusDynamics.Dynamics.allCases {
                groups.insert((status.rawValue - 1) * 3 + dynamics.rawValue)
            }
        }
        #expect(groups == Set(1...12))
    }

    @Test func ranksThatAreCertainHaveNoRange() throws {
        let shares = [(0..<30).map { 0.01 * Double($0) }]
        let keys = (0..<30).map { permutationKey("\($0)") }
        let exact = try #require(
            RankIntervals.ranks(shares: shares, variances: [shares[0].map { _ in 0 }], keys: keys, draws: 99, seed: 1))
        #expect(exact == (1...30).map { $0...$0 })
        let noisy = try #require(
            RankIntervals.ranks(
                shares: shares, variances: [shares[0].map { _ in 0.0004 }], keys: keys, draws: 999, seed: 1))
        for (rank, interval) in noisy.enumerated() {
            #expect(interval.contains(rank + 1) && interval.count > 1 && interval.count < 20)
        }
        // A rank rests on the unit, not on the row.
        let backwards = try #require(
            RankIntervals.ranks(
                shares: [shares[0].reversed()], variances: [shares[0].map { _ in 0.0004 }], keys: keys.reversed(),
                draws: 999, seed: 1))
        #expect(backwards == noisy.reversed())
    }

    // MARK: - In a town

    /// A town of rows of quarters, each with one home of 400 people.
    static func town(quarters count: Int, figures: Bool = true) throws -> IndicatorContext {
        var town = TownSketch(quarters: [])
        for quarter in 0..<count {
            let (west, south) = (Double(quarter % 6) * 1_000, Double(quarter / 6) * 1_000)
            town.quarters.append(("q\(quarter)", try rectangle(west, south, west + 1_000, south + 1_000)))
            town.homes.append(TownSketch.home(west + 500, south + 500, 400, 40))
        }
        var study = try town.study()
        if figures {
            let (now, before) = units(count)
            study.statusFigures = StatusFigures(
                kinds: [StatusFigures.Kind(id: "benefits", shares: now[0], earlierShares: before[0])], year: 2024,
                earlierYear: 2022, residents: study.quarters.ids.map { _ in 400 })
        }
        return try IndicatorContext(study: study, measure: StraightLine(), limits: [500])
    }

    static func values(_ context: IndicatorContext) -> [IndicatorValue] {
        StatusDynamicsComposite().evaluate(context).values
    }

    @Test func refusedWithoutTwoDatesAndBelowThirtyQuarters() throws {
        let without = Self.values(try Self.town(quarters: 30, figures: false))
        #expect(without.count == 150)
        #expect(without.allSatisfy { $0.status == .notApplicable && $0.reason == .noEarlierFigures && $0.isInternal })
        let few = Self.values(try Self.town(quarters: 29))
        #expect(few.allSatisfy { $0.value == nil && $0.reason == .fewUnits })
    }

    @Test func classesAndRanksOfATown() throws {
        let values = Self.values(try Self.town(quarters: 30))
        func value(_ figure: String, _ quarter: Int) throws -> IndicatorValue {
            try #require(values.first { $0.areaID == "q\(quarter)" && $0.parameters.contains("figure=\(figure);") })
        }
        #expect(
            try value("status", 29).value == 4 && value("dynamics", 29).value == 2 && value("group", 29).value == 11)
        let rank = try value("rank", 29)
        #expect(rank.value == 30 && rank.lower == 30 && rank.upper == 30)
        let middle = try value("rank", 10)
        #expect((middle.lower ?? 30) < (middle.value ?? 0) && (middle.upper ?? 0) > (middle.value ?? 30))
        #expect(values.allSatisfy { $0.isInternal && $0.parameters.hasSuffix(";years=2022-2024") })
    }

    @Test func quartersWithFewPeopleStayOut() throws {
        let context = try Self.town(quarters: 32)
        var study = context.study
        study.statusFigures?.residents[3] = 120
        study.statusFigures?.kinds[0].shares[4] = nil
        let values = Self.values(try IndicatorContext(study: study, measure: StraightLine(), limits: [500]))
        for (quarter, reason) in [("q3", Reason.smallCounts), ("q4", .noEarlierFigures)] {
            let refused = values.filter { $0.areaID == quarter }
            #expect(refused.allSatisfy { $0.status == .notApplicable && $0.reason == reason })
        }
        #expect(values.filter { $0.areaID == "q5" }.allSatisfy { $0.value != nil })
    }
}

/// What changes the classes and what does not.
@Suite struct StatusInvarianceTests {
    static func random(_ seed: UInt64) -> [[Double]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<3).map { _ in (0..<40).map { _ in Double.random(in: 0...0.4, using: &generator) } }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func scaleAndLevelOfASharesDoNotMatter(_ seed: UInt64) throws {
        let columns = Self.random(seed)
        let plain = try #require(StatusIndex(columns))
        let other = try #require(StatusIndex([columns[0].map { 5 + 100 * $0 }, columns[1], columns[2].map { $0 / 7 }]))
        for (one, other) in zip(plain.sums, other.sums) { #expect(isClose(one, other)) }
        // What is better where it is more turns the sums around.
        let turned = try #require(StatusIndex(columns.map { $0.map { 1 - $0 } }))
        for (one, other) in zip(plain.scores, turned.scores) { #expect(isClose(one, -other)) }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func shiftingAllUnitsIsNoDynamics(_ seed: UInt64) throws {
        let before = Self.random(seed)
        var now = before.map { $0.map { $0 + 0.05 } }
        now[0][7] += 0.1
        let composite = try #require(StatusDynamics(now: now, before: before))
        // Only the one that rose more than all others changed in comparison.
        #expect(composite.dynamics.enumerated().allSatisfy { $0.element == ($0.offset == 7 ? .negative : .stable) })
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func ranksHoldTheirOwnRankAndNarrowWithCertainty(_ seed: UInt64)
        throws
    {
        let shares = Self.random(seed)
        let keys = (0..<40).map { permutationKey("\($0)") }
        let sums = try #require(StatusIndex(shares)).sums
        let order = sums.indices.sorted { sums[$0] < sums[$1] }
        func widths(_ variance: Double) throws -> Int {
            let ranks = try #require(
                RankIntervals.ranks(
                    shares: shares, variances: shares.map { $0.map { _ in variance } }, keys: keys, draws: 199,
                    seed: seed))
            for (rank, unit) in order.enumerated() where variance < 1e-5 { #expect(ranks[unit].contains(rank + 1)) }
            return ranks.reduce(0) { $0 + $1.count }
        }
        #expect(try widths(0) == 40)
        #expect(try widths(1e-6) < widths(1e-4))
        #expect(try widths(1e-4) < widths(1e-2))
        #expect(RankIntervals.ranks(shares: [], variances: [], keys: [], draws: 9, seed: 1) == nil)
    }
}
