import Features
import Foundation
import GRDB
import History
import Testing

@Suite struct AppendingTests {
    @Test func givesBackWhatItTook() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        let run = makeRun("2024", places: [makePlace("b", details: ["hours": "Mo 9-12"]), makePlace("a")])
        #expect(try store.append(run, note: "erster Lauf") == .recorded(run: 1))
        #expect(try sorted(store.run(1)) == sorted(run))
        let summary = try #require(try store.runs().first)
        #expect(summary.period == "2024" && summary.recordedAt == 1_000 && summary.notes == ["erster Lauf"])
        #expect(try store.verify().isSound)
    }

    /// Every status of the project, all numbers or none, whole and negative ones, the smallest and the largest.
    @Test(arguments: [
        "valid", "estimated", "no_data", "suppressed", "unreliable", "not_connected", "not_reachable", "not_applicable",
        "cannot_tell", "a status of the future",
    ])
    func everyStatusComesBack(_ status: String) throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        let numbers: [Double?] = [
            nil, 0, -0.0, 1, -17, 0.1, 1 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 9_007_199_254_740_992,
        ]
        var run = makeRun("2024", quarters: 0)
        for (index, number) in numbers.enumerated() {
            run.figures.append(
                .init(
                    area: .init(level: "town", id: "\(index)", name: ""),
                    measure: .init(indicator: "x", methodVersion: 1, unit: "share", isInternal: index % 2 == 0),
                    status: status, value: number, lower: number, upper: nil, n: number, bandLower: number,
                    bandUpper: number, unrecorded: number, reason: "few_units"))
        }
        try store.append(run)
        let back = try store.run(1).figures
        #expect(back.sorted { $0.area.id < $1.area.id } == run.figures.sorted { $0.area.id < $1.area.id })
        #expect(try store.verify().isSound)
    }

    @Test func hostileTextsComeBack() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        let texts = [
            "'; DROP TABLE runs; --", "\"", "%s%n", "ä", "a\u{308}", "\u{1F3E1}", "\u{202E}abc", "a\nb\tc", "=1+1", "",
            String(repeating: "x", count: 100_000), "?1", "NULL", "\u{1F}\u{1E}",
        ]
        var run = makeRun("2024'--", quarters: 0)
        for (index, text) in texts.enumerated() {
            run.figures.append(
                .init(
                    area: .init(level: "place", id: "\(index)", name: text),
                    measure: .init(indicator: text, methodVersion: 1, unit: text, group: text, category: text),
                    status: text, value: 1, reason: text))
            run.places.append(makePlace("\(index)", name: text, details: [text: text]))
        }
        run.versions = ["x\"y": "'"]
        try store.append(run, note: texts[0])
        let back = try store.run(1)
        #expect(Set(back.figures) == Set(run.figures) && back.figures.count == run.figures.count)
        #expect(Dictionary(grouping: back.places, by: \.id) == Dictionary(grouping: run.places, by: \.id))
        for (place, text) in zip(back.places.sorted { Int($0.id) ?? 0 < Int($1.id) ?? 0 }, texts) {
            #expect(Array(place.name.utf8) == Array(text.utf8))
        }
        #expect(back.versions == run.versions && back.period == "2024'--")
        #expect(try store.verify().isSound)
        // A NUL would end the text in SQLite.
        try store.append(makeRun("a\0b"))
        #expect(try store.runs().last?.period == "a\u{FFFD}b")
        #expect(try store.verify().isSound)
    }

    @Test func orderDoesNotMatter() throws {
        var generator = SystemRandomNumberGenerator()
        let places = (0..<20).map { makePlace("p\($0)", x: Double($0)) }
        var checksums: Set<String> = []
        for _ in 0..<5 {
            let folder = try Folder()
            let store = try HistoryStore.open(folder.store)
            var run = makeRun("2024", quarters: 9, places: places)
            run.figures.shuffle(using: &generator)
            run.places.shuffle(using: &generator)
            try store.append(run)
            checksums.insert(try #require(try store.runs().first).checksum)
        }
        #expect(checksums.count == 1)
    }

    @Test func repeatingAddsNothing() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        #expect(try store.append(makeRun("2024", recordedAt: 1)) == .recorded(run: 1))
        #expect(try store.append(makeRun("2024", recordedAt: 99)) == .unchanged(run: 1))
        #expect(try store.append(makeRun("2024", recordedAt: 99, shift: 0.01)) == .recorded(run: 2))
        // Back to what it was: that is news again.
        #expect(try store.append(makeRun("2024", recordedAt: 100)) == .recorded(run: 3))
        #expect(try store.runs().map(\.recordedAt) == [1, 99, 100])
        // Another file with the same figures is another run.
        var other = makeRun("2024", recordedAt: 101)
        other.inputs[0].sha256 = "00"
        #expect(try store.append(other) == .recorded(run: 4))
    }

    @Test func impossibleRunsAreRefused() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        var twice = makeRun("2024")
        twice.figures.append(twice.figures[0])
        #expect(failure { try store.append(twice) }.code == .internalInconsistency)
        for number in [Double.nan, .infinity, -.infinity] {
            var run = makeRun("2024")
            run.figures[0].upper = number
            #expect(failure { try store.append(run) }.code == .internalInconsistency)
        }
        var places = makeRun("2024", places: [makePlace("a"), makePlace("a", name: "B")])
        #expect(failure { try store.append(places) }.code == .internalInconsistency)
        places.places = [makePlace("a", x: .nan)]
        #expect(failure { try store.append(places) }.code == .internalInconsistency)
        #expect(try store.runs().isEmpty)
    }

    @Test func notesAreAddedAndNeverLost() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store)
        try store.append(makeRun("2024"))
        try store.append(note: "Bücherei wegen Umbau zu", to: 1, recordedAt: 5)
        try store.append(note: "neue Viertelgrenzen", to: nil, recordedAt: 6)
        #expect(try store.notes().map(\.text) == ["Bücherei wegen Umbau zu", "neue Viertelgrenzen"])
        #expect(try store.runs().map(\.notes) == [["Bücherei wegen Umbau zu"]])
        #expect(failure { try store.append(note: "?", to: 7, recordedAt: 7) }.code == .historyRunUnknown)
    }

    /// Whoever opens the file with another program can neither change, nor take away, nor add to a run.
    @Test func nothingIsChanged() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2024", places: [makePlace("a")]), note: "n")
        let queue = try DatabaseQueue(path: folder.store)
        let tables = [
            "runs", "versions", "inputs", "words", "areas", "measures", "figures", "places", "places_of_runs", "notes",
            "seals",
        ]
        for table in tables {
            let column = try queue.read { try #require(try $0.columns(in: table).last?.name) }
            for statement in [
                "DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)",
                "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
            ] {
                #expect(throws: DatabaseError.self, "\(statement)") {
                    try queue.write { try $0.execute(sql: statement) }
                }
            }
        }
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "INSERT INTO versions VALUES (1, 'x', 'y')") }
        }
        try queue.close()
        #expect(try HistoryStore.openReadOnly(folder.store).verify().isSound)
    }
}
