internal import Features
internal import Town

/// How far rooms have come into the hands of those who use them, over the years: the rooms inside an area by stage, open to
/// all only, with a group that has the key, with several groups that share it; on the first day of the period and on each
/// 1 January of the next two years.
///
/// A slot ends when its agreement does; one without a recorded end goes on in the count and in `unrecorded`.
struct RoomStages: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "room_stages", version: 1, unit: "rooms", theme: .rooms, needs: [.rooms], references: ["own definition"],
        sheet: .roomStages)

    /// The stages, from a room that others open to one that several groups run.
    enum Stage: String, CaseIterable {
        case openOnly = "open_only"
        case oneGroup = "one_group"
        case severalGroups = "several_groups"
        case notRecorded = "not_recorded"

        /// The stage of a room with these slots: several groups are those that share a slot, or two slots of one group
        /// each, since nobody records names.
        init?(_ slots: [RoomSlot]) {
            let holders = slots.map(\.keyHolder)
            if holders.isEmpty { return nil }
            if holders.contains(.severalGroups) || holders.count(where: { $0 == .oneGroup }) > 1 {
                self = .severalGroups
            } else if holders.contains(.oneGroup) {
                self = .oneGroup
            } else {
                self = holders.contains(.openToAll) ? .openOnly : .notRecorded
            }
        }
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let study = context.study
        let days = FundedAccess.days(context, years: 2)
        let values = days.flatMap { day in
            Stage.allCases.flatMap { stage in
                context.areas.map { area -> IndicatorValue in
                    let parameters = "date=\(day);stage=\(stage.rawValue)"
                    guard let rooms = study.rooms else {
                        return area.value(descriptor, parameters: parameters, value: nil, status: .noData)
                    }
                    let ids = Set(area.places.map { study.places.ids[Int($0)] })
                    let known = RoomSlots(rooms.slots.filter { ids.contains($0.placeID) }).byRoom
                    let valid = known.map { $0.filter { $0.isValid(on: day) } }
                    let counted = valid.filter { Stage($0) == stage }
                    let open = counted.count { slots in slots.contains { $0.validUntil == nil } }
                    return area.value(
                        descriptor, parameters: parameters, value: Double(counted.count), status: .valid,
                        n: Double(known.count),
                        unrecorded: counted.isEmpty ? 0 : Double(open) / Double(counted.count))
                }
            }
        }
        return IndicatorResult(values)
    }
}
