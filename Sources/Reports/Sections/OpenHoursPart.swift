internal import Indicators
internal import Town

extension ReportContext {
    /// Who has a place in reach that is open in the evening and at weekends: a line for each part of the week, and how much
    /// of it nobody recorded. Nothing where the table has no such figure.
    @HTMLBuilder func openHoursPart(_ area: AreaKey) -> [HTMLNode] {
        let category: String = input.withholdsOrganisedReach ? ReachTarget.everydayPlaces : ReachTarget.meetingPlaces
        let slots = ["weekday_evening", "saturday", "sunday"]
        let shown = slots.compactMap { slot in
            figuresOfAll("open_access", area, category: category).first { $0.parameter("slot") == slot }.map {
                (slot, $0)
            }
        }
        if let first = shown.first?.1, let limit = catchment(of: first) {
            Tag.h3(.id("open-hours")) { words("open.heading") }
            if shown.contains(where: { $0.1.number != nil }) {
                paragraph("open.intro." + category, ["limit": limit])
                Tag.ul {
                    for (slot, value) in shown { Tag.li { words("open.\(slot)", ["people": plainShare(value)]) } }
                }
                if let share = first.unrecorded, share > 0 {
                    paragraph("open.unrecorded", ["share": numbers.percent(share)])
                }
            } else {
                paragraph("open.none", ["word": status(first.status)])
            }
            saysNot("open_access")
        }
    }

    /// The kind of meeting place that sentences about open hours tell of: organised ones, and everyday ones where the reach
    /// of those is withheld.
    var openKind: PlaceKind { input.withholdsOrganisedReach ? .everyday : .organised }

    /// The share of all residents who reach a place of that kind that is open in a part of the week.
    func openShare(_ area: AreaKey, slot: String, _ kind: PlaceKind? = nil) -> IndicatorValue? {
        figuresOfAll("open_access", area, category: (kind ?? openKind).reachTarget).first {
            $0.parameter("slot") == slot
        }
    }
}
