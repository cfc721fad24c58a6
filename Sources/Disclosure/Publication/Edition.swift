/// For whom something is published.
public enum Edition: String, Sendable, Hashable, CaseIterable {
    /// For the administration: everything computed, unprotected, and marked as such.
    case `internal`
    /// For everyone: no figure that would single out people, no sensitive places, no computed focus areas.
    case `public`
}
