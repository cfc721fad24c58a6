import Features
import Formats
import Planar
import Shapefile
import TestSupport
import Testing

@Suite struct HostileShapefileTests {
    @Test func aThousandMutatedFilesNeverTrap() throws {
        var generator = SeededGenerator(seed: 187)
        var (read, refused, findings) = (0, 0, 0)
        for round in 0..<1_000 {
            var parts = try ShapefileReaderTests.parts(["utf8", "latin1", "points", "lines", "multi"][round % 5])
            parts.shp = parts.shp?.mutated(using: &generator)
            if round % 2 == 0 { parts.dbf = parts.dbf?.mutated(using: &generator) }
            if round % 3 == 0 { parts.shx = parts.shx?.mutated(using: &generator) }
            if round % 4 == 0 { parts.shx = nil }
            // Looking a system up takes milliseconds.
            parts.prj = round % 20 == 0 ? parts.prj?.mutated(using: &generator) : nil
            if round % 11 == 0 { parts.cpg = parts.cpg?.mutated(using: &generator) }
            do {
                findings += try ShapefileReader.read(parts, path: "m.shp").diagnostics.count
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 100 && refused > 50 && findings > 100, "\(read) read, \(refused) refused, \(findings) findings")
    }

    /// Every length a download can stop at.
    @Test func everyCutIsSurvived() throws {
        var whole = try ShapefileReaderTests.parts("utf8")
        whole.prj = nil
        let shp = try #require(whole.shp)
        var counts: Set<Int> = []
        for length in 0...shp.count {
            for shx in [whole.shx, nil] {
                var parts = whole
                (parts.shp, parts.shx) = (Array(shp.prefix(length)), shx)
                guard let read = try? ShapefileReader.read(parts, path: "cut.shp") else {
                    #expect(length < 100)
                    continue
                }
                let found = read.layer.count - read.layer.geometries.missingCount
                counts.insert(found)
                #expect((found == 3) == (length == shp.count))
                #expect(length == shp.count || read.diagnostics.contains { $0.severity != .note })
            }
        }
        #expect(counts == [0, 1, 2, 3])
    }

    /// A small index that names one record a thousand times.
    @Test func anIndexCannotAskForMoreThanTheFileHolds() throws {
        var parts = try ShapefileReaderTests.parts("utf8")
        let shx = try #require(parts.shx)
        parts.shx = shx.prefix(100) + [[UInt8]](repeating: Array(shx[100..<108]), count: 1_000).flatMap { $0 }
        let read = try ShapefileReader.read(parts, path: "a.shp")
        let found = read.layer.count - read.layer.geometries.missingCount
        #expect(read.layer.count == 1_000 && (1...10).contains(found), "\(found)")
        #expect(read.diagnostics.contains { $0.code == .geometryUnreadable })
    }

    /// Counts of points and parts that a record cannot hold.
    @Test(arguments: [44, 48], [0xFF, 0x7F, 0x80, 4] as [UInt8])
    func countsBeyondTheRecordAreRefused(_ place: Int, _ value: UInt8) throws {
        var parts = try ShapefileReaderTests.parts("utf8")
        // Type and box stand before, 36 bytes behind the header of the first record.
        for byte in 0..<4 { parts.shp?[100 + place + byte] = value }
        let read = try ShapefileReader.read(parts, path: "a.shp")
        #expect(read.layer.count == 3 && read.layer.geometries[0] == nil && read.layer.geometries[1] != nil)
        #expect(read.diagnostics.map(\.code) == [.geometryUnreadable])
        #expect(read.diagnostics.first?.location?.feature == 0)
    }

    @Test func numbersThatAreNoneAndOtherKindsAreRefused() throws {
        var parts = try ShapefileReaderTests.parts("points")
        for (row, bytes) in [(0, [0, 0, 0, 0, 0, 0, 0xF0, 0x7F]), (1, [0, 0, 0, 0, 0, 0, 0xF8, 0xFF])]
            as [(Int, [UInt8])]
        {
            for (index, byte) in bytes.enumerated() { parts.shp?[100 + 28 * row + 12 + index] = byte }
        }
        // A polygon among points, and a null shape.
        parts.shp?[100 + 28 * 2 + 8] = 5
        parts.shp?[100 + 28 * 3 + 8] = 0
        let read = try ShapefileReader.read(parts, path: "a.shp")
        #expect(
            read.diagnostics.map { $0.arguments["@reason"] } == [
                "geometry.reason.numbers", "geometry.reason.numbers", "geometry.reason.kind", nil,
            ])
        #expect(read.layer.geometries.missingCount == 4 && read.layer.count == 20)
    }

    @Test func otherFilesAreRefused() throws {
        var parts = try ShapefileReaderTests.parts("points")
        parts.shp?[3] = 0
        #expect(throws: Failure.self) { try ShapefileReader.read(parts, path: "a.shp") }
        parts = try ShapefileReaderTests.parts("points")
        parts.shp?[32] = 99
        #expect(throws: Failure.self) { try ShapefileReader.read(parts, path: "a.shp") }
        parts = try ShapefileReaderTests.parts("points")
        parts.prj = Array("PROJCS[\"x\",EXTENSION[\"PROJ4\",\"+proj=utm +nadgrids=/etc/passwd\"]]".utf8)
        // It is kept as the file's word; whoever asks PROJ for it refuses it.
        #expect(try ShapefileReader.read(parts, path: "a.shp").layer.crsText?.hasPrefix("PROJCS") == true)
    }
}
