/// An input that lost so many features from one date to the next that a fault of the file is likelier than a change of the
/// town: a feed cut off half-way, an export with a filter left on.
///
/// The rule: fewer than half of what there was, and at least ten fewer. It looks at each kind of layer as a whole, so that
/// a file may be split in two or renamed. Counts of people are looked at as rows, not as persons.
public struct ShrunkenInput: Sendable, Codable, Hashable {
    /// The kind of layer, as the project file calls it.
    public let kind: String
    /// How many features there were.
    public let before: Int
    /// How many there are.
    public let after: Int

    /// At least this share is gone.
    static let share = 0.5
    /// At least so many are gone.
    static let fewest = 10

    /// Makes a note of a kind of layer; the rule is asked by ``isImplausible(from:to:)``.
    public init(kind: String, before: Int, after: Int) {
        self.kind = kind
        self.before = before
        self.after = after
    }

    /// Whether so few features after so many are likelier a fault than a change.
    public static func isImplausible(from before: Int, to after: Int) -> Bool {
        before - after >= fewest && Double(after) < Double(before) * (1 - share)
    }
}
