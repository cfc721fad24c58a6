import Features
import Planar
import TestSupport
import Testing
import Wording

@testable import Formats

/// Arc/Info ASCII grids: what is read, and what is said where it is none.
@Suite struct ArcGridTests {
    private static let header = "ncols 3\nnrows 2\nxllcorner 1000\nyllcorner 2000\ncellsize 10\nNODATA_value -9999\n"
    private static let body = "1 2 3\n4 -9999 6.25\n"

    private func read(_ text: String, blockSize: Int = 1 << 20) throws -> NumberGrid {
        try ArcGridReader.read(ByteSource(path: "heights.asc", bytes: Array(text.utf8)), blockSize: blockSize).grid
    }

    /// The reason and the line of the refusal.
    private func refusal(_ text: String) -> (reason: String, line: Int?, diagnostic: Diagnostic)? {
        do {
            _ = try ArcGridReader.read(Array(text.utf8), path: "heights.asc")
            return nil
        } catch {
            guard let diagnostic = error.diagnostics.first, diagnostic.code == .gridMalformed else { return nil }
            let reason = diagnostic.arguments["@reason"].map { String($0.dropFirst("grid.reason.".count)) } ?? ""
            return (reason, diagnostic.location?.line, diagnostic)
        }
    }

    @Test func headerAndNumbers() throws {
        let grid = try read(Self.header + Self.body)
        #expect(grid.columns == 3 && grid.rows == 2 && grid.spacing == 10)
        // The corner of the grid is half a cell from its first point.
        #expect(grid.westX == 1_005 && grid.southY == 2_005)
        #expect(grid.values[0...3] == [1, 2, 3, 4] && grid.values[4].isNaN && grid.values[5] == 6.25)
        #expect(grid.value(x: 1_005, y: 2_015) == 1)
        #expect(grid.value(x: 1_025, y: 2_005) == 6.25)
    }

    @Test(arguments: [
        // CRLF, tabs, one number a line, no line end at the end
        header.replacing("\n", with: "\r\n") + body.replacing("\n", with: "\r\n"),
        header.replacing(" ", with: "\t") + body.replacing(" ", with: "\t"),
        header + "1\n2\n3\n4\n-9999\n6.25",
        header + "1 2 3 4 -9999 6.25",
        // Any case, any order, centres, comments, a byte order mark
        header.uppercased() + body,
        "cellsize 10\nyllcenter 2005\nxllcenter 1005\nnodata_value -9999\nnrows 2\nncols 3\n" + body,
        "# laser scan of 2021\n" + header + "  # and a comment\n" + body,
        "\u{FEFF}" + header + body,
        // Exponents, signs, zeros, decimals of the missing number, -9999 where the header is silent
        header + "1e0 +2 3.000 4. -9999.0 6.25e0\n",
        header.replacing("NODATA_value -9999\n", with: "") + body,
        header.replacing("-9999", with: "-32768") + body.replacing("-9999", with: "-32768"),
        header + body.replacing("-9999", with: "nan"),
    ])
    func sameGridInAnotherForm(text: String) throws {
        let expected = try read(Self.header + Self.body)
        for blockSize in [1 << 20, 7, 1] {
            let grid = try read(text, blockSize: blockSize)
            #expect(grid.columns == 3 && grid.rows == 2 && grid.westX == 1_005 && grid.southY == 2_005)
            #expect(grid.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
        }
    }

    @Test(
        arguments: [
            ("", "missing", 1),
            ("\n\n# nothing\n", "missing", 4),
            (body, "missing", 1),
            (header.replacing("ncols 3\n", with: "") + body, "missing", 6),
            (header.replacing("yllcorner 2000\n", with: "") + body, "missing", 6),
            (header, "count", 7),
            (header + "1 2 3\n4 5\n", "count", 9),
            (header + body + "7\n", "count", 9),
            (header + "1 2 3\n4,5 5 6\n", "comma", 8),
            (header.replacing("10", with: "10,0") + body, "comma", 3),
            (header + "1 2 3\n4 five 6\n", "number", 8),
            (header + "1 2 3\n4 0x10 6\n", "number", 8),
            (header + "1 2 3\n4 1e999 6\n", "number", 8),
            (header + "1 2 3\n4 inf 6\n", "number", 8),
            (header + "1 2 - 4 5 6\n", "number", 7),
            (header + "1 2 . 4 5 6\n", "number", 7),
            ("ncols three\n", "number", 1),
            ("ncols", "number", 1),
            ("ncols 0\n", "header", 1),
            ("ncols 2.5\n", "header", 1),
            ("ncols -3\n", "header", 1),
            ("ncols 3\nncols 4\n", "header", 2),
            ("cellsize 0\n", "header", 1),
            ("ncols 1000000\nnrows 1000000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1", "header", 6),
            ("{\"type\": \"FeatureCollection\"}", "missing", 1),
            ("east 4\n", "key", 1),
            ("P5 640 480\n", "key", 1),
            (String(repeating: "9", count: 100), "word", 1),
        ] as [(String, String, Int)])
    func refused(text: String, reason: String, line: Int) throws {
        let refusal = try #require(self.refusal(text), "\(text)")
        #expect(refusal.reason == reason, "\(text)")
        #expect(refusal.diagnostic.location?.file == "heights.asc")
        // The line of the word, or the one after it where the line end made it whole.
        #expect(refusal.line == line, "\(text)")
        for language in Language.allCases {
            let message = refusal.diagnostic.message(language)
            #expect(!message.contains("⟨") && !message.contains("{reason}"), "\(message)")
        }
    }

    @Test func noFile() throws {
        do {
            _ = try ArcGridReader.read(path: "/nowhere/heights.asc")
            Issue.record("read a file that is not there")
        } catch {
            #expect(error.kind == .unreadable)
        }
    }

    @Test func aFileIsDescribed() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.header + Self.body, to: "heights.asc")
        let (grid, source) = try ArcGridReader.read(path: path)
        #expect(grid.values.count == 6)
        #expect(source.path == path && source.bytes == Self.header.utf8.count + Self.body.utf8.count)
        #expect(source.sha256.count == 64)
    }

    /// Whatever bytes come: a grid or a refusal with Q122, never a trap.
    @Test func anyBytes() {
        var generator = SeededGenerator(seed: 122)
        let text = Array((Self.header + Self.body).utf8)
        for _ in 0..<2_000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = bytes.indices.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
                }
            }
            do {
                let grid = try ArcGridReader.read(bytes, path: "heights.asc")
                #expect(grid.values.count == grid.columns * grid.rows)
            } catch {
                #expect(error.diagnostics.map(\.code) == [.gridMalformed])
            }
        }
    }
}
