internal import CGEOS
public import Planar

/// The relations of the DE-9IM that have names, in the spelling of the command `geometry`.
public enum Predicate: String, Sendable, Hashable, CaseIterable {
    case intersects, disjoint, contains, within, covers, coveredBy = "coveredby"
    case crosses, overlaps, touches, equals
}

extension TopologyEngine {
    /// Whether the first geometry stands in the relation to the second.
    public func test(_ predicate: Predicate, _ first: Geometry, _ second: Geometry) throws(TopologyError) -> Bool {
        guard first.kind != .collection, second.kind != .collection else {
            return try testByDimension(predicate, first, second)
        }
        return try decide(.predicate, first, second) { unsafe predicate.call($0, $1, $2) }
    }

    /// Whether both have the same positions in the same order, up to `tolerance` in x and y each.
    public func equalsExact(
        _ first: Geometry, _ second: Geometry, tolerance: Double = 0
    ) throws(TopologyError) -> Bool {
        guard tolerance >= 0 else { throw badArgument(.equalsexact, "the tolerance must be 0 or above") }
        return try decide(.equalsexact, first, second, numbers: [tolerance]) {
            unsafe GEOSEqualsExact_r($0, $1, $2, tolerance)
        }
    }

    /// The DE-9IM matrix of the two as nine characters, such as `212101212`.
    public func relate(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> String {
        guard first.kind != .collection, second.kind != .collection else {
            guard let a = try onlyLayer(of: first), let b = try onlyLayer(of: second) else {
                return try relateByLocating(first, second)
            }
            return try relate(a, b)
        }
        return try withShapes(.relate, first, second) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            return try unsafe context.text { unsafe GEOSRelate_r($0, a, b) }
        }
    }

    /// Whether the DE-9IM matrix of the two matches a pattern of nine of the characters `TF*012`.
    public func relate(
        _ first: Geometry, _ second: Geometry, pattern: String
    ) throws(TopologyError) -> Bool {
        let symbols = Array(pattern.uppercased().utf8)
        guard symbols.count == 9, symbols.allSatisfy({ "TF*012".utf8.contains($0) }) else {
            throw badArgument(.relate, "a pattern has nine of the characters T, F, *, 0, 1 and 2")
        }
        return TopologyEngine.matches(Array(try relate(first, second).utf8), symbols)
    }

    /// Whether a matrix matches a pattern, both nine characters.
    static func matches(_ matrix: [UInt8], _ pattern: [UInt8]) -> Bool {
        zip(matrix, pattern).allSatisfy { entry, symbol in
            switch symbol {
            case UInt8(ascii: "*"): true
            case UInt8(ascii: "T"): entry != UInt8(ascii: "F")
            default: entry == symbol
            }
        }
    }

    /// Whether `geometry` stands in the relation to each of the candidates, in their order. One prepared geometry answers
    /// for all, which is many times faster than one question at a time.
    public func test(
        _ predicate: Predicate, _ geometry: Geometry, against candidates: [Geometry]
    ) throws(TopologyError) -> [Bool] {
        guard geometry.kind != .collection else {
            return try candidates.map { candidate throws(TopologyError) in try test(predicate, geometry, candidate) }
        }
        return try withShape(.predicate, geometry) { context, shape throws(TopologyError) in
            let prepared = try PreparedShape(shape, in: &context)
            var answers: [Bool] = []
            answers.reserveCapacity(candidates.count)
            for candidate in candidates {
                guard candidate.kind != .collection else {
                    answers.append(try test(predicate, geometry, candidate))
                    continue
                }
                try admit([candidate], to: .predicate)
                context.restartDeadline()
                let other = try makeShape(candidate, in: &context)
                answers.append(try ask(predicate, prepared, of: shape, about: other, in: &context))
            }
            return answers
        }
    }

    private func ask(
        _ predicate: Predicate, _ prepared: borrowing PreparedShape, of shape: borrowing GEOSShape,
        about other: borrowing GEOSShape, in context: inout GEOSContext
    ) throws(TopologyError) -> Bool {
        let base = unsafe shape.pointer
        let index = unsafe prepared.pointer
        let candidate = unsafe other.pointer
        return try unsafe context.truth { unsafe predicate.call($0, prepared: index, of: base, candidate) }
    }
}

extension Predicate {
    /// Asks GEOS.
    func call(_ handle: GEOSContextHandle_t, _ a: OpaquePointer, _ b: OpaquePointer) -> CChar {
        switch self {
        case .intersects: unsafe GEOSIntersects_r(handle, a, b)
        case .disjoint: unsafe GEOSDisjoint_r(handle, a, b)
        case .contains: unsafe GEOSContains_r(handle, a, b)
        case .within: unsafe GEOSWithin_r(handle, a, b)
        case .covers: unsafe GEOSCovers_r(handle, a, b)
        case .coveredBy: unsafe GEOSCoveredBy_r(handle, a, b)
        case .crosses: unsafe GEOSCrosses_r(handle, a, b)
        case .overlaps: unsafe GEOSOverlaps_r(handle, a, b)
        case .touches: unsafe GEOSTouches_r(handle, a, b)
        case .equals: unsafe GEOSEquals_r(handle, a, b)
        }
    }

    /// Asks GEOS about a prepared geometry; equality has no prepared form and asks about the geometry itself.
    func call(
        _ handle: GEOSContextHandle_t, prepared: OpaquePointer, of a: OpaquePointer, _ b: OpaquePointer
    ) -> CChar {
        switch self {
        case .intersects: unsafe GEOSPreparedIntersects_r(handle, prepared, b)
        case .disjoint: unsafe GEOSPreparedDisjoint_r(handle, prepared, b)
        case .contains: unsafe GEOSPreparedContains_r(handle, prepared, b)
        case .within: unsafe GEOSPreparedWithin_r(handle, prepared, b)
        case .covers: unsafe GEOSPreparedCovers_r(handle, prepared, b)
        case .coveredBy: unsafe GEOSPreparedCoveredBy_r(handle, prepared, b)
        case .crosses: unsafe GEOSPreparedCrosses_r(handle, prepared, b)
        case .overlaps: unsafe GEOSPreparedOverlaps_r(handle, prepared, b)
        case .touches: unsafe GEOSPreparedTouches_r(handle, prepared, b)
        case .equals: unsafe GEOSEquals_r(handle, a, b)
        }
    }
}
