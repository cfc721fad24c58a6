internal import Features
internal import Hours
internal import Town

/// The weekly hours of rooms inside an area per 1,000 residents, by who holds the key: open to all, handed over to those who
/// use them, not recorded; and free, as far as a week of 98 hours (8 to 22 o'clock) is not given. What counts is what is
/// given on the first day of the period, as in all figures of rooms.
///
/// Hours that a group has to itself are protected space, never a lack: they stand beside the open ones, not against them.
/// Only rooms with a recorded slot are known.
struct RoomHours: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "room_hours", version: 1, unit: "per_1000", theme: .rooms, needs: [.population, .rooms],
        references: ["own definition"], sheet: .roomHours)

    /// What the week of a room offers at most, in hours.
    static let weekHours = 98.0
    private static let kinds = ["open_to_all", "handed_over", "not_recorded", "free"]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let study = context.study
        let values = RoomHours.kinds.flatMap { kind in
            context.areas.map { area -> IndicatorValue in
                let parameters = "kind=\(kind)"
                guard let rooms = study.rooms, let day = study.periodStart, let population = study.population else {
                    return area.value(
                        descriptor, group: context.all, parameters: parameters, value: nil, status: .noData)
                }
                let residents = area.residents(population.counts[0])
                guard residents > 0 else {
                    return area.value(
                        descriptor, group: context.all, parameters: parameters, value: nil,
                        status: area.withoutResidents(population.uncertain(group: 0)), n: 0)
                }
                let ids = Set(area.places.map { study.places.ids[Int($0)] })
                let own = RoomSlots(rooms.valid(on: day).slots.filter { ids.contains($0.placeID) })
                let hours = RoomHours.hours(own, kind: kind, on: day)
                let unrecorded = own.minutesPerWeek(on: day)
                let all = unrecorded.values.reduce(0) { $0 + $1.hours }
                return area.value(
                    descriptor, group: context.all, parameters: parameters, value: hours / residents * 1_000,
                    status: area.isEstimated ? .estimated : .valid, n: residents,
                    unrecorded: all > 0 ? (unrecorded[.notRecorded]?.hours ?? 0) / all : 0)
            }
        }
        return IndicatorResult(values)
    }

    /// The hours of a kind in an ordinary week.
    static func hours(_ rooms: RoomSlots, kind: String, on day: CalendarDate) -> Double {
        let minutes = rooms.minutesPerWeek(on: day)
        switch kind {
        case "open_to_all": return minutes[.openToAll]?.hours ?? 0
        case "handed_over": return rooms.handedOverMinutesPerWeek(on: day).hours
        case "not_recorded": return minutes[.notRecorded]?.hours ?? 0
        default:
            // Each room has its week; what is given of it is given, to whomever.
            return rooms.byRoom.reduce(0) { sum, slots in
                let given = slots.reduce(WeeklyHours.closed) { $0.union(WeeklyHours($1.hours.ordinaryWeek(of: day))) }
                let within = given.ranges.reduce(0) { sum, range in
                    sum
                        + (0..<14).reduce(0) { sum, offset in
                            // Of two weeks, since the last night may go on into Monday.
                            let start = offset * 1_440 + 480
                            return sum + range.clamped(to: start..<start + 840).count
                        }
                }
                return sum + max(0, weekHours - Double(within) / 60)
            }
        }
    }
}

extension RoomSlots {
    /// The slots of each room, rooms in the order in which they first occur; slots without a room's name of one place
    /// are one room.
    var byRoom: [[RoomSlot]] {
        var order: [[String]] = []
        var rooms: [[String]: [RoomSlot]] = [:]
        for slot in slots {
            let key = [slot.placeID, slot.room ?? ""]
            if rooms[key] == nil { order.append(key) }
            rooms[key, default: []].append(slot)
        }
        return order.compactMap { rooms[$0] }
    }
}

extension IndicatorContext {
    /// The id of the group of all residents.
    var all: String { study.groups.first?.id ?? "all" }
}
