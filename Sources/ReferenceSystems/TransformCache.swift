internal import Synchronization

/// Transforms that were made once, to be used again: looking one up costs 5–30 ms. One cache serves a whole run.
public final class TransformCache: Sendable {
    private struct Key: Hashable {
        let source: CoordinateReferenceSystem
        let target: CoordinateReferenceSystem
        let missingGrid: MissingGridPolicy
    }

    private let known = Mutex<[Key: CoordinateTransform]>([:])

    /// A cache without transforms.
    public init() {}

    /// The transform between two systems, made when first asked for.
    ///
    /// - Parameter missingGrid: what to do where the best datum shift needs a grid file that is not installed.
    /// - Throws: what making the transform throws; asked again, it is tried again.
    public func transform(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem,
        missingGrid: MissingGridPolicy = .refuse
    ) throws(ReferenceSystemError) -> CoordinateTransform {
        let key = Key(source: source, target: target, missingGrid: missingGrid)
        return try known.withLock { known throws(ReferenceSystemError) in
            if let transform = known[key] { return transform }
            let transform = try CoordinateTransform(from: source, to: target, missingGrid: missingGrid)
            known[key] = transform
            return transform
        }
    }
}
