import Audit
import Foundation
import TestSupport
import Testing
import Wording

@Suite("Planted leaks")
struct LeakTests {
    private func report(_ publications: [SmallPublication]) throws -> AuditReport {
        let scratch = try Scratch()
        let folders = try publications.enumerated().map { try $0.element.write("public-\($0.offset)", in: scratch) }
        return try PublicationAudit(folders: folders).report()
    }

    @Test("each is found under its code", arguments: Leak.all)
    func found(leak: Leak) throws {
        let report = try report(leak.planted())
        #expect(report.findings.contains { $0.code == leak.code }, "\(report.text(.english))")
        #expect(!report.isPassed)
    }

    @Test("the same publication without the leak has no finding", arguments: Leak.all)
    func clean(leak: Leak) throws {
        let report = try report(leak.clean())
        #expect(report.findings.isEmpty, "\(report.text(.english))")
        #expect(report.cells > 0 && report.hidden > 0)
    }

    @Test("a single hidden count is worked out exactly, and the report says which")
    func exact() throws {
        let leak = try #require(Leak.workedOut.first)
        let finding = try #require(try report(leak.planted()).findings.first { $0.code == .hiddenNarrow })
        let interval = try #require(finding.interval)
        #expect(abs(interval.lowerBound - 3) < 1e-5 && abs(interval.upperBound - 3) < 1e-5)
        #expect(finding.cell?.area == "03" && finding.cell?.group == "foreign" && finding.cell?.period == "2024")
        #expect(finding.file.hasSuffix("indicators-excel-de.csv") || finding.file.hasSuffix("indicators.csv"))
        #expect(finding.line == 15)
        #expect(finding.message(.german).contains("West"))
    }

    @Test("rules of the caller go before those of the folder")
    func rules() throws {
        let scratch = try Scratch()
        let folder = try SmallPublication().write("public", in: scratch)
        let strict = PublicationAudit(folders: [folder], rules: AuditRules(minimumCount: 5, protection: 100))
        #expect(try strict.report().findings.contains { $0.code == .hiddenNarrow })
        let large = PublicationAudit(folders: [folder], rules: AuditRules(minimumCount: 80, protection: 5))
        #expect(try large.report().findings.contains { $0.code == .smallCount && $0.cell?.area == "05" })
    }

    @Test("a folder without figures does not pass, a missing folder is a failure")
    func empty() throws {
        let scratch = try Scratch()
        #expect(
            try PublicationAudit(folders: [scratch.folder.path()]).report().findings.map(\.code) == [.nothingPublished])
        let audit = PublicationAudit(folders: [scratch.folder.path() + "missing"])
        #expect(throws: (any Error).self) { try audit.report() }
    }

    @Test("the same folders give the same report, in whatever order they are named")
    func order() throws {
        let leak = try #require(Leak.together.last)
        let scratch = try Scratch()
        let folders = try leak.planted().enumerated().map { try $0.element.write("public-\($0.offset)", in: scratch) }
        let forward = try PublicationAudit(folders: folders).report()
        let backward = try PublicationAudit(folders: folders.reversed()).report()
        #expect(forward == backward)
        #expect(forward.json(.german) == backward.json(.german))
    }

    @Test("broken files are findings, whatever is in them")
    func hostile() throws {
        var generator = SeededGenerator(seed: 6)
        let scratch = try Scratch()
        for round in 0..<40 {
            var town = SmallPublication()
            let name = ["quarters.geojson", "indicators.csv", "stops.json"][round % 3]
            let bytes = Array("{\"type\":\"FeatureCollection\",\"features\":[{\"a\":[1,2,{\"b\":\"<td>\"}]}]}".utf8)
            town.files[name] = String(decoding: bytes.mutated(using: &generator), as: UTF8.self)
            town.pageText = String(
                decoding: Array(
                    "<table><tr><td rowspan=9 title='3'>1<th colspan=\"999999999\"></table><!-- <dl><dd>".utf8
                )
                .mutated(using: &generator), as: UTF8.self)
            let report = try PublicationAudit(folders: [town.write("round-\(round)", in: scratch)]).report()
            #expect(report.cells > 0)
        }
    }
}
