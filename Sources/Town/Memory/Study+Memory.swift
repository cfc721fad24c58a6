extension Study {
    /// The rows of the quarters that a note is about: those it names, and those of its places; ascending.
    public func quarters(of note: Note) -> [Int] {
        let named = note.quarterIDs.compactMap { id in quarters.ids.firstIndex { $0 == id } }
        return Set(named + note.placeIDs.compactMap(quarter(ofPlaceID:))).sorted()
    }

    /// The row of the quarter that a record is about; nil where it is about the whole town.
    public func quarter(of record: ParticipationRecord) -> Int? {
        if let id = record.quarterID { return quarters.ids.firstIndex { $0 == id } }
        return record.placeID.flatMap(quarter(ofPlaceID:))
    }

    /// The notes about each quarter, or a place in it, in their order.
    public func notesByQuarter() -> [[Note]] {
        var result = [[Note]](repeating: [], count: quarters.count)
        for note in memory.notes {
            for quarter in quarters(of: note) where result.indices.contains(quarter) { result[quarter].append(note) }
        }
        return result
    }

    /// What is recorded of participation in each quarter; nil where the town has no table of it.
    public func participationByQuarter() -> [ParticipationLog]? {
        guard let log = memory.participation else { return nil }
        var records = [[ParticipationRecord]](repeating: [], count: quarters.count)
        for record in log.records {
            if let quarter = quarter(of: record), records.indices.contains(quarter) { records[quarter].append(record) }
        }
        return records.map(ParticipationLog.init)
    }

    private func quarter(ofPlaceID id: String) -> Int? {
        places.ids.firstIndex { $0 == id }.flatMap(quarter(ofPlace:))
    }
}
