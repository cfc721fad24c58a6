internal import Formats
internal import Town

/// The room slots as a table: which room is open to whom, at which hours of the week and how long.
enum RoomSheet {
    /// The columns in the order of the file.
    static let columns: [OfferSheet.Column] = [
        "place_id", "place", "quarter_id", "room", "hours", "key_holder", "valid_from", "valid_until", "agreement",
    ].map { ($0, $0.hasPrefix("valid_") ? "date" : "string", "room_column.\($0)") }

    /// The table as CSV.
    static func csv(_ study: Study) -> [UInt8] {
        var writer = CSVWriter(.standard, header: columns.map(\.name))
        var rows: [String: Int] = [:]
        for (row, id) in study.places.ids.enumerated() { rows[id] = row }
        for slot in study.rooms?.slots ?? [] {
            let place = rows[slot.placeID]
            writer.append([
                .text(slot.placeID), .recorded(place.map { study.places.names[$0] }),
                .recorded(place.flatMap(study.quarter(ofPlace:)).map { study.quarters.ids[$0] }), .recorded(slot.room),
                .recorded("\(slot.hours)"), .text(slot.keyHolder.rawValue), .recorded(slot.validFrom.map { "\($0)" }),
                .recorded(slot.validUntil.map { "\($0)" }), .text(slot.agreement.rawValue),
            ])
        }
        return writer.bytes
    }
}
