internal import Disclosure

/// The folders that a run writes.
enum RunFolder {
    /// The public edition as a run leaves it.
    static let draft = "draft"

    /// The folder of an edition: `internal` or `draft`.
    static func name(of edition: Edition) -> String {
        switch edition {
        case .internal: "internal"
        case .public: draft
        }
    }
}
