public import Features
internal import Overlay

/// One end of funding: of an offer, or of a place as a whole.
public struct FundingEnd: Sendable, Hashable {
    /// What is paid for.
    public enum Subject: Sendable, Hashable {
        /// A row of the table of offers.
        case offer(Int)
        /// A row of the table of places: the funding of the place itself.
        case place(Int)
    }

    /// What is paid for.
    public var subject: Subject
    /// The last day that is paid for.
    public var day: CalendarDate
}

extension Study {
    /// What ends when: the ends of funding from a day on, the earliest first; of one day offers before places, in the
    /// order of their tables. What takes place once is not among them: that it ends is no loss.
    ///
    /// A place with funding of its own stands for itself, unless an offer in it ends on the same day: then both are
    /// one.
    public func fundingEnds(from start: CalendarDate?) -> [FundingEnd] {
        var ends: [FundingEnd] = []
        var paidByOffer: Set<PlaceAndDay> = []
        if let offers {
            for offer in offers.ids.indices {
                guard case .limited(let until?) = offers.funding[offer] else { continue }
                for place in offers.places(ofOffer: offer) {
                    paidByOffer.insert(PlaceAndDay(place: Int(place), day: until))
                }
                ends.append(FundingEnd(subject: .offer(offer), day: until))
            }
        }
        for (place, text) in places.fundedUntil.enumerated() {
            guard let day = text.flatMap(CalendarDate.init(iso:)) else { continue }
            if !paidByOffer.contains(PlaceAndDay(place: place, day: day)) {
                ends.append(FundingEnd(subject: .place(place), day: day))
            }
        }
        // A stable order: sorting by day alone keeps that of the tables.
        return ends.enumerated().filter { start == nil || $0.element.day >= start ?? $0.element.day }
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// The quarters of an offer: those that its places lie in, ascending, each once. Empty where it has no place in a
    /// quarter.
    public func quarters(ofOffer offer: Int) -> [Int] {
        guard let offers else { return [] }
        return Set(offers.places(ofOffer: offer).compactMap { quarter(ofPlace: Int($0)) }).sorted()
    }

    /// The quarter that a place lies in; nil for a place near a border or outside.
    public func quarter(ofPlace place: Int) -> Int? {
        guard overlay.placeAssignments.indices.contains(place) else { return nil }
        let assignment = overlay.placeAssignments[place]
        return assignment.situation == .inside && assignment.quarter >= 0 ? Int(assignment.quarter) : nil
    }

    /// The first day of the period; nil where it is no year, month or day.
    public var periodStart: CalendarDate? { Study.start(ofPeriod: period) }

    /// The first day of a period such as `2024`, `2024-06` or `2024-06-30`; nil for other texts.
    public static func start(ofPeriod period: String) -> CalendarDate? {
        CalendarDate(iso: period) ?? CalendarDate(iso: period + "-01") ?? CalendarDate(iso: period + "-01-01")
    }

    /// The last day of the year after the period; nil where the period has no year.
    public var fundingHorizon: CalendarDate? {
        periodStart.flatMap { CalendarDate(year: $0.year + 1, month: 12, day: 31) }
    }

    private struct PlaceAndDay: Hashable {
        var place: Int
        var day: CalendarDate
    }
}
