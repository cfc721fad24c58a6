import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// The small parts of reading against their simplest form.
@Suite struct ReadingPartsTests {
    private static func bytes(_ count: Int, of letters: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
    }

    @Test func findsPatternsLikeALoop() {
        var generator = SeededGenerator(seed: 101)
        var found = 0
        for _ in 0..<3000 {
            let text = Self.bytes(Int.random(in: 0...40, using: &generator), of: [1, 2], using: &generator)
            let pattern = Self.bytes(Int.random(in: 1...4, using: &generator), of: [1, 2], using: &generator)
            let from = Int.random(in: 0...text.count, using: &generator)
            let places = (from...max(from, text.count)).filter { text[$0...].starts(with: pattern) }
            let result = (text + [1, 2, 1, 2, 1, 2]).withUnsafeBufferPointer { buffer in
                // What lies behind the text must not be found, not even in part.
                buffer.baseAddress.flatMap { firstRange(of: pattern, in: $0, from: from, count: text.count) }
            }
            #expect(result == places.first)
            if result != nil { found += 1 }
        }
        #expect(found > 1000 && found < 3000)
    }

    /// A name is known again by its first sixteen bytes only where they are all of it.
    @Test(arguments: [
        "", "a", "name", "ä", "1234567", "12345678", "123456789", "1234567890123", "12345678901234", "a\"b", "a\\b",
    ])
    func knowsKeysAgain(name: String) {
        let pattern = KeyPattern(Array(name.utf8))
        let mayMatch = name.utf8.count <= 13 && !name.contains("\"") && !name.contains("\\")
        func matches(_ text: String) -> Bool {
            (Array(text.utf8) + [UInt8](repeating: 0, count: 32)).withUnsafeBufferPointer {
                $0.baseAddress.map(pattern.matches) ?? false
            }
        }
        #expect(matches("\"\(name)\":1") == mayMatch)
        #expect(matches("\"\(name)\":") == mayMatch)
        for other in [
            "\"\(name)\" :1", "\"\(name)x\":1", "\"x\(name)\":1", "\(name)\":1", "'\(name)':1", "", "\"\(name)",
        ] {
            #expect(!matches(other), "\(other)")
        }
    }

    /// Counting lines on the way and taking over a known number of them lead to the same place.
    @Test func placesAgree() {
        var generator = SeededGenerator(seed: 102)
        for _ in 0..<500 {
            let text = Self.bytes(60, of: [0x0A, 0x20, 0x41, 0x0D], using: &generator)
            var (counting, knowing) = (TextPlace(), TextPlace())
            var start = 0
            while start < text.count {
                let end = min(text.count, start + Int.random(in: 0...15, using: &generator))
                text.withUnsafeBufferPointer { buffer in
                    let part = UnsafeBufferPointer(rebasing: buffer[start..<end])
                    counting.advance(over: part)
                    knowing.advance(over: part, lines: part.count { $0 == 0x0A })
                }
                start = end
                let line = text[..<end].count { $0 == 0x0A } + 1
                let column = text[..<end].reversed().prefix { $0 != 0x0A }.count + 1
                let expected = Features.SourceLocation(
                    file: "f", line: line, column: column, byteOffset: end, feature: 3)
                #expect(counting.location(in: "f", feature: 3) == expected)
                #expect(knowing.location(in: "f", feature: 3) == expected)
            }
        }
    }

    /// Blocks of any size, one after the other, are the source; the rest of each stays before the next.
    @Test(arguments: [1, 2, 7, 8, 9, 64, 1000])
    func blocksAreTheSource(blockSize: Int) throws {
        var generator = SeededGenerator(seed: UInt64(blockSize))
        let bytes = Self.bytes(700, of: Array(1...255), using: &generator)
        let queue = BlockQueue(ByteSource(path: "m", bytes: bytes), blockSize: blockSize)
        var block = Block()
        var seen: [UInt8] = []
        while true {
            let wasAtEnd = queue.isAtEnd
            block = try queue.next(after: block)
            let text = block.bytes[block.lower..<block.upper]
            #expect(Array(bytes[seen.count...].prefix(text.count)) == Array(text))
            // Behind the text lie the zeros that the scanner needs.
            #expect(block.bytes[block.upper...].prefix(JSONScanner.padding).elementsEqual(repeatElement(0, count: 64)))
            // Some of it is read, the rest stays; at the end everything is.
            let taken = wasAtEnd ? text.count : Int.random(in: 0...text.count, using: &generator)
            seen += text.prefix(taken)
            block.lower += taken
            if wasAtEnd { break }
        }
        #expect(seen == bytes)
        let file = queue.finish(path: "m")
        #expect(file == SourceFile(path: "m", bytes: 700, sha256: Checksum.sha256(bytes)))
    }

    /// A pipe gives its bytes in pieces of its own; the layer and the checksum are those of the file.
    @Test func readsPipes() async throws {
        let scratch = try Scratch()
        let rows = (0..<4000).map { "{\"type\":\"Feature\",\"properties\":{\"n\":\($0)},\"geometry\":null}\n" }
        let text = rows.joined()
        let path = scratch.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let writer = Task.detached {
            let handle = FileHandle(forWritingAtPath: path)
            // In pieces that end inside of features.
            for start in stride(from: 0, to: text.utf8.count, by: 10_007) {
                try handle?.write(contentsOf: Data(text.utf8.dropFirst(start).prefix(10_007)))
            }
            try handle?.close()
        }
        let read = try GeoJSONReader.read(path: path)
        try await writer.value
        #expect(read.layer.count == 4000)
        #expect(read.layer.column(named: "n")?.integers() == Array(0..<4000))
        #expect(read.layer.source.sha256 == Checksum.sha256(Array(text.utf8)))
        #expect(read.layer.lines == (1...4000).map(UInt32.init))
    }

    @Test func namesWhatIsNoFile() throws {
        let scratch = try Scratch()
        for path in [scratch.folder.path(), scratch.path("none"), ""] {
            do throws(Failure) {
                _ = try GeoJSONReader.read(path: path)
                Issue.record("\(path) was read")
            } catch {
                #expect(error.kind == .unreadable)
                #expect(error.diagnostics.map(\.code) == [.fileUnreadable])
                #expect(error.diagnostics.first?.arguments["reason"]?.isEmpty == false)
            }
        }
    }

    /// A value of a row that is read anew leaves no trace, whatever its type and whatever came before.
    @Test func forgetsRows() {
        let values: [(inout ColumnBuilder, Int) -> Void] = [
            { $0.append(true, row: $1) }, { _ = $0.append(Self.number("7"), row: $1) },
            { builder, row in Self.json("[1]") { builder.appendJSON($0, row: row) } },
            { builder, row in Self.json("x") { builder.append(JSONString(bytes: $0, hasEscapes: false), row: row) } },
        ]
        for first in values {
            for second in values {
                var builder = ColumnBuilder(name: [])
                first(&builder, 0)
                second(&builder, 2)
                builder.drop(from: 2)
                first(&builder, 2)
                builder.drop(from: 3)
                var simple = ColumnBuilder(name: [])
                first(&simple, 0)
                first(&simple, 2)
                let column = accumulated(builder)
                let expected = accumulated(simple)
                #expect(column == expected)
            }
        }
    }

    private func accumulated(_ builder: ColumnBuilder) -> Column {
        var column = ColumnAccumulator(name: [])
        column.append(builder.finished(count: 3), base: 0, count: 3)
        return column.finished(count: 3)
    }

    private static func number(_ text: StaticString) -> JSONNumber {
        JSONNumber(
            bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), isNegative: false,
            isInteger: true, digits: 7, exponent: 0, isShort: true)
    }

    private static func json(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
