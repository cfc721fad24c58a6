import Features
import Project
import Testing
import Wording

/// The section `notify`.
@Suite struct NotifyEntryTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func takesEveryKey() throws {
        #expect(Self.decode("").project?.notify == nil)
        let (project, findings) = Self.decode(
            """
            notify:
              health: stand/gesundheit.json
              metrics: /var/lib/node_exporter/quartier.prom
              feed: { file: feed.xml, releases: veroeffentlicht, url: "https://stadt.example/feed.xml" }
              webhook: { url: "https://stadt.example/haken?x=1", secret_file: geheim, attempts: 5, timeout: 10 }
              mail: { from: quartier@stadt.example, to: [amt@stadt.example, a.b+c@stadt.example] }
            """)
        #expect(findings.isEmpty)
        let entry = try #require(project?.notify)
        #expect(entry.health == "stand/gesundheit.json" && entry.metrics == "/var/lib/node_exporter/quartier.prom")
        #expect(entry.feed == .init(file: "feed.xml", shelf: "veroeffentlicht", url: "https://stadt.example/feed.xml"))
        #expect(entry.webhook?.secretFile == "geheim" && entry.webhook?.attempts == 5 && entry.webhook?.timeout == 10)
        #expect(entry.mail?.to == ["amt@stadt.example", "a.b+c@stadt.example"])
        let least = Self.decode("notify: { webhook: { url: \"http://127.0.0.1:1/\", secret_file: g } }").project?.notify
        #expect(least?.webhook?.attempts == 3 && least?.webhook?.timeout == 20 && least?.mail == nil)
    }

    @Test(arguments: [
        "webhook: { url: \"file:///etc/passwd\", secret_file: g }", "webhook: { url: \"https://a.example/\" }",
        "webhook: { url: \"https://a.example/\", secret_file: ../g }",
        "webhook: { url: \"https://a.example/\", secret_file: g, attempts: 11 }",
        "mail: { from: \"a@b\\nBcc: c@d\", to: [a@b] }", "mail: { from: a@b, to: [] , x: 1 }", "mail: { to: [a@b] }",
        "mail: { from: a@b, to: [\"-oQ/tmp@b\"] }", "feed: { file: f, url: \"https://a.example/\" }",
        "feed: { file: f, releases: s, url: x }", "health: ../h", "hook: 1",
    ])
    func refuses(_ part: String) {
        #expect(Self.decode("notify:\n  " + part).findings.contains { $0.severity == .error }, "\(part)")
    }

    @Test(arguments: [
        ("a@b", true), ("a.b+c_d-e@sub.stadt.example", true), ("A1@xn--bcher-kva.example", true), ("", false),
        ("a", false), ("@b", false), ("a@", false), ("a@b@c", false), ("a b@c", false), ("a@b c", false),
        ("a,b@c", false), ("\"a\"@c", false), ("a@b.", false), ("a@-b", false), ("a@b\n", false), ("<a@b>", false),
        ("-f@b", false), ("ä@b", false), ("a@b..c", false), ("a\r\nBcc: x@y", false),
    ])
    func mailAddressesArePlain(_ text: String, _ isPlain: Bool) {
        #expect(NotifyEntry.isMailAddress(text) == isPlain)
    }

    @Test func mailAddressesAreShort() {
        #expect(!NotifyEntry.isMailAddress(String(repeating: "a", count: 65) + "@b"))
        #expect(!NotifyEntry.isMailAddress("a@" + String(repeating: "b.", count: 150) + "c"))
    }
}
