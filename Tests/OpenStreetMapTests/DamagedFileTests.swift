import Features
import Foundation
import OpenStreetMap
import Planar
import TestSupport
import Testing
import Travel

@Suite("Files damaged at random")
struct DamagedFileTests {
    /// One to four damages: bytes changed, turned to 0 or 255, taken out, put in, or the end cut off.
    private func damaged(_ whole: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &generator) where bytes.count > 64 {
            let place = Int.random(in: 0..<bytes.count - 32, using: &generator)
            let length = Int.random(in: 1...16, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes.replaceSubrange(place..<place + length, with: [UInt8](repeating: 255, count: length))
            case 3: bytes.removeSubrange(place..<place + length)
            case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            default: bytes.removeLast(Int.random(in: 0..<bytes.count / 8, using: &generator))
            }
        }
        return bytes
    }

    /// What holds of everything that is read, whatever the file.
    private func check(_ data: OpenStreetMapData) {
        let streets = data.streets
        #expect(streets.nodeEnds.count == streets.count)
        #expect(streets.wayTags.count == streets.count)
        #expect(streets.nodeEnds.last.map(Int.init) ?? 0 == streets.nodeIndexes.count)
        #expect(streets.xs.count == streets.nodeIDs.count)
        #expect(streets.ys.count == streets.nodeIDs.count)
        #expect(streets.wayTags.allSatisfy { streets.tagSets.indices.contains(Int($0)) })
        #expect(
            streets.nodeTags.allSatisfy {
                streets.xs.indices.contains(Int($0)) && streets.tagSets.indices.contains(Int($1))
            })
        #expect(streets.nodeIndexes.allSatisfy { streets.xs.indices.contains(Int($0)) })
        #expect(zip(streets.nodeIDs, streets.nodeIDs.dropFirst()).allSatisfy { $0 < $1 })
        #expect(streets.xs.allSatisfy { $0.magnitude <= 180 })
        #expect(streets.ys.allSatisfy { $0.magnitude <= 90 })
        for way in 0..<streets.count {
            let nodes = streets.nodes(ofWay: way)
            #expect(nodes.count >= 2)
            #expect(zip(nodes, nodes.dropFirst()).allSatisfy { $0 != $1 })
        }
        #expect(data.objects.geometries.count == data.objects.count)
        #expect(data.objects.tags.count == data.objects.count)
        #expect(data.objects.geometries.allSatisfy { !$0.isEmpty })
    }

    @Test(
        "are read or refused, and what is read is sound",
        arguments: [
            ("plain.osm.pbf", 400), ("town.osm", 150), ("town.osm.pbf", 60), ("town.osm.gz", 40), ("town.osm.bz2", 40),
        ])
    func damage(name: String, count: Int) throws {
        let scratch = try Scratch()
        let path = scratch.path(name)
        let whole = try Array(Data(contentsOf: URL(filePath: fixture(name))))
        var generator = SeededGenerator(seed: 2026)
        var readCount = 0
        for round in 0..<count {
            try Data(damaged(whole, using: &generator)).write(to: URL(filePath: path))
            let clip = round % 3 == 0 ? Envelope(minX: 8.7, minY: 50, maxX: 8.705, maxY: 50.004) : nil
            do throws(Failure) {
                let data = try OpenStreetMapReader.read(
                    path: path, clip: clip, selection: MapSelection(objects: .placesAndStops))
                readCount += 1
                check(data)
            } catch {
                #expect(error.kind == .malformedData)
                #expect([.osmSyntax, .osmTagsAbsurd].contains(error.diagnostics.first?.code))
            }
        }
        // Without a checksum much damage lies in numbers and texts, where no one can see it.
        if name == "plain.osm.pbf" { #expect(readCount > count / 20) }
        #expect(readCount < count)
    }

    @Test("that hold nothing but noise are refused")
    func noise() throws {
        let scratch = try Scratch()
        let path = scratch.path("noise.osm.pbf")
        var generator = SeededGenerator(seed: 11)
        let beginnings: [[UInt8]] = [
            [], [0x1F, 0x8B], Array("BZh9".utf8), [0, 0, 0, 13, 0x0A, 0x09] + Array("OSMHeader".utf8),
            Array("<osm ".utf8),
        ]
        for round in 0..<100 {
            let noise = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try Data(beginnings[round % beginnings.count] + noise).write(to: URL(filePath: path))
            #expect(throws: Failure.self) { try OpenStreetMapReader.read(path: path) }
        }
    }
}
