import Disclosure
import Foundation
import Testing
import Wording

@testable import Reports

/// The small town's pages, byte for byte, as it is and with all that a town may have. After a wanted change:
/// `QUARTIER_UPDATE_GOLDEN=1 swift test --filter GoldenTests`, then look at the difference.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Golden")

    /// The town as it is, and the one with offers, rooms, ways in minutes, participation and notes: of that one the pages
    /// that tell of them.
    private func pages() throws -> [(name: String, text: String)] {
        let plain = try [("de-internal", Language.german, Edition.internal), ("en-public", .english, .public)].flatMap {
            name, language, edition in
            var town = SmallTown()
            (town.language, town.edition) = (language, edition)
            return try town.pages().map { ("\(name)-\($0.path)", $0.text) }
        }
        let full = try [("full-de-public", Language.german, Edition.public), ("full-en-internal", .english, .internal)]
            .flatMap { name, language, edition in
                var town = try CouncilTown.town(language, edition)
                town.memory = MemorySketch.memory
                return try town.pages().filter { GoldenTests.fullPages.contains($0.path) }.map {
                    ("\(name)-\($0.path)", $0.text)
                }
            }
        return plain + full
    }

    private static let fullPages: Set = [
        "index.html", "quarter-01.html", PagePath.council, "leitfaden-01.html", PagePath.participation,
    ]

    @Test func pagesAreAsBefore() throws {
        let pages = try pages()
        #expect(pages.count(where: { $0.name.hasPrefix("full-") }) == 2 * GoldenTests.fullPages.count)
        for (name, text) in pages {
            let file = GoldenTests.folder.appendingPathComponent(name)
            if ProcessInfo.processInfo.environment["QUARTIER_UPDATE_GOLDEN"] == "1" {
                try Data(text.utf8).write(to: file)
                continue
            }
            let before = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let difference = zip(text.split(separator: "\n"), before.split(separator: "\n")).first { $0 != $1 }
            #expect(text == before, "\(name): \(difference.map { "\($0)" } ?? "length")")
        }
        // A file that no page is compared with would never be seen to be wrong.
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenTests.folder.path)
        #expect(Set(files).subtracting(pages.map(\.name)).sorted() == [])
    }
}
