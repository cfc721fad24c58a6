import Foundation
import TestSupport
import Testing

/// `quartier publish` and `quartier audit`: what goes out, what does not, and what is left of it.
@Suite struct PublishCommandTests {
    private let scratch: Scratch
    private let project = Repository.sample("faults/Q514-cells-cut/quartier.yaml")

    init() throws { scratch = try Scratch() }

    private var out: String { scratch.path("out") }
    private var shelf: String { scratch.path("shelf") }

    private func publish(_ more: String...) throws -> Command.Result {
        try Command.run(["publish", out, "--to", shelf, "--date", "2025-03-01"] + more)
    }

    @Test func aReleaseIsTheDraftWithItsRecord() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let result = try publish("--role", "Amt für Stadtentwicklung")
        #expect(result.code == 0, "\(result.error)")
        var released = try contents(of: shelf + "/2024")
        let found = released.removeValue(forKey: "release.json")
        let record = try #require(found)
        let text = String(decoding: record, as: UTF8.self)
        #expect(text.contains(#""released_by": "Amt für Stadtentwicklung""#))
        #expect(text.contains(#""released_on": "2025-03-01""#))
        #expect(try released == contents(of: out + "/draft"))
        // Each file of the release stands in the record with its path.
        for name in released.keys { #expect(text.contains(#""path": "\#(name)""#)) }
        #expect(try Command.run(["audit", shelf + "/2024"]).code == 0)
    }

    @Test func aReleaseGoesToAnotherTown() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        #expect(try publish("--role", "Amt", "-q").code == 0)
        let package = scratch.path("paket.zip")
        let release = shelf + "/2024"
        let export = ["exchange", "export", release, "--project", project, "--output"]
        let exported = try Command.run(export + [package])
        #expect(exported.code == 0, "\(exported.error)")
        // What is out is what goes along: a draft is not, and neither is a release that somebody changed since.
        let draft = [
            "exchange", "export", out + "/draft", "--project", project, "--output", scratch.path("entwurf.zip"),
        ]
        #expect(try Command.run(draft).code != 0)
        let compared = try Command.run(["exchange", "compare", package, package, "--language", "de"])
        #expect(compared.code == 0, "\(compared.error)")
        let residents = "Einwohnerinnen und Einwohner\n  Kleinmuster: 515 Personen\n  Kleinmuster: 515 Personen\n"
        #expect(compared.output.contains(residents), "\(compared.output)")
        let table = release + "/indicators.csv"
        try (String(contentsOfFile: table, encoding: .utf8) + "\n").write(
            toFile: table, atomically: true, encoding: .utf8)
        #expect(try Command.run(export + [scratch.path("anders.zip")]).error.contains("Q855"))
    }

    @Test func aFurtherReleaseLeavesTheFirst() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        #expect(try publish("--role", "Amt", "-q").code == 0)
        let first = try contents(of: shelf + "/2024")
        #expect(try publish("--role", "Amt", "--note", "zweite Fassung", "-q").code == 0)
        #expect(try contents(of: shelf + "/2024") == first)
        #expect(try contents(of: shelf).keys.contains("2024-2/release.json"))
    }

    /// Two years, released one after the other: the second has an entry in the feed at once. Both runs, all releases and the
    /// feed lie where the project file says.
    @Test func aReleaseStandsInTheFeed() throws {
        let sample = Repository.sample("faults/Q514-cells-cut")
        for name in ["quartier.yaml", "quartiere.geojson", "orte.geojson", "zellen.geojson"] {
            let text = try String(contentsOfFile: sample + "/" + name, encoding: .utf8)
            let notify = """

                notify:
                  feed: { file: "feed.xml", releases: "shelf", url: "https://stadt.example/feed.xml" }
                """
            try scratch.write(name == "quartier.yaml" ? text + notify : text, to: name)
        }
        let feed = scratch.path("feed.xml")
        func release(_ more: [String] = []) throws -> Command.Result {
            let folder = scratch.path("")
            #expect(try Command.run(["run", "-o", "out", "--overwrite", "-q"], in: folder).code == 0)
            return try Command.run(
                ["publish", "out", "--to", "shelf", "--role", "Amt", "--date", "2025-03-01"] + more, in: folder)
        }
        #expect(try release().code == 0)
        #expect(try !String(contentsOfFile: feed, encoding: .utf8).contains("<entry>"))

        // Another project file is said which has no feed: the feed of before stays.
        let cells = try String(contentsOfFile: scratch.path("zellen.geojson"), encoding: .utf8)
        try scratch.write(cells.replacing(/"einwohner": ?\d+/, with: "\"einwohner\": 900"), to: "zellen.geojson")
        let yaml = try String(contentsOfFile: scratch.path("quartier.yaml"), encoding: .utf8)
        try scratch.write(yaml.replacing("period: \"2024\"", with: "period: \"2025\""), to: "quartier.yaml")
        let before = try String(contentsOfFile: feed, encoding: .utf8)
        #expect(try release(["--project", project]).code == 0)
        #expect(try String(contentsOfFile: feed, encoding: .utf8) == before)

        let said = try release(["--language", "en"])
        #expect(said.code == 0 && said.error.contains("The feed of changes is up to date: feed.xml"))
        let after = try String(contentsOfFile: feed, encoding: .utf8)
        #expect(after.components(separatedBy: "<entry>").count == 2 && after.contains("2025-03-01:2025</id>"))

        // A project of another town has another feed.
        try scratch.write(yaml.replacing("Kleinmuster", with: "Nachbarstadt"), to: "other.yaml")
        let other = try release(["--project", "other.yaml", "--language", "en"])
        #expect(other.code == 0 && other.error.contains("Q714"))
        #expect(try String(contentsOfFile: feed, encoding: .utf8) == after)
    }

    @Test func whatTheAuditFindsIsNotReleased() throws {
        #expect(try Command.run(["run", project, "-o", out, "-q"]).code == 0)
        let page = out + "/draft/report/index.html"
        var text = try String(contentsOfFile: page, encoding: .utf8)
        text = text.replacing("</main>", with: "<p>Anfragen an erika.mustermann@example.org</p></main>")
        try text.write(toFile: page, atomically: true, encoding: .utf8)
        let result = try publish("--role", "Amt")
        #expect(result.code == 1)
        #expect(!FileManager.default.fileExists(atPath: shelf + "/2024"))
        #expect(try contents(of: shelf).isEmpty)
    }

    @Test func aRoleIsAskedFor() throws {
        #expect(try publish().code == 64)
        #expect(try publish("--role", " ").code == 64)
        #expect(try Command.run(["publish", out, "--role", "Amt", "--date", "2025-02-30"]).code == 64)
    }

    @Test func withoutADraftThereIsNothingToRelease() throws {
        let result = try publish("--role", "Amt")
        #expect(result.code == 2)
        #expect(result.error.contains("Q706"))
        #expect(!FileManager.default.fileExists(atPath: shelf))
    }

    @Test func beforeTheFirstReleaseNothingIsOutYet() throws {
        let folder = scratch.path("town")
        try FileManager.default.copyItem(atPath: Repository.sample("faults/Q514-cells-cut"), toPath: folder)
        let file = folder + "/quartier.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        func run(released path: String) throws -> Command.Result {
            try (text + "\ndisclosure: { released: [\"\(path)\"] }\n").write(
                toFile: file, atomically: true, encoding: .utf8)
            return try Command.run(["run", file, "-o", out, "--overwrite", "-q"])
        }
        let first = try run(released: "../shelf")
        #expect(first.code == 0 && first.error.contains("Q708") && first.error.contains("../shelf"), "\(first.error)")
        // A path of the town hall is nothing for the public.
        for (name, bytes) in try contents(of: out + "/draft") where name.hasSuffix(".html") || name.hasSuffix(".json") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("../shelf"), "\(name)")
        }
        #expect(try publish("--role", "Amt").code == 0)
        let second = try run(released: "../shelf")
        #expect(second.code == 0 && !second.error.contains("Q708"), "\(second.error)")
        // A folder of other things is no place of releases: what is out cannot be known.
        let wrong = try run(released: ".")
        #expect(wrong.code != 0 && wrong.error.contains("indicators.csv"), "\(wrong.error)")
    }
}
