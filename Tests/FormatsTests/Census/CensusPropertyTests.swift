import Archives
import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// What holds for all files: joins against dictionaries, numbers as they are printed, order of lines, archives.
@Suite struct CensusPropertyTests {
    /// A file of 2022 while it is invented: the lines, and what they say of each cell.
    private struct Invented {
        var name: String
        var lines: [String] = []
        var said: [String: CensusValue] = [:]

        var text: String { "GITTER_ID_100m;x_mp_100m;y_mp_100m;\(name)\n" + lines.joined() }

        init(_ name: String, _ generator: inout SeededGenerator) {
            self.name = name
            for column in 0..<8 {
                for row in 0..<6 where Int.random(in: 0..<3, using: &generator) > 0 {
                    let cell = GridCell(
                        unchecked: 100, north: Int32(3_380_000 + 100 * row), east: Int32(4_310_000 + 100 * column))
                    let (text, value): (String, CensusValue) =
                        switch Int.random(in: 0..<10, using: &generator) {
                        case 0: ("–", CensusValue(state: .noneOrFew))
                        case 1: (".", CensusValue(state: .suppressed))
                        case 2: ("", CensusValue(state: .notGiven))
                        default:
                            {
                                let count = Int.random(in: 0...500, using: &generator)
                                return ("\(count)", CensusValue(state: .counted, number: Double(count)))
                            }()
                        }
                    lines.append(CensusKit.row(column, row, text))
                    said[cell.id] = value
                }
            }
            lines.shuffle(using: &generator)
        }
    }

    /// Three files joined say of each cell what each of them says, and nothing where it has no line.
    @Test func joinsAsDictionariesDo() throws {
        var generator = SeededGenerator(seed: 153)
        let scratch = try Scratch()
        for _ in 0..<40 {
            let files = ["Einwohner", "Haushalte", "Wohnungen"].map { Invented($0, &generator) }
            let paths = try files.map { try scratch.write($0.text, to: $0.name + ".csv") }
            let read = try CensusReader.read(paths: paths)
            #expect(read.diagnostics.isEmpty)
            let grid = read.grid
            #expect(Set(grid.cells.map(\.id)) == Set(files.flatMap(\.said.keys)))
            #expect(grid.cells == grid.cells.sorted() && Set(grid.cells).count == grid.count)
            #expect(grid.characteristics.map(\.name) == files.map(\.name))
            for (characteristic, file) in zip(grid.characteristics, files) {
                for (row, cell) in grid.cells.enumerated() {
                    let expected = file.said[cell.id] ?? CensusValue(state: .notGiven)
                    #expect(characteristic.column[row] == expected, "\(file.name) \(cell.id)")
                }
            }
        }
    }

    /// The order of the lines is no matter.
    @Test func shuffledLinesSayTheSame() throws {
        var generator = SeededGenerator(seed: 154)
        for file in try CensusKit.expected().files {
            let text = CensusText.decode(try Data(contentsOf: URL(filePath: CensusKit.path(file.file))))
            var lines = text.split(whereSeparator: \.isNewline).map(String.init)
            let header = lines.removeFirst()
            let said = try CensusKit.read(header + "\n" + lines.joined(separator: "\n")).grid
            lines.shuffle(using: &generator)
            let shuffled = try CensusKit.read(header + "\n" + lines.joined(separator: "\n")).grid
            #expect(shuffled.cells == said.cells && shuffled.characteristics == said.characteristics, "\(file.file)")
        }
    }

    /// A number that is printed is read back to the last bit, whichever sign stands before its decimals.
    @Test func printedNumbersReadBack() throws {
        var generator = SeededGenerator(seed: 155)
        for _ in 0..<5_000 {
            let decimals = Int.random(in: 0...4, using: &generator)
            let text = NumberText.fixed(Double.random(in: 0...99_999, using: &generator), decimals: decimals)
            let number = try #require(Double(text))
            for sign in [UInt8(ascii: ","), UInt8(ascii: ".")] {
                let written = sign == UInt8(ascii: ",") ? text.replacing(".", with: ",") : text
                let value = try Array(written.utf8).withUnsafeBufferPointer {
                    try CensusValue.read($0, measure: .count, decimalSign: sign)
                }
                #expect(value == CensusValue(state: .counted, number: number, decimals: UInt8(decimals)), "\(written)")
                // The other sign is understood where it cannot stand between thousands.
                let other = Array(written.utf8).withUnsafeBufferPointer { buffer in
                    try? CensusValue.read(buffer, measure: .count, decimalSign: sign == 0x2C ? 0x2E : 0x2C)
                }
                #expect(other == (decimals == 3 ? nil : value), "\(written)")
            }
        }
    }

    /// An archive of a file says what the file says.
    @Test func archivesSayWhatTheirFilesSay() throws {
        let scratch = try Scratch()
        for file in try CensusKit.expected().files {
            let bytes = Array(try Data(contentsOf: URL(filePath: CensusKit.path(file.file))))
            let path = scratch.path(file.file + ".zip")
            try Data(ZipWriter.archive([(name: file.file, bytes: bytes)], path: path)).write(to: URL(filePath: path))
            let packed = try CensusReader.read(paths: [path])
            let plain = try CensusReader.read(bytes, path: file.file)
            #expect(packed.grid.characteristics == plain.grid.characteristics && packed.grid.cells == plain.grid.cells)
            #expect(packed.grid.lines == plain.grid.lines && packed.grid.edition == plain.grid.edition)
            #expect(packed.diagnostics.isEmpty)
        }
    }

    // MARK: the long form of 2011

    private static let long =
        "Gitter_ID_100m,Gitter_ID_100m_neu,Merkmal,Auspraegung_Code,Auspraegung_Text,Anzahl,Anzahl_q\n"

    private func line(_ column: Int, _ name: String, _ text: String, _ count: String, _ quality: String = "0") -> String
    {
        "100mN33800E\(43_100 + column),CRS3035RES100mN3380000E\(4_310_000 + 100 * column),\(name),1,\(text),\(count),\(quality)\n"
    }

    /// A cell without a line for a characteristic has none of it, or too few to be listed.
    @Test func whatTheLongFormDoesNotListIsNoneOrFew() throws {
        let read = try CensusKit.read(
            Self.long + line(0, "INSGESAMT", "Einheiten insgesamt", "40")
                + line(0, "STAATSANGE_KURZ", "Ausland", "5", "2")
                + line(1, "INSGESAMT", "Einheiten insgesamt", "7"))
        let abroad = try #require(read.grid.characteristic(named: "STAATSANGE_KURZ:Ausland"))
        #expect(abroad.states == [.unreliable, .noneOrFew] && abroad.values == [5, nil])
        #expect(abroad.lowest == [5, 0] && abroad.highest == [5, 2])
        #expect(read.grid.edition == .census2011 && read.diagnostics.isEmpty)
        let counts = try #require(
            read.grid.counts(of: "STAATSANGE_KURZ:Ausland", within: "INSGESAMT:Einheiten insgesamt"))
        #expect(counts.values == [5, nil] && counts.highest == [5, 2])
    }

    /// The lines of a cell may lie apart; what is said a second time does not count.
    @Test func theLongFormSaysThingsOnce() throws {
        let read = try CensusKit.read(
            Self.long + line(1, "A", "x", "3") + line(0, "A", "x", "4") + line(1, "B", "y", "5")
                + line(1, "A", "x", "6"))
        #expect(read.grid.characteristics.map(\.name) == ["A:x", "B:y"])
        #expect(read.grid.characteristics.map(\.values) == [[4, 3], [nil, 5]])
        #expect(read.diagnostics.map(\.code) == [.censusCellRepeated])
        #expect(read.diagnostics[0].location?.line == 5 && read.diagnostics[0].arguments["first"] == "2")
    }

    @Test func faultsOfTheLongForm() throws {
        let read = try CensusKit.read(
            Self.long + line(0, "A", "x", "nan") + line(0, "A", "y", "1e30") + line(0, "A", "z", "-9")
                + line(0, "B", "x", "-1") + "100mN33800E43100,,A,1,x\n")
        #expect(
            read.diagnostics.map(\.code) == [.censusValueUnreadable, .censusValueUnreadable, .censusRowRefused])
        #expect(read.grid.characteristics.map(\.name) == ["A:x", "A:y", "A:z", "B:x"])
        #expect(read.grid.characteristics.map(\.states) == [[.notGiven], [.notGiven], [.suppressed], [.noneOrFew]])
    }
}
