internal import Features
internal import Indicators
internal import Town

extension ReportContext {
    /// The room hours of an ordinary week by who holds the key; nothing where the town gave no table of room slots.
    @HTMLBuilder func roomHours() -> [HTMLNode] {
        if let rooms = study.rooms {
            let day = study.periodStart
            let shown = day.map(rooms.valid(on:)) ?? rooms
            if let day, !shown.slots.isEmpty {
                paragraph("rooms.intro")
                roomTable(shown, on: day).node
                if onlyQuarter != nil { slotsTable(shown, on: day, caption: "rooms.town_slots").node }
                roomNotes(shown)
                roomsPerHead(townKey)
            } else {
                paragraph("rooms.none")
            }
        }
    }

    /// A row for each quarter with slots, the whole town last.
    private func roomTable(_ rooms: RoomSlots, on day: CalendarDate) -> DataTable {
        let holders = RoomSlot.KeyHolder.allCases
        var table = DataTable(
            id: "table-rooms", caption: [.text(words("rooms.table", ["date": numbers.date("\(day)")]))],
            columns: [.text(words("column.quarter"))] + holders.map { .number(words("key_holder.\($0.rawValue)")) })
        func row(_ name: [HTMLNode], _ slots: RoomSlots) -> [[HTMLNode]] {
            let minutes = slots.minutesPerWeek(on: day)
            return [name] + holders.map { hoursCell(minutes[$0] ?? RoomSlots.Minutes()) }
        }
        let quarters = onlyQuarter == nil ? study.roomsByQuarter() : []
        for (quarter, slots) in quarters.enumerated() where !slots.valid(on: day).slots.isEmpty {
            table.rows.append(row([quarterName(quarter).node()], slots))
        }
        table.strongRows = [table.rows.count]
        table.rows.append(row([.text(words("rooms.town"))], rooms))
        return table
    }

    /// The rooms of a quarter and who has them when; nothing where the town gave no table of room slots.
    @HTMLBuilder func quarterRooms(_ quarter: Int) -> [HTMLNode] {
        if study.rooms != nil, let slots = study.roomsByQuarter()[checked: quarter] {
            Tag.h3 { words("rooms.quarter_heading") }
            let day = study.periodStart
            let shown = day.map(slots.valid(on:)) ?? slots
            if let day, !shown.slots.isEmpty {
                slotsTable(shown, on: day, caption: "rooms.quarter_table").node
                roomsPerHead(quarterKey(quarter))
                note("rooms.quarter_note")
            } else {
                paragraph("rooms.quarter_none")
            }
        }
    }

    /// Slot by slot, in the order of the town's table.
    private func slotsTable(_ rooms: RoomSlots, on day: CalendarDate, caption: String) -> DataTable {
        var table = DataTable(
            id: "table-room-slots", caption: [.text(words(caption, ["date": numbers.date("\(day)")]))],
            columns: [
                .text(words("column.where")), .text(words("column.room")), .text(words("column.week_hours")),
                .text(words("column.key_holder")), .text(words("column.until")), .text(words("column.agreement")),
            ])
        for slot in rooms.slots {
            let place = study.places.ids.firstIndex(of: slot.placeID)
            table.rows.append([
                place.map(placeCell) ?? [missing(.noData)], textCell(slot.room), textCell(hours("\(slot.hours)")),
                wordCell("key_holder.\(slot.keyHolder.rawValue)", isRecorded: slot.keyHolder != .notRecorded),
                dateCell(slot.validUntil.map { "\($0)" }),
                wordCell("agreement.\(slot.agreement.rawValue)", isRecorded: slot.agreement != .notRecorded),
            ])
        }
        return table
    }

    private func wordCell(_ key: String, isRecorded: Bool) -> [HTMLNode] {
        isRecorded ? [.text(words(key))] : [missing(.noData)]
    }

    /// Hours that are certain, and those that nobody can tell; a dash where there are none.
    private func hoursCell(_ minutes: RoomSlots.Minutes) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        if minutes.sure > 0 { nodes.append(numberNode(minutes.hours, decimals: minutes.sure % 60 == 0 ? 0 : 1)) }
        if minutes.cannotTell > 0 {
            let more = numbers.number(
                Double(minutes.cannotTell) / 60, decimals: minutes.cannotTell % 60 == 0 ? 0 : 1)
            nodes.append(.text((nodes.isEmpty ? "" : " ") + words("rooms.cannot_tell", ["n": more])))
        }
        return nodes.isEmpty ? [.text("–")] : nodes
    }

    /// What the table does not say: slots without a recorded end, and quarters of which nothing is recorded.
    private func roomNotes(_ rooms: RoomSlots) -> HTMLNode {
        let silent = study.roomsByQuarter().count { $0.slots.isEmpty }
        let endless = rooms.withoutRecordedEnd.count
        var sentences: [String] = []
        if endless > 0 {
            let all = numbers.number(Double(rooms.slots.count))
            sentences.append(words("rooms.no_end", ["n": numbers.number(Double(endless)), "m": all]))
        }
        if silent > 0 { sentences.append(words.counted("rooms.silent", silent, shown: numbers.number(Double(silent)))) }
        return sentences.isEmpty ? .text("") : Tag.p { sentences.joined(separator: " ") }
    }
}
