public import Features
internal import Planar
public import ReferenceSystems

extension StreetWays {
    /// Moves nodes and barriers by a transform, all positions in one go, in place.
    ///
    /// Nodes without an image are taken out: ways are cut there, and ways that keep fewer than two nodes go. Barriers are
    /// cut in the same way, since a barrier left out would open a way that is none.
    /// - Parameter file: The file of the streets, for the finding.
    /// - Returns: a finding that counts the positions without an image; none where all have one.
    public mutating func move(by transform: CoordinateTransform, file: String) -> [Diagnostic] {
        let lostNodes = transform.apply(xs: &xs, ys: &ys)
        let lostOfBarriers = moveBarriers(by: transform)
        if !lostNodes.isEmpty { drop(Set(lostNodes)) }
        let lost = lostNodes.count + lostOfBarriers
        guard lost > 0 else { return [] }
        return [
            Diagnostic(
                .transformFailed, at: SourceLocation(file: file), ["crs": "\(transform.source)", "count": "\(lost)"],
                severity: .warning)
        ]
    }

    /// Moves all barriers as one column; gives the number of positions without an image.
    private mutating func moveBarriers(by transform: CoordinateTransform) -> Int {
        let lines = barriers.flatMap(\.elements)
        var lineXs = lines.flatMap(\.xs)
        var lineYs = lines.flatMap(\.ys)
        let lost = transform.apply(xs: &lineXs, ys: &lineYs)
        let isLost = Set(lost)
        barriers = []
        var start = 0
        for line in lines {
            let range = start..<start + line.xs.count
            start = range.upperBound
            let pieces = lost.isEmpty ? [range] : StreetWays.runs(in: range) { !isLost.contains($0) }
            for piece in pieces {
                if let moved = try? Geometry(
                    kind: .lineString, xs: Array(lineXs[piece]), ys: Array(lineYs[piece]))
                {
                    barriers.append(moved)
                }
            }
        }
        return lost.count
    }

    /// Takes nodes out and numbers the others anew.
    private mutating func drop(_ lost: Set<Int>) {
        var numbers = [Int32](repeating: -1, count: xs.count)
        var kept: [Int] = []
        for node in xs.indices where !lost.contains(node) {
            numbers[node] = Int32(truncatingIfNeeded: kept.count)
            kept.append(node)
        }
        let old = self
        ids = []
        nodeEnds = []
        nodeIndexes = []
        wayTags = []
        for way in 0..<old.count {
            let nodes = old.nodes(ofWay: way)
            for run in StreetWays.runs(in: nodes.indices, where: { numbers[Int(nodes[$0])] >= 0 }) {
                ids.append(old.ids[way])
                wayTags.append(old.wayTags[way])
                nodeIndexes += nodes[run].map { numbers[Int($0)] }
                nodeEnds.append(Int32(truncatingIfNeeded: nodeIndexes.count))
            }
        }
        xs = kept.map { old.xs[$0] }
        ys = kept.map { old.ys[$0] }
        if !nodeIDs.isEmpty { nodeIDs = kept.map { old.nodeIDs[$0] } }
        if !heights.isEmpty { heights = kept.map { old.heights[$0] } }
        nodeTags = [:]
        for (node, tags) in old.nodeTags where numbers[Int(node)] >= 0 { nodeTags[numbers[Int(node)]] = tags }
    }

    /// The longest stretches of a range, of two or more places, in which a condition holds.
    private static func runs(in range: Range<Int>, where holds: (Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = range.lowerBound
        for place in range.lowerBound...range.upperBound where place == range.upperBound || !holds(place) {
            if place - start >= 2 { runs.append(start..<place) }
            start = place + 1
        }
        return runs
    }
}
