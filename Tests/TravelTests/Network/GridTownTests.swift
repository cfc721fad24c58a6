import TestSupport
import Testing

@testable import Travel

/// Towns of which everything can be reckoned: streets in a grid.
@Suite struct GridTownTests {
    /// `columns` × `rows` nodes at a spacing; each street is one way. Nodes row by row from the south-west.
    static func streets(columns: Int, rows: Int, spacing: Double) -> StreetWays {
        var ways = StreetWays()
        ways.tagSets = [TagSet([("highway", "residential")])]
        for row in 0..<rows {
            for column in 0..<columns {
                ways.xs.append(Double(column) * spacing)
                ways.ys.append(Double(row) * spacing)
            }
        }
        func add(_ id: String, _ nodes: [Int]) {
            ways.ids.append(id)
            ways.wayTags.append(0)
            ways.nodeIndexes += nodes.map { Int32($0) }
            ways.nodeEnds.append(Int32(ways.nodeIndexes.count))
        }
        for row in 0..<rows { add("row \(row)", (0..<columns).map { row * columns + $0 }) }
        for column in 0..<columns { add("column \(column)", (0..<rows).map { $0 * columns + column }) }
        return ways
    }

    @Test(arguments: [(2, 2), (5, 4), (7, 6), (2, 9)]) func countsAndTimesAreThoseOfTheFormula(
        _ columns: Int, _ rows: Int
    ) {
        let spacing = 75.0
        let ways = Self.streets(columns: columns, rows: rows, spacing: spacing)
        let (network, report) = StreetNetwork.make(ways, profile: .walking)
        #expect(network.nodeCount == columns * rows)
        #expect(network.edgeCount == columns * (rows - 1) + rows * (columns - 1))
        #expect(report.metres == spacing * Double(network.edgeCount) && report.components.count == 1)
        let costs = network.allCosts()
        let nodes = network.nodes(ofSources: ways.xs.count)
        for start in ways.xs.indices {
            for end in ways.xs.indices {
                let blocks = abs(start % columns - end % columns) + abs(start / columns - end / columns)
                #expect(costs[Int(nodes[start])][Int(nodes[end])] == blocks * 67_500)
            }
        }
    }

    /// A railway through the town with one underpass: the way round is the formula's, too.
    @Test func aCutWithOneBridgeCostsTheWayToTheBridge() {
        let (columns, rows) = (6, 6)
        var ways = Self.streets(columns: columns, rows: rows, spacing: 100)
        // All streets from row 2 to row 3 but that of column 0 end at a wall.
        for column in 1..<columns {
            ways.nodeTags[Int32(ways.xs.count)] = 1
            ways.xs.append(Double(column) * 100)
            ways.ys.append(250)
        }
        ways.tagSets.append(TagSet([("barrier", "wall")]))
        var cut = StreetWays()
        (cut.tagSets, cut.xs, cut.ys, cut.nodeTags) = (ways.tagSets, ways.xs, ways.ys, ways.nodeTags)
        for way in 0..<ways.count {
            var nodes = Array(ways.nodes(ofWay: way))
            let column = way - rows
            if column > 0 { nodes.insert(Int32(columns * rows + column - 1), at: 3) }
            cut.ids.append(ways.ids[way])
            cut.wayTags.append(0)
            cut.nodeIndexes += nodes
            cut.nodeEnds.append(Int32(cut.nodeIndexes.count))
        }
        let (network, report) = StreetNetwork.make(cut, profile: .walking)
        #expect(report.closedNodeCount == columns - 1 && report.components.count == 1)
        #expect(network.nodeCount == columns * rows + 2 * (columns - 1))
        let costs = network.allCosts()
        let nodes = network.nodes(ofSources: cut.xs.count)
        for start in 0..<columns * rows {
            for end in 0..<columns * rows {
                let (startColumn, endColumn) = (start % columns, end % columns)
                let crosses = (start / columns < 3) != (end / columns < 3)
                let across = crosses ? startColumn + endColumn : abs(startColumn - endColumn)
                let expected = (across + abs(start / columns - end / columns)) * 90_000
                #expect(costs[Int(nodes[start])][Int(nodes[end])] == expected)
            }
        }
    }
}
