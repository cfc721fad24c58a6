internal import Features

/// Findings about one census file: each kind one by one up to a limit, then only counted.
struct CensusFindings {
    /// The file for locations.
    let path: String
    private var tally = FindingTally()

    init(path: String) { self.path = path }

    /// Adds a finding about a line.
    mutating func list(_ code: DiagnosticCode, line: Int, _ arguments: [String: String] = [:]) {
        tally.list(Diagnostic(code, at: SourceLocation(file: path, line: line), arguments))
    }

    /// All findings in the order in which they were made, then how many of each kind are not listed.
    func finished() -> [Diagnostic] { tally.diagnostics }
}
