internal import Project

/// An input that lost so many features from one date to the next that a fault of the file is likelier than a change of the
/// town: a feed cut off half-way, an export with a filter left on.
///
/// The rule: fewer than half of what there was, and at least ten fewer. It looks at each kind of layer as a whole, so that
/// a file may be split in two or renamed. Counts of people are looked at as rows, not as persons.
public struct ShrunkenInput: Sendable, Hashable {
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

    /// What shrank between two readings, by kind. Kinds that a project no longer names were left out on purpose.
    static func all(from before: [InputRecord], to after: [InputRecord]) -> [LayerEntry.Kind: ShrunkenInput] {
        all(from: before.map { ($0.entry.kind, $0.count) }, to: after.map { ($0.entry.kind, $0.count) })
    }

    /// The same from the kind and the number of features of each file.
    static func all(
        from before: [(kind: LayerEntry.Kind, count: Int)], to after: [(kind: LayerEntry.Kind, count: Int)]
    ) -> [LayerEntry.Kind: ShrunkenInput] {
        var found: [LayerEntry.Kind: ShrunkenInput] = [:]
        for kind in LayerEntry.Kind.allCases {
            let (old, new) = (before.filter { $0.kind == kind }, after.filter { $0.kind == kind })
            guard !old.isEmpty, !new.isEmpty else { continue }
            let (was, isNow) = (old.reduce(0) { $0 + $1.count }, new.reduce(0) { $0 + $1.count })
            guard was - isNow >= fewest, Double(isNow) < Double(was) * (1 - share) else { continue }
            found[kind] = ShrunkenInput(kind: kind.rawValue, before: was, after: isNow)
        }
        return found
    }
}
