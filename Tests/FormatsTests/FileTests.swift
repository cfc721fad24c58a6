import Features
import Foundation
import Planar
import Testing

@testable import Formats

@Suite struct ChecksumTests {
    @Test func agreesWithTheStandard() {
        // FIPS 180-4, examples.
        #expect(Checksum.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            Checksum.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func takesPiecesLikeTheWhole() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var checksum = Checksum()
        for start in stride(from: 0, to: 1000, by: 37) {
            bytes[start..<min(1000, start + 37)].withUnsafeBytes { checksum.update($0) }
        }
        #expect(checksum.finish() == Checksum.sha256(bytes))
    }
}

@Suite struct FileTests {
    /// A new folder that is removed afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    @Test func writesAndReplaces() throws {
        try withFolder { folder in
            let path = folder + "/a.csv"
            try AtomicFile.write([1, 2], to: path, overwrite: false)
            do throws(Failure) {
                try AtomicFile.write([3], to: path, overwrite: false)
                Issue.record("a file was replaced")
            } catch {
                #expect(error.kind == .cannotCreate)
                #expect(error.diagnostics.first?.code == .outputExists)
            }
            #expect(FileManager.default.contents(atPath: path) == Data([1, 2]))
            try AtomicFile.write([3], to: path, overwrite: true)
            #expect(FileManager.default.contents(atPath: path) == Data([3]))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
        }
    }

    @Test func cannotWriteIntoNothing() throws {
        try withFolder { folder in
            do throws(Failure) {
                try AtomicFile.write([3], to: folder + "/no/a", overwrite: true)
                Issue.record("a file was written into a folder that is not there")
            } catch {
                #expect(error.kind == .cannotCreate)
                #expect(error.diagnostics.first?.code == .outputUnwritable)
            }
        }
    }

    @Test func readsFilesInBlocks() throws {
        try withFolder { folder in
            let path = folder + "/points.town.geojson"
            let features = (0..<3000).map {
                #"{"type":"Feature","id":\#($0),"properties":{"n":\#($0)},"geometry":{"type":"Point","coordinates":[\#($0),1]}}"#
            }
            let text = Array(
                ("{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "]}").utf8)
            try AtomicFile.write(text, to: path, overwrite: false)
            let whole = try GeoJSONReader.read(path: path)
            #expect(whole.layer.name == "points.town")
            #expect(whole.layer.source == SourceFile(path: path, bytes: text.count, sha256: Checksum.sha256(text)))
            #expect(whole.diagnostics.isEmpty)
            for blockSize in [1, 100, 4096, 10_000, 65_536] {
                let options = GeoJSONReader.Options(blockSize: blockSize, rangeSize: 2000)
                let cut = try GeoJSONReader.read(ByteSource(path: path), name: "points.town", options: options)
                let isSame = cut.layer == whole.layer
                #expect(isSame, "block size \(blockSize)")
            }
        }
    }

    @Test func readsOneLongFeatureInSmallBlocks() throws {
        let positions = (0..<5000).map { "[\($0),\(Double($0) / 3)]" }.joined(separator: ",")
        let text = collection(geometry: "{\"type\":\"LineString\",\"coordinates\":[\(positions)]}")
        let read = try read(text, rangeSize: 30)
        #expect(read.layer.geometries[0]?.positionCount == 5000)
    }
}
