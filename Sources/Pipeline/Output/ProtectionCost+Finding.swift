internal import Disclosure
internal import Features
internal import Indicators

extension ProtectionCost {
    /// How many counts are named; the others are only counted.
    private static let named = 5

    /// Says which counts could not be protected; nil where all are.
    func finding(_ project: String) -> Diagnostic? {
        guard !unprotected.isEmpty else { return nil }
        let names = unprotected.compactMap(\.key).map { key in
            [key.areaID, key.group, key.indicator, key.category, key.parameters].compactMap(\.self).filter {
                !$0.isEmpty
            }
            .joined(separator: " ")
        }
        let shown = names.prefix(ProtectionCost.named) + (shownAll(names) ? [] : ["…"])
        return Diagnostic(
            .countsNotProtected, at: SourceLocation(file: project),
            ["n": "\(unprotected.count)", "counts": shown.joined(separator: ", ")])
    }

    private func shownAll(_ names: [String]) -> Bool {
        names.count == unprotected.count && names.count <= ProtectionCost.named
    }
}
