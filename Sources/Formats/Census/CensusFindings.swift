internal import Features

/// Findings about one census file: each kind one by one up to a limit, then only counted.
struct CensusFindings: Sendable {
    /// The file for locations.
    let path: String
    private var listed: [Diagnostic] = []
    private var listedCounts: [DiagnosticCode: Int] = [:]
    /// For each code that passed the limit: the first finding beyond it, and how many there are.
    private var further: [(first: Diagnostic, count: Int)] = []

    init(path: String) { self.path = path }

    /// Adds a finding about a line.
    mutating func list(_ code: DiagnosticCode, line: Int, _ arguments: [String: String] = [:]) {
        let finding = Diagnostic(code, at: SourceLocation(file: path, line: line), arguments)
        listedCounts[code, default: 0] += 1
        if listedCounts[code, default: 0] <= Findings.limit {
            listed.append(finding)
        } else if let index = further.firstIndex(where: { $0.first.code == code }) {
            further[index].count += 1
        } else {
            further.append((finding, 1))
        }
    }

    /// All findings in the order of the lines, then how many of each kind are not listed.
    func finished() -> [Diagnostic] {
        let ordered = listed.enumerated().sorted {
            ($0.element.location?.line ?? 0, $0.offset) < ($1.element.location?.line ?? 0, $1.offset)
        }
        return ordered.map(\.element)
            + further.map { first, count in
                Diagnostic(
                    .furtherFindings, at: first.location, ["count": "\(count)", "code": first.code.rawValue],
                    severity: first.severity)
            }
    }
}
