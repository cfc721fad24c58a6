import Features
import Foundation
import Pipeline
import TestSupport
import Testing

/// An output appears whole or not at all, and never costs anybody a file.
@Suite struct OutputFolderTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path()).sorted()
    }

    private func failure(_ body: () throws -> Void) throws -> Failure {
        do {
            try body()
        } catch let failure as Failure {
            return failure
        }
        throw Missing()
    }
    private struct Missing: Error {}

    @Test func nothingIsThereBeforeTheCommit() throws {
        let folder = try OutputFolder(path: scratch.path("out"), overwrite: false)
        try folder.write("a", to: "internal/a.csv")
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
        try folder.commit()
        #expect(try names() == ["out"])
        #expect(try contents(of: scratch.path("out"))["internal/a.csv"] == Data("a".utf8))
    }

    @Test func anAbandonedFolderLeavesNothing() throws {
        do {
            let folder = try OutputFolder(path: scratch.path("out"), overwrite: false)
            try folder.write("a", to: "a.csv")
            #expect(try names().count == 1)
        }
        #expect(try names() == [])
    }

    @Test func anExistingFolderIsRefusedUnlessItMayBeReplaced() throws {
        try OutputFolder(path: scratch.path("out"), overwrite: false).commit()
        let refused = try failure { _ = try OutputFolder(path: scratch.path("out"), overwrite: false) }
        #expect(refused.kind == .cannotCreate)
        #expect(refused.kind.rawValue == 73)
        #expect(refused.diagnostics.map(\.code) == [.outputExists])
        // A slash at the end names the same folder.
        #expect(
            try failure { _ = try OutputFolder(path: scratch.path("out/"), overwrite: false) }.kind == .cannotCreate)
        #expect(try names() == ["out"])
    }

    @Test func replacingLeavesNothingOfTheOldOutput() throws {
        let first = try OutputFolder(path: scratch.path("out"), overwrite: false)
        try first.write("old", to: "old.csv")
        try first.commit()
        let second = try OutputFolder(path: scratch.path("out"), overwrite: true)
        try second.write("new", to: "new.csv")
        #expect(try contents(of: scratch.path("out")).keys.contains("old.csv"))
        try second.commit()
        #expect(try contents(of: scratch.path("out")).keys.sorted() == [".quartier", "new.csv"])
        #expect(try names() == ["out"])
    }

    @Test(arguments: [true, false]) func foreignThingsAreNeverReplaced(_ overwrite: Bool) throws {
        try scratch.write("Brief an die Rätin", to: "folder/brief.txt")
        try scratch.write("eine Datei", to: "file")
        for name in ["folder", "file"] {
            let refused = try failure { _ = try OutputFolder(path: scratch.path(name), overwrite: overwrite) }
            #expect(refused.kind == .cannotCreate)
            #expect(refused.diagnostics.map(\.code) == [overwrite ? .outputNotOurs : .outputExists])
        }
        #expect(try contents(of: scratch.folder.path()).keys.sorted() == ["file", "folder/brief.txt"])
    }

    @Test func aParentThatIsNoFolderIsRefused() throws {
        try scratch.write("x", to: "file")
        let refused = try failure { _ = try OutputFolder(path: scratch.path("file/out"), overwrite: false) }
        #expect(refused.kind == .cannotCreate)
        #expect(refused.diagnostics.map(\.code) == [.outputUnwritable])
        #expect(try names() == ["file"])
    }

    @Test func aRunThatFailsLeavesTheOldOutputWhole() throws {
        let project = try TinyTown().write(to: scratch)
        let out = scratch.path("out")
        _ = try Run.run(project: project, options: RunOptions(output: out))
        let before = try contents(of: out)
        #expect(before.count > 10)

        try scratch.write("{\"type\":\"FeatureCollection\",\"features\":[{", to: "town/places.geojson")
        let failed = try failure {
            _ = try Run.run(project: project, options: RunOptions(output: out, overwrite: true))
        }
        #expect(failed.kind == .malformedData)
        #expect(failed.diagnostics.first?.code == .truncated)
        #expect(try contents(of: out) == before)
        #expect(try names() == ["out", "town"])
    }

    @Test func aRunRefusesBeforeItReads() throws {
        try OutputFolder(path: scratch.path("out"), overwrite: false).commit()
        let refused = try failure {
            _ = try Run.run(
                project: scratch.path("missing.yaml"), options: RunOptions(output: scratch.path("out")))
        }
        #expect(refused.diagnostics.map(\.code) == [.outputExists])
    }
}
