/// What a long search tells whoever waits for it, and how it is told to stop.
///
/// Searches are synchronous and ask between their parts, from several threads: both functions must be quick. A search
/// that is told to stop throws ``SearchCancelled`` and returns nothing half-done.
public struct SearchProgress: Sendable {
    private let tell: @Sendable (Double) -> Void
    private let asksToStop: @Sendable () -> Bool

    /// Progress that is told to `tell` as the share done, 0…1, not always rising; `isCancelled` says when to stop.
    public init(tell: @escaping @Sendable (Double) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool) {
        self.tell = tell
        asksToStop = isCancelled
    }

    /// Nobody watches, nobody stops it.
    public static let silent = SearchProgress(isCancelled: { false })

    /// One part of `total` is done.
    func report(_ part: Int, of total: Int) { tell(total > 0 ? Double(part) / Double(total) : 1) }

    /// Throws when the search shall stop.
    func check() throws(SearchCancelled) {
        if asksToStop() { throw SearchCancelled() }
    }
}

/// A search was told to stop; it has no result.
public struct SearchCancelled: Error, Sendable, Hashable, CustomStringConvertible {
    /// An error without details.
    public init() {}

    /// The error as a sentence.
    public var description: String { "The search was cancelled." }
}

/// Which way one travels between origins and places.
public enum TravelDirection: String, Sendable, Hashable, CaseIterable {
    /// From people to places: the default.
    case outward
    /// From places back to people; differs where one-ways or slopes matter.
    case inward
}
