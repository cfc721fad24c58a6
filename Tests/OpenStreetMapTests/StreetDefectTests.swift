import Features
import OpenStreetMap
import Planar
import Testing
import Travel
import Wording

@Suite("Defects of streets in OpenStreetMap files")
struct StreetDefectTests {
    private let path = [("highway", "path")]
    private let three = node(1, 8.1, 50) + node(2, 8.2, 50) + node(3, 8.3, 50)

    private func codes(_ data: OpenStreetMapData) -> [DiagnosticCode] { data.findings.map(\.code) }

    @Test("A way is cut where its nodes are missing, and what is left of it stays")
    func missingNodes() throws {
        let map = XMLMap(
            body: three + node(4, 8.4, 50) + way(1, [1, 2, 98, 3, 4], path) + way(2, [1, 99, 3], path)
                + way(3, [97, 1, 2], path))
        let data = try map.read()
        #expect(data.streets.ids == ["w1", "w1", "w3"])
        #expect((0..<3).map { Array(data.streets.nodes(ofWay: $0)) } == [[0, 1], [2, 3], [0, 1]])
        #expect(codes(data) == [.osmNodesMissing])
        #expect(data.findings[0].arguments == ["count": "3", "references": "3", "object": "w1"])
        #expect(data.findings[0].location?.featureID == "w1")
        #expect(data.findings[0].message(.english).contains("3 objects refer to 3 nodes"))
        #expect(data.findings[0].remedy(.german).contains("complete_ways"))
    }

    @Test("Ways of one node, of none, and of one node again and again are left out")
    func shortWays() throws {
        let map = XMLMap(
            body: three + way(1, [], path) + way(2, [2], path) + way(3, [3, 3, 3], path)
                + way(4, [1, 1, 2, 2, 1], path))
        let data = try map.read()
        #expect(data.streets.ids == ["w4"])
        #expect(Array(data.streets.nodes(ofWay: 0)) == [0, 1, 0])
        #expect(codes(data) == [.osmWaysShort])
        #expect(data.findings[0].arguments == ["count": "3", "object": "w1"])
    }

    @Test("Different nodes at one place stay different: streets that only touch are not joined")
    func equalPositions() throws {
        let data = try XMLMap(body: node(1, 8, 50) + node(2, 8, 50) + way(1, [1, 2], path)).read()
        #expect(data.streets.nodeIDs == [1, 2])
        #expect(data.streets.xs == [8, 8])
        #expect(data.findings.isEmpty)
    }

    @Test("Of objects with one id the last counts")
    func duplicates() throws {
        let map = XMLMap(
            body: three + node(2, 9, 51) + way(1, [1, 2], path) + way(5, [1, 3], path)
                + way(1, [2, 3], [("highway", "steps")]))
        let data = try map.read()
        #expect(data.streets.ids == ["w1", "w5"])
        #expect(data.streets.tags(ofWay: 0)["highway"] == "steps")
        #expect(data.streets.xs == [8.1, 9, 8.3])
        #expect(codes(data) == [.osmDuplicates])
        #expect(data.findings[0].arguments == ["count": "2", "object": "n2"])
    }

    @Test("Negative ids are those of new objects in an editor, and deleted objects are none")
    func editors() throws {
        let map = XMLMap(
            body: node(-2, 8, 50) + node(7, 8.1, 50) + way(-1, [-2, 7], path)
                + "<way id='9' version='2' visible='false'/><node id='10' version='2' visible='false'/>")
        let data = try map.read()
        #expect(data.streets.ids == ["w-1"])
        #expect(data.streets.nodeIDs == [-2, 7])
        #expect(data.findings.isEmpty)
    }

    @Test("The ends of the globe are places, beyond them and without a position there is none")
    func positions() throws {
        let map = XMLMap(
            body: node(1, 180, 90) + node(2, -180, -90) + node(3, 179.9999999, 0) + node(4, 200, 50) + node(5, 8, -91)
                + "<node id='6' version='1'/>" + way(1, [1, 3, 2], path) + way(2, [4, 5, 6, 1, 2], path))
        let data = try map.read()
        #expect(data.streets.ids == ["w1", "w2"])
        #expect(data.streets.xs == [180, -180, 179.9999999])
        #expect(data.streets.ys == [90, -90, 0])
        #expect(Array(data.streets.nodes(ofWay: 1)) == [0, 1])
        #expect(data.findings.map(\.arguments) == [["count": "1", "references": "3", "object": "w2"]])
        let box = Envelope(minX: 179, minY: -1, maxX: 180, maxY: 1)
        #expect(try map.read(clip: box).streets.ids == ["w1"])
    }

    @Test("A map without streets is no fault", arguments: ["", "<node id='1' version='1' lon='8' lat='50'/>"])
    func empty(body: String) throws {
        let data = try XMLMap(body: body).read(clip: Envelope(minX: 8, minY: 50, maxX: 8, maxY: 50))
        #expect(data.streets.count == 0)
        #expect(data.streets.xs.isEmpty)
        #expect(data.streets.tagSets.isEmpty)
        #expect(data.objects.count == 0)
        #expect(data.findings.isEmpty)
    }

    @Test("Ids beyond 32 bits and at the ends of 64 are kept")
    func largeIDs() throws {
        let map = XMLMap(
            body: node(Int.max - 1, 8, 50) + node(Int.min + 1, 8.1, 50) + node(5_000_000_000, 8.2, 50)
                + way(6_000_000_000, [Int.max - 1, 5_000_000_000, Int.min + 1], path))
        let data = try map.read()
        #expect(data.streets.ids == ["w6000000000"])
        #expect(data.streets.nodeIDs == [Int64.min + 1, 5_000_000_000, Int64.max - 1])
        #expect(data.streets.xs == [8.1, 8.2, 8])
    }
}
