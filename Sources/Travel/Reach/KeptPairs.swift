internal import Parallel
internal import Synchronization

/// Pairs that the first walk leaves in memory, if they are few enough, so that later ones read them there. What is walked
/// through, in which order and in which parts, is the same either way.
public final class KeptPairs: PairSearch {
    private let search: any PairSearch
    /// How many bytes the pairs may take; with more none is kept.
    private let bytes: Int
    private let memory = Mutex(Memory.unknown)

    /// What is known of the pairs.
    private enum Memory {
        /// Nobody has walked through them yet.
        case unknown
        /// All of them, part by part.
        case kept([PairRows])
        /// They take more memory than they may.
        case tooMany
    }

    /// - Parameters:
    ///   - search: finds the pairs.
    ///   - bytes: how much memory they may take: 12 bytes each and 8 for each origin, and what arrays keep to grow.
    public init(_ search: any PairSearch, bytes: Int) {
        self.search = search
        self.bytes = bytes
    }

    /// The number of origins.
    public var originCount: Int { search.originCount }

    /// Calls `body` once for each part of the origins, as the search does; the first walk is that of the search.
    public func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
        switch memory.withLock(\.self) {
        case .kept(let parts): parallelMap(parts.count) { body(parts[$0]) }
        case .tooMany: search.map(body)
        case .unknown: firstWalk(body)
        }
    }

    /// Whether the pairs lie in memory.
    var areKept: Bool { if case .kept = memory.withLock(\.self) { true } else { false } }

    private func firstWalk<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
        let used = Mutex(0)
        let bytes = bytes
        let walk = search.map { rows in
            let fits = used.withLock { used in
                used += rows.byteCount
                return used <= bytes
            }
            return (rows: fits ? rows : nil, result: body(rows))
        }
        let parts = walk.compactMap(\.rows)
        memory.withLock { $0 = parts.count == walk.count ? .kept(parts) : .tooMany }
        return walk.map(\.result)
    }
}
