import Features
import Formats
import Foundation
import Planar
import Testing

@testable import Workloads

/// What W8 writes, read again.
@Suite(.enabled(if: BenchmarkData.isThere, Comment(rawValue: BenchmarkData.howToMakeIt)))
struct EverythingTests {
    @Test func theFilesHoldTheTable() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quartier-w8-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try Workload.everything.run(folder: BenchmarkData.folder, output: folder.path)
        let report = try #require(result.oracle["report"])
        let names = try elements(report["columns"]).compactMap(\.string)
        let sums = try elements(report["sums"]).compactMap(\.double)
        let rows = try #require(report["rows"]?.double.flatMap { Int(exactly: $0) })
        #expect(names.count == 56)
        #expect(Set(names).count == 56)

        let sheet = try String(contentsOf: folder.appendingPathComponent("quarters.csv"), encoding: .utf8)
        let lines = sheet.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.first?.map(String.init) == names)
        #expect(lines.count == rows + 1)
        for (column, sum) in sums.enumerated() {
            let read = lines.dropFirst().reduce(0) { $0 + (Double($1[column]) ?? .nan) }
            #expect(abs(read - sum) <= 1e-9 * abs(sum))
        }

        let page = try String(contentsOf: folder.appendingPathComponent("quarters.html"), encoding: .utf8)
        #expect(page.components(separatedBy: "<td").count - 1 == rows * (names.count - 1))
        #expect(page.components(separatedBy: "<th scope=\"row\"").count - 1 == rows)

        let layer = try GeoJSONReader.read(path: folder.appendingPathComponent("quarters.geojson").path).layer
        #expect(layer.columns.map(\.name) == names)
        #expect(layer.count == rows)
        for (column, sum) in zip(layer.columns, sums) {
            let read = column.doubles().reduce(0) { $0 + ($1 ?? .nan) }
            #expect(abs(read - sum) <= 1e-9 * abs(sum))
        }
        // Back on the ground where they came from, to the seven decimals of a position.
        let original = try GeoJSONReader.read(path: BenchmarkData.folder + "/quarters.geojson").layer
        for row in 0..<rows {
            let one = try #require(layer.geometries[row]).envelope
            let other = try #require(original.geometries[row]).envelope
            #expect(abs(one.minX - other.minX) <= 2e-7)
            #expect(abs(one.maxY - other.maxY) <= 2e-7)
        }
    }

    private func elements(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .array(let elements)? = value else { throw WorkloadError.valueMissing("report") }
        return elements
    }

    @Test func withoutAFolderNothingIsLeft() throws {
        let files = try OutputFolder(nil)
        try AtomicFile.write([0x41], to: files.path + "/a", overwrite: false)
        #expect(FileManager.default.fileExists(atPath: files.path + "/a"))
        files.remove()
        #expect(!FileManager.default.fileExists(atPath: files.path))
    }

    @Test func aGivenFolderStays() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quartier-w8-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try OutputFolder(folder.path).remove()
        #expect(FileManager.default.fileExists(atPath: folder.path))
    }
}

/// Parts of a workload that is made of others.
@Suite struct WorkloadRecorderTests {
    @Test func partsAreObjects() throws {
        var recorder = WorkloadRecorder()
        recorder.endPhase("load")
        let found = recorder.part("W2") { recorder in
            recorder.record("pieces", 3)
            recorder.endPhase("overlay")
            return 7
        }
        recorder.part("W5") { $0.record("near", "a0") }
        recorder.part("W5") { $0.record("cnt", "b1") }
        recorder.record("rows", 2)
        let result = recorder.finish(.everything)
        #expect(found == 7)
        #expect(result.oracle == ["W2": ["pieces": 3], "W5": ["near": "a0", "cnt": "b1"], "rows": 2])
        #expect(result.phases.map(\.name) == ["load", "W2 overlay"])
    }
}
