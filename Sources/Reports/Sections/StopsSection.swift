internal import Indicators
internal import Overlay
internal import Planar
internal import Town

extension ReportContext {
    /// How far stops are looked for: ten minutes on foot, or the middle distance where there is no network.
    private var stopLimit: ReachLimitShown? { input.travel == nil ? middleLimit : .minutes(10) }

    /// Who has a stop of bus or train near home: a sentence, the shares by departures, and how many stops are recorded
    /// without departures. Nothing where nobody recorded stops.
    @HTMLBuilder func stopsPart(_ area: AreaKey, quarter: Int? = nil) -> [HTMLNode] {
        if let stops = study.stops, let limit = stopLimit,
            let share = value(.stopShare, area, group: allResidents, within: limit)
        {
            Tag.h3 { words("stops.heading") }
            Tag.p {
                if share.number != nil {
                    words("reach.stops", ["limit": within(limit), "share": plainShare(share)])
                } else {
                    words("stops.no_share", ["limit": within(limit), "word": status(share.status)])
                }
                " " + stopsSentence(stops, quarter: quarter)
            }
            if let table = stopsTable(area, within: limit) { table.node }
        }
    }

    /// „Im Quartier sind 5 Haltestellen erfasst; bei 2 davon sind keine Abfahrten erfasst.“
    private func stopsSentence(_ stops: StopTable, quarter: Int?) -> String {
        let shown = stops.ids.indices.filter { stop in
            guard let quarter else { return true }
            let assignment = study.overlay.stopAssignments[checked: stop]
            return assignment?.situation == .inside && assignment?.quarter == Int32(exactly: quarter)
        }
        let silent = shown.count { stop in
            StopTable.DayType.allCases.allSatisfy { stops.departures(on: $0)[checked: stop] ?? nil == nil }
        }
        let count = words.counted(
            quarter == nil ? "stops.town" : "stops.quarter", shown.count,
            shown: shown.isEmpty ? words("stops.none") : numbers.number(Double(shown.count)))
        if shown.isEmpty || silent == 0 { return count + "." }
        if silent == shown.count { return count + "; " + words("stops.all_silent") }
        return count + "; " + words.counted("stops.silent", silent, shown: numbers.number(Double(silent)))
    }

    /// The shares with any stop, and with one that has so many departures; nil where no departures are recorded.
    private func stopsTable(_ area: AreaKey, within limit: ReachLimitShown) -> DataTable? {
        let rows = [1.0, 2].compactMap { departures in
            value(.stopShare, area, group: allResidents, within: limit, departures: departures).map {
                (words.counted("stops.departures", Int(departures), shown: numbers.number(departures)), $0)
            }
        }
        guard rows.contains(where: { $0.1.number != nil }) else { return nil }
        var table = DataTable(
            id: "table-stops", caption: [.text(words("stops.table", ["limit": within(limit)]))],
            columns: [.text(words("column.stop")), .number(words("column.within", ["limit": short(limit)]))])
        table.rows.append([
            [.text(words("stops.any"))], cell(.stopShare, value(.stopShare, area, group: allResidents, within: limit)),
        ])
        for (name, value) in rows { table.rows.append([[.text(name)], cell(.stopShare, value)]) }
        return table
    }
}
