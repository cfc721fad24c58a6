internal import CPROJ
internal import Parallel
internal import Synchronization

/// A transform of positions from one coordinate reference system to another; x is east and y north on both sides.
///
/// Making one costs 5–30 ms of database look-ups: make it once and hand it whole columns.
public final class CoordinateTransform: Sendable {
    /// The system of the positions that go in.
    public let source: CoordinateReferenceSystem
    /// The system of the positions that come out.
    public let target: CoordinateReferenceSystem
    /// What is done, how accurate it is, which grids it uses.
    public let operation: TransformOperation

    /// Whether positions come out as they go in; nothing is computed then.
    public var isIdentity: Bool { pipeline == nil }

    /// The PROJ pipeline of the operation; nil for the identity.
    private let pipeline: String?
    private let ledger: HandleLedger
    /// Workers at rest: making one takes longer than transforming some hundred positions.
    private let idle = Mutex<[TransformWorker]>([])

    /// Up to so many positions are transformed on the calling thread.
    static let serialLimit = 20_000
    /// The number of pieces of larger columns, whatever the machine.
    static let pieces = 16

    /// Looks up the best operation between two systems.
    ///
    /// - Parameters:
    ///   - area: where the positions lie, in degrees; narrows the choice of datum shift.
    ///   - missingGrid: what to do where the best datum shift needs a grid file that is not installed.
    /// - Throws: kinds `gridMissing`, `ballpark`, `noOperation`, `failed`.
    public convenience init(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, area: GeographicArea? = nil,
        missingGrid: MissingGridPolicy = .refuse
    ) throws(ReferenceSystemError) {
        try self.init(from: source, to: target, area: area, missingGrid: missingGrid, ledger: .shared)
    }

    init(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, area: GeographicArea?,
        missingGrid: MissingGridPolicy, ledger: HandleLedger
    ) throws(ReferenceSystemError) {
        self.source = source
        self.target = target
        self.ledger = ledger
        guard !source.isSame(as: target) else {
            operation = .identity
            pipeline = nil
            return
        }
        let context = try ProjContext(ledger: ledger)
        let choice = try OperationChoice(
            from: source, to: target, area: area, missingGrid: missingGrid, in: context)
        // A grid that is there but cannot be read shows now, not at the first position.
        _ = try TransformWorker(pipeline: choice.pipeline, context: context)
        operation = choice.operation
        pipeline = choice.pipeline
    }

    /// Undoes the map projection of a system: longitude and latitude of its own datum, without any datum shift.
    init(undoing system: CoordinateReferenceSystem) throws(ReferenceSystemError) {
        let context = try ProjContext()
        let choice = try OperationChoice(undoing: system, in: context)
        source = system
        target = .wgs84
        ledger = .shared
        operation = choice.operation
        pipeline = choice.pipeline
    }

    /// Transforms the positions in place and returns the indexes of those that have no image, in order.
    ///
    /// Their coordinates become NaN. Positions that are not finite are never handed to PROJ and count among them.
    /// Columns of different length are transformed up to the length of the shorter one. The result does not depend on
    /// the number of cores. About 0.15 µs a position and core to UTM, 0.45 µs through BETA2007.
    public func apply(xs: inout [Double], ys: inout [Double]) -> [Int] {
        let count = min(xs.count, ys.count)
        guard count > 0 else { return [] }
        return unsafe xs.withUnsafeMutableBufferPointer { xBuffer in
            unsafe ys.withUnsafeMutableBufferPointer { yBuffer in
                guard let x = xBuffer.baseAddress, let y = yBuffer.baseAddress else { return [] }
                return unsafe apply(x: x, y: y, count: count)
            }
        }
    }

    /// Transforms one position; nil where it has no image.
    public func apply(x: Double, y: Double) -> (x: Double, y: Double)? {
        var (x, y) = (x, y)
        return unsafe apply(x: &x, y: &y, count: 1).isEmpty ? (x, y) : nil
    }

    private func apply(x: UnsafeMutablePointer<Double>, y: UnsafeMutablePointer<Double>, count: Int) -> [Int] {
        guard let pipeline else { return unsafe notFinite(x, y, count) }
        guard count > Self.serialLimit else { return unsafe apply(pipeline, x, y, 0..<count) }
        let ranges = evenRanges(count, pieces: Self.pieces)
        // The pieces do not overlap, and the columns outlive the loop: it returns when all pieces are done.
        nonisolated(unsafe) let (x, y) = unsafe (x, y)
        return parallelMap(ranges.count) { piece in
            unsafe self.apply(pipeline, x, y, ranges[piece])
        }.flatMap(\.self)
    }

    /// Transforms a range with a worker at rest or, where all are busy, with a new one; it rests afterwards.
    private func apply(
        _ pipeline: String, _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ range: Range<Int>
    ) -> [Int] {
        let rested = idle.withLock { $0.popLast() }
        guard
            let worker = rested ?? (try? TransformWorker(pipeline: pipeline, context: ProjContext(ledger: ledger)))
        else { return unsafe failAll(x, y, range) }
        defer { idle.withLock { $0.append(worker) } }
        return unsafe worker.transform(x: x, y: y, range: range)
    }

    /// The identity's failures: positions that are not finite.
    private func notFinite(_ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) -> [Int]
    {
        (0..<count).filter { index in
            guard unsafe x[index].isFinite && y[index].isFinite else {
                return unsafe !failAll(x, y, index..<index + 1).isEmpty
            }
            return false
        }
    }

    /// No memory for a worker: none of the positions has an image.
    private func failAll(
        _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ range: Range<Int>
    ) -> [Int] {
        for index in range {
            unsafe x[index] = .nan
            unsafe y[index] = .nan
        }
        return Array(range)
    }
}
