internal import Planar
internal import Travel

/// The network of `nodes.csv` and `edges.csv`: nodes along a Hilbert curve, edges that are walked both ways and cost what
/// the file says, in whole decimetres.
struct WalkingNetwork {
    /// The easting of each node in metres.
    let xs: [Double]
    /// The northing of each node in metres.
    let ys: [Double]
    /// The node of each row of `nodes.csv`.
    let nodeOfRow: [Int32]
    /// The edges: their nodes and lengths.
    let edges: (starts: [Int32], ends: [Int32], decimetres: [Int32])

    /// Reads the files of a region.
    init(_ region: Region) throws {
        let nodes = try NumberFile.columns(path: "\(region.folder)/nodes.csv", decimals: [0, 7, 7])
        guard nodes[0].indices.allSatisfy({ Int(nodes[0][$0]) == $0 }) else { throw WorkloadError.valueMissing("node") }
        let (xs, ys) = try region.metres(
            longitudes: nodes[1].map { Double($0) / 1e7 }, latitudes: nodes[2].map { Double($0) / 1e7 })
        var extent = Envelope.empty
        for row in xs.indices { extent.include(x: xs[row], y: ys[row]) }
        let order = HilbertCurve(over: extent).order(xs, ys)
        var nodeOfRow = [Int32](repeating: 0, count: order.count)
        for (node, row) in order.enumerated() { nodeOfRow[Int(row)] = Int32(truncatingIfNeeded: node) }
        self.xs = order.map { xs[Int($0)] }
        self.ys = order.map { ys[Int($0)] }
        self.nodeOfRow = nodeOfRow

        let columns = try NumberFile.columns(path: "\(region.folder)/edges.csv", decimals: [0, 0, 0])
        let rows = Int32(truncatingIfNeeded: nodeOfRow.count)
        guard columns[0...1].allSatisfy({ $0.allSatisfy { $0 >= 0 && $0 < rows } }) else {
            throw WorkloadError.valueMissing("u, v")
        }
        edges = (
            columns[0].map { nodeOfRow[Int($0)] }, columns[1].map { nodeOfRow[Int($0)] }, columns[2]
        )
    }

    /// The arcs of the edges, for searches.
    func arcs() throws -> ArcList {
        try ArcList(nodeCount: xs.count, edgeStarts: edges.starts, edgeEnds: edges.ends, costs: edges.decimetres)
    }
}
