import Overlay
import Planar
import TestSupport
import Testing
import Topology

@Suite struct DissolveTests {
    @Test func neighboursLoseTheirCommonBorder() throws {
        let areas = [try rectangle(0, 0, 10, 10), try rectangle(10, 0, 30, 10), try rectangle(40, 0, 50, 10)]
        let dissolved = try Dissolve.areas(areas, groups: [1, 1, 0], groupCount: 2)
        #expect(dissolved.map(\.area) == [100, 300])
        #expect(dissolved.map(\.length) == [40, 80])
    }

    @Test func gapsStayGaps() throws {
        let ring = [
            try rectangle(0, 0, 30, 10), try rectangle(0, 20, 30, 30), try polygon([0, 10, 10, 10, 10, 20, 0, 20]),
            try polygon([20, 10, 30, 10, 30, 20, 20, 20]),
        ]
        // The corners at (10, 10) … have no counterpart on the long sides: not a coverage, so overlay does it.
        let town = try Dissolve.all(ring)
        #expect(town.kind == .polygon)
        #expect(town.ringEnds.count == 2)
        #expect(isClose(town.area, 800))
        #expect(isClose(town.length, 160))
    }

    @Test func whatOverlapsIsUnitedByOverlay() throws {
        let areas = [try rectangle(0, 0, 10, 10), try rectangle(5, 0, 15, 10)]
        #expect(dissolveCoverage(areas, groups: [0, 0], groupCount: 1) == [nil])
        #expect(isClose(try Dissolve.all(areas).area, 150))
    }

    @Test func membersOfNoGroupAreLeftOut() throws {
        let areas = [try rectangle(0, 0, 10, 10), try rectangle(10, 0, 20, 10), try rectangle(20, 0, 30, 10)]
        let dissolved = try Dissolve.areas(areas, groups: [0, -1, 7], groupCount: 3)
        #expect(dissolved.map(\.area) == [100, 0, 0])
        #expect(dissolved.map(\.isEmpty) == [false, true, true])
        #expect(try Dissolve.areas([], groups: [], groupCount: 0).isEmpty)
        #expect(try Dissolve.all([]).isEmpty)
    }

    @Test func droppingEdgesIsUnion() throws {
        var generator = SeededGenerator(seed: 22)
        let engine = TopologyEngine()
        for _ in 0..<20 {
            let areas = try randomCoverage(columns: 6, rows: 5, spacing: 100, using: &generator)
            let groups = areas.indices.map { _ in Int32.random(in: 0..<4, using: &generator) }
            let dissolved = try Dissolve.areas(areas, groups: groups, groupCount: 4)
            for group in 0..<4 {
                let members = areas.indices.filter { groups[$0] == Int32(group) }.map { areas[$0] }
                let union = try engine.unaryUnion(of: members).value
                #expect(isClose(dissolved[group].area, union.area))
                #expect(isClose(dissolved[group].length, union.length))
                #expect(try engine.symmetricDifference(dissolved[group], union).value.area < 1e-6)
            }
        }
    }
}
