import Features
import Project
import Testing
import Wording

/// The section `indicators`: what it says, whatever the catalogue has.
@Suite struct IndicatorsEntryTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func withoutTheSectionNothingIsChosen() throws {
        let entry = try #require(Self.decode("").project).indicators
        #expect(entry == IndicatorsEntry())
        #expect(entry.also.isEmpty && entry.without.isEmpty && entry.parameters.isEmpty)
    }

    @Test func everyKeyIsReadWithItsPlace() throws {
        let (project, findings) = Self.decode(
            """
            indicators:
              also: [gini, palma]
              without: [room_stages]
              parameters:
                gini: { epsilon: 0.5 }
                below_standard: { limits: [5, 10] }
            """)
        let entry = try #require(project).indicators
        #expect(findings.isEmpty)
        #expect(entry.also.map(\.id) == ["gini", "palma"])
        #expect(entry.also.map(\.path) == ["indicators.also[1]", "indicators.also[2]"])
        #expect(entry.without.map(\.id) == ["room_stages"])
        #expect(entry.parameters.map(\.indicator.id) == ["gini", "below_standard"])
        #expect(entry.parameters.map(\.name) == ["epsilon", "limits"])
        #expect(entry.parameters.map(\.numbers) == [[0.5], [5, 10]])
        let lines = Example.least.split(separator: "\n").count
        #expect(entry.without.first?.location.line == lines + 3)
    }

    @Test(arguments: ["also: all", "also: [all]"]) func oneIDNeedsNoList(_ text: String) throws {
        let (project, findings) = Self.decode("indicators: { \(text) }")
        #expect(findings.isEmpty)
        #expect(try #require(project).indicators.also.map(\.id) == ["all"])
    }

    @Test(arguments: [
        ("also: { gini: 1 }", "expected_list"), ("without: [[gini]]", "expected_text"),
        ("parameters: [gini]", "expected_mapping"), ("parameters: { gini: 0.5 }", "expected_mapping"),
        ("parameters: { gini: { epsilon: much } }", "expected_numbers"),
        ("parameters: { gini: { epsilon: [1, much] } }", "expected_numbers"),
    ]) func whatIsNoValueIsRefused(_ text: String, _ reason: String) {
        let findings = Self.decode("indicators: { \(text) }").findings
        #expect(findings.map(\.code) == [.valueInvalid], "\(text)")
        #expect(findings.first?.arguments["reason"] == reason, "\(findings)")
    }

    @Test func aSlipInAKeyFindsTheKey() {
        let findings = Self.decode("indicators: { als: [gini] }").findings
        #expect(findings.map(\.code) == [.keyUnknown])
        #expect(findings.first?.arguments["suggestion"] == "also")
    }
}
