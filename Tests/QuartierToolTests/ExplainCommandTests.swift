import Foundation
import TestSupport
import Testing

/// `quartier explain`, `quartier check --list` and the summary lines.
@Suite struct ExplainCommandTests {
    @Test(arguments: ["Q204", "q204", "ring-not-closed"]) func aCodeIsExplained(_ word: String) throws {
        let german = try Command.run(["explain", word, "--language", "de"])
        #expect(german.code == 0)
        #expect(german.output.hasPrefix("Q204 ring-not-closed\n"))
        for part in ["Thema: ", "Gewicht: Fehler", "Meldung: ", "Abhilfe: "] { #expect(german.output.contains(part)) }
        let english = try Command.run(["explain", word, "--language", "en"])
        for part in ["Topic: ", "Weight: Error", "Message: ", "Remedy: "] { #expect(english.output.contains(part)) }
    }

    @Test(arguments: ["de", "en"]) func everyCodeIsExplained(_ language: String) throws {
        let all = try Command.run(["explain", "--all", "--language", language])
        let list = try Command.run(["explain", "--language", language])
        #expect(all.code == 0 && list.code == 0)
        let codes = list.output.split(separator: "\n").map { $0.prefix(4) }
        #expect(codes.count > 150 && codes == codes.sorted() && Set(codes).count == codes.count)
        #expect(all.output.components(separatedBy: "\n\n").count == codes.count)
        for text in [all.output, list.output] {
            #expect(!text.contains("{") && !text.contains("⟨") && !text.contains(": \n"))
        }
    }

    @Test func whatIsAllowedStandsForTheHintOfAFinding() throws {
        let text = try Command.run(["explain", "Q401", "--language", "de"]).output
        #expect(text.contains("„…“") && !text.contains("Abhilfe: …"))
    }

    @Test func anUnknownCodeIsAWrongUse() throws {
        let result = try Command.run(["explain", "Q20", "--language", "en"])
        #expect(result.code == 64 && result.output.isEmpty)
        #expect(result.error.contains("did you mean Q201?"))
        for (word, near) in [
            ("ring-not", "ring-not-closed"), ("X204", "Q204"), ("ring-nott-closed", "ring-not-closed"),
        ] {
            #expect(try Command.run(["explain", word, "--language", "en"]).error.contains("did you mean \(near)?"))
        }
        #expect(try Command.run(["explain", "Q204", "--all"]).code == 64)
    }

    @Test func checkWritesAListOnRequest() throws {
        let scratch = try Scratch()
        let arguments = ["check", Repository.sample("2024/quartier.yaml"), "--list", scratch.path("liste")]
        let result = try Command.run(arguments)
        #expect(result.code == 0 && result.error.contains("korrekturliste.csv"))
        let csv = try String(contentsOf: URL(filePath: scratch.path("liste/korrekturliste.csv")), encoding: .utf8)
        #expect(csv.contains("nicht erfasst"))
        #expect(try Command.run(arguments).code == 73)
    }

    @Test func oneOfAKindIsSingular() throws {
        let project = Repository.sample("faults/Q501-quarters-overlap/quartier.yaml")
        let german = try Command.run(["check", project, "--language", "de"]).output
        #expect(german.contains(", 1 Warnung, ") && !german.contains("1 Warnungen"))
        let english = try Command.run(["check", project, "--language", "en"]).output
        #expect(english.contains("0 errors, 1 warning, "))
    }
}
