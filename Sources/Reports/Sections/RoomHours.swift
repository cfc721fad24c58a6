internal import Features
internal import Town

extension ReportContext {
    /// The room hours of an ordinary week by who holds the key; nothing where the town gave no table of room slots.
    @HTMLBuilder func roomHours() -> [HTMLNode] {
        if let rooms = study.rooms {
            let day = study.periodEnd
            let shown = day.map(rooms.valid(on:)) ?? rooms
            if let day, !shown.slots.isEmpty {
                paragraph("rooms.intro")
                roomTable(shown, on: day).node
                roomNotes(shown)
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
        for (quarter, slots) in study.roomsByQuarter().enumerated() where !slots.valid(on: day).slots.isEmpty {
            table.rows.append(row([DataText(study.quarters.names[checked: quarter] ?? "").node()], slots))
        }
        table.strongRows = [table.rows.count]
        table.rows.append(row([.text(words("rooms.town"))], rooms))
        return table
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
