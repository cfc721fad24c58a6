extension KeyJoin {
    /// What there is to say about the join.
    /// - Parameters:
    ///   - layer: The table.
    ///   - column: The column of the keys or names, for the messages.
    ///   - texts: What each row is called in messages: its key or name.
    ///   - areaIDs: The id of each area.
    ///   - expectedMisses: Rows that mean no area on purpose, such as totals.
    public func diagnostics(
        layer: Layer, column: String, texts: [String?], areaIDs: [String], expectedMisses: Set<Int> = []
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        func add(_ code: DiagnosticCode, _ rows: [Int], _ arguments: [String: String] = [:]) {
            guard let first = rows.first else { return }
            var arguments = arguments
            arguments["column"] = column
            arguments["count"] = "\(rows.count)"
            arguments["values"] = KeyJoin.listed(rows.map { texts.indices.contains($0) ? texts[$0] ?? "" : "" })
            found.append(Diagnostic(code, at: layer.location(ofFeature: first), arguments))
        }
        func rows(_ way: Way) -> [Int] { ways.indices.filter { ways[$0] == way } }
        func rows(_ miss: [Miss]) -> [Int] {
            misses.indices.filter { row in misses[row].map(miss.contains) == true && !expectedMisses.contains(row) }
        }
        add(.leadingZerosLost, rows(.paddedKey))
        add(.joinedByPrefix, rows(.prefix), ["prefix": prefix ?? ""])
        add(.joinedByName, rows(.name))
        add(.rowsWithoutArea, rows([.empty, .unknown]))
        add(.rowsAmbiguous, rows([.ambiguous, .contradiction]) + doubtfulRows)
        if !unmatchedAreas.isEmpty {
            found.append(
                Diagnostic(
                    .areasWithoutRow, at: SourceLocation(file: layer.source.path),
                    [
                        "column": column, "count": "\(unmatchedAreas.count)",
                        "values": KeyJoin.listed(unmatchedAreas.map { areaIDs[$0] }),
                    ]))
        }
        return found
    }

    /// The first distinct texts, and that there are more.
    static func listed(_ texts: [String], limit: Int = 5) -> String {
        var distinct: [String] = []
        for text in texts where !distinct.contains(text) {
            if distinct.count == limit { return distinct.joined(separator: ", ") + " …" }
            distinct.append(text)
        }
        return distinct.joined(separator: ", ")
    }
}
