import Disclosure
import Foundation
import Testing
import Wording

@testable import Reports

/// The small town's pages, byte for byte. After a wanted change: `QUARTIER_UPDATE_GOLDEN=1 swift test --filter
/// GoldenTests`, then look at the difference.
@Suite struct GoldenTests {
    static let cases: [(String, Language, Edition)] = [
        ("de-internal", .german, .internal), ("en-public", .english, .public),
    ]

    @Test(arguments: cases) func pagesAreAsBefore(_ name: String, _ language: Language, _ edition: Edition) throws {
        var town = SmallTown()
        town.language = language
        town.edition = edition
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        for page in try town.pages() {
            let file = sources.appendingPathComponent("\(name)-\(page.path)")
            if ProcessInfo.processInfo.environment["QUARTIER_UPDATE_GOLDEN"] == "1" {
                try Data(page.text.utf8).write(to: file)
                continue
            }
            let before = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let difference = zip(page.text.split(separator: "\n"), before.split(separator: "\n")).first { $0 != $1 }
            #expect(page.text == before, "\(page.path): \(difference.map { "\($0)" } ?? "length")")
        }
    }
}
