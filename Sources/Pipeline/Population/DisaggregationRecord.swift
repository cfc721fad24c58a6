internal import Features
internal import Overlay

/// How the counts of one source came to smaller areas, for the record of the run.
struct DisaggregationRecord: Sendable {
    /// What was spread: `census cells`, or the id of a group.
    let subject: String
    /// Whether cells were divided, all groups at once in the order of the project.
    var isOfCells: Bool { subject == DisaggregationRecord.cells }
    /// The subject of cells.
    static let cells = "census cells"
    /// What was known of where people live: `census`, `buildings`, `residential_land`, `nothing`.
    let mask: String
    /// What was done.
    let record: Disaggregation.Record
    /// The quarters or cells with people in which nothing is known of where they live: they are divided by area.
    let dividedByArea: [String]
    /// The quarters or cells with people that no smaller area meets: these are missing in all that follows.
    let unplaced: [String]
    /// Where the counts stand.
    let location: SourceLocation

    /// - Parameters:
    ///   - columns: the counts of each source.
    ///   - name: what the source is called.
    init(
        subject: String, mask: String, record: Disaggregation.Record, columns: [[Double]], location: SourceLocation,
        name: (Int) -> String
    ) {
        func inhabited(_ sources: [Int32]) -> [String] {
            sources.map { Int($0) }.filter { source in
                columns.contains { $0.indices.contains(source) && $0[source] > 0 }
            }.map(name)
        }
        self.subject = subject
        self.mask = mask
        self.record = record
        self.location = location
        dividedByArea = inhabited(record.fallbackSources)
        unplaced = inhabited(record.unplacedSources)
    }

    /// What a person should know of it.
    var findings: [Diagnostic] {
        [(DiagnosticCode.spreadByArea, dividedByArea), (.countUnplaced, unplaced)].compactMap { code, names in
            guard !names.isEmpty else { return nil }
            let shown = names.prefix(DisaggregationRecord.shownCount).joined(separator: ", ")
            var arguments = [
                "count": "\(names.count)",
                "names": shown + (names.count > DisaggregationRecord.shownCount ? ", …" : ""),
            ]
            if isOfCells {
                arguments["@subject"] = "disaggregation.cells"
            } else {
                arguments["subject"] = subject
            }
            return Diagnostic(code, at: location, arguments)
        }
    }

    /// So many names are spelt out.
    private static let shownCount = 5
}
