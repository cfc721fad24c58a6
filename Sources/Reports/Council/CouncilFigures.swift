internal import Indicators
internal import Town

/// One of the four figures of the page for the council.
struct CouncilFigure: Sendable {
    /// What it is.
    var name: String
    /// The figure in plain words.
    var value: String
    /// More of the same, such as other days.
    var detail = ""
    /// Between what it lies, or what is not recorded.
    var range = ""
    /// What the last release said.
    var last: String

    /// The blanks of the template.
    var content: [String: TemplateContent] {
        [
            "name": .text(name), "value": .text(value), "detail": .text(detail), "range": .text(range),
            "last": .text(last),
        ]
    }
}

extension ReportContext {
    /// The four figures for all residents: who has a meeting place near, who has one that is open in the evening and at
    /// weekends, what ends, and in how many hours groups hold the key.
    var councilFigures: [CouncilFigure] {
        [meetingPlaceFigure, openFigure, endingFigure, handedOverFigure]
    }

    /// Ten minutes on foot where reach is measured in time and ten minutes are among the limits; else the limit of the key
    /// figures.
    private var councilLimit: ReachLimitShown? {
        limits.contains(.minutes(10)) ? .minutes(10) : middleLimit
    }

    private var meetingPlaceFigure: CouncilFigure {
        let limit = councilLimit.map(within) ?? ""
        let name = words("council.figure.meeting_place", ["limit": limit])
        if input.withholdsOrganisedReach {
            return CouncilFigure(
                name: name, value: words("council.unconfirmed"), last: words("council.unconfirmed_note"))
        }
        let share = councilLimit.flatMap {
            value(
                .coverageShare, townKey, group: allResidents, category: PlaceKind.organised.reachTarget, within: $0)
        }
        return shareFigure(name, share)
    }

    private var openFigure: CouncilFigure {
        let evening = openShare(townKey, slot: "weekday_evening")
        let limit = evening.flatMap(catchment) ?? ""
        var figure = shareFigure(
            words("council.figure.open.\(openKind.rawValue)"), evening)
        let weekend = ["saturday", "sunday"].compactMap { day in
            openShare(townKey, slot: day).map { words("council.figure.open.\(day)", ["share": shortShare($0)]) }
        }
        if figure.value != status(.noData) { figure.detail = ([limit] + weekend).joined(separator: "; ") }
        return figure
    }

    /// A share of residents: tenths in words, the range in per cent.
    private func shareFigure(_ name: String, _ value: IndicatorValue?) -> CouncilFigure {
        guard let value, let number = value.number else {
            return CouncilFigure(
                name: name, value: status(value?.status ?? .noData), last: value.map(lastValueText) ?? noLastValue)
        }
        let bounds = shareBounds(value)
        return CouncilFigure(
            name: name, value: plainShare(value, withBounds: false),
            range: bounds.map { words("council.range", ["low": $0.low, "high": $0.high]) }
                ?? (number > 1e-9 && number < 1 - 1e-9
                    ? words("council.exact", ["share": numbers.percent(number)]) : ""),
            last: lastValueText(value))
    }

    /// A share in the short form of a list: „40 % (38 %–52 %; 2022: 35 %)“, with its range and its last value, as far as there
    /// are such.
    private func shortShare(_ value: IndicatorValue) -> String {
        guard let number = value.number else { return status(value.status) }
        if saysNothing(value) { return status(.cannotTell) }
        let range = shareBounds(value).map { "\($0.low)–\($0.high)" }
        let more = [range, earlierRelease == nil ? nil : shortLastValueText(value)].compactMap { $0 }
        return numbers.percent(number) + (more.isEmpty ? "" : " (\(more.joined(separator: "; ")))")
    }

    private var noLastValue: String {
        earlierRelease.map { words("change.not_before", ["period": DataText($0.period).shortened(ems: 9)]) }
            ?? words("change.first_report")
    }

    private var endingFigure: CouncilFigure {
        guard let horizon = study.fundingHorizon, let offers = study.offers, offers.count > 0 else {
            return CouncilFigure(
                name: words("council.figure.ending"), value: status(.noData), last: noLastValue)
        }
        let account = FundingAccount(offers.funding, from: study.periodStart, through: horizon)
        func count(_ number: Int) -> String { numbers.number(Double(number)) }
        let last: String
        if let release = earlierRelease {
            let period = DataText(release.period).shortened(ems: 9)
            last =
                release.offers.map {
                    words(
                        "change.last",
                        [
                            "period": period,
                            "value": words("council.of", ["n": count($0.ending), "m": count($0.total)]),
                        ])
                } ?? words("change.not_before", ["period": period])
        } else {
            last = words("change.first_report")
        }
        return CouncilFigure(
            name: words("council.figure.ending"),
            value: words(
                "council.of_offers",
                ["n": count(account.ending), "m": count(account.total), "date": numbers.date("\(horizon)")]),
            range: account.unknown == 0
                ? words("council.ending_all_known")
                : words(
                    "council.ending_unknown",
                    [
                        "n": count(account.unknown), "low": count(account.ending),
                        "high": count(account.ending + account.unknown),
                    ]), last: last)
    }

    private var handedOverFigure: CouncilFigure {
        let name = words("council.figure.handed_over")
        let found = figuresOfAll("room_hours", townKey)
        guard let value = found.first(where: { $0.parameter("kind") == "handed_over" }) else {
            return CouncilFigure(name: name, value: status(.noData), last: noLastValue)
        }
        guard let number = value.number else {
            return CouncilFigure(name: name, value: status(value.status), last: lastValueText(value))
        }
        let silent = found.first { $0.parameter("kind") == "not_recorded" }?.number ?? 0
        return CouncilFigure(
            name: name, value: words("council.hours", ["hours": hoursText(number)]),
            range: silent > 0
                ? words("council.hours_silent", ["low": hoursText(number), "high": hoursText(number + silent)])
                : words("council.hours_known"), last: lastValueText(value))
    }
}
