internal import Planar

/// Overlay with collections. GEOS 3.11 takes neither points beside areas nor overlapping polygons in a collection; both are
/// ordinary in real data. A collection means the union of its members, so it is taken apart into one sound geometry for
/// each dimension, the operation is done between those, and the union of the pieces is the answer.
extension TopologyEngine {
    /// An overlay where at least one geometry is a collection.
    func overlayByDimension(
        _ operation: OverlayOperation, _ first: Geometry, _ second: Geometry, _ gridSize: Double
    ) throws(TopologyError) -> Outcome<Geometry> {
        let firstParts = try layers(of: first, gridSize)
        let secondParts = try layers(of: second, gridSize)
        var notes: [TopologyNote] = []
        var pieces: [Geometry] = []
        switch operation {
        case .intersection:
            for a in firstParts {
                for b in secondParts {
                    let piece = try overlayPlain(.intersection, a, b, gridSize)
                    notes += piece.notes
                    pieces += piece.value.elements
                }
            }
        case .union:
            pieces = (firstParts + secondParts).flatMap(\.elements)
        case .difference:
            pieces = try subtract(secondParts, from: firstParts, gridSize, &notes)
        case .symmetricDifference:
            pieces = try subtract(secondParts, from: firstParts, gridSize, &notes)
            pieces += try subtract(firstParts, from: secondParts, gridSize, &notes)
        }
        let whole = try unaryUnion(try collection(pieces, operation.gated), gridSize: gridSize)
        return Outcome(whole.value, notes: notes + whole.notes)
    }

    /// One sound geometry for each dimension that occurs: polygons, lines, points, each the union of its kind.
    func layers(of geometry: Geometry, _ gridSize: Double = 0) throws(TopologyError) -> [Geometry] {
        guard geometry.kind == .collection else { return geometry.isEmpty ? [] : [geometry] }
        let elements = geometry.elements
        var layers: [Geometry] = []
        for dimension in [2, 1, 0] {
            let members = elements.filter { $0.dimension == dimension }
            guard !members.isEmpty else { continue }
            layers.append(try unaryUnion(try collection(members, .unaryunion), gridSize: gridSize).value)
        }
        return layers
    }

    /// A predicate where at least one geometry is a collection.
    ///
    /// Collections of one dimension are united first. Of mixed ones GEOS 3.11 has no matrix; what can be told from the
    /// layers one by one is told, the rest is an error.
    func testByDimension(
        _ predicate: Predicate, _ first: Geometry, _ second: Geometry
    ) throws(TopologyError) -> Bool {
        let firstParts = try layers(of: first)
        let secondParts = try layers(of: second)
        if firstParts.count <= 1, secondParts.count <= 1 {
            return try test(predicate, onlyLayer(of: first, .predicate), onlyLayer(of: second, .predicate))
        }
        switch predicate {
        case .intersects:
            return try anyPair(firstParts, secondParts, .intersects)
        case .disjoint:
            return try !anyPair(firstParts, secondParts, .intersects)
        case .covers:
            return try covers(firstParts, secondParts)
        case .coveredBy:
            return try covers(secondParts, firstParts)
        case .contains, .within, .crosses, .overlaps, .touches, .equals:
            throw mixed(.predicate)
        }
    }

    /// The geometry as one that is no collection; an error where its members differ in dimension.
    func onlyLayer(of geometry: Geometry, _ operation: GatedOperation) throws(TopologyError) -> Geometry {
        let layers = try layers(of: geometry)
        guard layers.count <= 1 else { throw mixed(operation) }
        return layers.first ?? Geometry(emptyOf: geometry.kind == .collection ? .point : geometry.kind)
    }

    private func mixed(_ operation: GatedOperation) -> TopologyError {
        badArgument(operation, "GEOS 3.11 does not relate collections of mixed dimensions")
    }

    private func anyPair(
        _ firstParts: [Geometry], _ secondParts: [Geometry], _ predicate: Predicate
    ) throws(TopologyError) -> Bool {
        for a in firstParts {
            for b in secondParts where try test(predicate, a, b) { return true }
        }
        return false
    }

    /// Whether nothing of the second layers is left when the first are taken away.
    private func covers(_ firstParts: [Geometry], _ secondParts: [Geometry]) throws(TopologyError) -> Bool {
        guard !firstParts.isEmpty, !secondParts.isEmpty else { return false }
        var notes: [TopologyNote] = []
        return try subtract(firstParts, from: secondParts, 0, &notes).isEmpty
    }

    private func subtract(
        _ others: [Geometry], from parts: [Geometry], _ gridSize: Double, _ notes: inout [TopologyNote]
    ) throws(TopologyError) -> [Geometry] {
        var pieces: [Geometry] = []
        for part in parts {
            var rest = part
            for other in others {
                let outcome = try overlayPlain(.difference, rest, other, gridSize)
                notes += outcome.notes
                rest = outcome.value
            }
            pieces += rest.elements
        }
        return pieces
    }

    private func collection(_ members: [Geometry], _ operation: GatedOperation) throws(TopologyError) -> Geometry {
        do {
            return try Geometry(collection: members)
        } catch {
            throw badArgument(operation, "\(error)")
        }
    }
}
