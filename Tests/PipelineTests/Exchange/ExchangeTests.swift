import Archives
import Features
import Formats
import Foundation
import Indicators
import TestSupport
import Testing
import Town
import Wording

@testable import Pipeline

/// Packages from a release to the comparison, and from hostile hands to a clear message.
@Suite struct ExchangeTests {
    private typealias Row = (level: String, group: String, category: String, indicator: String, rest: String)

    /// A release with a table of indicators as `quartier publish` leaves it.
    private static func release(
        _ scratch: Scratch, town: String = "Adorf", residents: Int = 12_000, version: Int = 2,
        share: String = "0.61,share,estimated,0.5,0.7"
    ) throws -> String {
        let header =
            "period,level,area_id,area_name,group,category,indicator,parameters,method_version,value,unit,status,"
            + "lower,upper,n,band_lower,band_upper,not_recorded,reason"
        let rows = [
            "2024,town,01,\(town),all,,residents,,1,\(residents),persons,valid,,,,,,,",
            "2024,town,01,\(town),foreign,,residents,,1,950,persons,valid,,,,,,,",
            "2024,town,01,\(town),all,meeting_places,coverage_share,measure=walking;minutes=10,\(version),\(share),,,,,",
            "2024,town,01,\(town),all,library,coverage_share,measure=walking;minutes=10,\(version),,share,suppressed,,,,,,,",
            "2024,town,01,\(town),all,mehrgenerationenhaus,places,,1,2,places,valid,,,,,,,",
            "2024,quarter,07,Geheimquartier,all,,residents,,1,800,persons,valid,,,,,,,",
        ]
        let folder = "frei-\(town.filter(\.isASCII))-\(version)/2024"
        let table = ([header] + rows).joined(separator: "\n") + "\n"
        let path = try scratch.write(table, to: folder + "/indicators.csv")
        let sum = Checksum.sha256(Array(table.utf8))
        try scratch.write(
            #"{"format":"quartier-release/1","period":"2024","files":[{"path":"indicators.csv","sha256":"\#(sum)"}]}"#,
            to: folder + "/release.json")
        return String(path.dropLast("/indicators.csv".count))
    }

    private static func note(_ kind: String, _ title: String, more: String = "shareable: true") -> String {
        "---\nkind: \(kind)\ntitle: \"\(title)\"\ndate: \"2024-03-01\"\n\(more)\n---\n\nText von \(title).\n"
    }

    @Test func onlyWhatIsPublicAndSharedLeaves() throws {
        let scratch = try Scratch()
        var town = TinyTown()
        town.more = "notes: \"notizen\"\n"
        let project = try town.write(to: scratch)
        let notes = [
            "a": ExchangeTests.note("trial", "Probe"), "b": ExchangeTests.note("learnt", "Gelernt"),
            "c": ExchangeTests.note("trial", "Heimlich", more: ""),
            "d": ExchangeTests.note("topic", "Thema"),
            "e": ExchangeTests.note("learnt", "Bei Frau Beispiel klingeln"),
        ]
        for (name, text) in notes { try scratch.write(text, to: "town/notizen/\(name).md") }
        let release = try ExchangeTests.release(scratch)
        let done = try ExchangeExport.write(release: release, project: project, to: scratch.path("paket.zip"))
        #expect(done.figures == 3 && done.notes == 2)
        #expect(done.keptBack == ["d", "e"])
        let archive = try ZipArchive(path: scratch.path("paket.zip"))
        #expect(archive.entries.map(\.name) == ["exchange.json", "LIESMICH.md"])
        var bytes: [UInt8] = []
        for entry in archive.entries { bytes += try archive.bytes(of: entry) }
        let text = String(decoding: bytes, as: UTF8.self)
        for secret in ["Geheimquartier", "950", "foreign", "Heimlich", "Thema", "Beispiel", "mehrgenerationenhaus"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        let package = try ExchangePackage.read(scratch.path("paket.zip"))
        #expect(package.town == "Adorf" && package.type == .largeSmallTown && package.period == "2024")
        #expect(package.figures.map(\.indicator) == ["residents", "coverage_share", "coverage_share"])
        #expect(package.figures[1].value == 0.61 && package.figures[1].lower == 0.5)
        #expect(package.figures[2].status == .suppressed && package.figures[2].value == nil)
        #expect(package.notes.map(\.title) == ["Probe", "Gelernt"])
        // The same release gives the same bytes; a folder says the same as an archive.
        _ = try ExchangeExport.write(release: release, project: project, to: scratch.path("paket"))
        #expect(try ExchangePackage.read(scratch.path("paket")) == package)
        _ = try ExchangeExport.write(release: release, project: project, to: scratch.path("zwei.zip"))
        #expect(try contents(of: scratch.path(""))["paket.zip"] == contents(of: scratch.path(""))["zwei.zip"])
        let again = #expect(throws: Failure.self) {
            try ExchangeExport.write(release: release, project: nil, to: scratch.path("paket.zip"))
        }
        #expect(again?.kind == .cannotCreate)
    }

    @Test func aFolderThatIsNoReleaseIsRefused() throws {
        let scratch = try Scratch()
        let release = try ExchangeTests.release(scratch)
        func code(_ folder: String) -> DiagnosticCode? {
            do throws(Failure) {
                _ = try ExchangeExport.write(release: folder, project: nil, to: scratch.path("x.zip"))
                return nil
            } catch {
                return error.diagnostics.first?.code
            }
        }
        #expect(code(scratch.path("nirgends")) == .releaseMissing)
        // A draft has the table, but nobody released it.
        try FileManager.default.removeItem(atPath: release + "/release.json")
        #expect(code(release) == .releaseMissing)
        // One figure was changed after the release.
        let other = try ExchangeTests.release(scratch, town: "Bedorf")
        let table = try String(contentsOfFile: other + "/indicators.csv", encoding: .utf8)
        try Data(table.replacingOccurrences(of: "0.61", with: "0.99").utf8)
            .write(to: URL(filePath: other + "/indicators.csv"))
        #expect(code(other) == .releaseAltered)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("x.zip")))
    }

    private static func packages(_ releases: [String], _ scratch: Scratch) throws -> [String] {
        try releases.enumerated().map { number, release in
            let path = scratch.path("p\(number).zip")
            _ = try ExchangeExport.write(release: release, project: nil, to: path)
            return path
        }
    }

    @Test func townsStandInTheOrderOfTheAlphabetWithNotesBeforeFigures() throws {
        let scratch = try Scratch()
        let paths = try ExchangeTests.packages(
            [
                ExchangeTests.release(scratch, town: "Zeulen", residents: 11_000, share: "0.9,share,valid,,"),
                ExchangeTests.release(scratch, town: "Äpfelau"), ExchangeTests.release(scratch, town: "Bedorf"),
            ], scratch)
        let text = try ExchangeComparison(paths).text(.german)
        let backwards = try ExchangeComparison(paths.reversed()).text(.german)
        #expect(text == backwards)
        func place(_ words: String) throws -> String.Index {
            try #require(text.range(of: words), "\(words)").lowerBound
        }
        #expect(try place("Äpfelau (2024) · Bedorf (2024) · Zeulen (2024)") < place("Was versucht und gelernt wurde"))
        #expect(try place("Was versucht und gelernt wurde") < place("Äpfelau: 61 % (zwischen 50 % und 70 %)"))
        #expect(try place("Äpfelau: 61 %") < place("Bedorf: 61 %"))
        #expect(try place("Bedorf: 61 %") < place("Zeulen: 90 %"))
        let english = try ExchangeComparison(paths).text(.english, everything: true)
        #expect(!text.contains("⟨") && !english.contains("⟨"))
        for word in ["Rang", "Platz 1", "besser", "schlechter", "Durchschnitt"] { #expect(!text.contains(word)) }
        #expect(try JSONValue(parsing: ExchangeComparison(paths).json())["towns"]?.elements?.count == 3)
    }

    @Test func otherMethodsAndOtherTownsAreRefusedByName() throws {
        let scratch = try Scratch()
        let (old, new) = (
            try ExchangeTests.release(scratch, version: 1), try ExchangeTests.release(scratch, town: "Bedorf")
        )
        let methods = try #require(throws: Failure.self) {
            try ExchangeComparison(try ExchangeTests.packages([old, new], scratch))
        }
        #expect(methods.diagnostics.first?.code == .exchangeMethodsDiffer)
        #expect(methods.diagnostics.first?.arguments["list"] == "coverage_share: Adorf 1, Bedorf 2")
        let city = try ExchangeTests.release(scratch, town: "Großstadt", residents: 300_000)
        let other = try Scratch()
        let types = try #require(throws: Failure.self) {
            try ExchangeComparison(try ExchangeTests.packages([new, city], other))
        }
        #expect(types.diagnostics.first?.code == .exchangeTypesDiffer)
        #expect(types.description(.german).contains("Großstadt: city"))
    }

    @Test(arguments: [
        (4_999.0, TownType.ruralMunicipality), (5_000, .smallSmallTown), (10_000, .largeSmallTown),
        (19_999, .largeSmallTown), (20_000, .smallMediumTown), (50_000, .largeMediumTown), (100_000, .city),
    ])
    func theClassIsThatOfTheResidents(_ residents: Double, _ type: TownType) {
        #expect(TownType(residents: residents) == type)
    }

    // MARK: Hostile packages

    private func problem(_ bytes: [UInt8], name: String = "p.json") throws -> String? {
        let scratch = try Scratch()
        let path = scratch.path(name)
        try Data(bytes).write(to: URL(filePath: path))
        do throws(Failure) {
            _ = try ExchangePackage.read(path)
            return nil
        } catch {
            #expect(!error.description(.german).contains("⟨"))
            let finding = try #require(error.diagnostics.first)
            return finding.arguments["package"] ?? finding.code.rawValue
        }
    }

    private static func json(_ figures: String = "", notes: String = "", town: String = "A", more: String = "")
        -> String
    {
        #"{"format":"quartier-exchange/1","town":"\#(town)","town_type":"city","period":"2024","figures":["#
            + figures + #"],"notes":["# + notes + "]" + more + "}"
    }

    private static func figure(_ more: String) -> String {
        #"{"indicator":"residents","parameters":"","category":null,"unit":"persons",\#(more)}"#
    }

    @Test func aWholePackageIsTaken() throws {
        let figure = ExchangeTests.figure(#""method_version":1,"status":"valid","value":3,"lower":null,"upper":4"#)
        #expect(try problem(Array(ExchangeTests.json(figure).utf8)) == nil)
    }

    @Test(arguments: [
        ("", "json"), ("[]", "other_format"), ("{}", "other_format"), (#"{"format":"quartier-exchange/1"}"#, "content"),
        (#"{"format":"quartier-exchange/2"}"#, "newer"), (#"{"format":7}"#, "other_format"),
        (String(repeating: "[", count: 100_000), "json"), (ExchangeTests.json(more: #","a":1e999"#), "json"),
        (ExchangeTests.json("7"), "content"), (ExchangeTests.json("{}"), "content"),
        (ExchangeTests.json(town: #"A\u001b[2J"#), "content"), (ExchangeTests.json(town: #"A\u202eB"#), "content"),
        (ExchangeTests.json(town: String(repeating: "A", count: 301)), "content"),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1.5,"status":"valid","value":3"#)), "content"),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1e30,"status":"valid","value":3"#)), "content"),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1,"status":"best","value":3"#)), "content"),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1,"status":"valid","value":null"#)), "content"),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1,"status":"suppressed","value":3"#)), "content"),
        (
            ExchangeTests.json(ExchangeTests.figure(#""method_version":1,"status":"valid","value":3,"lower":9"#)),
            "content"
        ),
        (ExchangeTests.json(ExchangeTests.figure(#""method_version":1,"status":"valid","value":"3""#)), "content"),
        (ExchangeTests.json(notes: #"{"kind":"measure","title":"t","date":"d","text":"x"}"#), "content"),
        (ExchangeTests.json(notes: #"{"kind":"trial","title":"t","date":"d"}"#), "content"),
    ])
    func whatIsNoPackageIsRefused(_ text: String, _ expected: String) throws {
        #expect(try problem(Array(text.utf8)) == expected)
    }

    @Test func everyTruncationIsRefused() throws {
        let figure = ExchangeTests.figure(#""method_version":1,"status":"valid","value":3"#)
        let whole = Array(ExchangeTests.json(figure).utf8)
        for length in stride(from: 0, to: whole.count, by: 7) {
            #expect(try problem(Array(whole.prefix(length))) == "json", "\(length)")
        }
        let archive = try ZipWriter.archive([("exchange.json", whole)], path: "p.zip")
        #expect(try problem(archive, name: "p.zip") == nil)
        for length in stride(from: 1, to: archive.count, by: 13) {
            let found = try problem(Array(archive.prefix(length)), name: "p.zip")
            #expect(found?.hasPrefix("Q1") == true, "\(length): \(found ?? "taken")")
        }
    }

    @Test func archivesThatWouldWriteElsewhereOrAreNoPackageAreRefused() throws {
        let whole = Array(ExchangeTests.json().utf8)
        func archive(_ files: [(name: String, bytes: [UInt8])]) throws -> String? {
            try problem(ZipWriter.archive(files, path: "p.zip"), name: "p.zip")
        }
        #expect(try archive([("exchange.json", whole), ("../../etc/passwd", [1])]) == "odd_names")
        #expect(try archive([("exchange.json", whole), ("/etc/passwd", [1])]) == "odd_names")
        #expect(try archive([("other.json", whole)]) == "other_format")
        let large = [UInt8](repeating: UInt8(ascii: " "), count: ExchangePackage.mostBytes + 1)
        #expect(["too_large", "Q168"].contains(try archive([("exchange.json", large)])))
        #expect(try problem(large) == "Q101")
        #expect(try problem([], name: "leer.zip")?.hasPrefix("Q1") == true)
    }
}
