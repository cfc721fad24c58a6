import Features
import Foundation
import Planar
import TestSupport
import Testing

@testable import Formats

/// Files in the layouts of both censuses, and real files, against what Python makes of them (Scripts/fixtures/census.py).
@Suite struct CensusFixtureTests {
    @Test func allLayoutsSayWhatTheGeneratorSays() throws {
        let files = try CensusKit.expected().files
        #expect(files.count == 6)
        for file in files {
            let read = try CensusReader.read(paths: [CensusKit.path(file.file)])
            #expect(read.diagnostics.isEmpty, "\(file.file): \(read.diagnostics)")
            #expect(read.grid.cellSize == file.size && read.grid.edition?.rawValue == file.edition, "\(file.file)")
            // Names of the header order against names in order: compare what is said of each cell as a set.
            let said = CensusKit.said(read.grid)
            #expect(said.count == file.said.count && Set(said) == Set(file.said), "\(file.file)")
            #expect(read.grid.cells == read.grid.cells.sorted())
            #expect(read.grid.sources.map(\.path) == [try CensusKit.path(file.file)])
            #expect(read.grid.sources[0].sha256.count == 64)
        }
    }

    @Test func sharesBecomeCountsWithBounds() throws {
        let grid = try CensusReader.read(
            paths: ["census-2022-population.csv", "census-2022-foreigners.csv"].map(CensusKit.path)
        ).grid
        let expected = try CensusKit.expected().counts
        let counts = try #require(grid.counts(share: "AnteilAuslaender", of: "Einwohner"))
        #expect(grid.cells.map(\.id) == expected.map(\.cell))
        func close(_ left: Double?, _ right: Double?) -> Bool {
            guard let left, let right else { return left == nil && right == nil }
            return (left - right).magnitude <= 1e-9 * max(1, right.magnitude)
        }
        for (row, count) in expected.enumerated() {
            #expect(close(counts.values[row], count.numbers[0]), "\(count.cell)")
            #expect(close(counts.lowest[row], count.numbers[1]), "\(count.cell)")
            #expect(close(counts.highest[row], count.numbers[2]), "\(count.cell)")
        }
    }

    /// The same bytes in pieces of any size.
    @Test func anyBlockSizeReadsTheSame() throws {
        for file in try CensusKit.expected().files {
            let bytes = Array(try Data(contentsOf: URL(filePath: CensusKit.path(file.file))))
            let whole = try CensusReader.read(bytes, path: file.file)
            for blockSize in [1, 2, 7, 64, 1_000] {
                let parts = try CensusReader.read(
                    ByteSource(path: file.file, bytes: bytes),
                    CensusScanner(path: file.file, clip: nil, cellSize: nil), blockSize: blockSize)
                let grid = try CensusGrid.joined([parts.table], [parts.source])
                #expect(grid == whole.grid && parts.diagnostics == whole.diagnostics, "\(file.file) \(blockSize)")
            }
        }
    }

    /// Reading with boxes keeps the rows that reading everything and choosing afterwards keeps.
    @Test func clippingIsChoosing() throws {
        var generator = SeededGenerator(seed: 10)
        for file in try CensusKit.expected().files {
            let path = try CensusKit.path(file.file)
            let whole = CensusKit.said(try CensusReader.read(paths: [path]).grid)
            let side = Double(file.size)
            for _ in 0..<20 {
                let boxes = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    let x = 4_310_000 + side * Double.random(in: -2...12, using: &generator)
                    let y = 3_380_000 + side * Double.random(in: -2...10, using: &generator)
                    return Envelope(
                        minX: x, minY: y, maxX: x + side * Double.random(in: 0.1...5, using: &generator),
                        maxY: y + side * Double.random(in: 0.1...5, using: &generator))
                }
                let read = try CensusReader.read(paths: [path], clip: boxes)
                let kept = try whole.filter { said in
                    let cell = try GridCell(said.cell).envelope
                    return boxes.contains { box in
                        min(box.maxX, cell.maxX) > max(box.minX, cell.minX)
                            && min(box.maxY, cell.maxY) > max(box.minY, cell.minY)
                    }
                }
                // In the long form a characteristic that no kept cell has is not known.
                let names = Set(read.grid.characteristics.map(\.name))
                #expect(Set(CensusKit.said(read.grid)) == Set(kept.filter { names.contains($0.name) }))
                #expect(read.diagnostics.map(\.code) == (kept.isEmpty ? [.censusEmpty] : []))
            }
        }
    }

    /// Real files of 2011, unchanged. They are not part of the repository; without them beside it the test is skipped.
    static let folder =
        (ProcessInfo.processInfo.environment["QUARTIER_REAL_DATA"].map { URL(filePath: $0) }
            ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data"))
    static let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: "flensburg/zensus2011_1km.csv").path())

    @Test(.enabled(if: isThere, "../shared/data is not there: the real census files are not tried"))
    func realFilesAsPythonReadsThem() throws {
        let expected = try CensusKit.expected().real
        #expect(expected.count == 4)
        for file in expected {
            let read = try CensusReader.read(paths: [CensusFixtureTests.folder.appending(path: file.file).path()])
            #expect(read.diagnostics.isEmpty && read.grid.edition == .census2011, "\(file.file)")
            let said = CensusKit.said(read.grid)
            var states: [String: Int] = [:]
            for entry in said { states["\(entry.name) \(entry.state)", default: 0] += 1 }
            #expect(read.grid.count == file.cells && states == file.states, "\(file.file)")
            let text = said.map { "\($0.cell) \($0.name) \($0.state) \($0.value.map { "\($0)" } ?? "-")\n" }.joined()
            #expect(Checksum.sha256(Array(text.utf8)) == file.digest, "\(file.file)")
        }
    }
}
