extension ReportContext {
    /// How times are made, in plain words, and what the networks lack; nothing where reach is a straight line.
    @HTMLBuilder func travelMethod() -> [HTMLNode] {
        if let travel = input.travel, let walking = travel.profiles.first {
            Tag.h3 { words("method.travel.heading") }
            Tag.ul {
                Tag.li { words("method.travel.network") }
                Tag.li { words("method.travel.walking", ["speed": speed(walking.speed)]) }
                Tag.li { words("method.travel.snapping", ["snapping": distance(travel.snapping)]) }
                Tag.li { words("method.travel.barriers") }
                if let step = input.reachedLand.map(\.step).max() {
                    Tag.li { words("map.land.raster", ["step": distance(Double(step))]) }
                }
            }
            if travel.profiles.contains(where: { $0.metres > 0 }) { networksTable(travel).node }
        }
    }

    private func networksTable(_ travel: TravelNote) -> DataTable {
        var table = DataTable(
            id: "table-networks", caption: [.text(words("method.travel.table"))],
            columns: [
                .text(words("column.profile")), .number(words("column.network_km")),
                .number(words("column.dropped_km")), .text(words("column.dropped_reasons")),
            ])
        for profile in travel.profiles {
            let reasons = profile.dropped.filter { $0.metres >= 50 }.map {
                words.text(ofKey: "refusal.\($0.reason)") + " " + kilometres($0.metres)
            }
            let sum = profile.dropped.reduce(0) { $0 + $1.metres }
            table.rows.append([
                [.text(words("profile.\(profile.id)", ["speed": speed(profile.speed)]))],
                [.text(kilometres(profile.metres))],
                [.text(kilometres(sum))],
                [.text(reasons.isEmpty ? words("method.travel.nothing") : reasons.joined(separator: "; "))],
            ])
        }
        return table
    }

    /// Kilometres to a tenth below ten, else whole.
    private func kilometres(_ metres: Double) -> String {
        numbers.number(metres / 1000, decimals: metres < 10_000 ? 1 : 0)
    }
}
