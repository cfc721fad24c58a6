import Planar
import TestSupport
import Testing

@testable import Travel

/// Drawn streets become nodes and edges with the costs that one reckons by hand: 900 ms a metre at 4 km/h.
@Suite struct StreetNetworkTests {
    /// The edges as `from-to` with the costs both ways, sorted; from and to are letters.
    static func edges(_ network: StreetNetwork) -> [String] {
        (0..<network.edgeCount).map { edge in
            let ends = [network.edgeStarts[edge], network.edgeEnds[edge]].map { node in
                String(UnicodeScalar(UInt8(65 + network.nodeSources[Int(node)])))
            }
            return "\(ends[0])-\(ends[1]) \(network.forwardCosts[edge]) \(network.backwardCosts[edge])"
        }.sorted()
    }

    static func network(_ text: String, _ profile: TravelProfile = .walking, step: Double = 10) throws -> StreetNetwork
    {
        StreetNetwork.make(try StreetSketch(text, step: step).ways, profile: profile).network
    }

    @Test func streetsEndAtJunctionsAndKeepTheirShape() throws {
        let text = """
            A---B---C
                |
            D---E

            ABC highway=footway
            BED highway=residential
            """
        let network = try Self.network(text)
        // E is a bend, no junction.
        #expect(Self.edges(network) == ["A-B 36000 36000", "B-C 36000 36000", "B-D 54000 54000"])
        #expect(network.isSymmetric && network.legCostPerMetre == 900)
        let bent = try #require((0..<3).first { network.shape(ofEdge: $0).count == 3 })
        let shape = network.shape(ofEdge: bent)
        #expect(Array(network.shapeXs[shape]) == [40, 40, 0] && Array(network.shapeYs[shape]) == [20, 0, 0])
        #expect(Array(network.shapeForwardCosts[shape]) == [0, 18_000, 54_000])
        #expect(Array(network.shapeBackwardCosts[shape]) == [0, 18_000, 54_000])
        #expect(network.millimetres(ofEdge: bent) == 60_000)
    }

    @Test func everyPieceIsRoundedDownByItself() throws {
        // Diagonal pieces of √2 × 10 m cost 12,727.9 ms each.
        let network = try Self.network(
            #"""
            A   C
             \ /
              B

            ABC highway=path
            """#)
        #expect(Self.edges(network) == ["A-C 50910 50910"])
        #expect(network.forwardCosts[0] < Int32(900 * 2 * 20 * 2.0.squareRoot()))
    }

    @Test func whatCrossesWithoutANodeIsNotJoined() throws {
        let sketch = try StreetSketch(
            """
              A
              |
            B-+-C
              |
              D
            """)
        let network = StreetNetwork.make(sketch.ways, profile: .walking).network
        #expect(Self.edges(network) == ["A-D 36000 36000", "B-C 36000 36000"])
        #expect(Set(network.components) == [0, 1])
        #expect(try network.components[Int(sketch.node("A", of: network))] == 0)
        #expect(try network.components[Int(sketch.node("D", of: network))] == 0)
        #expect(try network.components[Int(sketch.node("B", of: network))] == 1)
    }

    @Test func closedNodesJoinNothing() throws {
        let sketch = try StreetSketch(
            """
            A---B---C
                |
                D

            ABC highway=footway
            B barrier=wall
            """)
        let (network, report) = StreetNetwork.make(sketch.ways, profile: .walking)
        #expect(sketch.ways.nodeTags.count == 1 && report.closedNodeCount == 1)
        #expect(Self.edges(network) == ["A-B 36000 36000", "B-C 36000 36000", "B-D 18000 18000"])
        #expect(network.nodeCount == 6 && Set(network.components).count == 3)
        #expect(network.nodeSources.filter { $0 == 1 }.count == 3)
        // Without the wall all is one.
        var open = sketch.ways
        open.nodeTags = [:]
        #expect(StreetNetwork.make(open, profile: .walking).report.components.count == 1)
    }

    @Test func oneWaysCountForBicyclesOnly() throws {
        let text = """
            A---B
            |   |
            C---D

            AB highway=residential oneway=yes
            CD highway=residential oneway=-1
            """
        let cycling = try Self.network(text, .bicycle)
        #expect(
            Self.edges(cycling) == ["A-B 9600 -1", "A-C 4800 4800", "B-D 4800 4800", "C-D -1 9600"])
        #expect(!cycling.isSymmetric && cycling.outgoing.arcs.count == 6 && cycling.incoming.arcs.count == 6)
        for (edge, cost) in cycling.forwardCosts.enumerated() {
            let last = cycling.shape(ofEdge: edge).upperBound - 1
            #expect(cycling.shapeForwardCosts[last] == max(cost, 0))
            #expect(cycling.shapeBackwardCosts[last] == max(cycling.backwardCosts[edge], 0))
        }
        #expect(try Self.network(text).isSymmetric)
    }

    @Test func loopsStay() throws {
        let network = try Self.network(
            """
            A-B
            | |
            C-D-E

            ABDCA highway=service
            """)
        #expect(Self.edges(network) == ["A-D 36000 36000", "D-A 36000 36000", "D-E 18000 18000"])
        let alone = try Self.network("A-B\n| |\nC-D\n\nABDCA highway=service")
        #expect(Self.edges(alone) == ["A-A 72000 72000"])
        // A loop leads nowhere, so searches do not see it; but doors may lie on it.
        #expect(alone.outgoing.arcs.isEmpty && alone.shapeXs.count == 5)
    }

    @Test func waysThatMeetThemselvesAreCutThere() throws {
        let network = try Self.network(
            """
              A
              |
            D-B-C

            ABCDB highway=path
            """)
        #expect(Self.edges(network) == ["A-B 18000 18000", "B-B 72000 72000"])
    }

    @Test func nodesAreTheSameFromBothSides() throws {
        let sketch = try StreetSketch("A-B-C")
        let network = StreetNetwork.make(sketch.ways, profile: .walking).network
        let nodes = network.nodes(ofSources: 3)
        #expect(nodes.sorted() == [0, 1, 2])
        for (source, node) in nodes.enumerated() {
            #expect(network.nodeSources[Int(node)] == Int32(source))
            #expect(network.nodeXs[Int(node)] == sketch.ways.xs[source])
        }
        #expect(network.nodes(ofSources: 5)[3...] == [-1, -1])
    }

    // MARK: Empty and odd input

    @Test func nothingIsANetworkWithoutNodes() throws {
        let (network, report) = StreetNetwork.make(StreetWays(), profile: .walking)
        #expect(network.nodeCount == 0 && network.edgeCount == 0 && network.shapeStarts == [0])
        #expect(network.outgoing.starts == [0] && network.components.isEmpty && network.isSymmetric)
        #expect(report.components.isEmpty && report.longestEdge == nil && report.metres == 0 && report.trap == nil)
    }

    @Test func whenAllIsClosedNothingIsLeft() throws {
        let (network, report) = StreetNetwork.make(
            try StreetSketch("A-B-C\n\nAB highway=motorway\nBC highway=construction").ways, profile: .walking)
        #expect(network.edgeCount == 0 && network.nodeCount == 0)
        #expect(report.droppedMetres == 40 && report.dropped.map(\.ways) == [1, 1] && report.usedWayCount == 0)
    }

    @Test func oneWayIsAnEdge() throws {
        #expect(Self.edges(try Self.network("A--B")) == ["A-B 27000 27000"])
    }

    @Test func repeatedAndMissingPositions() throws {
        var ways = StreetWays()
        ways.xs = [0, 10, 10, 20, .nan, 30, 40, 40]
        ways.ys = [0, 0, 0, 0, 0, 0, 0, 0]
        ways.nodeIndexes = [0, 1, 2, 2, 3, 4, 5, 6, 7, 4, 0]
        ways.nodeEnds = [11]
        ways.ids = ["w1"]
        ways.tagSets = [TagSet([("highway", "path")])]
        ways.wayTags = [0]
        let network = StreetNetwork.make(ways, profile: .walking).network
        // The gap parts the way; the last node alone is no street; repeated positions are left out.
        #expect(network.nodeXs.sorted() == [0, 10, 20, 30, 40])
        #expect(network.shapeXs.count == 2 * network.edgeCount)
        #expect(network.forwardCosts.sorted() == [9_000, 9_000, 9_000])
    }

    @Test func aStreetWithoutLengthJoinsItsEnds() throws {
        var ways = StreetWays()
        (ways.xs, ways.ys) = ([5, 5, 15, 5, 5], [5, 5, 5, 5, 5])
        (ways.nodeIndexes, ways.nodeEnds) = ([0, 3, 1, 1, 2, 4, 4], [3, 5, 7])
        (ways.ids, ways.wayTags, ways.tagSets) = (["a", "b", "c"], [0, 0, 0], [TagSet([("highway", "path")])])
        let network = StreetNetwork.make(ways, profile: .walking).network
        #expect(network.forwardCosts.sorted() == [0, 9_000] && Set(network.components) == [0])
        #expect(network.shapeXs.count == 4)
    }

    @Test func absurdLengthsStayWithinASearch() throws {
        let network = try Self.network("A-B-C\n\nABC highway=path", step: 1e12)
        #expect(network.forwardCosts == [StreetNetwork.largestCost])
    }

    // MARK: Heights

    @Test func uphillIsSlower() throws {
        let network = try Self.network("A---------B\n\nB ele=10\nA ele=0")
        #expect(network.forwardCosts[0] > 90_000 && network.forwardCosts[0] > network.backwardCosts[0])
        #expect(!network.isSymmetric)
    }

    @Test func steepPiecesAreGapsForWheelchairs() throws {
        let text = """
            A---------B---------C---------D

            ABCD highway=footway
            A ele=0
            B ele=1
            C ele=21
            D ele=22
            """
        let (network, report) = StreetNetwork.make(try StreetSketch(text).ways, profile: .wheelchair)
        #expect(network.edgeCount == 2 && network.nodeCount == 4 && Set(network.components).count == 2)
        let steep = report.dropped.filter { $0.reason == .incline }
        #expect(steep.map(\.metres) == [100] && steep.map(\.ways) == [1] && steep.map(\.kind) == ["footway"])
        #expect(try Self.network(text).edgeCount == 1)
    }
}
