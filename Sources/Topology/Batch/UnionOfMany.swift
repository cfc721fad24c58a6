internal import CGEOS
internal import Parallel
public import Planar

extension TopologyEngine {
    /// The union of many geometries.
    ///
    /// Geometries whose boxes hang together are united as one group, the groups in parallel; what lies apart is never looked
    /// at together. The result does not depend on the number of processors. Groups stand in the order of their first member.
    public func unaryUnion(of geometries: [Geometry]) throws(TopologyError) -> Outcome<Geometry> {
        let groups = overlappingGroups(geometries.map(\.envelope))
        // The largest groups first, so that no worker is left alone with one at the end.
        let sizes = groups.map { $0.reduce(0) { $0 + geometries[$1].positionCount } }
        let order = groups.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
        let outcomes = try parallelMap(order.count) { position throws(TopologyError) in
            try union(ofGroup: groups[order[position]].map { geometries[$0] })
        }
        var inOrder = outcomes
        for (position, group) in order.enumerated() { inOrder[group] = outcomes[position] }
        return Outcome(try assemble(inOrder.map(\.value)), notes: inOrder.flatMap(\.notes))
    }

    private func union(ofGroup group: [Geometry]) throws(TopologyError) -> Outcome<Geometry> {
        if group.count == 1, group[0].kind == .point { return Outcome(group[0]) }
        return try unaryUnion(try collection(group.flatMap(\.elements)))
    }

    /// One geometry of parts that do not meet: of one kind where they are, else a collection.
    private func assemble(_ parts: [Geometry]) throws(TopologyError) -> Geometry {
        let elements = parts.flatMap(\.elements)
        guard elements.count != 1 else { return elements[0] }
        do {
            return try Geometry(joining: elements)
        } catch {
            throw TopologyError(.failed, operation: GatedOperation.unaryunion.rawValue, detail: "\(error)")
        }
    }

    private func collection(_ members: [Geometry]) throws(TopologyError) -> Geometry {
        do {
            return try Geometry(collection: members)
        } catch {
            throw badArgument(.unaryunion, "\(error)")
        }
    }
}

/// Groups of boxes that hang together through shared positions, each in ascending order, ordered by their first member.
/// Empty boxes belong to none. A sweep from west to east with disjoint sets; boxes still open are few in real maps.
func overlappingGroups(_ boxes: [Envelope]) -> [[Int]] {
    var parents = Array(boxes.indices)
    func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }
    let order = boxes.indices.filter { !boxes[$0].isEmpty }.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    var open: [Int] = []
    for index in order {
        open.removeAll { boxes[$0].maxX < boxes[index].minX }
        for other in open where boxes[other].intersects(boxes[index]) {
            let (a, b) = (root(index), root(other))
            parents[max(a, b)] = min(a, b)
        }
        open.append(index)
    }
    var groups: [[Int]] = []
    var groupOfRoot = [Int](repeating: -1, count: boxes.count)
    for index in boxes.indices where !boxes[index].isEmpty {
        let root = root(index)
        if groupOfRoot[root] < 0 {
            groupOfRoot[root] = groups.count
            groups.append([])
        }
        groups[groupOfRoot[root]].append(index)
    }
    return groups
}
