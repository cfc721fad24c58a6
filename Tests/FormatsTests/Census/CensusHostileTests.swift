import Features
import Planar
import TestSupport
import Testing

@testable import Formats

/// Whatever bytes come: a grid with findings or a refusal, never a trap, and no memory without bound.
@Suite struct CensusHostileTests {
    private static let wide =
        CensusKit.header + CensusKit.row(0, 0, "12,50;KLAMMERN") + CensusKit.row(1, 0, "–;") + CensusKit.row(2, 1, ".;")
    private static let long = #"""
        "Gitter_ID_100m","Gitter_ID_100m_neu","Merkmal","Auspraegung_Code","Auspraegung_Text","Anzahl","Anzahl_q"
        "100mN33800E43100","CRS3035RES100mN3380000E4310000","STAATSANGE_KURZ",1,"Deutschland",12,0
        "100mN33800E43100","CRS3035RES100mN3380000E4310000","STAATSANGE_KURZ",2,"Ausland, sonst ""wo""",3,1
        "100mN33801E43100","CRS3035RES100mN3380100E4310000"," INSGESAMT",0,"Einheiten insgesamt",7,0

        """#

    @Test func quotesInsideFields() throws {
        let grid = try CensusKit.read(Self.long).grid
        #expect(
            grid.characteristics.map(\.name) == [
                "INSGESAMT:Einheiten insgesamt", "STAATSANGE_KURZ:Ausland, sonst \"wo\"", "STAATSANGE_KURZ:Deutschland",
            ])
        #expect(grid.characteristics.map(\.values) == [[nil, 7], [3, nil], [12, nil]])
    }

    @Test func anyBytes() {
        var generator = SeededGenerator(seed: 152)
        for text in [Array(Self.wide.utf8), Array(Self.long.utf8)] {
            for _ in 0..<3_000 {
                var bytes = text
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    guard let place = bytes.indices.randomElement(using: &generator) else { break }
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.remove(at: place)
                    case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                    default: bytes.replaceSubrange(place..., with: [])
                    }
                }
                do throws(Failure) {
                    let grid = try CensusReader.read(bytes, path: "census.csv").grid
                    #expect(grid.cells == grid.cells.sorted() && Set(grid.cells).count == grid.count)
                    for characteristic in grid.characteristics {
                        #expect(characteristic.count == grid.count)
                        #expect(characteristic.values.allSatisfy { $0.map { $0.isFinite && $0 >= 0 } ?? true })
                    }
                } catch {
                    #expect([.censusRefused, .fileEmpty].contains(error.diagnostics.first?.code))
                }
            }
        }
    }

    /// A file that ends anywhere says no more than the whole file, and nothing else about the cells it still has.
    @Test func truncated() throws {
        let whole = Set(CensusKit.said(try CensusKit.read(Self.wide).grid))
        let bytes = Array(Self.wide.utf8)
        let header = Self.wide.utf8.prefix { $0 != 0x0A }.count
        for count in (header + 1)..<bytes.count {
            let read = try CensusKit.read(Array(bytes.prefix(count)))
            let said = CensusKit.said(read.grid).filter { $0.state != "missing" }
            let wrong = said.filter { !whole.contains($0) }
            // Only the last line may be cut in its last fields.
            #expect(wrong.count <= 1, "\(count): \(wrong)")
        }
    }

    @Test func linesWithoutEnd() throws {
        for blockSize in [1 << 10, 1 << 16, 4 << 20] {
            for start in ["", CensusKit.header, CensusKit.header + CensusKit.row(0, 0, "")] {
                let bytes = Array(start.utf8) + [UInt8](repeating: UInt8(ascii: "7"), count: 3 << 20)
                do throws(Failure) {
                    _ = try CensusReader.read(
                        ByteSource(path: "census.csv", bytes: bytes),
                        CensusScanner(path: "census.csv", clip: nil, cellSize: nil), blockSize: blockSize)
                    Issue.record("read a line of 3 MB")
                } catch {
                    #expect(error.diagnostics.map { CensusKit.reason($0) } == ["line"])
                }
            }
        }
    }

    @Test func otherFiles() {
        for bytes in [
            Array("PK\u{3}\u{4}".utf8), [UInt8](repeating: 0, count: 5_000), [0xFF, 0xFE, 0x47, 0x00, 0x0A, 0x00],
            Array("{\"type\": \"FeatureCollection\", \"features\": []}".utf8), Array("\"Gitter_ID_100m".utf8),
        ] as [[UInt8]] {
            #expect(CensusKit.refusal(bytes)?.code == .censusRefused)
        }
    }

    @Test func manyColumns() throws {
        let names = (0..<2_000).map { "c\($0)" }
        let text =
            "GITTER_ID_100m;" + names.joined(separator: ";") + "\n100mN33800E43100;"
            + names.indices.map(String.init).joined(separator: ";") + "\n"
        let grid = try CensusKit.read(text).grid
        #expect(grid.characteristics.count == 2_000 && grid.characteristics[1_234].values == [1_234])
    }
}
