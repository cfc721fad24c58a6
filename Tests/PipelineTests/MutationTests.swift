import Features
import Formats
import Foundation
import Pipeline
import Project
import TestSupport
import Testing
import Wording

/// 10,000 damaged inputs: each ends in findings or a failure that names its file and a remedy, soon, and no file
/// changes. 2,000 go through the whole of `check`, the others through the two readers alone, which is much quicker.
@Suite struct MutationTests {
    /// Texts that break things: numbers without end, foreign syntax, wrong types, stray bytes.
    private static let poison: [[UInt8]] =
        [
            "1e999", "-1e999", "NaN", "Infinity", "nan", "1e-400", "9999999999999999999999", "null", "true", "[]", "{}",
            "\"\"",
            "[[[[[[", "]]]]", "{\"a\":", "\\ud800", "\\u0000", "0x1F", "-", "+", "..", ",", ":", "\"", "\\", "'", "\t",
            "&a", "*a",
            "!!binary", "<<: *a", "- - -", "#", "|", ">", "EPSG:0", "EPSG:4326", "+proj=longlat", "../../etc/passwd",
            "/dev/zero",
            "-", "quarters", "places", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "1e308", "180", "-0",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0], [0xEF, 0xBB, 0xBF], [0x1E]]

    /// One to three changes: bytes flipped, cut out, doubled, replaced by poison, or the end cut off.
    private static func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            guard !bytes.isEmpty else { break }
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3: bytes.replaceSubrange(start..<end, with: poison.randomElement(using: &random) ?? [])
            case 4: bytes.insert(contentsOf: poison.randomElement(using: &random) ?? [], at: start)
            default: bytes.removeLast(bytes.count - start)
            }
        }
        return bytes
    }

    private static let victims = ["quartier.yaml", "quarters.geojson", "places.geojson", "population.geojson"]

    @Test(.timeLimit(.minutes(2)), arguments: 0..<4) func damagedInputsEndInMessages(_ part: Int) throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.focusAreas = []
        let project = try town.write(to: scratch)
        let folder = scratch.path("town")
        let originals = try contents(of: folder)
        var random = SeededGenerator(seed: UInt64(2_000 + part))
        var failures = 0
        for round in 0..<500 {
            let victim = MutationTests.victims[round % MutationTests.victims.count]
            let original = try #require(originals[victim])
            let damaged = Data(MutationTests.mutate(Array(original), &random))
            try damaged.write(to: URL(filePath: folder + "/" + victim))
            let report = CheckReport.make(project: project)
            if report.failure != nil { failures += 1 }
            #expect([0, 1, 2, 65].contains(report.exitCode()))
            #expect(report.failure == nil || !report.findings.isEmpty, "\(part) \(round) \(victim)")
            for finding in report.findings {
                let file = try #require(finding.location?.file)
                #expect(!file.isEmpty)
                for text in [finding.message(.german), finding.remedy(.english)] {
                    #expect(!text.isEmpty && !text.contains("⟨"), "\(part) \(round): \(finding.code.rawValue)")
                }
            }
            #expect(try Data(contentsOf: URL(filePath: folder + "/" + victim)) == damaged)
            try original.write(to: URL(filePath: folder + "/" + victim))
        }
        #expect(try contents(of: folder) == originals)
        // The damage is real, and not all of it fatal.
        #expect((200..<500).contains(failures), "\(failures) failures")
    }

    @Test(.timeLimit(.minutes(2)), arguments: 0..<4) func damagedTextsEndInMessages(_ part: Int) throws {
        let scratch = try Scratch()
        let project = try TinyTown().write(to: scratch)
        let originals = try contents(of: scratch.path("town"))
        var random = SeededGenerator(seed: UInt64(3_000 + part))
        var refused = 0
        for round in 0..<2_000 {
            let victim = MutationTests.victims[round % MutationTests.victims.count]
            let text = MutationTests.mutate(Array(try #require(originals[victim])), &random)
            var findings: [Diagnostic]
            if victim == "quartier.yaml" {
                let decoded = ProjectFile.decode(String(decoding: text, as: UTF8.self), file: project)
                findings = decoded.findings
                if decoded.project == nil {
                    refused += 1
                    #expect(findings.contains { $0.severity == .error }, "\(part) \(round)")
                }
            } else {
                do throws(Failure) {
                    findings = try GeoJSONReader.read(text, path: victim).diagnostics
                } catch {
                    refused += 1
                    findings = error.diagnostics
                    #expect(error.kind == .malformedData && !findings.isEmpty, "\(part) \(round)")
                }
            }
            for finding in findings {
                #expect(finding.location?.file.isEmpty == false)
                #expect(!finding.message(.german).isEmpty && !finding.remedy(.english).contains("⟨"))
            }
        }
        #expect(refused > 500)
    }
}
