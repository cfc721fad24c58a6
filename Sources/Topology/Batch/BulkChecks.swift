internal import Glibc
internal import Parallel
public import Planar

/// The number of processors that are online, at least 1.
func processorCount() -> Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

extension TopologyEngine {
    /// The validity of each geometry, or why it cannot be told; computed on all processors.
    public func validities(_ geometries: [Geometry]) -> [Result<Validity, TopologyError>] {
        forEach(geometries, operation: .isvalid) { geometry, context throws(TopologyError) in
            try validity(geometry, in: &context)
        }
    }

    /// Each geometry as it is where it is valid, repaired where not; computed on all processors.
    public func madeValid(
        _ geometries: [Geometry], method: RepairMethod = .linework
    ) -> [Result<RepairedGeometry, TopologyError>] {
        forEach(geometries, operation: .makevalid) { geometry, context throws(TopologyError) in
            let verdict = try validity(geometry, in: &context)
            guard !verdict.isValid else { return RepairedGeometry(geometry: geometry, fault: nil) }
            return RepairedGeometry(geometry: try makeValid(geometry, method: method), fault: verdict)
        }
    }

    /// Runs `body` on each geometry with one context per worker, and keeps the order.
    func forEach<Value: Sendable>(
        _ geometries: [Geometry], operation: GatedOperation,
        _ body: @Sendable (Geometry, inout GEOSContext) throws(TopologyError) -> Value
    ) -> [Result<Value, TopologyError>] {
        let chunks = evenRanges(geometries.count, pieces: max(1, min(geometries.count / 16, processorCount() * 4)))
        return parallelMap(chunks.count) { chunk -> [Result<Value, TopologyError>] in
            var context: GEOSContext
            do throws(TopologyError) {
                context = try GEOSContext(operation: operation.rawValue, limits: limits)
            } catch {
                return chunks[chunk].map { _ in .failure(error) }
            }
            var results: [Result<Value, TopologyError>] = []
            results.reserveCapacity(chunks[chunk].count)
            for index in chunks[chunk] {
                do throws(TopologyError) {
                    try admit([geometries[index]], to: operation)
                    context.restartDeadline()
                    results.append(.success(try body(geometries[index], &context)))
                } catch {
                    results.append(.failure(error))
                }
            }
            return results
        }.flatMap { $0 }
    }
}

/// A valid geometry and what was wrong with the one it came from.
public struct RepairedGeometry: Sendable {
    /// The valid geometry.
    public let geometry: Geometry
    /// The first fault of the original; nil where it was valid and is unchanged.
    public let fault: Validity?
}
