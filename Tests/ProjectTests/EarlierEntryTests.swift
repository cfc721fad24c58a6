import Features
import Project
import Testing

/// `earlier:`, the project file of the date before.
@Suite struct EarlierEntryTests {
    private func decode(_ line: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + line + "\n", file: "q.yaml")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func aFileOutsideOfTheFolderIsUsual() throws {
        let project = try #require(decode("earlier: \"../2023/quartier.yaml\"").project)
        #expect(project.earlier?.path == "../2023/quartier.yaml")
        #expect(decode("").project?.earlier == nil)
        #expect(decode("earlier:").project?.earlier == nil)
    }

    @Test func theValueKnowsItsPlace() throws {
        let project = try #require(decode("earlier: \"vorher.yaml\"").project)
        let lines = Example.least.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(project.earlier?.location.line == lines.count + 1)
        #expect(project.earlier?.location.column == 10)
    }

    @Test(arguments: ["earlier: [a, b]", "earlier: { file: a }", "earlier: \"  \"", "earlier: \"../2023/\""])
    func whatIsNoFileIsRefused(_ line: String) {
        let (project, findings) = decode(line)
        #expect(project == nil)
        #expect(findings.first?.code == .valueInvalid)
        #expect(findings.first?.arguments["key"] == "earlier")
    }
}
