import Formats
import Testing

/// `quartier profiles`.
@Suite struct ProfilesCommandTests {
    private let ids = ["walking", "child", "wheelchair", "bicycle"]

    @Test func listsAllProfiles() throws {
        let list = try Command.run(["profiles"])
        #expect(list.code == 0 && list.error.isEmpty)
        #expect(list.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == ids.map { $0[...] })
        #expect(list.output.contains("4 km/h"))
        let json = try Command.run(["profiles", "--output-format", "json"]).json()
        #expect(json.elements?.compactMap { $0["id"]?.string } == ids)
        #expect(json.elements?.compactMap { $0["kilometresPerHour"]?.double } == [4, 3, 3, 15])
    }

    @Test(arguments: ["walking", "child", "wheelchair", "bicycle"], ["de", "en"])
    func showsTheRulesOfOne(id: String, language: String) throws {
        let sheet = try Command.run(["profiles", id, "--language", language])
        #expect(sheet.code == 0)
        // Every text is there, every name in braces is filled.
        #expect(!sheet.output.contains { "⟨⟩{}".contains($0) }, "\(sheet.output)")
        #expect(sheet.output.contains("highway=construction|proposed|planned"))
        #expect(sheet.output.contains("km/h"))
    }

    @Test func rulesAsJSON() throws {
        let json = try Command.run(["profiles", "wheelchair", "--output-format", "json"]).json()
        #expect(json["steepestSlope"]?.double == 0.06)
        let width = try #require(json["ways"]?.elements?.first { $0["question"]?.string == "width" })
        let narrow = try #require(
            width["rules"]?.elements?.first { $0["conditions"]?.elements?.first?.string == "width < 0.9 m" })
        #expect(narrow["effect"]?["refusal"]?.string == "width")
        #expect(json["nodes"]?.elements?.isEmpty == false)
    }

    @Test func unknownProfiles() throws {
        let unknown = try Command.run(["profiles", "walkin"])
        #expect(unknown.code == 64)
        #expect(unknown.error.contains("walking"))
        #expect(try Command.run(["profiles", "--output-format", "geojson"]).code == 64)
    }
}
