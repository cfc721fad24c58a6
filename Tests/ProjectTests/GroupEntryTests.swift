import Features
import Testing
import Town

@testable import Project

/// What the project file says of a group besides its column.
@Suite struct GroupEntryTests {
    private static let line = "- { id: \"foreign\", column: \"auslaender\", name: \"foreign\" }"

    private func decode(_ more: String) -> (groups: [ProjectFile.GroupEntry]?, findings: [Diagnostic]) {
        let text = Example.whole.replacing(
            GroupEntryTests.line, with: GroupEntryTests.line.replacing(" }", with: "\(more) }"))
        let (project, findings) = ProjectFile.decode(text, file: "quartier.yaml")
        return (project?.groups, findings)
    }

    @Test(arguments: PopulationGroup.Definition.allCases)
    func definitionAndEditionAreRead(definition: PopulationGroup.Definition) throws {
        let groups = try #require(decode(", definition: \(definition.rawValue), internal: true").groups)
        #expect(groups.map(\.definition) == [nil, definition])
        #expect(groups.map(\.isInternal) == [false, true])
        #expect(try #require(decode("").groups).allSatisfy { $0.definition == nil && !$0.isInternal })
    }

    @Test func whatCountsForStatusIsNamed() throws {
        #expect(try #require(decode(", status: true").groups).map(\.isStatus) == [false, true])
        #expect(try #require(decode("").groups).allSatisfy { !$0.isStatus })
    }

    @Test func otherDefinitionsAreRefused() throws {
        let (groups, findings) = decode(", definition: citizenschip")
        #expect(groups == nil)
        let finding = try #require(findings.first { $0.code == .valueInvalid })
        #expect(finding.arguments["reason"] == "not_listed" && finding.arguments["suggestion"] == "citizenship")
    }

    @Test func allResidentsAreInEveryEdition() {
        let findings = Example.findings(
            replacing: "column: \"einwohner\"", with: "column: \"einwohner\", internal: true")
        #expect(findings.filter { $0.severity == .error }.map { $0.arguments["reason"] } == ["all_internal"])
    }
}
