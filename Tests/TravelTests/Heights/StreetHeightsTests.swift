import Features
import Planar
import ReferenceSystems
import TestSupport
import Testing
import Travel

/// Heights of the nodes of streets.
@Suite struct StreetHeightsTests {
    private let source = SourceLocation(file: "heights.asc")

    private func ways(_ positions: [(x: Double, y: Double)]) -> StreetWays {
        var ways = StreetWays()
        ways.xs = positions.map(\.x)
        ways.ys = positions.map(\.y)
        return ways
    }

    @Test func bilinearInTheSameSystem() throws {
        let system = try CoordinateReferenceSystem("EPSG:25832")
        let grid = try #require(
            NumberGrid(
                columns: 2, rows: 2, westX: 500_000, southY: 5_500_000, spacing: 10, values: [10, 20, 30, .nan]))
        var ways = ways([(500_000, 5_500_000), (500_005, 5_500_010), (500_005, 5_500_005), (400_000, 5_500_000)])
        let notes = ways.setHeights(from: grid, in: system, nodesIn: system, source: source)
        #expect(ways.heights[0] == 30 && ways.heights[1] == 15)
        #expect(ways.heights[2].isNaN && ways.heights[3].isNaN)
        #expect(notes.map(\.code) == [.heightsMissing])
        #expect(notes.first?.arguments == ["count": "2", "total": "4"])
        #expect(notes.first?.severity == .note)
    }

    /// A grid in the neighbouring zone: the same place on the ground, other numbers.
    @Test func anotherSystem() throws {
        let zone32 = try CoordinateReferenceSystem("EPSG:25832")
        let zone33 = try CoordinateReferenceSystem("EPSG:25833")
        let place = try #require(
            CoordinateTransform(from: zone32, to: zone33).apply(x: 700_000, y: 5_600_000))
        let grid = try #require(
            NumberGrid(columns: 1, rows: 1, westX: place.x, southY: place.y, spacing: 2, values: [123]))
        var ways = ways([(700_000, 5_600_000)])
        #expect(ways.setHeights(from: grid, in: zone33, nodesIn: zone32, source: source).isEmpty)
        #expect(ways.heights == [123])
    }

    @Test func heightsOfTags() {
        var ways = ways([(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)])
        ways.tagSets = ["ele=40", "ele=40,5 m", "ele=high", "ele=-2", "ele=99999"].map { tags($0) }
        ways.nodeTags = [0: 0, 1: 1, 2: 2, 3: 3, 4: 4]
        let notes = ways.setHeightsFromTags(source: source)
        #expect(ways.heights[0] == 40 && ways.heights[1] == 40.5 && ways.heights[3] == -2)
        #expect(ways.heights[2].isNaN && ways.heights[4].isNaN)
        #expect(notes.first?.arguments == ["count": "2", "total": "5"])
    }

    @Test func withoutTagsNothingHappens() {
        var ways = ways([(0, 0), (1, 0)])
        #expect(ways.setHeightsFromTags(source: source).isEmpty)
        #expect(ways.heights.isEmpty)
        // An index out of range is no reason to trap.
        ways.tagSets = [tags("ele=40")]
        ways.nodeTags = [7: 0, 0: 9]
        #expect(ways.setHeightsFromTags(source: source).isEmpty)
    }
}
