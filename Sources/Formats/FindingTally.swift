public import Features

/// The findings of a file as they come up: faults one by one, up to a thousand of a code; harmless peculiarities once,
/// with their number.
public struct FindingTally: Sendable {
    private var listed: [Diagnostic] = []
    private var listedCounts: [DiagnosticCode: Int] = [:]
    /// For each code that is only counted: the first finding and how many there are.
    private var counted: [(first: Diagnostic, count: Int)] = []

    /// No findings yet.
    public init() {}

    /// Adds a finding, listed with its place unless there are too many of its code.
    public mutating func list(_ diagnostic: Diagnostic) {
        guard listedCounts[diagnostic.code, default: 0] < Findings.limit else { return count(diagnostic) }
        listedCounts[diagnostic.code, default: 0] += 1
        listed.append(diagnostic)
    }

    /// Adds findings of which only the first is shown, with the number of all.
    public mutating func count(_ diagnostic: Diagnostic, times: Int = 1) {
        if let index = counted.firstIndex(where: { $0.first.code == diagnostic.code }) {
            counted[index].count += times
        } else {
            counted.append((diagnostic, times))
        }
    }

    /// All findings: those with their place in the order they came, then one for each code that was only counted, with
    /// its `count` among the arguments.
    public var diagnostics: [Diagnostic] {
        listed
            + counted.map { first, number in
                guard listedCounts[first.code] == nil else {
                    return Diagnostic(
                        .furtherFindings, at: first.location, ["count": "\(number)", "code": first.code.rawValue],
                        severity: first.severity)
                }
                var diagnostic = first
                diagnostic.arguments["count"] = "\(number)"
                return diagnostic
            }
    }
}
