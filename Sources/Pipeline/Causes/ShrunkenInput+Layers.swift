internal import Disclosure
internal import Project

extension ShrunkenInput {
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
            guard isImplausible(from: was, to: isNow) else { continue }
            found[kind] = ShrunkenInput(kind: kind.rawValue, before: was, after: isNow)
        }
        return found
    }
}
