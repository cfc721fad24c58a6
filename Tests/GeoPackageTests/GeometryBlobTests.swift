import Formats
import Planar
import TestSupport
import Testing

@testable import GeoPackage

@Suite struct GeometryBlobTests {
    private static func cases() throws -> [(bytes: [UInt8], geometry: Geometry)] {
        try #require(fixtures.json("blobs.json").elements).map { value in
            let digits = Array(try #require(value["hex"]?.string).utf8)
            let bytes = try stride(from: 0, to: digits.count, by: 2).map { index in
                try #require(UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16))
            }
            return (bytes, try WellKnownGeometry(text: try #require(value["wkt"]?.string)).geometry)
        }
    }

    /// 13 geometries, both byte orders, all five kinds of box.
    @Test func everyKindByteOrderAndBoxIsRead() throws {
        let cases = try GeometryBlobTests.cases()
        #expect(cases.count == 130)
        for (bytes, geometry) in cases {
            #expect(try GeometryBlob.read(bytes).geometry == geometry)
            #expect(try GeometryBlob.read(GeometryBlob.write(geometry, system: 25832)).geometry == geometry)
        }
    }

    @Test func theBoxStandsInTheOrderOfTheStandard() throws {
        let line = try WellKnownGeometry(text: "LINESTRING (1 2, 3 5)").geometry
        let bytes = GeometryBlob.write(line, system: -1)
        #expect(Array(bytes[..<8]) == [0x47, 0x50, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF])
        let numbers = stride(from: 8, to: 40, by: 8).map { start in
            Double(bitPattern: bytes[start..<start + 8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
        }
        #expect(numbers == [1, 3, 2, 5])
        #expect(GeometryBlob.write(Geometry(emptyOf: .polygon), system: 0)[3] == 0x11)
        #expect(GeometryBlob.write(try Geometry(x: 1, y: 2), system: 0)[3] == 1)
    }

    @Test(
        arguments: [
            ([], "header"), ([0x47, 0x50, 0, 1, 0, 0, 0], "header"), ([0x47, 0x51, 0, 1, 0, 0, 0, 0, 1, 1], "header"),
            ([0x47, 0x50, 0, 0x21, 0, 0, 0, 0, 1, 1], "extended"), ([0x47, 0x50, 0, 0x0B, 0, 0, 0, 0, 1], "envelope"),
            ([0x47, 0x50, 0, 3, 0, 0, 0, 0, 1, 1], "envelope"), ([0x47, 0x50, 0, 1, 0, 0, 0, 0], "envelope"),
            ([0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 8, 0, 0, 0], "form"),
            ([0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 2, 0, 0, 0, 255, 255, 255, 255], "form"),
        ] as [([UInt8], String)])
    func damagedBlobsAreRefused(_ bytes: [UInt8], _ reason: String) {
        do throws(GeometryBlob.Fault) {
            _ = try GeometryBlob.read(bytes)
            Issue.record("read \(bytes)")
        } catch {
            #expect(error.reason == reason)
            #expect((0...bytes.count).contains(error.offset))
        }
    }

    @Test func mutatedBlobsNeverTrap() throws {
        var generator = SeededGenerator(seed: 181)
        let cases = try GeometryBlobTests.cases()
        var refused = 0
        for _ in 0..<20_000 {
            let bytes = try #require(cases.randomElement(using: &generator)).bytes.mutated(using: &generator)
            if (try? GeometryBlob.read(bytes)) == nil { refused += 1 }
        }
        #expect((1_000...19_999).contains(refused))
    }
}
