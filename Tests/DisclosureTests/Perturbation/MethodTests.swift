import Audit
import Disclosure
import Indicators
import Overlay
import TestSupport
import Testing
import Town
import Wording

/// Towns that are published with rounded or noisy counts, from the true numbers to the audit.
@Suite struct MethodTests {
    private static let seed: UInt64 = 271_828_182_845
    static let methods: [DisclosureMethod] = [
        .rounding(base: 5, seed: seed), .rounding(base: 3, seed: seed), .rounding(base: 10, seed: seed),
        .cellKey(maximum: 4, variance: 2, seed: seed), .cellKey(maximum: 8, variance: 9, seed: seed),
    ]

    /// Persons that a printed count may be off.
    static func reach(_ method: DisclosureMethod) -> Double {
        switch method {
        case .suppression: 0
        case .rounding(let base, _): Double(base - 1)
        case .cellKey(let maximum, _, _): Double(maximum)
        }
    }

    static func rules(_ method: DisclosureMethod) -> DisclosureRules {
        var rules = DisclosureRules()
        rules.method = method
        return rules
    }

    /// Three and one person of a group, nobody, few who reach a place, a quarter of two people and a small one.
    private var town: TownInARow {
        TownInARow(
            quarters: [[1_003, 101, 12], [802, 3, 57], [604, 61, 1], [907, 0, 44], [2, 1, 0], [251, 33, 8]],
            reached: [[702, 99, 4], [512, 2, 31], [307, 30, 0], [907, 0, 44], [1, 0, 0], [100, 20, 3]])
    }

    @Test(arguments: methods) func nothingSmallIsShownAndTheAuditFindsNothing(_ method: DisclosureMethod) throws {
        let scratch = try Scratch()
        var later = town
        later.period = "2025"
        later.quarters[0][1] = 104
        let open = try [town, later].map { try $0.publication(rules: Self.rules(method)) }
        let folders = try open.map { try PublishedFolder(publication: $0).write($0.study.period, in: scratch) }
        let report = try PublicationAudit(folders: folders).report()
        #expect(report.isPassed && report.cells > 50, "\(report.text(.english))")
        for value in open[0].indicators.values where value.group != nil {
            for number in [value.unit == "persons" ? value.value : nil, value.n].compactMap({ $0 }) {
                // 3 is a multiple of 3, and may be 5.
                #expect(number == 0 || number >= 5 || method == Self.methods[1], "\(value)")
            }
            #expect(value.lower == nil && value.upper == nil && value.band == nil && value.unrecorded == nil)
        }
    }

    @Test(arguments: methods) func countsAreOffByNoMoreThanStated(_ method: DisclosureMethod) throws {
        let open = try town.publication(rules: Self.rules(method))
        let reach = Self.reach(method) * Double(max(1, open.protection?.roundingReach ?? 1))
        var shown = 0
        for (quarter, people) in town.quarters.enumerated() {
            for (group, count) in people.enumerated() {
                let id = group == 0 ? "all" : "g\(group)"
                guard let number = open.value("residents", "q\(quarter + 1)", id)?.value else { continue }
                shown += 1
                #expect(abs(number - count) <= reach && (count > 0 || number == 0))
            }
        }
        // Only the groups of the quarters of fewer than 300 residents are hidden.
        #expect(shown >= 14)
        for group in ["all", "g1", "g2"] {
            let total = try #require(open.value("residents", "town", group)?.value)
            let all = town.quarters.reduce(0) { $0 + $1[["all": 0, "g1": 1, "g2": 2][group] ?? 0] }
            #expect(abs(total - all) <= reach)
        }
    }

    @Test(arguments: [3, 5, 10]) func roundedQuartersMakeTheRoundedTown(_ base: Int) throws {
        let open = try town.publication(rules: Self.rules(.rounding(base: base, seed: Self.seed)))
        let quarters = open.residents("all", quarters: 6).compactMap { $0 }
        #expect(quarters.count == 6 && quarters.reduce(0, +) == open.value("residents", "town", "all")?.value)
        #expect(quarters.allSatisfy { $0.truncatingRemainder(dividingBy: Double(base)) == 0 })
        #expect(open.protection?.roundingReach == 1)
    }

    @Test(arguments: methods) func sharesFollowFromPrintedCounts(_ method: DisclosureMethod) throws {
        let open = try town.publication(rules: Self.rules(method))
        let all = try #require(open.value("residents", "q1", "all")?.value)
        let group = try #require(open.value("residents", "q1", "g1")?.value)
        let share = try #require(open.value("group_share", "q1", "g1"))
        #expect(share.value == (group / all * 1_000).rounded() / 1_000)
        #expect(share.n == all)
        let reached = try #require(open.value("coverage_share", "q1", "all"))
        let count = try #require(reached.value) * all
        #expect(reached.n == all && abs(count - 702) <= Self.reach(method) + 0.0005 * all)
        if case .rounding(let base, _) = method {
            let multiple = (count / Double(base)).rounded() * Double(base)
            #expect(abs(count - multiple) <= 0.0005 * all)
        }
        // Everybody reaches it.
        #expect(open.value("coverage_share", "q4", "all")?.value == 1)
    }

    @Test(arguments: methods) func rulesOfFewPeopleStay(_ method: DisclosureMethod) throws {
        let open = try town.publication(rules: Self.rules(method))
        // Twelve of a group: a share of them is hidden; a unit of 251: figures of its groups are.
        #expect(open.value("coverage_share", "q1", "g2")?.status == .suppressed)
        #expect(open.value("residents", "q6", "g1")?.status == .suppressed)
        #expect(open.value("group_share", "q6", "g1")?.status == .suppressed)
        #expect(open.protection?.hidden[.linked] == nil)
    }

    /// One, two, three or no persons printed as nobody look alike in all figures.
    @Test(arguments: methods) func aCountPrintedAsZeroLooksLikeNobody(_ method: DisclosureMethod) throws {
        func figures(_ count: Double, _ seed: UInt64) throws -> [IndicatorValue] {
            let method: DisclosureMethod =
                switch method {
                case .rounding(let base, _): .rounding(base: base, seed: seed)
                case .cellKey(let maximum, let variance, _):
                    .cellKey(maximum: maximum, variance: variance, seed: seed)
                case .suppression: method
                }
            return try TownInARow(
                quarters: [[1_000, 101], [800, count], [600, 61]], reached: [[700, 99], [500, count], [300, 30]]
            ).publication(rules: Self.rules(method)).indicators.values.filter { $0.areaID == "q2" && $0.group == "g1" }
        }
        var found = 0
        for seed in 1...4 as ClosedRange<UInt64> {
            let nobody = try figures(0, seed)
            for few in try [1.0, 2, 3].map({ try figures($0, seed) }) where few.first?.value == 0 {
                found += 1
                #expect(few == nobody)
            }
        }
        #expect(found > 0)
    }

    @Test(arguments: methods) func aGroupPrintedAsEverybodyIsHidden(_ method: DisclosureMethod) throws {
        for count in [400.0, 399, 398] {
            let open = try TownInARow(quarters: [[400, count], [802, 101]]).publication(rules: Self.rules(method))
            let (all, group) = (open.value("residents", "q1", "all")?.value, open.value("residents", "q1", "g1")?.value)
            #expect(group == nil || group != all)
            #expect(open.value("group_share", "q1", "g1")?.value != 1)
        }
    }

    @Test(arguments: methods) func twoRunsAreTheSameBytes(_ method: DisclosureMethod) throws {
        let folders = try (0..<2).map { _ in
            PublishedFolder(publication: try town.publication(rules: Self.rules(method)))
        }
        #expect(folders[0].table == folders[1].table && folders[0].record == folders[1].record)
        #expect(!folders[0].record.contains("\(Self.seed)") && !folders[0].record.contains("seed"))
    }

    @Test func theSameCellHasTheSameNoiseInTwoYears() throws {
        let rules = Self.rules(.cellKey(maximum: 8, variance: 9, seed: Self.seed))
        let before = try town.publication(rules: rules)
        var town = town
        town.period = "2025"
        // A quarter before all others, and another number in one: no other cell may move.
        town.quarters[0][0] = 1_100
        town.quarters.append([700, 70, 30])
        town.reached?.append([300, 30, 20])
        let after = try town.publication(rules: rules)
        for quarter in 2...6 {
            for group in ["all", "g1", "g2"] {
                for indicator in ["residents", "coverage_share", "group_share"] {
                    let values = [before, after].map { $0.value(indicator, "q\(quarter)", group) }
                    #expect(values[0] == values[1], "\(indicator) q\(quarter) \(group)")
                }
            }
        }
        var other = rules
        other.method = .cellKey(maximum: 8, variance: 9, seed: Self.seed + 1)
        #expect(
            try self.town.publication(rules: other).residents("all", quarters: 6)
                != before.residents("all", quarters: 6))
    }

    @Test func piecesOfAreasAreRoundedWithTheirQuarters() throws {
        var town = TownInARow(quarters: [[1_000, 100], [803, 100], [602, 60]])
        town.focusAreas = [[(0, 0.5), (1, 0.004)], [(2, 0.5)]]
        for method in Self.methods {
            let open = try town.publication(rules: Self.rules(method))
            let pieces = open.study.overlay.focusPieces.map { $0.residents.first ?? -1 }
            let counts = [500, 3.212, 301]
            for (piece, count) in zip(pieces, counts) { #expect(abs(piece - count) < Self.reach(method) + 1) }
            #expect(open.study.overlay.focusPieces.allSatisfy { !$0.isSuppressed && $0.residentRanges.isEmpty })
            if case .rounding = method {
                #expect(open.value("residents", "f1", "all")?.value == pieces[0] + pieces[1])
            }
        }
    }

    @Test func aMethodThatCannotBeIsRefused() {
        #expect(throws: (any Error).self) {
            try town.publication(rules: Self.rules(.cellKey(maximum: 3, variance: 2, seed: 1)))
        }
        #expect(throws: (any Error).self) { try town.publication(rules: Self.rules(.rounding(base: 1, seed: 1))) }
    }

    @Test(arguments: 0..<20) func randomTownsPassTheAudit(_ number: Int) throws {
        var random = SeededGenerator(seed: UInt64(number))
        let count = Int.random(in: 2...8, using: &random)
        let quarters = (0..<count).map { _ -> [Double] in
            let all =
                Int.random(in: 0...3, using: &random) == 0
                ? Int.random(in: 0...40, using: &random) : Int.random(in: 300...2_000, using: &random)
            return [Double(all)]
                + (0..<3).map { _ in Double(Int.random(in: 0...max(1, all / 20), using: &random)) }
                .map { min($0, Double(all)) }
        }
        let reached = quarters.map { people -> [Double] in
            let groups = people.dropFirst().map { Double(Int.random(in: 0...Int($0), using: &random)) }
            let least = Int(groups.max() ?? 0)
            return [Double(Int.random(in: least...Int(max(people[0], Double(least))), using: &random))] + groups
        }
        let scratch = try Scratch()
        for (place, method) in Self.methods.enumerated() {
            let town = TownInARow(quarters: quarters, reached: reached)
            let open = try town.publication(rules: Self.rules(method))
            let report = try PublicationAudit(
                folders: [PublishedFolder(publication: open).write("\(place)", in: scratch)]
            ).report()
            #expect(report.isPassed, "\(method) \(quarters) \(report.text(.english))")
        }
    }
}
