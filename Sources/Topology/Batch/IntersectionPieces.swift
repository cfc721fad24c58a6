internal import CGEOS
internal import Parallel
public import Planar

/// What two geometries of two lists have in common.
public struct IntersectionPiece: Sendable {
    /// How the piece came about.
    public enum Origin: Sendable, Hashable {
        /// They do not meet, or only at their edges.
        case none
        /// The first lies in the second: the piece is the first, unchanged.
        case firstInside
        /// The second lies in the first: the piece is the second, unchanged.
        case secondInside
        /// Computed by overlay.
        case computed
    }

    /// How it came about.
    public let origin: Origin
    /// The piece; nil where only areas were asked for or there is none.
    public let geometry: Geometry?
    /// The area of the piece; 0 where there is none.
    public let area: Double
    /// Remarks of the overlay.
    public let notes: [TopologyNote]
    /// Why there is no answer for this pair. Never to be passed over in silence.
    public let failure: TopologyError?
}

extension TopologyEngine {
    /// The intersection of each pair of areas, in the order of `pairs`.
    ///
    /// Pairs are index pairs into `first` and `second`, such as an index of boxes gives them; order them by their first
    /// index, then each geometry is converted and prepared about once. Workers share nothing but the input. Overlay runs
    /// only for pairs whose edges really cross: what is apart or contained is told by prepared geometries.
    /// A pair that fails says so in ``IntersectionPiece/failure``; an index outside its list is an error of the call.
    public func intersectionPieces(
        of first: [Geometry], with second: [Geometry], pairs: [(Int32, Int32)], keepGeometry: Bool = true
    ) throws(TopologyError) -> [IntersectionPiece] {
        guard pairs.allSatisfy({ first.indices.contains(Int($0.0)) && second.indices.contains(Int($0.1)) }) else {
            throw badArgument(.intersection, "a pair names a geometry that is not in its list")
        }
        let (firstBoxes, secondBoxes) = (first.map(\.envelope), second.map(\.envelope))
        let chunks = evenRanges(pairs.count, pieces: max(1, min(pairs.count / 32, processorCount() * 4)))
        let parts = try parallelMap(chunks.count) { chunk throws(TopologyError) in
            var worker = try PairWorker(engine: self, first: first, second: second, keepGeometry: keepGeometry)
            return chunks[chunk].map { index in
                let (a, b) = (Int(pairs[index].0), Int(pairs[index].1))
                return worker.piece(a, b, firstBoxes[a], secondBoxes[b])
            }
        }
        return parts.flatMap { $0 }
    }
}

/// One worker's context and its converted geometries.
private struct PairWorker: ~Copyable {
    let engine: TopologyEngine
    let first: [Geometry]
    let second: [Geometry]
    let keepGeometry: Bool
    var firstPool: ShapePool
    var secondPool: ShapePool
    var context: GEOSContext
    var current = -1

    init(
        engine: TopologyEngine, first: [Geometry], second: [Geometry], keepGeometry: Bool
    ) throws(TopologyError) {
        self.engine = engine
        self.first = first
        self.second = second
        self.keepGeometry = keepGeometry
        let context = try GEOSContext(operation: GatedOperation.intersection.rawValue, limits: engine.limits)
        self.firstPool = ShapePool(in: context)
        self.secondPool = ShapePool(in: context)
        self.context = context
    }

    mutating func piece(_ a: Int, _ b: Int, _ boxA: Envelope, _ boxB: Envelope) -> IntersectionPiece {
        do throws(TopologyError) {
            return try compute(a, b, boxA, boxB)
        } catch {
            return IntersectionPiece(origin: .none, geometry: nil, area: 0, notes: [], failure: error)
        }
    }

    private mutating func compute(
        _ a: Int, _ b: Int, _ boxA: Envelope, _ boxB: Envelope
    ) throws(TopologyError) -> IntersectionPiece {
        guard boxA.intersects(boxB) else { return PairWorker.none }
        try engine.admit([first[a], second[b]], to: .intersection)
        if current != a {
            if current >= 0 { firstPool.forget(current) }
            current = a
        }
        context.restartDeadline()
        let shapeB = try secondPool.shape(b, of: second, engine: engine, in: &context)
        let preparedA = try firstPool.preparedShape(a, of: first, engine: engine, in: &context)
        guard try unsafe context.truth({ unsafe GEOSPreparedIntersects_r($0, preparedA, shapeB) }) else {
            return PairWorker.none
        }
        if boxA.contains(boxB), try unsafe context.truth({ unsafe GEOSPreparedCovers_r($0, preparedA, shapeB) }) {
            return made(.secondInside, Outcome(second[b]))
        }
        let shapeA = try firstPool.shape(a, of: first, engine: engine, in: &context)
        if boxB.contains(boxA) {
            let preparedB = try secondPool.preparedShape(b, of: second, engine: engine, in: &context)
            if try unsafe context.truth({ unsafe GEOSPreparedCovers_r($0, preparedB, shapeA) }) {
                return made(.firstInside, Outcome(first[a]))
            }
        }
        var extent = boxA
        extent.include(boxB)
        return unsafe made(
            .computed,
            try engine.robust(
                &context, extent: extent, { unsafe GEOSIntersection_r($0, shapeA, shapeB) },
                { unsafe GEOSIntersectionPrec_r($0, shapeA, shapeB, $1) }))
    }

    private func made(_ origin: IntersectionPiece.Origin, _ outcome: Outcome<Geometry>) -> IntersectionPiece {
        IntersectionPiece(
            origin: outcome.value.isEmpty ? .none : origin,
            geometry: keepGeometry && !outcome.value.isEmpty ? outcome.value : nil, area: outcome.value.area,
            notes: outcome.notes, failure: nil)
    }

    private static var none: IntersectionPiece {
        IntersectionPiece(origin: .none, geometry: nil, area: 0, notes: [], failure: nil)
    }
}
