internal import CGEOS
internal import Parallel
public import Planar

extension TopologyEngine {
    /// The union of many geometries.
    ///
    /// Geometries whose boxes hang together are united as one group, the groups in parallel; what lies apart is never looked
    /// at together. The result does not depend on the number of processors. Groups stand in the order of their first member.
    public func unaryUnion(of geometries: [Geometry]) throws(TopologyError) -> Outcome<Geometry> {
        let present = geometries.filter { !$0.isEmpty }
        let boxes = ConnectedBoxes(present.map(\.envelope))
        let groups = (0..<boxes.count).map { group in boxes.members(of: group).map { present[Int($0)] } }
        // The largest groups first, so that no worker is left alone with one at the end.
        let sizes = groups.map { $0.reduce(0) { $0 + $1.positionCount } }
        let order = groups.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
        let outcomes = try parallelMap(order.count) { position throws(TopologyError) in
            try union(ofGroup: groups[order[position]])
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
