public import Features
internal import Hours

/// The weekly room slots of a town.
public struct RoomSlots: Sendable, Codable, Hashable {
    /// Minutes of one week.
    public struct Minutes: Sendable, Hashable {
        /// Those that are certain.
        public var sure = 0
        /// Those of which the hours do not tell, such as an end left open.
        public var cannotTell = 0

        /// Makes a number of minutes.
        public init(sure: Int = 0, cannotTell: Int = 0) {
            self.sure = sure
            self.cannotTell = cannotTell
        }

        /// The certain minutes in hours.
        public var hours: Double { Double(sure) / 60 }

        static func + (left: Minutes, right: Minutes) -> Minutes {
            Minutes(sure: left.sure + right.sure, cannotTell: left.cannotTell + right.cannotTell)
        }
    }

    /// The slots in the order of the table.
    public internal(set) var slots: [RoomSlot]

    /// Makes a table of slots.
    public init(_ slots: [RoomSlot]) { self.slots = slots }

    /// The slots that are given on a day.
    public func valid(on day: CalendarDate) -> RoomSlots { RoomSlots(slots.filter { $0.isValid(on: day) }) }

    /// The slots whose end nobody recorded.
    public var withoutRecordedEnd: [RoomSlot] { slots.filter { $0.validUntil == nil } }

    /// The room hours of the ordinary week of a day by who holds the key; all kinds are in it, also with none.
    ///
    /// Slots of one room and one kind count once where they overlap; one hour in two rooms is two. Slots without a
    /// room's name are taken for rooms of their own.
    public func minutesPerWeek(on day: CalendarDate) -> [RoomSlot.KeyHolder: Minutes] {
        var minutes: [RoomSlot.KeyHolder: Minutes] = [:]
        for holder in RoomSlot.KeyHolder.allCases {
            minutes[holder] = RoomSlots.total(valid(on: day).slots.filter { $0.keyHolder == holder }, day)
        }
        return minutes
    }

    /// The room hours of the ordinary week of a day in which those who use a room hold its key.
    ///
    /// - Parameter agreement: only slots with this kind of agreement; all where nil.
    public func handedOverMinutesPerWeek(on day: CalendarDate, agreement: RoomSlot.Agreement? = nil) -> Minutes {
        RoomSlots.total(
            valid(on: day).slots.filter { slot in
                slot.keyHolder.isHandedOver && (agreement.map { slot.agreement == $0 } ?? true)
            }, day)
    }

    /// The minutes of a week in which at least one of the slots holds, room by room.
    private static func total(_ slots: [RoomSlot], _ day: CalendarDate) -> Minutes {
        var rooms: [[String]: [RoomSlot]] = [:]
        for (index, slot) in slots.enumerated() {
            rooms[[slot.placeID] + (slot.room.map { [$0] } ?? ["", "\(index)"]), default: []].append(slot)
        }
        return rooms.values.reduce(Minutes()) { $0 + union($1, day) }
    }

    private static func union(_ slots: [RoomSlot], _ day: CalendarDate) -> Minutes {
        let weeks = slots.map { $0.hours.ordinaryWeek(of: day) }
        var minutes = Minutes()
        for weekday in Weekday.allCases {
            let bounds = Set(
                weeks.flatMap { week in
                    week.days[weekday.rawValue].flatMap { [$0.minutes.lowerBound, $0.minutes.upperBound] }
                }
            ).sorted()
            for (start, end) in zip(bounds, bounds.dropFirst()) {
                let states = Set(weeks.map { $0.state(weekday, minute: start) })
                if states.contains(.open) {
                    minutes.sure += end - start
                } else if states.contains(.cannotTell) {
                    minutes.cannotTell += end - start
                }
            }
        }
        return minutes
    }
}
