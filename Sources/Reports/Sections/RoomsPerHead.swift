internal import Indicators
internal import Town

extension ReportContext {
    /// The room hours per 1,000 residents by who holds the key, as a sentence. Nothing where no rooms are recorded.
    @HTMLBuilder func roomsPerHead(_ area: AreaKey) -> [HTMLNode] {
        let found = figuresOfAll("room_hours", area)
        let hours = ["open_to_all", "handed_over", "free"].compactMap { kind in
            found.first { $0.parameter("kind") == kind }?.number.map { (kind, $0) }
        }
        if hours.count == 3, let day = study.periodStart {
            Tag.p {
                words(
                    "rooms.per_head",
                    Dictionary(uniqueKeysWithValues: hours.map { ($0.0, hoursText($0.1)) })
                        .merging(["date": numbers.date("\(day)")]) { $1 })
                if let silent = found.first(where: { $0.parameter("kind") == "not_recorded" })?.number, silent > 0 {
                    " " + words("rooms.per_head_silent", ["hours": hoursText(silent)])
                }
            }
            saysNot("room_hours")
        }
    }

    /// Hours, below ten to a tenth.
    func hoursText(_ hours: Double) -> String {
        numbers.number(hours, decimals: hours > 0 && hours < 9.95 ? 1 : 0)
    }
}
