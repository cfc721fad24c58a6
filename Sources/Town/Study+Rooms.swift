public import Features

extension Study {
    /// The last day of a period such as `2024`, `2024-06` or `2024-06-30`; nil for other texts.
    public static func end(ofPeriod period: String) -> CalendarDate? {
        if let day = CalendarDate(iso: period) { return day }
        if let first = CalendarDate(iso: period + "-01") {
            return CalendarDate(
                year: first.year, month: first.month,
                day: CalendarDate.days(inMonth: first.month, ofYear: first.year))
        }
        return CalendarDate(iso: period + "-12-31")
    }

    /// The room slots at the places of each quarter, in the order of the quarters; those of places near a border or
    /// outside are in none.
    public func roomsByQuarter() -> [RoomSlots] {
        var result = [[RoomSlot]](repeating: [], count: quarters.count)
        var rows: [String: Int] = [:]
        for (row, id) in places.ids.enumerated() { rows[id] = row }
        for slot in rooms?.slots ?? [] {
            guard let quarter = rows[slot.placeID].flatMap(quarter(ofPlace:)), result.indices.contains(quarter) else {
                continue
            }
            result[quarter].append(slot)
        }
        return result.map(RoomSlots.init)
    }
}
