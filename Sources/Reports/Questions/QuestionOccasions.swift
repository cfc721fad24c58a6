internal import Disclosure
internal import Hours
internal import Indicators
internal import Town

/// What each rule looks at. All of it is what the edition shows: the tables of a ``Publication`` hold no hidden value, so no
/// question can rest on one.
extension ReportContext {
    /// The occasion of a rule in an area; nil where there is none.
    func occasion(_ rule: QuestionRule, _ area: QuestionArea) -> QuestionOccasion? {
        switch rule {
        case .handedOver: keyHours(area).flatMap { hoursOccasion($0.handedOver) }
        case .everydayNear: withOccasion(.everyday, area)
        case .permanentOffers:
            offers(area).flatMap { $0.permanent > 0 ? countOccasion($0.permanent, of: $0.total) : nil }
        case .meetingPlaces: meetingPlacesOccasion(area)
        case .unlisted, .ownPart: QuestionOccasion(weight: 0, arguments: [:])
        case .listUnconfirmed:
            input.confirmation == nil && study.places.categories.contains { PlaceKind($0) == .organised }
                ? QuestionOccasion(weight: 1, arguments: [:]) : nil
        case .understandingMissing:
            area == .town && DataText(input.understanding.text).isEmpty && input.understanding.goals.isEmpty
                ? QuestionOccasion(weight: 1, arguments: [:]) : nil
        case .fundingNotRecorded: offers(area).flatMap { notRecorded($0.unknown, of: $0.total) }
        case .hoursNotRecorded:
            notRecorded(
                meetingPlaces(area).count { (study.places.hours[checked: $0] ?? nil) == nil },
                of: meetingPlaces(area).count)
        case .deciderNotRecorded: deciderOccasion(area)
        case .keyNotRecorded: keyHours(area).flatMap { hoursOccasion($0.notRecorded) }
        case .goalWithoutFigure: area == .town ? goalOccasion : nil
        case .meetingPlaceNear: input.withholdsOrganisedReach ? nil : withoutOccasion(area)
        case .openEvening: closedOccasion("weekday_evening", area)
        case .openSaturday: closedOccasion("saturday", area)
        case .fundingEnds: endsOccasion(area)
        case .oneOperator:
            figuresOfAll("operator_loss", key(area)).first.flatMap { share($0, from: QuestionRule.manyWithout) }
        case .groupDifference: differenceOccasion(area)
        case .reachSmaller: smallerOccasion(area)
        case .freeRooms: freeOccasion(area)
        }
    }

    // MARK: Reach

    private func withOccasion(_ kind: PlaceKind, _ area: QuestionArea) -> QuestionOccasion? {
        guard let limit = middleLimit, let value = middleShare(key(area), kind) else { return nil }
        return share(value, from: QuestionRule.manyWith, ["limit": .text(within(limit))])
    }

    private func withoutOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        guard let limit = middleLimit, let value = middleShare(key(area), .organised)?.complement else { return nil }
        return share(value, from: QuestionRule.manyWithout, ["limit": .text(within(limit))])
    }

    private func closedOccasion(_ slot: String, _ area: QuestionArea) -> QuestionOccasion? {
        guard let value = openShare(key(area), slot: slot), let limit = catchment(of: value) else { return nil }
        return share(
            value.complement, from: QuestionRule.manyWithout,
            ["limit": .text(limit), "place": .text(words("question.place.\(openKind.rawValue)"))])
    }

    private func differenceOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        guard showsGroups else { return nil }
        let found = study.groups.indices.dropFirst().compactMap { group -> (Int, IndicatorValue, Double)? in
            guard let value = groupDifference(key(area), group), let number = value.number, number < 0,
                value.reason == nil
            else { return nil }
            return (group, value, -number)
        }
        guard let largest = found.map(\.2).max(), let (group, value, weight) = found.first(where: { $0.2 == largest })
        else { return nil }
        return QuestionOccasion(
            weight: min(weight, 1),
            arguments: ["group": groupName(group).node(ems: 28), "difference": .text(difference(value))])
    }

    private func smallerOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        guard !input.withholdsOrganisedReach, let limit = middleLimit, let value = middleShare(key(area), .organised),
            change(value) == .less, earlierLand(value) == .same,
            let old = earlier(value)?.value, let now = value.number,
            let release = earlierRelease
        else { return nil }
        return QuestionOccasion(
            weight: min(old - now, 1),
            arguments: [
                "limit": .text(within(limit)), "period": DataText(release.period).node(length: 20),
                "before": .text(numbers.percent(old)), "now": .text(numbers.percent(now)),
            ])
    }

    /// The occasion of a share from a bound on; nil below it, and where the share lies anywhere between none and all.
    private func share(
        _ value: IndicatorValue, from least: Double, _ arguments: [String: HTMLNode] = [:]
    ) -> QuestionOccasion? {
        guard let number = value.number, number >= least, !saysNothing(value) else { return nil }
        return QuestionOccasion(
            weight: min(number, 1), arguments: arguments.merging(["people": .text(plainShare(value))]) { own, _ in own }
        )
    }

    // MARK: Places and rooms

    private func meetingPlacesOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        let count = meetingPlaces(area).count { kind(ofPlace: $0) == .organised }
        guard count > 0 else { return nil }
        let text = words.counted("place_kind_count.organised", count, shown: numbers.number(Double(count)))
        return QuestionOccasion(weight: 1, arguments: ["places": .text(text)])
    }

    /// The meeting places in an area, organised and everyday.
    private func meetingPlaces(_ area: QuestionArea) -> [Int] {
        let places: [Int]
        switch area {
        case .town: places = Array(study.places.ids.indices)
        case .quarter(let quarter): places = placesOfQuarters[checked: quarter] ?? []
        }
        return places.filter { kind(ofPlace: $0) != .service }
    }

    /// The hours of the week in which groups hold the key, and in which nobody recorded who does.
    private func keyHours(_ area: QuestionArea) -> (handedOver: Double, notRecorded: Double)? {
        guard let rooms = study.rooms, let day = study.periodStart else { return nil }
        let slots: RoomSlots
        switch area {
        case .town: slots = rooms
        case .quarter(let quarter):
            guard let own = study.roomsByQuarter()[checked: quarter] else { return nil }
            slots = own
        }
        return (
            slots.handedOverMinutesPerWeek(on: day).hours,
            slots.minutesPerWeek(on: day)[.notRecorded]?.hours ?? 0
        )
    }

    private func hoursOccasion(_ hours: Double) -> QuestionOccasion? {
        hours > 0 ? QuestionOccasion(weight: 1, arguments: ["hours": .text(hoursText(hours))]) : nil
    }

    /// Free hours are asked about, but never before what people lack.
    private func freeOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        let free = figuresOfAll("room_hours", key(area)).first { $0.parameter("kind") == "free" }?.number
        guard let free, free > 0 else { return nil }
        return QuestionOccasion(weight: 0.1, arguments: ["hours": .text(hoursText(free))])
    }

    // MARK: Offers and goals

    private func endsOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        guard let account = offers(area), account.ending > 0, let horizon = study.fundingHorizon,
            var occasion = countOccasion(account.ending, of: account.total)
        else { return nil }
        occasion.arguments["date"] = .text(numbers.date("\(horizon)"))
        occasion.arguments["unknown"] = .text(numbers.number(Double(account.unknown)))
        return occasion
    }

    /// The offers in an area by how long they are paid for; nil where none are recorded.
    private func offers(_ area: QuestionArea) -> FundingAccount? {
        let rows = offerRows(area)
        guard let offers = study.offers, !rows.isEmpty else { return nil }
        return FundingAccount(rows.map { offers.funding[$0] }, from: study.periodStart, through: study.fundingHorizon)
    }

    private func offerRows(_ area: QuestionArea) -> [Int] {
        guard let offers = study.offers else { return [] }
        switch area {
        case .town: return Array(offers.ids.indices)
        case .quarter(let quarter): return offers.ids.indices.filter { study.quarters(ofOffer: $0).contains(quarter) }
        }
    }

    private func deciderOccasion(_ area: QuestionArea) -> QuestionOccasion? {
        guard let offers = study.offers else { return nil }
        let ends = Set(
            study.fundingEnds(from: study.periodStart).compactMap { end -> Int? in
                if case .offer(let offer) = end.subject { return offer }
                return nil
            })
        let rows = offerRows(area).filter(ends.contains)
        let silent = rows.count { offers.deciders[$0].isEmpty }
        return silent > 0 ? countOccasion(silent, of: rows.count) : nil
    }

    private var goalOccasion: QuestionOccasion? {
        guard let goal = input.understanding.goals.first(where: { $0.indicators.isEmpty }) else { return nil }
        return QuestionOccasion(weight: 1, arguments: ["goal": DataText(goal.text).node(ems: 34)])
    }

    private func notRecorded(_ count: Int, of total: Int) -> QuestionOccasion? {
        guard total > 0, Double(count) >= QuestionRule.muchNotRecorded * Double(total) else { return nil }
        return countOccasion(count, of: total)
    }

    private func countOccasion(_ count: Int, of total: Int) -> QuestionOccasion? {
        guard total > 0 else { return nil }
        return QuestionOccasion(
            weight: Double(count) / Double(total),
            arguments: ["n": .text(numbers.number(Double(count))), "m": .text(numbers.number(Double(total)))])
    }

    private func key(_ area: QuestionArea) -> AreaKey {
        switch area {
        case .town: townKey
        case .quarter(let quarter): quarterKey(quarter)
        }
    }
}

extension IndicatorValue {
    /// The share of those without what a share has, with its bounds exchanged.
    var complement: IndicatorValue {
        var result = self
        result.value = value.map { 1 - $0 }
        (result.lower, result.upper) = (upper.map { 1 - $0 }, lower.map { 1 - $0 })
        return result
    }
}
