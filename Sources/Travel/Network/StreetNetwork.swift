internal import Parallel

/// The streets that one profile can use, as columns: nodes, edges between them with their shapes, and for searches the
/// arcs leaving and entering each node (compressed sparse rows).
///
/// Costs are whole numbers, milliseconds for networks made from a profile. Every piece between two shape positions is
/// rounded down by itself and pieces are added, so that cutting a street at one of its positions changes no cost, and
/// cutting it elsewhere never makes it dearer. Nodes are numbered along a Hilbert curve: near nodes are near in memory.
public struct StreetNetwork: Sendable {
    /// What stands for the cost of an edge in a direction that cannot be passed.
    public static let impassable: Int32 = -1
    /// The largest sum of costs a search can hold: 12 days in milliseconds. Two of them still fit into 32 bits.
    public static let largestCost: Int32 = (1 << 30) - 1

    /// The x of each node in metres.
    public let nodeXs: [Double]
    /// The y of each node in metres.
    public let nodeYs: [Double]
    /// The component of each node: nodes that can be joined by edges, whatever their direction. 0 is the largest (by
    /// length), and so on; ties by lowest node.
    public let components: [Int32]
    /// The node of the input that each node stands for: of the ``StreetWays``, or of the nodes it was made from. A node
    /// that a profile cannot pass (a gate) has as many copies as edges end at it. Empty where nobody said.
    public let nodeSources: [Int32]

    /// The node at which each edge begins.
    public let edgeStarts: [Int32]
    /// The node at which each edge ends; may be the same.
    public let edgeEnds: [Int32]
    /// The cost along each edge, or ``impassable``.
    public let forwardCosts: [Int32]
    /// The cost against each edge, or ``impassable``.
    public let backwardCosts: [Int32]
    /// The way each edge is part of, as index into the ``StreetWays`` it was made from; the number of the edge in the
    /// input where it was made from edges.
    public let edgeWays: [Int32]

    /// Where the shape of each edge begins in ``shapeXs``; one entry more than edges, so that the last closes it. A
    /// shape has at least two positions, its ends included.
    public let shapeStarts: [Int32]
    /// The x of all shape positions in metres.
    public let shapeXs: [Double]
    /// The y of all shape positions in metres.
    public let shapeYs: [Double]
    /// The cost from the edge's start to each shape position; 0 at the start. Only where the edge can be passed forward
    /// (else all 0).
    public let shapeForwardCosts: [Int32]
    /// The cost from each shape position back to the edge's start; 0 at the start. Only where the edge can be passed
    /// backward (else all 0).
    public let shapeBackwardCosts: [Int32]

    /// The arcs that leave each node.
    public let outgoing: ArcList
    /// The arcs that enter each node, turned round: heads are the nodes they come from. The same as ``outgoing`` where
    /// every edge costs the same both ways.
    public let incoming: ArcList
    /// Whether every edge costs the same both ways.
    public let isSymmetric: Bool

    /// The time for a metre beside the streets, from a door to the street, in units of cost: 900 at 4 km/h.
    public let legCostPerMetre: Double

    /// The length of each edge along its shape, in whole millimetres: sums of them do not depend on their order.
    private let edgeMillimetres: [Int]

    /// The number of nodes.
    public var nodeCount: Int { nodeXs.count }
    /// The number of edges.
    public var edgeCount: Int { edgeStarts.count }

    /// The shape positions of an edge, as indexes into the shape columns; at least two.
    public func shape(ofEdge edge: Int) -> Range<Int> { Int(shapeStarts[edge])..<Int(shapeStarts[edge + 1]) }

    /// The length of an edge along its shape, in whole millimetres: sums of them do not depend on their order.
    public func millimetres(ofEdge edge: Int) -> Int { edgeMillimetres[edge] }

    /// The node of the network that stands for each of `count` nodes of the input, the lowest where there are copies;
    /// −1 for nodes of the input that are none here.
    public func nodes(ofSources count: Int) -> [Int32] {
        var nodes = [Int32](repeating: -1, count: count)
        for (node, source) in nodeSources.enumerated().reversed() where nodes.indices.contains(Int(source)) {
            nodes[Int(source)] = Int32(truncatingIfNeeded: node)
        }
        return nodes
    }

    /// Puts a network together from its edges; everything else follows from them.
    ///
    /// Columns must fit each other: this is for builders within the module, which keep the promises of the columns.
    init(
        nodeXs: [Double], nodeYs: [Double], edgeStarts: [Int32], edgeEnds: [Int32], forwardCosts: [Int32],
        backwardCosts: [Int32], edgeWays: [Int32], shapeStarts: [Int32], shapeXs: [Double], shapeYs: [Double],
        shapeForwardCosts: [Int32], shapeBackwardCosts: [Int32], legCostPerMetre: Double, nodeSources: [Int32] = []
    ) {
        self.nodeXs = nodeXs
        self.nodeYs = nodeYs
        self.nodeSources = nodeSources
        self.edgeStarts = edgeStarts
        self.edgeEnds = edgeEnds
        self.edgeWays = edgeWays
        self.shapeStarts = shapeStarts
        self.shapeXs = shapeXs
        self.shapeYs = shapeYs
        self.legCostPerMetre = legCostPerMetre
        isSymmetric = forwardCosts == backwardCosts
        // Columns that are equal share their memory.
        self.forwardCosts = forwardCosts
        self.backwardCosts = isSymmetric ? forwardCosts : backwardCosts
        self.shapeForwardCosts = shapeForwardCosts
        self.shapeBackwardCosts = shapeForwardCosts == shapeBackwardCosts ? shapeForwardCosts : shapeBackwardCosts
        let edgeMillimetres = parallelColumn(edgeStarts.count) { edge in
            StreetNetwork.millimetres(shapeXs, shapeYs, Int(shapeStarts[edge])..<Int(shapeStarts[edge + 1]))
        }
        self.edgeMillimetres = edgeMillimetres
        let arcs = { @Sendable (forwardCosts: [Int32], backwardCosts: [Int32]) in
            ArcList(
                nodeCount: nodeXs.count, tails: edgeStarts, heads: edgeEnds, forwardCosts: forwardCosts,
                backwardCosts: backwardCosts)
        }
        (outgoing, components) = parallelPair(
            { arcs(forwardCosts, backwardCosts) },
            {
                ConnectedNodes.components(nodeCount: nodeXs.count, edgeStarts, edgeEnds, millimetres: edgeMillimetres)
            })
        incoming = isSymmetric ? outgoing : arcs(backwardCosts, forwardCosts)
    }

    /// The length of a run of positions in whole millimetres.
    private static func millimetres(_ xs: [Double], _ ys: [Double], _ positions: Range<Int>) -> Int {
        var metres = 0.0
        for position in positions.dropFirst() {
            let x = xs[position] - xs[position - 1]
            let y = ys[position] - ys[position - 1]
            metres += (x * x + y * y).squareRoot()
        }
        return Int(exactly: (metres * 1_000).rounded()) ?? 0
    }
}
