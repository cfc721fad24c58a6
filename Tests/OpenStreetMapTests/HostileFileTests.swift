import Features
import Foundation
import OpenStreetMap
import Planar
import TestSupport
import Testing
import Travel
import Wording

@Suite("Broken and hostile OpenStreetMap files")
struct HostileFileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(_ bytes: [UInt8], _ name: String = "map.osm.pbf") throws -> String {
        let path = scratch.path(name)
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    /// Why a file is refused; nil where it is read.
    private func refusal(_ path: String) -> Failure? {
        do throws(Failure) {
            _ = try OpenStreetMapReader.read(path: path, selection: MapSelection(objects: .placesAndStops))
            return nil
        } catch {
            return error
        }
    }

    private func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: fixture(name)))) }

    @Test("What cannot be opened is unreadable")
    func unreadable() throws {
        for path in [
            scratch.path("none.osm.pbf"), scratch.folder.path(), "/dev/null", "http://localhost/map.osm.pbf", "",
        ] {
            let failure = try #require(refusal(path), "\(path)")
            #expect(failure.kind == .unreadable)
            #expect(failure.diagnostics.map(\.code) == [.fileUnreadable])
            #expect(failure.diagnostics[0].location?.file == path)
            #expect(failure.diagnostics[0].arguments["reason"]?.isEmpty == false)
        }
    }

    @Test("What is no map is told from its first bytes")
    func noMaps() throws {
        #expect(refusal(try write([]))?.diagnostics.map(\.code) == [.fileEmpty])
        for text in [
            "{\"type\": \"FeatureCollection\", \"features\": []}", "id;name\n1;x\n", "\u{0}\u{0}\u{0}\u{0D}",
            "\u{7F}ELF",
            String(repeating: "0", count: 5_000),
        ] {
            let failure = try #require(refusal(try write(Array(text.utf8))))
            #expect(failure.kind == .malformedData)
            #expect(failure.diagnostics.map(\.code) == [.osmSyntax])
            #expect(failure.diagnostics[0].message(.german).contains("sie beginnt wie keine"))
        }
    }

    @Test(
        "Other XML, other versions, histories and bombs of entities are refused",
        arguments: [
            ("<gpx version='1.1'/>", "gpx"), ("<osm/>", "version"), ("<osm version='0.5'/>", "0.5"),
            ("<osmChange version='0.6'/>", "changes"),
            ("<!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><osm version='0.6'/>", "entities"),
            ("<osm version='0.6'><node id='1' lon='8' lat='50'>", "no element found"),
            ("<osm version='0.6'><node id='1' lon='eight' lat='50'/></osm>", "coordinate"),
            ("<osm version='0.6'><node id='one' lon='8' lat='50'/></osm>", "id"),
            ("<osm version='0.6'><way id='1'><nd ref='99999999999999999999'/></way></osm>", "id"),
            ("<html><body>Too many requests</body></html>", "html"),
        ])
    func otherXML(text: String, reason: String) throws {
        let failure = try #require(refusal(try write(Array(text.utf8), "map.osm")))
        #expect(failure.kind == .malformedData)
        #expect(failure.diagnostics.map(\.code) == [.osmSyntax])
        #expect(
            failure.diagnostics[0].message(.english).contains(reason), "\(failure.diagnostics[0].message(.english))")
    }

    @Test(
        "A file that was cut off is refused at whatever byte",
        arguments: ["town.osm.pbf", "town.osm", "town.osm.gz", "town.osm.bz2"])
    func truncated(name: String) throws {
        let whole = try bytes(name)
        var generator = SeededGenerator(seed: 7)
        for length in [1, 4, 20, whole.count - 1]
            + (0..<25).map({ _ in Int.random(in: 5..<whole.count - 3, using: &generator) })
        {
            let failure = refusal(try write(Array(whole.prefix(length)), name))
            // XML may lose its last line break; a cut between two blocks cannot be seen.
            if name == "town.osm", length == whole.count - 1 { continue }
            #expect(failure?.diagnostics.first?.code == .osmSyntax, "\(length) bytes of \(name)")
        }
    }

    @Test(
        "Rubbish behind the last block is not taken for the end",
        arguments: [[1, 2, 3], [0, 0, 0, 0, 9, 9, 9, 9]])
    func rubbish(rest: [UInt8]) throws {
        let failure = try #require(refusal(try write(bytes("town.osm.pbf") + rest)))
        #expect(failure.diagnostics.map(\.code) == [.osmSyntax])
    }

    @Test("A block that claims to be huge is refused before memory is given to it")
    func hugeBlocks() throws {
        let header: [UInt8] = [0x0A, 0x09] + Array("OSMHeader".utf8)
        for size: [UInt8] in [
            [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x18, 0x80, 0x80, 0x80, 0x10],
            [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
            [0x18, 0x00],
        ] {
            let path = try write([0, 0, 0, UInt8(header.count + size.count)] + header + size + [0x0A, 0x00])
            #expect(refusal(path)?.diagnostics.map(\.code) == [.osmSyntax])
        }
        // A header of 4 GB, and a block that says it unpacks to 2 GB.
        #expect(refusal(try write([0xFF, 0xFF, 0xFF, 0xFF] + header))?.diagnostics.map(\.code) == [.osmSyntax])
        let blob: [UInt8] = [0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x1A, 0x02, 0x78, 0x9C]
        let path = try write([0, 0, 0, 13] + header + [0x18, UInt8(blob.count)] + blob)
        #expect(refusal(path)?.diagnostics.map(\.code) == [.osmSyntax])
    }

    @Test("Texts beyond OpenStreetMap's limit are refused by name")
    func overlong() throws {
        let long = String(repeating: "x", count: 100_000)
        for tag in [("note", long), (long, "note")] {
            let map = XMLMap(body: node(1, 8, 50, [tag]))
            let failure = try #require(refusal(try write(Array(map.text.utf8), "map.osm")))
            #expect(failure.kind == .malformedData)
            #expect(failure.diagnostics.map(\.code) == [.osmTagsAbsurd])
            #expect(failure.diagnostics[0].severity == .error)
        }
    }

    @Test("Of 10,000 tags a thousand are kept, and control characters become spaces")
    func absurdTags() throws {
        let many = (0..<10_000).map { ("key\($0)", "v") }
        let map = XMLMap(
            body: node(1, 8, 50, [("amenity", "cafe")] + many)
                + node(2, 8, 50, [("amenity", "cafe"), ("name", "a&#9;b")])
                + node(3, 8, 50, [("amenity", "cafe"), ("name", "Café ☕ 𝄞")]))
        let data = try map.read(selection: MapSelection(objects: .placesAndStops))
        #expect(data.objects.ids == ["n1", "n2", "n3"])
        #expect(data.objects.tags[0].keys.count == 1_000)
        #expect(data.objects.tags[1]["name"] == "a b")
        #expect(data.objects.tags[2]["name"] == "Café ☕ 𝄞")
        #expect(data.findings.map(\.code) == [.osmTagsAbsurd])
        #expect(data.findings[0].arguments == ["count": "2", "object": "n1"])
    }

    @Test("Of a key that is there twice the first value counts")
    func repeatedKeys() throws {
        let map = XMLMap(
            body: node(1, 8, 50) + node(2, 8.1, 50)
                + way(1, [1, 2], [("highway", "path"), ("surface", "mud"), ("highway", "steps")]))
        #expect(try map.read().streets.tags(ofWay: 0) == TagSet([("highway", "path"), ("surface", "mud")]))
    }

    @Test("Texts that are no UTF-8, or hold zero bytes, are mended and counted")
    func encoding() throws {
        let plain = try bytes("plain.osm.pbf")
        let word = Array("Café".utf8)
        let starts = plain.indices.filter { plain[$0...].starts(with: word) }
        #expect(starts.count > 2)
        for (byte, name) in [(UInt8(0xFF), "Caf\u{FFFD}"), (0, "Caf")] {
            var damaged = plain
            for start in starts { damaged[start + 3] = byte }
            let data = try OpenStreetMapReader.read(
                path: write(damaged), selection: MapSelection(objects: .placesAndStops))
            #expect(data.objects.tags.contains { $0["name"]?.hasPrefix(name) == true })
            #expect(data.findings.contains { $0.code == .osmTagsAbsurd })
        }
    }
}
