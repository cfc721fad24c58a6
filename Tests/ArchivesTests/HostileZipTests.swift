import Features
import Testing
import Wording

@testable import Archives

/// Archives that lie or mean harm.
@Suite struct HostileZipTests {
    @Test func theRawArchiveIsSound() {
        #expect(fault(rawArchive([RawEntry("a.txt", "hello"), RawEntry("b.txt", "")])) == nil)
    }

    @Test func aBombIsRefusedByItsRatio() throws {
        // Zeros deflate to less than a thousandth.
        let zeros = [UInt8](repeating: 0, count: 20 << 20)
        let bytes = try ZipWriter.archive([("bombe.csv", zeros)], path: "test.zip")
        let archive = try ZipArchive(bytes, path: "test.zip")
        let ratio = zeros.count / archive.entries[0].compressedSize
        #expect(ratio > 1000)
        let found = try #require(fault(bytes))
        #expect(found.code == .archiveBomb)
        #expect(found.message(.german).contains("bombe.csv"))
        // The same ratio is allowed where it is small.
        let small = try ZipWriter.archive([("nullen.csv", [UInt8](repeating: 0, count: 15 << 20))], path: "test.zip")
        #expect(fault(small) == nil)
    }

    @Test func entriesOverEachOtherAreRefused() {
        // As in the bombs of Fifield (2019): many entries in the directory, one body.
        let body = RawEntry(Array("a".utf8), stored: [UInt8](repeating: 65, count: 10_000))
        var copies = [body]
        for number in 1..<50 {
            var copy = body
            copy.name = Array("\(number)".utf8)
            copy.offset = 0
            copies.append(copy)
        }
        // One body and fifty directory lines.
        let whole = rawArchive(copies)
        let directoryStart = copies.reduce(0) { $0 + 30 + $1.name.count + $1.packed.count }
        let bodyEnd = 30 + 1 + 10_000
        var bytes = Array(whole[..<bodyEnd] + whole[directoryStart...])
        let place = bytes.count - 22 + 16
        for index in 0..<4 { bytes[place + index] = UInt8(bodyEnd >> (8 * index) & 255) }
        #expect(fault(bytes)?.code == .archiveBomb)
    }

    @Test(arguments: [(UInt32(3), "shorter"), (UInt32(5000), "longer")])
    func aSizeThatLiesIsFound(_ size: UInt32, _ what: String) throws {
        var entry = RawEntry("a.csv", "hello, world")
        entry.size = size
        #expect(fault(rawArchive([entry])) != nil)
        // The same with deflated bytes, whose length only shows while they are unpacked.
        let text = [UInt8](repeating: 66, count: 100_000)
        let packed = try ZipWriter.archive([("a.csv", text)], path: "test.zip")
        let directory = try #require(packed.indices.last { packed[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var lying = packed
        for index in 0..<4 { lying[directory + 24 + index] = UInt8(size >> UInt32(8 * index) & 255) }
        #expect(fault(lying)?.code == .archiveDamaged)
    }

    @Test func aWrongChecksumIsFound() {
        var entry = RawEntry("a.csv", "hello, world")
        entry.checksum ^= 1
        let found = fault(rawArchive([entry]))
        #expect(found?.code == .archiveDamaged)
        #expect(found?.message(.english) == "“a.csv” in the archive is damaged: the checksum is wrong.")
    }

    @Test func encryptedFilesAreSaid() {
        var entry = RawEntry("geheim.csv", "0123456789abcdef")
        entry.flags = 1
        #expect(fault(rawArchive([entry]))?.code == .archiveEncrypted)
    }

    @Test func unknownMethodsAreSaid() {
        var entry = RawEntry("a.csv", "0123456789abcdef")
        entry.method = 98
        #expect(fault(rawArchive([entry]))?.code == .archiveMethodUnknown)
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "a\\..\\b", "C:x", "a/../../b",
        "x\u{202E}vsc", "",
    ])
    func trickyNamesAreOnlyText(_ name: String) throws {
        var tricky = RawEntry(name, "x")
        tricky.flags = 0x800
        let archive = try ZipArchive(rawArchive([tricky, RawEntry("gut.csv", "y")]), path: "test.zip")
        #expect(archive.entries[0].hasSuspiciousName)
        #expect(!archive.entries[1].hasSuspiciousName)
        #expect(archive.diagnostics.map(\.code) == [.archiveNamesOdd])
        #expect(archive.entries[0].name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        let bytes = try archive.bytes(of: archive.entries[0])
        #expect(bytes == [120])
    }

    @Test func controlCharactersNeverReachTheTerminal() throws {
        // Not marked as UTF-8, the name is in the letters of MS-DOS, which has a sign for each control character.
        let archive = try ZipArchive(rawArchive([RawEntry("x\u{1B}[2Jy", "x")]), path: "test.zip")
        #expect(archive.entries[0].name == "x←[2Jy")
        var marked = RawEntry("x\u{1B}[2Jy", "x")
        marked.flags = 0x800
        #expect(fault(rawArchive([marked]))?.code == .archiveUnreadable)
    }

    @Test func repeatedNamesAreNoted() throws {
        let archive = try ZipArchive(rawArchive([RawEntry("a", "1"), RawEntry("a", "2")]), path: "test.zip")
        #expect(archive.diagnostics.map(\.code) == [.archiveNamesOdd])
        let entry = archive.entry(named: "a")
        let first = try #require(entry)
        #expect(try archive.bytes(of: first) == [49])
    }

    @Test func limitsHold() throws {
        let two = rawArchive([RawEntry("a", "12345"), RawEntry("b", "67890")])
        var limits = ZipLimits()
        limits.entryCount = 1
        #expect(fault(two, limits: limits)?.code == .archiveTooLarge)
        limits = ZipLimits()
        limits.entryBytes = 4
        #expect(fault(two, limits: limits)?.code == .archiveTooLarge)
        limits = ZipLimits()
        limits.memoryBytes = 4
        #expect(fault(two, limits: limits)?.code == .archiveTooLarge)
        limits = ZipLimits()
        limits.totalBytes = 9
        let found = fault(two, limits: limits)
        #expect(found?.code == .archiveTooLarge)
        #expect(found?.message(.english) == "The archive is too large: too many bytes in all (limit: 9).")
        limits.totalBytes = 10
        #expect(fault(two, limits: limits) == nil)
    }

    @Test func whatIsCutShortIsNeverTakenForWhole() throws {
        let whole = try ZipWriter.archive(
            [("a.csv", Array("Ort;Zahl\n".utf8)), ("b.csv", [1, 2, 3])], path: "test.zip")
        #expect(fault(whole) == nil)
        for length in 0..<whole.count {
            #expect(fault(Array(whole[..<length])) != nil, "cut at \(length)")
        }
    }

    @Test func archivesInArchivesAreNotOpened() throws {
        let inner = try ZipWriter.archive([("a.csv", [1])], path: "inner.zip")
        let outer = try ZipArchive(try ZipWriter.archive([("inner.zip", inner)], path: "o.zip"), path: "o.zip")
        #expect(outer.entries.map(\.name) == ["inner.zip"])
        #expect(try outer.bytes(of: outer.entries[0]) == inner)
    }

    /// A thousand archives with some bytes changed: every one is read or refused, none brings the process down or gives more
    /// than its directory states.
    @Test func changedBytesNeverCrash() throws {
        let whole = try ZipWriter.archive(
            [("a.csv", Array("Ort;Zahl\nAbc;1\n".utf8)), ("b/c.csv", (0..<3000).map { UInt8($0 % 7) })],
            path: "test.zip")
        var random = SplitMix(state: 166)
        var refused = 0
        for _ in 0..<1000 {
            var bytes = whole
            for _ in 0...Int(random.next() % 6) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if fault(bytes) != nil { refused += 1 }
        }
        #expect(refused > 500)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a seeded sequence.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
