import Features
import Planar
import ReferenceSystems
import Testing
import Travel

@Suite("Streets moved into a metric system")
struct StreetWaysMovingTests {
    /// Two streets that share a node, a barrier and tags, in degrees around 8.7° E, 50° N.
    private func streets() throws -> StreetWays {
        var ways = StreetWays()
        ways.ids = ["w1", "w2"]
        ways.nodeEnds = [3, 6]
        ways.nodeIndexes = [0, 1, 2, 4, 1, 3]
        ways.wayTags = [0, 1]
        ways.tagSets = [TagSet([("highway", "path")]), TagSet([("highway", "steps")]), TagSet([("barrier", "gate")])]
        ways.xs = [8.70, 8.71, 8.72, 8.71, 8.71]
        ways.ys = [50, 50, 50, 50.01, 49.99]
        ways.nodeIDs = [10, 11, 12, 13, 14]
        ways.nodeTags = [1: 2, 4: 2]
        ways.heights = [100, 101, 102, 103, 104]
        ways.barriers = [
            try Geometry(kind: .lineString, xs: [8.6, 8.65, 8.8, 8.9], ys: [50.005, 50.005, 50.005, 50.005])
        ]
        return ways
    }

    private func transform() throws -> CoordinateTransform {
        try CoordinateTransform(from: .wgs84, to: CoordinateReferenceSystem("EPSG:25832"))
    }

    @Test("each position goes where the transform takes it alone")
    func positions() throws {
        let (before, transform) = (try streets(), try transform())
        var after = before
        #expect(after.move(by: transform, file: "map.osm.pbf").isEmpty)
        for node in before.xs.indices {
            let alone = try #require(transform.apply(x: before.xs[node], y: before.ys[node]))
            #expect(after.xs[node] == alone.x)
            #expect(after.ys[node] == alone.y)
        }
        #expect(after.barriers.count == 1)
        let corner = try #require(transform.apply(x: 8.8, y: 50.005))
        #expect(after.barriers[0].xs[2] == corner.x)
        #expect(after.barriers[0].ys[2] == corner.y)
        #expect(after.nodeIndexes == before.nodeIndexes)
        #expect(after.nodeTags == before.nodeTags)
        #expect(after.ids == before.ids)
    }

    @Test("nodes without an image are taken out, ways cut there, and all is numbered anew")
    func lostNodes() throws {
        var ways = try streets()
        // The common node has no place: one way falls apart into nothing, the other keeps its end.
        ways.nodeIndexes = [0, 1, 2, 4, 3, 1]
        ways.xs[1] = .nan
        let findings = ways.move(by: try transform(), file: "map.osm.pbf")
        #expect(ways.ids == ["w2"])
        #expect(ways.wayTags == [1])
        #expect(ways.nodeEnds == [2])
        #expect(ways.nodeIDs == [10, 12, 13, 14])
        #expect(ways.nodeIndexes == [3, 2])
        #expect(ways.nodeTags == [3: 2])
        #expect(ways.heights == [100, 102, 103, 104])
        #expect(ways.xs.allSatisfy { $0.isFinite })
        #expect(findings.map(\.code) == [.transformFailed])
        #expect(findings[0].arguments["count"] == "1")
        #expect(findings[0].location?.file == "map.osm.pbf")
        #expect(findings[0].severity == .warning)
    }

    @Test("barriers are cut where a position has no image")
    func lostBarriers() throws {
        var ways = try streets()
        // 90° from the middle meridian the projection has no image.
        ways.barriers = [
            try Geometry(kind: .lineString, xs: [8.6, 8.65, 99, 8.8, 8.9], ys: [50, 50, 0, 50, 50]),
            try Geometry(kind: .lineString, xs: [8.6, 99], ys: [50, 0]),
            try Geometry(kind: .lineString, xs: [8.6, 8.7], ys: [50, 50]),
        ]
        let findings = ways.move(by: try transform(), file: "map.osm.pbf")
        #expect(ways.barriers.map(\.xs.count) == [2, 2, 2])
        #expect(findings.first?.arguments["count"] == "2")
        #expect(ways.ids == ["w1", "w2"])
    }

    @Test("nothing moves to nothing")
    func empty() throws {
        var ways = StreetWays()
        #expect(ways.move(by: try transform(), file: "map.osm").isEmpty)
        #expect(ways.count == 0)
    }
}
