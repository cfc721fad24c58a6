internal import Formats
internal import Overlay
internal import Town

/// The stops as a table: where buses and trains stop, in which quarter, with the departures per hour on each type of day.
enum StopSheet {
    /// The columns in the order of the file: name, type in the data package, key of the description.
    static let columns: [(name: String, type: String, key: String)] =
        [
            ("id", "string", "stop_column.id"), ("name", "string", "stop_column.name"),
            ("mode", "string", "stop_column.mode"), ("quarter_id", "string", "stop_column.quarter_id"),
            ("situation", "string", "stop_column.situation"),
        ]
        + StopTable.DayType.allCases.map { day in
            ("departures_" + day.rawValue, "number", "stop_column.departures_" + day.rawValue)
        }

    /// The cells of a stop, empty where nothing is recorded.
    static func cells(ofStop stop: Int, _ study: Study) -> [TableCell] {
        guard let stops = study.stops, stops.ids.indices.contains(stop) else { return [] }
        let assignments = study.overlay.stopAssignments
        let assignment = assignments.indices.contains(stop) ? assignments[stop] : nil
        let quarter = assignment.flatMap { $0.quarter >= 0 ? study.quarters.ids[Int($0.quarter)] : nil }
        return [
            .text(stops.ids[stop]), .recorded(stops.names[stop]),
            .recorded(stops.modes[stop].map(\.rawValue).joined(separator: " ")), quarter.map { .text($0) } ?? .empty,
            .text((assignment?.situation ?? .outside).rawValue),
        ]
            + StopTable.DayType.allCases.map { day in
                let departures = stops.departures(on: day)
                return departures.indices.contains(stop) ? departures[stop].map { .number($0) } ?? .empty : .empty
            }
    }

    /// The table as CSV.
    static func csv(_ study: Study) -> [UInt8] {
        var writer = CSVWriter(.standard, header: columns.map(\.name))
        for stop in 0..<(study.stops?.count ?? 0) { writer.append(cells(ofStop: stop, study)) }
        return writer.bytes
    }
}
