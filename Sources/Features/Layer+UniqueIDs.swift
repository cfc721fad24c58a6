extension Layer {
    /// One id per row: from the column, else GeoJSON's, else the row number. A repeated id gets `#2`, `#3` … and an
    /// error, so that nothing is lost and nothing is mixed up.
    public func uniqueIDs(column columnName: String?) -> (RowIDs, [Diagnostic]) {
        guard let column = columnName.map({ self.column(named: $0) }) ?? featureIDs else {
            return (RowIDs(rowNumbers: count), missingIDs(count, isMapped: columnName != nil))
        }
        var diagnostics: [Diagnostic] = []
        var ids: [String] = []
        var uses: [String: Int] = [:]
        var missing = 0
        for row in 0..<count {
            var id = column.string(at: row) ?? ""
            if id.isEmpty {
                missing += 1
                id = "\(row + 1)"
            }
            let use = uses[id, default: 0] + 1
            uses[id] = use
            if use > 1 {
                var location = self.location(ofFeature: row)
                location.featureID = id
                diagnostics.append(Diagnostic(.idDuplicate, at: location, ["id": id]))
                repeat {
                    id = "\(id)#\(use)"
                } while uses[id] != nil
                uses[id] = 1
            }
            ids.append(id)
        }
        diagnostics += missingIDs(missing, isMapped: columnName != nil)
        return (RowIDs(unique: ids), diagnostics)
    }

    /// What is said of as many rows without an id.
    private func missingIDs(_ missing: Int, isMapped: Bool) -> [Diagnostic] {
        guard missing > 0 else { return [] }
        return [
            Diagnostic(
                .idMissing, at: SourceLocation(file: source.path), ["count": "\(missing)"],
                // A mapped column that lacks values is somebody's mistake; a file without ids is ordinary.
                severity: isMapped && missing < count ? .warning : .note)
        ]
    }
}
