internal import Indicators
internal import Town

extension ReportContext {
    /// The difference between each group and all others in what they have in reach, after the figures for all residents:
    /// a sentence for each group. Nothing where the table has no such figure.
    @HTMLBuilder func groupDifferencePart(_ area: AreaKey) -> [HTMLNode] {
        let shown = study.groups.indices.dropFirst().compactMap { group in
            groupDifference(area, group).map { (group, $0) }
        }
        if showsGroups, let first = shown.first?.1, let limit = catchment(of: first) {
            Tag.h3(.id("group-difference")) { words("difference.heading") }
            paragraph("difference.intro", ["limit": limit])
            Tag.ul {
                for (group, value) in shown {
                    Tag.li {
                        groupName(group).node()
                        ": " + difference(value)
                    }
                }
            }
            note("difference.unit.\(first.parameter("unit") ?? "cell")")
            saysNot("coverage_difference")
        }
    }

    /// The figure over quarters, the cautious one; over cells where there are too few quarters.
    func groupDifference(_ area: AreaKey, _ group: Int) -> IndicatorValue? {
        let found = figures("coverage_difference", area).filter {
            $0.group == study.groups[checked: group]?.id && $0.category == ReachTarget.meetingPlaces
        }
        return found.first { $0.parameter("unit") == "quarter" && $0.number != nil }
            ?? found.first { $0.number != nil } ?? found.first
    }

    /// „um 7 Prozentpunkte kleiner (zwischen −12 und −2)“ or „kein belastbarer Unterschied“.
    func difference(_ value: IndicatorValue) -> String {
        guard let number = value.number else {
            return value.reason.map { words.text(ofKey: "reason.\($0.rawValue)") } ?? status(value.status)
        }
        if let reason = value.reason, [.noReliableDifference, .oneUnitOnly].contains(reason) {
            return words.text(ofKey: "reason.\(reason.rawValue)")
        }
        let key = number < 0 ? "difference.smaller" : "difference.larger"
        let text = words(key, ["points": numbers.number(abs(number) * 100, decimals: abs(number) < 0.01 ? 1 : 0)])
        guard let lower = value.lower, let upper = value.upper else { return text }
        return words(
            "interval.between",
            [
                "value": text, "low": numbers.number((lower * 100).rounded(.down)),
                "high": numbers.number((upper * 100).rounded(.up)),
            ])
    }
}
