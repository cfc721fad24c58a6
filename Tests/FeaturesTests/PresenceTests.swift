import Features
import TestSupport
import Testing

@Suite struct PresenceTests {
    private func rows(_ presence: Presence) -> [Bool] { (0..<presence.count).map(presence.contains) }

    // 64 rows share a word, so the edges are at 63, 64 and 65.
    @Test(arguments: [0, 1, 63, 64, 65, 128, 200]) func allOrNone(_ count: Int) {
        let all = Presence(allPresent: count)
        #expect(all.count == count && all.absentCount == 0 && rows(all).allSatisfy { $0 })
        let none = Presence(allAbsent: count)
        #expect(none.count == count && none.absentCount == count && rows(none).allSatisfy { !$0 })
        for presence in [all, none] {
            #expect(!presence.contains(-1) && !presence.contains(count) && !presence.contains(.max))
        }
    }

    @Test(arguments: [0, 1, 62, 63, 64, 65, 127, 128, 130]) func oneAbsentRow(_ absent: Int) {
        let given = (0..<131).map { $0 != absent }
        let presence = Presence(given)
        #expect(presence.absentCount == 1 && rows(presence) == given)
    }

    @Test func listedRows() {
        let presence = Presence(rows: [0, 63, 64, 99], of: 100)
        #expect(presence.absentCount == 96)
        #expect((0..<100).filter(presence.contains) == [0, 63, 64, 99])
        // Rows beyond the column are none.
        #expect(Presence(rows: [1, 100, .max], of: 100).absentCount == 99)
        // All rows listed, or all of no rows, is the same as all present.
        #expect(Presence(rows: [0, 1, 2], of: 3) == Presence(allPresent: 3))
        #expect(Presence(rows: [], of: 0) == Presence(allPresent: 0))
    }

    /// However it was put together, the same rows are the same presence.
    @Test func appendedRowByRowInStretchesOrFromAnother() {
        var generator = SeededGenerator(seed: 64)
        for _ in 0..<100 {
            var given: [Bool] = []
            var stretches = Presence(allPresent: 0)
            var joined = Presence(allPresent: 0)
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let isPresent = Int.random(in: 0..<3, using: &generator) > 0
                let count = Int.random(in: 0...90, using: &generator)
                stretches.append(isPresent, count: count)
                var part = Presence(allPresent: 0)
                for _ in 0..<count { part.append(isPresent) }
                joined.append(contentsOf: part)
                given += Array(repeating: isPresent, count: count)
            }
            #expect(rows(stretches) == given)
            #expect(stretches.absentCount == given.count { !$0 })
            #expect(stretches == joined && joined == Presence(given))
            let listed = given.indices.filter { given[$0] }.map { UInt32($0) }
            #expect(rows(Presence(rows: listed, of: given.count)) == given)
        }
    }

    @Test func nothingIsAppended() {
        var presence = Presence([true, false])
        presence.append(false, count: 0)
        presence.append(true, count: -5)
        presence.append(contentsOf: Presence(allPresent: 0))
        #expect(presence == Presence([true, false]))
    }
}

@Suite struct TextArenaTests {
    @Test func textsComeBackAsTheyWere() {
        let texts = ["", "Größe", "a", "", "😀", "e\u{301}", "\u{0}"]
        var arena = TextArena()
        let taken = texts.map { arena.append($0.utf8) }
        #expect(taken.allSatisfy { $0 })
        #expect(arena.count == texts.count)
        #expect(texts.indices.map { arena[$0] } == texts)
        #expect(Array(arena.bytes(1)) == Array("Größe".utf8) && arena.bytes(3).isEmpty)
        #expect(arena.ends.last.map(Int.init) == arena.utf8.count)
    }

    @Test func anotherArenaIsAppendedWhole() {
        var arena = ColumnTests.arena(["a", "bc"])
        let isTaken = arena.append(contentsOf: ColumnTests.arena(["", "def"]))
        let isNothingTaken = arena.append(contentsOf: TextArena())
        #expect(isTaken && isNothingTaken)
        #expect(arena == ColumnTests.arena(["a", "bc", "", "def"]))
        var empty = TextArena()
        empty.append(contentsOf: arena)
        #expect(empty == arena)
    }

    @Test(
        arguments: [
            ([], [], true), ([97, 98], [1, 2], true), ([97, 98], [0, 2, 2], true), ([97], [], false),
            ([97], [2], false),
            ([97], [0], false), ([97, 98], [2, 1], false), ([97, 98], [2, 1, 2], false), ([], [0, 0], true),
        ] as [([UInt8], [UInt32], Bool)])
    func endsMustFitTheBytes(_ bytes: [UInt8], _ ends: [UInt32], _ fits: Bool) {
        let arena = TextArena(utf8: bytes, ends: ends)
        #expect((arena != nil) == fits)
        if let arena { #expect((0..<arena.count).map { arena[$0].utf8.count }.reduce(0, +) == bytes.count) }
    }

    /// Bytes that are no UTF-8 are shown with replacement characters, never trapped on.
    @Test func bytesThatAreNoTextAreReplaced() throws {
        let arena = try #require(TextArena(utf8: [0xFF, 0xC3], ends: [1, 2]))
        #expect(arena[0] == "\u{FFFD}" && arena[1] == "\u{FFFD}")
    }
}
