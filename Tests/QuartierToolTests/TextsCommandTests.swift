import Testing

/// `quartier texts`.
@Suite struct TextsCommandTests {
    @Test func textsAreListedAsTheProjectFileHasThem() throws {
        let result = try Command.run(["texts", "--language", "de"])
        #expect(result.code == 0 && result.error.isEmpty)
        #expect(
            result.output.contains("reports.understanding.heading: \"Unser Verständnis von Integration\"\n"))
        let keys = result.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }
        #expect(keys.count > 500 && keys.allSatisfy { $0.hasPrefix("reports.") && !$0.hasPrefix("reports.edition.") })
    }

    @Test func aWordFindsTextsAndKeys() throws {
        let result = try Command.run(["texts", "understanding.heading", "--language", "en"])
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(try Command.run(["texts", "VERSTÄNDNIS VON", "--language", "de"]).output.contains(".heading"))
        #expect(try Command.run(["texts", "xyzxyz"]).output.isEmpty)
    }
}
