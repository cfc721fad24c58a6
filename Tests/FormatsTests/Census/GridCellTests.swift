import Planar
import TestSupport
import Testing

@testable import Formats

/// Ids of the cells of the European grid, in both spellings.
@Suite struct GridCellTests {
    @Test(
        arguments: [
            ("CRS3035RES100mN2689100E4337000", 100, 2_689_100, 4_337_000),
            ("CRS3035RES1000mN2689000E4337000", 1_000, 2_689_000, 4_337_000),
            ("CRS3035RES1kmN2689000E4337000", 1_000, 2_689_000, 4_337_000),
            ("CRS3035RES10kmN2680000E4330000", 10_000, 2_680_000, 4_330_000),
            ("CRS3035RES100000mN2600000E4300000", 100_000, 2_600_000, 4_300_000),
            ("DE_CRS3035RES100mN2689100E4337000", 100, 2_689_100, 4_337_000),
            ("100mN26891E43370", 100, 2_689_100, 4_337_000),
            ("DE_100mN26891E43370", 100, 2_689_100, 4_337_000),
            ("1kmN2689E4337", 1_000, 2_689_000, 4_337_000),
            ("10kmN268E433", 10_000, 2_680_000, 4_330_000),
            ("10mN268910E433700", 10, 2_689_100, 4_337_000),
            ("CRS3035RES100mN0E0", 100, 0, 0),
            ("CRS3035RES100mN7000000E8000000", 100, 7_000_000, 8_000_000),
        ] as [(String, Int32, Int32, Int32)])
    func read(text: String, size: Int32, north: Int32, east: Int32) throws {
        let cell = try GridCell(text)
        #expect(cell.size == size && cell.north == north && cell.east == east)
    }

    @Test(
        arguments: [
            ("", .form), ("100", .form), ("100m", .form), ("CRS3035", .form), ("CRS3035RES", .form),
            ("100mN26891", .form), ("100mE43370N26891", .form), ("100mN26891E", .form), ("100mN26891E43370 ", .form),
            (" 100mN26891E43370", .form), ("100mN26891E43370\0", .form), ("100mN-26891E43370", .form),
            ("100mN2.6891E43370", .form), ("100mN3e+06E4337000", .form), ("100MN26891E43370", .form),
            ("crs3035res100mn2689100e4337000", .form), ("AT_100mN26891E43370", .form), ("RES100mN26891E43370", .form),
            ("CRS3045RES100mN2689100E4337000", .referenceSystem), ("CRS25832RES100mN5689100E437000", .referenceSystem),
            ("200mN26891E43370", .size), ("0mN26891E43370", .size), ("CRS3035RES250mN2689000E4337000", .size),
            ("1000kmN2E4", .size), ("9999999kmN2E4", .size),
            ("CRS3035RES100mN26891000E4337000", .digits), ("100mN99999999999999999999E43370", .digits),
            ("100000000mN26891E43370", .digits),
            ("CRS3035RES100mN7000100E4337000", .outside), ("CRS3035RES100mN2689100E8000100", .outside),
            ("100mN70001E43370", .outside), ("100kmN9999999E9999999", .outside), ("10kmN9999999E0", .outside),
            ("CRS3035RES100mN2689150E4337000", .notAligned), ("CRS3035RES1000mN2689100E4337000", .notAligned),
            ("CRS3035RES1kmN2689E4337", .notAligned),
        ] as [(String, GridCellError)])
    func refused(text: String, error: GridCellError) {
        #expect(throws: error) { try GridCell(text) }
    }

    @Test func geometry() throws {
        let cell = try GridCell("100mN26891E43370")
        #expect(cell.centre == (4_337_050, 2_689_150))
        #expect(cell.envelope == Envelope(minX: 4_337_000, minY: 2_689_100, maxX: 4_337_100, maxY: 2_689_200))
        let square = cell.square
        #expect(square.kind == .polygon && square.envelope == cell.envelope && square.area == 10_000)
        #expect(square.xs == [4_337_000, 4_337_100, 4_337_100, 4_337_000, 4_337_000])
        #expect(square.ys == [2_689_100, 2_689_100, 2_689_200, 2_689_200, 2_689_100])
    }

    @Test func overlapsMoreThanAnEdge() throws {
        let cell = try GridCell("100mN26891E43370")
        #expect(cell.overlaps(Envelope(minX: 4_337_099, minY: 2_689_199, maxX: 5_000_000, maxY: 5_000_000)))
        #expect(cell.overlaps(Envelope(minX: 4_337_050, minY: 2_689_150, maxX: 4_337_051, maxY: 2_689_151)))
        #expect(!cell.overlaps(Envelope(minX: 4_337_100, minY: 2_689_100, maxX: 4_337_200, maxY: 2_689_200)))
        #expect(!cell.overlaps(Envelope(minX: 4_337_000, minY: 2_689_200, maxX: 4_337_100, maxY: 2_689_300)))
        #expect(!cell.overlaps(.empty))
    }

    @Test func orderIsSouthToNorthThenWestToEast() throws {
        let cells = try ["1kmN2690E4336", "1kmN2689E4338", "1kmN2689E4337", "10kmN268E433"].map { try GridCell($0) }
        #expect(cells.sorted().map(\.shortID) == ["10kmN268E433", "1kmN2689E4337", "1kmN2689E4338", "1kmN2690E4336"])
    }

    /// Any cell: both spellings, with and without country, read back to the same cell.
    @Test func printedCellsReadBack() throws {
        var generator = SeededGenerator(seed: 3_035)
        for _ in 0..<20_000 {
            let size = GridCell.sizes.randomElement(using: &generator) ?? 100
            let cell = try GridCell(
                size: size, north: Int32.random(in: 0...7_000_000 / size, using: &generator) * size,
                east: Int32.random(in: 0...8_000_000 / size, using: &generator) * size)
            for text in [cell.id, cell.shortID, "DE_" + cell.id, "DE_" + cell.shortID] {
                #expect(try GridCell(text) == cell, "\(text)")
            }
        }
    }

    /// An id with one byte changed is refused, or names a cell that prints what was read.
    @Test func changedIDs() throws {
        var generator = SeededGenerator(seed: 100)
        var accepted = 0
        for text in ["CRS3035RES100mN2689100E4337000", "100mN26891E43370", "1kmN2689E4337"] {
            for _ in 0..<5_000 {
                var bytes = Array(text.utf8)
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
                let changed = String(decoding: bytes, as: UTF8.self)
                guard let cell = try? GridCell(changed) else { continue }
                accepted += 1
                // Leading zeros are no part of the number.
                let plain = changed.replacing(/([NE])0+(?=\d)/) { $0.1 }
                #expect(cell.id == plain || cell.shortID == plain, "\(changed)")
            }
        }
        #expect(accepted > 500)
    }
}
