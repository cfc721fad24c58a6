import Features
import Project
import Testing
import Wording

@Suite struct HostileProjectTests {
    private func problem(_ text: String) -> String? {
        let (project, findings) = ProjectFile.decode(text, file: "q")
        #expect(project == nil)
        #expect(findings.count == 1)
        #expect(findings.first?.code == .projectSyntax)
        return findings.first?.arguments["problem"]
    }

    @Test func syntaxErrorsShowThePlace() throws {
        let text = "version: 1\ntown:\n  name: \"Größe\" x\n"
        let finding = try #require(ProjectFile.decode(text, file: "q").findings.first)
        #expect(finding.code == .projectSyntax)
        #expect(finding.location?.line == 3)
        // The column is counted in bytes: ö and ß have two.
        #expect(finding.location?.column == 19)
        #expect(
            finding.remedy(.english).hasSuffix("\n          name: \"Größe\" x\n                        ^"),
            "\(finding.remedy(.english))")
    }

    @Test(arguments: [
        "\"abc", "a: [1, 2", "a: b: c", "\ta: 1", "a: 'x", "%YAML 9.9\n---\na: 1", "---\na: 1\n---\nb: 2", "!<",
    ])
    func unreadableTexts(_ text: String) {
        #expect(problem(text) == "syntax")
    }

    @Test func controlCharactersAndNUL() {
        #expect(problem("a: \u{0}") == "nul")
        #expect(problem("a: \u{7}") == "syntax")
    }

    @Test func sizeIsLimited() {
        #expect(problem("a: " + String(repeating: "x", count: 1_000_000)) == "too_large")
    }

    @Test(arguments: [33, 500, 100_000]) func depthIsLimited(_ depth: Int) {
        let problem = problem("a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        #expect(problem == (depth < 900 ? "too_deep" : "syntax"))
    }

    @Test func anchorsAreRefused() {
        #expect(problem("a: &x 1\nb: *x") == "anchors")
        #expect(problem("&x a: 1") == "anchors")
        #expect(problem("a: &x { b: 1 }") == "anchors")
        #expect(problem("? [a, b]\n: 1") == "key_not_text")
    }

    /// 9³⁰ values: whoever unfolds them does not come to an end.
    @Test func billionLaughsEndAtOnce() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(alias)]\n"
        }
        #expect(problem(text + "? *a30\n: x\n") == "anchors")
    }

    @Test func textWithStarsAndAmpersandsIsFine() {
        let text =
            Example.least + "\nunderstanding:\n  text: |\n"
            + String(repeating: "    * Kitas & Schulen *und* Vereine\n", count: 20)
        #expect(ProjectFile.decode(text, file: "q").findings == [])
    }

    @Test func emptyAndForeignDocuments() {
        for text in ["", "\n# nothing\n", "~", "---\n"] {
            #expect(ProjectFile.decode(text, file: "q").findings.map(\.code) == [.keyMissing], "\(text)")
        }
        for text in ["just text", "[1, 2]"] {
            #expect(ProjectFile.decode(text, file: "q").findings.map(\.code) == [.valueInvalid], "\(text)")
        }
    }

    /// Any change of bytes ends in findings or a project, never in a crash, and says so in both languages.
    @Test func mutatedFilesNeverCrash() {
        let original = Array(Example.whole.utf8)
        let signs = Array("\0\t\n \"'#&*!|>%@`-?:,[]{}\\~0aé\u{FEFF}".utf8)
        var state: UInt64 = 20_240_511
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var refused = 0
        for _ in 0..<3_000 {
            var bytes = original
            for _ in 0...next(4) {
                switch next(4) {
                case 0: bytes.remove(at: next(bytes.count))
                case 1: bytes.insert(signs[next(signs.count)], at: next(bytes.count))
                case 2: bytes[next(bytes.count)] = signs[next(signs.count)]
                default: bytes.removeSubrange(next(bytes.count)...)
                }
                if bytes.isEmpty { bytes = original }
            }
            let (project, findings) = ProjectFile.decode(String(decoding: bytes, as: UTF8.self), file: "q")
            let hasError = findings.contains { $0.severity == .error }
            #expect((project == nil) == hasError)
            refused += hasError ? 1 : 0
            for finding in findings { #expect(!finding.description(.german).contains("⟨")) }
        }
        #expect(refused > 2_000)
    }
}
