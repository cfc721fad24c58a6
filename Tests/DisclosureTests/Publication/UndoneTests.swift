import Audit
import Disclosure
import Foundation
import Indicators
import TestSupport
import Testing
import Town
import Wording

/// What the door hides is needed: a number that is put back is found from outside.
@Suite("Numbers put back") struct UndoneTests {
    private let before = TownInARow(quarters: [[1_000, 100], [800, 3], [600, 60], [900, 70]], period: "2023")
    private var now: TownInARow {
        TownInARow(
            quarters: [[1_010, 104], [800, 40], [590, 61], [900, 75]], earlier: [2_023: before.quarters], period: "2024"
        )
    }

    /// Both years as folders.
    private func folders(_ scratch: Scratch) throws -> [String] {
        let earlier = try before.publication()
        let open = try now.publication(released: earlier.ownValues)
        return try [earlier, open].map { try PublishedFolder(publication: $0).write($0.study.period, in: scratch) }
    }

    /// Puts a number into the row of a table that begins like this.
    private func put(_ number: String, into start: String, of folder: String) throws {
        let file = URL(filePath: folder).appending(path: "indicators.csv")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let row = try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(start)")
        var cells = lines[row].components(separatedBy: ",")
        #expect(cells[11] == "suppressed" && cells[9].isEmpty)
        (cells[9], cells[11]) = (number, "valid")
        lines[row] = cells.joined(separator: ",")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }

    private func codes(_ folders: [String]) throws -> Set<AuditCode> {
        Set(try PublicationAudit(folders: folders).report().findings.map(\.code))
    }

    @Test func asItIsNothingIsFound() throws {
        let scratch = try Scratch()
        #expect(try codes(folders(scratch)).isEmpty)
    }

    @Test(arguments: [
        // The count that is small, the one that is hidden for its sake, and what the next year would tell of both.
        ("2023,quarter,q2,q2,g1,,residents,", "3", 0, AuditCode.smallCount),
        ("2023,quarter,q3,q3,g1,,residents,", "60", 0, .hiddenNarrow),
        ("2023,quarter,q3,q3,g1,,group_share,", "0.1", 0, .hiddenNarrow),
        ("2024,quarter,q2,q2,g1,,residents_change,from=2023;to=2024", "37", 1, .hiddenNarrow),
        ("2024,quarter,q3,q3,g1,,residents_change,from=2023;to=2024", "1", 1, .hiddenNarrow),
    ])
    func eachNumberThatIsPutBackIsFound(start: String, number: String, folder: Int, code: AuditCode) throws {
        let scratch = try Scratch()
        let folders = try folders(scratch)
        try put(number, into: start, of: folders[folder])
        #expect(try codes(folders).contains(code), "\(start)")
    }

    @Test func oneYearAloneTellsNothingOfTheOther() throws {
        // The change alone is no secret where nobody holds the other year beside it.
        let scratch = try Scratch()
        let folders = try folders(scratch)
        #expect(try codes([folders[1]]).isEmpty && codes([folders[0]]).isEmpty)
    }

    @Test(arguments: 1...16) func everyHiddenCountOfARandomTown(seed: UInt64) throws {
        let scratch = try Scratch()
        let town = try #require(RandomTown(seed: seed, years: 1).years.first)
        let open = try town.publication()
        let folder = try PublishedFolder(publication: open).write("2022", in: scratch)
        let table = URL(filePath: folder).appending(path: "indicators.csv")
        let clean = try String(contentsOf: table, encoding: .utf8)
        let truth = try town.table()
        for value in open.indicators.values where value.indicator == "residents" && value.status == .suppressed {
            let group = try #require(value.group)
            var all = value.key
            all.group = "all"
            let number = try #require(truth[value.key]?.value)
            // Zero tells nothing of anybody. Groups follow a rule of their own in small quarters, and where the number of
            // all residents is hidden no figure of theirs is shown, needed or not.
            guard number > 0, number == number.rounded(), truth[all]?.value ?? 0 >= 300,
                group == "all" || open.indicators[all]?.status != .suppressed
            else { continue }
            try put(
                "\(Int(number))",
                into: "2022,\(value.level.rawValue),\(value.areaID),\(value.areaName),\(group),,residents,",
                of: folder)
            #expect(try !codes([folder]).isEmpty, "town \(seed): \(value.areaID) \(group) \(number)")
            try clean.write(to: table, atomically: true, encoding: .utf8)
        }
    }
}
