internal import Features
internal import Overlay

/// How the counts of one source came to smaller areas, for the record of the run.
struct DisaggregationRecord: Sendable, Codable {
    /// What says where people live in some quarters or cells, and their names.
    struct Division: Sendable, Codable {
        let mask: String
        let names: [String]
    }

    /// What was spread: `census cells`, or the id of a group.
    let subject: String
    /// Whether cells were divided, all groups at once in the order of the project.
    var isOfCells: Bool { subject == DisaggregationRecord.cells }
    /// The subject of cells.
    static let cells = "census cells"
    /// What was known of where people live: `census`, `census_all_residents` (of a group that the census does not know),
    /// `buildings`, `residential_land`, `nothing`.
    let mask: String
    /// What says it in place of that where it shows nobody, with the quarters or cells with people that are divided so.
    let dividedOtherwise: [Division]
    /// What was done.
    let record: Disaggregation.Record
    /// The quarters or cells with people in which nothing is known of where they live: they are divided by area.
    let dividedByArea: [String]
    /// The quarters or cells with people that no smaller area meets: these are missing in all that follows.
    let unplaced: [String]
    /// Where the counts stand.
    let location: SourceLocation

    /// - Parameters:
    ///   - masks: what was known, the best first.
    ///   - columns: the counts of each source.
    ///   - name: what the source is called.
    init(
        subject: String, masks: [String], shares: SourceShares, record: Disaggregation.Record, columns: [[Double]],
        location: SourceLocation,
        name: (Int) -> String
    ) {
        func inhabited(_ sources: [Int32]) -> [String] {
            sources.map { Int($0) }.filter { source in
                columns.contains { $0.indices.contains(source) && $0[source] > 0 }
            }.map(name)
        }
        self.subject = subject
        mask = masks.first ?? "nothing"
        self.record = record
        self.location = location
        dividedByArea = inhabited(record.fallbackSources)
        unplaced = inhabited(record.unplacedSources)
        dividedOtherwise = masks.enumerated().dropFirst().compactMap { place, mask in
            let sources = shares.masksOfSources.indices.filter { shares.masksOfSources[$0] == place }
            let names = inhabited(sources.map { Int32(truncatingIfNeeded: $0) })
            return names.isEmpty ? nil : Division(mask: mask, names: names)
        }
    }

    /// What a person should know of it.
    var findings: [Diagnostic] {
        var found: [(code: DiagnosticCode, names: [String], mask: String?)] = dividedOtherwise.map {
            (.spreadOtherwise, $0.names, $0.mask)
        }
        found += [(.spreadByArea, dividedByArea, nil), (.countUnplaced, unplaced, nil)]
        return found.compactMap { code, names, mask in
            guard !names.isEmpty else { return nil }
            let shown = names.prefix(DisaggregationRecord.shownCount).joined(separator: ", ")
            var arguments = [
                "count": "\(names.count)",
                "names": shown + (names.count > DisaggregationRecord.shownCount ? ", …" : ""),
            ]
            if let mask { arguments["@mask"] = "disaggregation.mask." + mask }
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
