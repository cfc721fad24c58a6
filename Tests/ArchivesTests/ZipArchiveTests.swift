import Features
import Foundation
import Testing

@testable import Archives

/// Archives as they should be, written and read.
@Suite struct ZipArchiveTests {
    static let files: [(name: String, bytes: [UInt8])] = [
        ("liste.csv", Array("a;b\r\n1;2\r\n".utf8)),
        ("Ordner/größer.txt", (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }),
        ("leer", []),
    ]

    @Test func whatIsWrittenIsRead() throws {
        let bytes = try ZipWriter.archive(ZipArchiveTests.files, path: "test.zip")
        let archive = try ZipArchive(bytes, path: "test.zip")
        #expect(archive.entries.map(\.name) == ZipArchiveTests.files.map(\.name))
        #expect(archive.entries.map(\.size) == [10, 1_000_000, 0])
        #expect(archive.diagnostics.isEmpty)
        for (index, file) in ZipArchiveTests.files.enumerated() {
            let read = try archive.bytes(of: archive.entries[index])
            #expect(read == file.bytes)
        }
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
        let first = try ZipWriter.archive(ZipArchiveTests.files, path: "a.zip")
        let second = try ZipWriter.archive(ZipArchiveTests.files, path: "b.zip")
        #expect(first == second)
        // The first local header: time 0, date 1 January 1980.
        #expect(first[10..<14] == [0, 0, 0x21, 0])
    }

    @Test func aFileOnDiskIsStreamedInPieces() throws {
        let path = NSTemporaryDirectory() + "/quartier-\(UUID().uuidString).zip"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(ZipWriter.archive(ZipArchiveTests.files, path: path)).write(to: URL(filePath: path))
        let archive = try ZipArchive(path: path)
        let found = archive.entry(named: "Ordner/größer.txt")
        let entry = try #require(found)
        var pieces: [Int] = []
        var bytes: [UInt8] = []
        try archive.read(entry) { piece throws(Failure) in
            pieces.append(piece.count)
            bytes.append(contentsOf: piece)
            return true
        }
        #expect(bytes == ZipArchiveTests.files[1].bytes)
        #expect(pieces.count >= 4)
        #expect(pieces.allSatisfy { $0 <= 256 << 10 })
        var count = 0
        try archive.read(entry) { _ throws(Failure) in
            count += 1
            return false
        }
        #expect(count == 1)
    }

    @Test func twoStreamsReadSideBySide() throws {
        let bytes = try ZipWriter.archive(ZipArchiveTests.files, path: "test.zip")
        let archive = try ZipArchive(bytes, path: "test.zip")
        var first = try archive.stream(of: archive.entries[1])
        var second = try archive.stream(of: archive.entries[1])
        var (left, right) = ([UInt8](repeating: 0, count: 1000), [UInt8](repeating: 0, count: 1000))
        for _ in 0..<3 {
            let count = try left.withUnsafeMutableBytes { try first.read(into: $0) }
            let other = try right.withUnsafeMutableBytes { try second.read(into: $0) }
            #expect(count == 1000 && other == 1000)
            #expect(left == right)
        }
        #expect(first.bytesRead == 3000)
    }

    @Test func filesAreFoundByTheirEnding() throws {
        let names = ["A/Zensus.CSV", "__MACOSX/A/._Zensus.csv", "A/._x.csv", "A/", "readme.txt", ".csv", "ohne"]
        let archive = try ZipArchive(rawArchive(names.map { RawEntry($0, "x") }), path: "test.zip")
        #expect(archive.files(withExtensions: ["csv", "tsv"]).map(\.name) == ["A/Zensus.CSV"])
        #expect(archive.entries.map(\.fileExtension) == ["csv", "csv", "csv", "", "txt", "", ""])
        #expect(archive.entries[3].isFolder)
        #expect(archive.entries[0].fileName == "Zensus.CSV")
    }

    @Test func aFileThatIsMissingOrNoFileIsSaid() {
        for (path, code) in [("/nowhere/x.zip", DiagnosticCode.fileUnreadable), ("/dev/null", .archiveUnreadable)] {
            do throws(Failure) {
                _ = try ZipArchive(path: path)
                Issue.record("\(path) was opened")
            } catch {
                #expect(error.diagnostics.map(\.code) == [code])
            }
        }
    }
}
