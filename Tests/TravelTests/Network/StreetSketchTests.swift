import Planar
import TestSupport
import Testing

@testable import Travel

/// The drawings that other tests rest on.
@Suite struct StreetSketchTests {
    @Test func theDrawingOfTheDescription() throws {
        let sketch = try StreetSketch(
            """
            A----B----C
            |    |   /
            |  1 |  /
            D----+-E
                 |
                 F

            ABC highway=footway
            B   barrier=gate
            C   ele=12.5
            """)
        #expect(sketch.ways.ids == ["ABC", "AD", "BF", "DE", "EC"])
        #expect(sketch.ways.xs == [0, 50, 100, 0, 70, 50] && sketch.ways.ys == [50, 50, 50, 20, 20, 0])
        #expect(sketch.ways.nodes(ofWay: 0) == [0, 1, 2] && sketch.ways.nodes(ofWay: 4) == [4, 2])
        #expect(sketch.ways.tags(ofWay: 0)["highway"] == "footway")
        #expect(sketch.ways.tags(ofWay: 3)["highway"] == "residential")
        #expect(sketch.ways.nodeTags.count == 1)
        #expect(sketch.ways.nodeTags[1].map { sketch.ways.tagSets[Int($0)]["barrier"] } == "gate")
        #expect(sketch.ways.heights.count == 6 && sketch.ways.heights[2] == 12.5 && sketch.ways.heights[0].isNaN)
        let door = try sketch.position("1")
        #expect(door.x == 30 && door.y == 30)
        #expect(try sketch.node("F") == 5)
        #expect(throws: StreetSketchError.self) { try sketch.node("1") }
        #expect(throws: StreetSketchError.self) { try sketch.position("Z") }
    }

    @Test func barriersAreRunsAlongLinesAndColumns() throws {
        let sketch = try StreetSketch(
            """
            A-B
            ###  #
              #
              #
            """, step: 100)
        #expect(sketch.ways.barriers.map(\.xs) == [[0, 200], [200, 200]])
        #expect(sketch.ways.barriers.map(\.ys) == [[200, 200], [200, 0]])
        #expect(sketch.ways.count == 1)
    }

    @Test(arguments: ["A-A", "A-", "-A", "A?B", "A-B\n\nAB highway", "A-B\n\nAC highway=path", "A - B"])
    func faultyDrawingsAreRefused(_ text: String) {
        #expect(throws: StreetSketchError.self) { try StreetSketch(text) }
    }

    @Test func diagonalsAndDigitsOnStreets() throws {
        let sketch = try StreetSketch(
            #"""
            A   B
             \ /
              +
             / \
            C-1-D
            """#)
        #expect(sketch.ways.ids == ["AD", "CB", "CD"])
    }
}
