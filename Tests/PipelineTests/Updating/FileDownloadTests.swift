import Features
import Formats
import Foundation
import Project
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// Files from elsewhere: whole and wanted, or the last good copy.
@Suite struct FileDownloadTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("abruf"), withIntermediateDirectories: true)
    }

    private func download(
        _ url: String, sha256: String? = nil, largest: Int = 10_000, timeout: Int = 20, known: KnownDownload? = nil
    ) -> FileDownload {
        var entry = UpdateEntry.Download(name: "karte.geojson", url: url, location: SourceLocation(file: "q"))
        (entry.sha256, entry.largest, entry.timeout) = (sha256, largest, timeout)
        return FileDownload(download: entry, folder: scratch.path("abruf"), known: known)
    }

    private func files() throws -> [String: String] {
        try contents(of: scratch.path("abruf")).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func fetched(_ result: FileDownload.Result) throws -> KnownDownload {
        guard case .fetched(let known) = result else { throw Unexpected(result: "\(result)") }
        return known
    }
    private struct Unexpected: Error { var result: String }

    private func reason(_ result: FileDownload.Result) -> String? {
        guard case .failed(let reason, _) = result else { return nil }
        return reason
    }

    @Test func aFileIsFetchedOnceAndAskedForByItsTag() throws {
        let server = try LocalServer { request in
            request.contains("If-None-Match: W/\"a \\ b\"")
                ? LocalServer.Answer("304 Not Modified", ["ETag: W/\"a \\ b\""])
                : LocalServer.Answer(
                    "200 OK", ["ETag: W/\"a \\ b\"", "Last-Modified: Mon, 06 Jan 2025 03:00:00 GMT"], "eins")
        }
        let known = try fetched(download(server.address).fetch())
        #expect(known.sha256 == Checksum.sha256(Array("eins".utf8)) && known.bytes == 4)
        #expect(known.tag == "W/\"a \\ b\"")
        #expect(try files() == ["karte.geojson": "eins"])
        guard case .unchanged(let same) = download(server.address, known: known).fetch() else {
            Issue.record("fetched again")
            return
        }
        #expect(same == known)
        #expect(server.requests.last?.contains("If-Modified-Since: Mon, 06 Jan 2025 03:00:00 GMT") == true)
        #expect(server.requests.last?.contains("User-Agent: quartier/") == true)

        // Another address, or a file that is gone, is asked for without conditions.
        _ = try fetched(download(server.address + "x").fetch())
        try FileManager.default.removeItem(atPath: scratch.path("abruf/karte.geojson"))
        _ = try fetched(download(server.address, known: known).fetch())
        #expect(server.requests.suffix(2).allSatisfy { !$0.contains("If-None-Match") })
        #expect(try files() == ["karte.geojson": "eins"])
    }

    @Test func theSameBytesAreNoNewState() throws {
        let server = try LocalServer { _ in LocalServer.Answer("200 OK", [], "eins") }
        let known = try fetched(download(server.address).fetch())
        #expect(known.tag == nil && known.lastModified == nil)
        guard case .unchanged = download(server.address, known: known).fetch() else {
            Issue.record("the same bytes count as new")
            return
        }
        server.say { _ in LocalServer.Answer("200 OK", [], "zwei") }
        #expect(try fetched(download(server.address, known: known).fetch()).sha256 != known.sha256)
        #expect(try files() == ["karte.geojson": "zwei"])
    }

    @Test func whatFailsLeavesTheLastGoodCopy() throws {
        let server = try LocalServer { _ in LocalServer.Answer("200 OK", [], "gut") }
        let known = try fetched(download(server.address).fetch())
        func reasonNow(_ answer: LocalServer.Answer, sha256: String? = nil, timeout: Int = 20) throws -> String? {
            server.say { _ in answer }
            let reason = reason(download(server.address, sha256: sha256, timeout: timeout, known: known).fetch())
            #expect(try files() == ["karte.geojson": "gut"])
            return reason
        }
        #expect(try reasonNow(LocalServer.Answer("404 Not Found", [], "weg")) == "status")
        #expect(try reasonNow(LocalServer.Answer("500 Oops")) == "status")
        #expect(try reasonNow(LocalServer.Answer("204 No Content")) == "status")
        #expect(try reasonNow(LocalServer.Answer("200 OK")) == "empty")
        // Larger than it may be, said beforehand and not.
        let large = String(repeating: "x", count: 20_000)
        #expect(try reasonNow(LocalServer.Answer("200 OK", [], large)) == "too_large")
        #expect(try reasonNow(LocalServer.Answer("200 OK", [], large, hangs: true)) == "too_large")
        #expect(
            try reasonNow(LocalServer.Answer("200 OK", [], "anders"), sha256: String(repeating: "0", count: 64))
                == "checksum")
        #expect(try reasonNow(LocalServer.Answer("200 OK", [], "langsam", hangs: true), timeout: 1) == "timeout")
        // Cut off half-way.
        #expect(try reasonNow(LocalServer.Answer("200 OK", ["Content-Length: 500"], "halb")) == "program")
        // To a file of this machine.
        #expect(try reasonNow(LocalServer.Answer("302 Found", ["Location: file:///etc/hostname"])) == "program")
    }

    @Test func nobodyAnswers() throws {
        let port: UInt16
        do {
            let server = try LocalServer { _ in LocalServer.Answer("200 OK") }
            port = server.port
        }
        let result = download("http://127.0.0.1:\(port)/").fetch()
        #expect(reason(result) == "program" || reason(result) == "timeout")
        #expect(try files().isEmpty)
    }

    @Test func aPinnedFileAtHandIsNotAskedFor() throws {
        let sum = Checksum.sha256(Array("fest".utf8))
        let server = try LocalServer { _ in LocalServer.Answer("200 OK", [], "fest") }
        let known = try fetched(download(server.address, sha256: sum).fetch())
        guard case .unchanged = download(server.address, sha256: sum, known: known).fetch() else {
            Issue.record("fetched again")
            return
        }
        #expect(server.requests.count == 1)
    }

    /// A file that came whole but is none: a page of a server, a map cut off before it was offered.
    @Test(arguments: [
        (
            "orte.geojson",
            "{ kind: places, file: F, crs: \"EPSG:25832\", columns: { id: id, name: name, category: c } }"
        ),
        (
            "orte.csv",
            "{ kind: places, file: F, crs: \"EPSG:25832\", columns: { id: id, name: name, category: c, x: x, y: y } }"
        ),
        (
            "orte.xlsx",
            "{ kind: places, file: F, crs: \"EPSG:25832\", columns: { id: id, name: name, category: c, x: x, y: y } }"
        ),
        ("orte.gpkg", "{ kind: places, file: F, columns: { id: id, name: name, category: c } }"),
        ("karte.osm.pbf", "{ kind: streets, file: F }"), ("karte.osm", "{ kind: streets, file: F }"),
        ("zellen.zip", "{ kind: population, file: F }"), ("hoehen.asc", "{ kind: heights, file: F }"),
    ]) func whatIsNoSuchFileIsNotTaken(_ name: String, _ layer: String) throws {
        var tiny = TinyTown()
        tiny.moreLayers = "  - " + layer.replacing("file: F", with: "file: \"aktualisierung/abruf/\(name)\"") + "\n"
        let town = try UpdatedTown(tiny)
        let project = try TownInputs.readProject(town.project).0
        let entry = try #require(project.layers.last { $0.file.hasSuffix(name) })
        let server = try LocalServer { _ in
            LocalServer.Answer("200 OK", [], "<!DOCTYPE html><title>Wartung</title><p>Bitte später wiederkommen.\n")
        }
        try scratch.write("gut", to: "abruf/" + name)
        let wanted = UpdateEntry.Download(name: name, url: server.address, location: SourceLocation(file: "q"))
        var file = FileDownload(download: wanted, folder: scratch.path("abruf"), known: nil)
        file.check = DownloadCheck(entries: [entry])
        let result = file.fetch()
        #expect(reason(result) == "unreadable", "\(result)")
        #expect(try files() == [name: "gut"])
        // Of which nothing is known is taken as it is.
        file.check = DownloadCheck(entries: [])
        _ = try fetched(file.fetch())
    }

    @Test func anUpdateTakesWhatCameAndGoesOnWithoutWhatDidNot() throws {
        var tiny = TinyTown()
        let places = #"{"type":"FeatureCollection","features":["# + tiny.places.joined(separator: ",") + "]}"
        tiny.places = []
        tiny.moreLayers =
            "  - { kind: places, file: \"aktualisierung/abruf/orte.geojson\", crs: \"EPSG:25832\", "
            + "columns: { id: id, name: name, category: category } }\n"
        let server = try LocalServer { _ in LocalServer.Answer("200 OK", ["ETag: \"1\""], places) }
        let town = try UpdatedTown(
            tiny, keys: "  downloads:\n    - { name: \"orte.geojson\", url: \"\(server.address)orte?key=geheim\" }\n")
        #expect(try town.update().kind == .computed)
        server.say { _ in LocalServer.Answer("503 Service Unavailable") }
        let outcome = try town.update()
        #expect(outcome.kind == .unchanged && outcome.findings.map(\.code) == [.downloadFailed])
        #expect(outcome.findings.first?.location?.line != nil)
        // Keys in addresses are told nowhere.
        #expect(!UpdateText.text(outcome, .german).contains("geheim"))
        #expect(UpdateText.text(outcome, .german).contains("503"))
        // Whole, but no places: cut off at its source, a page, an empty list, other columns.
        for other in [
            String(places.dropLast(30)), "<html>Wartung</html>", #"{"type":"FeatureCollection","features":[]}"#,
            places.replacing("\"id\"", with: "\"x\"").replacing("\"name\"", with: "\"y\"").replacing(
                "\"category\"", with: "\"z\""),
        ] {
            server.say { _ in LocalServer.Answer("200 OK", ["ETag: \"2\""], other) }
            let outcome = try town.update()
            #expect(outcome.kind == .unchanged && outcome.findings.map(\.code) == [.downloadFailed])
            #expect(UpdateText.text(outcome, .german).contains("lässt sich nicht lesen (Q"))
        }
        #expect(server.requests.suffix(4).allSatisfy { $0.contains("If-None-Match: \"1\"") })
        server.say { _ in LocalServer.Answer("200 OK", [], places.replacing("library", with: "theatre")) }
        #expect(try town.update().kind == .computed && town.runs() == 2)
    }
}
