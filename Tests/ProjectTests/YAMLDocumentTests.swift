import Features
import Testing
import Wording

@testable import Project

@Suite struct YAMLDocumentTests {
    /// The tree as text: quoted scalars in quotes, places as line:column.
    private func tree(_ node: YAMLNode?) -> String {
        guard let node else { return "nil" }
        switch node.content {
        case .scalar(let text, let isPlain): return isPlain ? text : "\"\(text)\""
        case .sequence(let items): return "[" + items.map(tree).joined(separator: ", ") + "]"
        case .mapping(let entries):
            return "{" + entries.map { "\($0.key): \(tree($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    @Test(arguments: [
        ("a: 1", "{a: 1}"), ("a: '1'", "{a: \"1\"}"), ("- a\n- [b, c]", "[a, [b, c]]"),
        ("a: 01001000", "{a: 01001000}"), ("a: NO", "{a: NO}"), ("a: 12:30", "{a: 12:30}"),
        ("a: 2024-01-01", "{a: 2024-01-01}"), ("a: 0x10", "{a: 0x10}"), ("a: 1_000", "{a: 1_000}"),
        ("a: >-\n  b\n  c", "{a: \"b c\"}"), ("a: |\n  b\n  c\n", "{a: \"b\nc\n\"}"),
        ("1: x\n\"1.0\": y", "{1: x, 1.0: y}"), ("true: x\nyes: y", "{true: x, yes: y}"),
        ("<<: { a: 1 }", "{<<: {a: 1}}"), ("{\"a\":[1,2,{\"b\":null}]}", "{a: [1, 2, {b: null}]}"),
    ]) func textStaysText(_ text: String, _ expected: String) {
        let document = YAMLDocument(text, file: "q")
        #expect(document.findings == [])
        #expect(tree(document.root) == expected)
    }

    @Test(arguments: [
        ("", true), ("~", true), ("null", true), ("NULL", true), ("\"\"", false), ("'null'", false), ("nil", false),
        ("[]", false), ("{}", false), ("0", false),
    ]) func whatSaysNothing(_ value: String, _ isNull: Bool) {
        let document = YAMLDocument("a: " + value, file: "q")
        guard case .mapping(let entries) = document.root?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.first?.value.isNull == isNull)
    }

    @Test func placesAreCountedInBytes() {
        let document = YAMLDocument("größe: ä\nb:\n  - { ü: x }\n", file: "q.yaml")
        guard case .mapping(let entries) = document.root?.content, entries.count == 2,
            case .sequence(let items) = entries[1].value.content,
            case .mapping(let inner) = items.first?.content
        else {
            Issue.record("another tree")
            return
        }
        #expect(entries[0].location == SourceLocation(file: "q.yaml", line: 1, column: 1))
        #expect(entries[0].value.location == SourceLocation(file: "q.yaml", line: 1, column: 10))
        #expect(entries[1].location.line == 2)
        #expect(inner.first?.location == SourceLocation(file: "q.yaml", line: 3, column: 7))
        #expect(inner.first?.value.location == SourceLocation(file: "q.yaml", line: 3, column: 11))
    }

    @Test func aRepeatedKeyIsFoundWhateverItsQuotes() {
        for text in ["a: 1\na: 2", "a: 1\n\"a\": 2", "1: x\n\"1\": y"] {
            #expect(YAMLDocument(text, file: "q").findings.map(\.code) == [.keyDuplicate], "\(text)")
        }
        #expect(YAMLDocument("a: 1\nA: 2", file: "q").findings == [])
    }

    @Test(arguments: [
        ("a/b", false), ("/a", true), ("", false), ("//a", true),
    ]) func absolutePaths(_ path: String, _ isAbsolute: Bool) {
        #expect(ProjectPath.isAbsolute(path) == isAbsolute)
    }

    @Test func everyProblemHasATextInBothLanguages() {
        let texts = [
            "a: &x 1", "a: \u{0}", "a: [", "? [a]\n: b", String(repeating: "x", count: 1_000_001),
            "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
        ]
        for text in texts {
            let findings = YAMLDocument(text, file: "q").findings
            #expect(findings.count == 1)
            for finding in findings {
                #expect(!finding.description(.german).contains("{") && !finding.description(.german).contains("⟨"))
                #expect(!finding.description(.english).contains("{") && !finding.description(.english).contains("⟨"))
            }
        }
    }

    // Word processors put U+2028 into pasted text. YAML ends a line there, editors do not.
    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}"]) func signsThatEndALineForYAMLOnlyDoNotShiftPlaces(
        _ sign: String
    ) {
        let text = "a: \"x\(sign)y\"\nb: 1\nc: { d: \"ö\(sign)ö\", e: f }\n"
        let document = YAMLDocument(text, file: "q")
        guard case .mapping(let entries) = document.root?.content, entries.count == 3,
            case .mapping(let inner) = entries[2].value.content, inner.count == 2
        else {
            Issue.record("another tree")
            return
        }
        #expect(entries[1].location == SourceLocation(file: "q", line: 2, column: 1))
        #expect(entries[2].location == SourceLocation(file: "q", line: 3, column: 1))
        #expect(inner[1].location == SourceLocation(file: "q", line: 3, column: 17 + sign.utf8.count))
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndInEveryUsualWay(_ end: String) {
        let document = YAMLDocument(["a: 1", "b: 2", "c: [", ""].joined(separator: end), file: "q")
        let finding = document.findings.first
        #expect(finding?.code == .projectSyntax && finding?.location?.line == 4 && finding?.location?.column == 1)
    }

    /// What JSON allows and YAML 1.1 does not, and the other way round: findings with places, or the same tree.
    @Test(arguments: [
        ("{\"a\":\"b\"}", "{a: \"b\"}"), ("{\"a\": [1, 2,], }", "{a: [1, 2]}"), ("{a: 1}", "{a: 1}"),
        ("{\"a\": \"\\u00e4\\n\\/\"}", "{a: \"ä\n/\"}"), ("{\n\t\"a\": 1\n}", "{a: 1}"),
        ("[true, null, 1e3]", "[true, null, 1e3]"), ("{\"a\": \"\"}", "{a: \"\"}"),
    ]) func jsonThatIsTaken(_ text: String, _ expected: String) {
        let document = YAMLDocument(text, file: "q")
        #expect(document.findings == [] && tree(document.root) == expected)
    }

    @Test(arguments: [
        // A pair of surrogates is how JSON escapes an emoji; YAML wants the sign itself or eight digits.
        ("{\"a\": \"\\ud83d\\ude00\"}", 1), ("{\"a\": 1\n\"b\": 2}", 2), ("{\"a\": \"\\x\"}", 1), ("{\"a\": 1}}", 1),
        ("{\"a\": 1} // b", 1), ("{\n\"" + String(repeating: "k", count: 1_100) + "\" : 1}", 2),
    ]) func jsonThatIsNotTaken(_ text: String, _ line: Int) {
        let document = YAMLDocument(text, file: "q")
        #expect(document.findings.map(\.code) == [.projectSyntax])
        #expect(document.findings.first?.arguments["problem"] == "syntax")
        #expect(document.findings.first?.location?.line == line)
        #expect(document.root == nil)
    }
}
