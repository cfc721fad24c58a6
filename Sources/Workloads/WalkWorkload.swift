internal import Formats
internal import Parallel
internal import Travel

/// W5: for each street node the way to the nearest place of each category, and the places within 1,200 m of walking;
/// addresses and places are where their nearest node is.
enum WalkWorkload {
    /// In decimetres; what is as far or farther is not near.
    static let nearLimit: Int32 = 15_000
    /// In decimetres; what is as far counts.
    static let countLimit: Int32 = 12_000
    /// How many rows of a table are put together at once for its digest.
    private static let rowsAtOnce = 1 << 12

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let (addressXs, addressYs) = try region.positions("addresses")
        let (places, categories) = try region.places()
        recorder.endPhase("load points")

        let network = try WalkingNetwork(region)
        recorder.endPhase("load network")

        let (nodeOfAddress, nodeOfPlace) = snap(network, (addressXs, addressYs), (places.xs, places.ys))
        recorder.endPhase("snap")

        let arcs = try network.arcs()
        let rows = network.nodeOfRow
        let destinations = try NodeDestinations(
            nodes: nodeOfPlace, categories: categories, categoryCount: Region.categories.count, nodeCount: rows.count)
        recorder.endPhase("build")

        // A bound of searches counts as reached; here it does not.
        let near = try arcs.nearestCosts(to: destinations, limit: nearLimit - 1)
        recorder.endPhase("nearest")

        let counts = try arcs.destinationCounts(to: destinations, limit: countLimit)
        recorder.endPhase("count")

        recordNear(near, nodeOfAddress, rows, &recorder)
        recordCounts(counts, nodeOfAddress, rows, &recorder)
        recorder.endPhase("digest")
    }

    typealias Positions = (xs: [Double], ys: [Double])

    static func snap(
        _ network: WalkingNetwork, _ addresses: Positions, _ places: Positions
    ) -> (addresses: [Int32], places: [Int32]) {
        let nodes = NearestPoint(xs: network.xs, ys: network.ys)
        return (
            nodes.indexes(xs: addresses.xs, ys: addresses.ys), nodes.indexes(xs: places.xs, ys: places.ys)
        )
    }

    /// The values about the nearest places, and the nodes of the addresses.
    static func recordNear(
        _ near: [[Int32]], _ nodeOfAddress: [Int32], _ nodeOfRow: [Int32], _ recorder: inout WorkloadRecorder
    ) {
        var rowOfNode = [Int32](repeating: 0, count: nodeOfRow.count)
        for (row, node) in nodeOfRow.enumerated() { rowOfNode[Int(node)] = Int32(truncatingIfNeeded: row) }
        let (nearDigest, nearSums) = parallelPair(
            { tableDigest(near, rows: nodeOfRow) },
            {
                near.map { column in
                    column.withUnsafeBufferPointer { column in
                        nodeOfAddress.reduce(0) { sum, node in
                            let cost = column[Int(node)]
                            return sum + Int(cost == Reach.absent ? nearLimit : cost)
                        }
                    }
                }
            })
        recorder.record("near", nearDigest)
        recorder.record("reached", .integer(near.reduce(0) { $0 + $1.count { $0 != Reach.absent } }))
        recorder.record("near_sum", .integer(near.reduce(0) { $0 + $1.reduce(0) { $0 + max(Int($1), 0) } }))
        recorder.record("addr_sum", list(nearSums))
        recorder.record("snap", digest(nodeOfAddress.map { rowOfNode[Int($0)] }))
    }

    /// The values about the numbers of places.
    static func recordCounts(
        _ counts: [[Int32]], _ nodeOfAddress: [Int32], _ nodeOfRow: [Int32], _ recorder: inout WorkloadRecorder
    ) {
        let (countDigest, countSums) = parallelPair(
            { tableDigest(counts, rows: nodeOfRow) },
            {
                counts.map { column in
                    column.withUnsafeBufferPointer { column in
                        nodeOfAddress.reduce(0) { $0 + Int(column[Int($1)]) }
                    }
                }
            })
        recorder.record("cnt", countDigest)
        recorder.record("cnt_sum", .integer(counts.reduce(0) { $0 + $1.reduce(0) { $0 + Int($1) } }))
        recorder.record("addr_cnt", list(countSums))
    }

    /// The digest of a table of columns over the nodes, its rows in the order of `rows`.
    private static func tableDigest(_ columns: [[Int32]], rows: [Int32]) -> JSONValue {
        var checksum = Checksum()
        var table = [Int32](repeating: 0, count: rowsAtOnce * columns.count)
        for first in stride(from: 0, to: rows.count, by: rowsAtOnce) {
            let block = rows[first..<min(first + rowsAtOnce, rows.count)]
            for (column, values) in columns.enumerated() {
                var place = column
                for node in block {
                    table[place] = values[Int(node)]
                    place += columns.count
                }
            }
            table[..<(block.count * columns.count)].withUnsafeBytes { checksum.update($0) }
        }
        return digest(checksum)
    }
}
