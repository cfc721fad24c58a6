import Disclosure
import Features
import Project
import Testing

/// The section `disclosure`.
@Suite struct DisclosureEntryTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func withoutTheSectionTheUsualRulesHold() throws {
        let entry = try #require(Self.decode("").project).disclosure
        #expect(entry.rules == DisclosureRules() && entry.released.isEmpty)
    }

    @Test func everyKeyIsRead() throws {
        let (project, findings) = Self.decode(
            """
            disclosure:
              minimum_count: 10
              protection: 12
              group_share_residents: 500
              minimum_population: 20
              minimum_denominator: 50
              place_users: 4
              full_cells: false
              dominance: { n: 2, k: 0.85 }
              released: ["../2023/public"]
            """)
        #expect(findings.isEmpty)
        let entry = try #require(project).disclosure
        var rules = DisclosureRules()
        (rules.minimumCount, rules.protection, rules.groupShareResidents) = (10, 12, 500)
        (rules.minimumPopulation, rules.minimumDenominator, rules.placeUsers) = (20, 50, 4)
        (rules.hidesFullCells, rules.dominance) = (false, .init(contributors: 2, share: 0.85))
        #expect(entry.rules == rules)
        #expect(entry.released == ["../2023/public"])
    }

    @Test func aLargerMinimumProtectsMore() throws {
        #expect(
            try #require(Self.decode("disclosure: { minimum_count: 10 }").project).disclosure.rules.protection == 10)
        #expect(try #require(Self.decode("disclosure: { minimum_count: 3 }").project).disclosure.rules.protection == 5)
    }

    @Test(arguments: [
        ("minimum_count: 0", "not_between"), ("minimum_count: -3", "not_between"), ("place_users: 1e9", "not_between"),
        ("minimum_denominator: few", "expected_numbers"), ("full_cells: maybe", "expected_flag"),
        ("dominance: { n: 1, k: 2 }", "not_between"), ("released: here", "expected_list"),
    ]) func whatIsNoRuleIsRefused(_ text: String, _ reason: String) {
        let findings = Self.decode("disclosure: { \(text) }").findings
        #expect(findings.map(\.code) == [.valueInvalid], "\(text)")
        #expect(findings.first?.arguments["reason"] == reason, "\(findings)")
    }

    @Test func theMethodsAreReadWithTheirNumbers() throws {
        func method(_ text: String) throws -> DisclosureMethod {
            let (project, findings) = Self.decode("disclosure: { \(text) }")
            #expect(findings.isEmpty, "\(findings)")
            return try #require(project).disclosure.rules.method
        }
        #expect(try method("method: suppression") == .suppression)
        #expect(try method("method: rounding, base: 7, seed: 123456789") == .rounding(base: 7, seed: 123_456_789))
        #expect(try method("method: rounding, seed: 123456789") == .rounding(base: 5, seed: 123_456_789))
        #expect(
            try method("method: cell_key, maximum: 6, variance: 2.5, seed: 9007199254740991")
                == .cellKey(maximum: 6, variance: 2.5, seed: 9_007_199_254_740_991))
        #expect(
            try method("method: cell_key, seed: 123456789") == .cellKey(maximum: 4, variance: 2, seed: 123_456_789))
        // A larger minimum asks for more.
        #expect(
            try method("method: rounding, minimum_count: 10, seed: 123456789") == .rounding(base: 6, seed: 123_456_789))
        #expect(
            try method("method: cell_key, minimum_count: 10, seed: 123456789")
                == .cellKey(maximum: 9, variance: 2, seed: 123_456_789))
    }

    @Test(arguments: [
        ("method: swapping", "not_listed"), ("method: rounding, base: 2, seed: 123456789", "not_between"),
        ("method: rounding, base: 11, seed: 123456789", "not_between"),
        ("method: rounding, minimum_count: 10, base: 5, seed: 123456789", "not_between"),
        ("method: rounding, seed: 7", "not_between"), ("method: rounding, seed: secret", "expected_numbers"),
        ("method: cell_key, maximum: 3, seed: 123456789", "not_between"),
        ("method: cell_key, maximum: 101, seed: 123456789", "not_between"),
        ("method: cell_key, variance: 0, seed: 123456789", "not_between"),
        ("method: cell_key, variance: 16, seed: 123456789", "not_between"),
        ("method: cell_key, minimum_count: 500, seed: 123456789", "not_between"),
    ]) func aMethodThatCannotBeIsRefused(_ text: String, _ reason: String) {
        let findings = Self.decode("disclosure: { \(text) }").findings
        #expect(findings.map(\.code) == [.valueInvalid], "\(text)")
        #expect(findings.first?.arguments["reason"] == reason, "\(findings)")
    }

    @Test func theSeedIsAskedFor() {
        for text in ["method: rounding, base: 5", "method: cell_key, maximum: 5, variance: 2"] {
            let findings = Self.decode("disclosure: { \(text) }").findings
            #expect(findings.map(\.code) == [.keyMissing] && findings.first?.arguments["key"] == "disclosure.seed")
        }
        // Numbers of another method say nothing here.
        #expect(Self.decode("disclosure: { base: 5 }").findings.map(\.code) == [.keyUnknown])
    }

    @Test func aSlipInAKeyFindsTheKey() {
        let findings = Self.decode("disclosure: { minimum_cuont: 5 }").findings
        #expect(findings.map(\.code) == [.keyUnknown])
    }
}
