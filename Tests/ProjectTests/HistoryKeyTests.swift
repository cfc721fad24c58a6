import Features
import Project
import Testing

/// The key `history`.
@Suite struct HistoryKeyTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func namesAFile() {
        #expect(Self.decode("").project?.history == nil)
        let (project, findings) = Self.decode("history: \"daten/verlauf.sqlite\"")
        #expect(findings.isEmpty && project?.history == "daten/verlauf.sqlite")
        #expect(Self.decode("history: /srv/verlauf.sqlite").project?.history == "/srv/verlauf.sqlite")
    }

    @Test(arguments: [
        ("\"../verlauf.sqlite\"", DiagnosticCode.fileOutsideProject), ("\"a/../../b\"", .fileOutsideProject),
        ("\"verlauf/\"", .valueInvalid), ("[a, b]", .valueInvalid),
    ]) func otherThingsAreRefused(_ text: String, _ code: DiagnosticCode) {
        let (project, findings) = Self.decode("history: \(text)")
        #expect(project == nil)
        #expect(findings.map(\.code) == [code])
    }
}
