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

    /// The notes about a quarter, or a place in it, in their order.
    public func notes(ofQuarter quarter: Int) -> [Note] {
        memory.notes.filter { quarters(of: $0).contains(quarter) }
    }

    /// What is recorded of participation in a quarter; nil where the town has no table of it.
    public func participation(ofQuarter quarter: Int) -> ParticipationLog? {
        memory.participation.map { log in ParticipationLog(log.records.filter { self.quarter(of: $0) == quarter }) }
    }

    private func quarter(ofPlaceID id: String) -> Int? {
        places.ids.firstIndex { $0 == id }.flatMap(quarter(ofPlace:))
    }
}
