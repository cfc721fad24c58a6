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
    func testByDimension(
        _ predicate: Predicate, _ first: Geometry, _ second: Geometry
    ) throws(TopologyError) -> Bool {
        guard let a = try onlyLayer(of: first), let b = try onlyLayer(of: second) else {
            return try testByLocating(predicate, first, second)
        }
        return try test(predicate, a, b)
    }

    /// The geometry as one that is no collection; nil where its members differ in dimension.
    func onlyLayer(of geometry: Geometry) throws(TopologyError) -> Geometry? {
        let elements = geometry.elements
        // Noding lines would take the ends away that lie on other lines.
        if geometry.kind == .collection, let first = elements.first, first.dimension < 2,
            elements.allSatisfy({ $0.dimension == first.dimension })
        {
            return try joined(elements)
        }
        let layers = try layers(of: geometry)
        guard layers.count <= 1 else { return nil }
        return layers.first ?? Geometry(emptyOf: geometry.kind == .collection ? .point : geometry.kind)
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
