internal import Features

/// The findings of one file: faults one by one, up to a limit of each code, and harmless peculiarities counted.
struct DiagnosticTally {
    private var listed: [Diagnostic] = []
    private var listedCounts: [DiagnosticCode: Int] = [:]
    /// For each code that is only counted: the first finding and how many there are.
    private var counted: [(first: Diagnostic, count: Int)] = []

    /// Adds a finding, listed one by one unless there are too many of its code.
    mutating func list(_ diagnostic: Diagnostic) {
        guard listedCounts[diagnostic.code, default: 0] < Findings.limit else { return tally(diagnostic, 1) }
        listedCounts[diagnostic.code, default: 0] += 1
        listed.append(diagnostic)
    }

    /// Adds findings of which only the first is shown, with the number of all.
    mutating func tally(_ diagnostic: Diagnostic, _ times: Int) {
        if let index = counted.firstIndex(where: { $0.first.code == diagnostic.code }) {
            counted[index].count += times
        } else {
            counted.append((diagnostic, times))
        }
    }

    /// The listed findings in the order in which they were added, then those that were counted, by code.
    func finished() -> [Diagnostic] {
        var diagnostics = listed
        for (first, number) in counted {
            var diagnostic = first
            diagnostic.arguments["count"] = "\(number)"
            if listedCounts[first.code] != nil {
                diagnostic = Diagnostic(
                    .furtherFindings, at: first.location, ["count": "\(number)", "code": first.code.rawValue],
                    severity: first.severity)
            }
            diagnostics.append(diagnostic)
        }
        return diagnostics
    }
}
