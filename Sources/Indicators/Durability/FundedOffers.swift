internal import Features
internal import Hours
internal import Town

/// What is offered in a town and how long it is paid for: the offers, and the places with a funding end of their own. What
/// happens once only is not among them: its end is no loss.
struct FundedOffers: Sendable {
    /// One offer.
    struct Offer: Sendable {
        /// The places where it is found.
        var places: [Int]
        /// The last day that is surely paid for, as a day number; `Int.max` where it is permanent, nil where nobody
        /// recorded it.
        var lastDay: Int?
        /// Who runs it, where recorded.
        var `operator`: String?
        /// The share of the work that volunteers do, where recorded.
        var volunteers: Double?
    }

    /// The offers that are found at places.
    let offers: [Offer]
    /// For each place its offers.
    let offersOfPlace: [[Int]]

    /// The offers of a study; nil where no offers and no funding ends are recorded.
    init?(_ study: Study) {
        var offers: [Offer] = []
        var ended: Set<Int> = []
        if let table = study.offers {
            for offer in 0..<table.count {
                let places = table.places(ofOffer: offer).map(Int.init)
                if table.funding[offer].kind == .oneOff || places.isEmpty { continue }
                let runners = [table.operators[offer]] + places.map { study.places.operators[$0] }
                if table.funding[offer].kind == .limited { ended.formUnion(places) }
                offers.append(
                    Offer(
                        places: places, lastDay: FundedOffers.lastDay(table.funding[offer]),
                        operator: runners.compactMap(\.self).first,
                        volunteers: FundedOffers.volunteers(table.volunteers[offer], table.staff[offer])))
            }
        }
        for (place, text) in study.places.fundedUntil.enumerated() where !ended.contains(place) {
            guard let day = text.flatMap(CalendarDate.init(iso:)) else { continue }
            offers.append(
                Offer(
                    places: [place], lastDay: day.dayNumber, operator: study.places.operators[place], volunteers: nil))
        }
        if offers.isEmpty { return nil }
        self.offers = offers
        var byPlace = [[Int]](repeating: [], count: study.places.count)
        for (number, offer) in offers.enumerated() {
            for place in offer.places where byPlace.indices.contains(place) { byPlace[place].append(number) }
        }
        offersOfPlace = byPlace
    }

    private static func lastDay(_ funding: Funding) -> Int? {
        switch funding {
        case .permanent: Int.max
        case .limited(let until): until.map(\.dayNumber)
        case .oneOff, .notRecorded: nil
        }
    }

    /// The share of volunteers: as recorded, or from the hours of both.
    private static func volunteers(_ volunteers: OfferTable.Work?, _ staff: OfferTable.Work?) -> Double? {
        switch (volunteers, staff) {
        case (.share(let share), _): share
        case (nil, .share(let share)): 1 - share
        case (.weeklyHours(let own), .weeklyHours(let paid)) where own + paid > 0: own / (own + paid)
        default: nil
        }
    }

    /// For each origin the offers within the catchment, ascending, each once however many of its places are in reach.
    func inReach(_ pairs: PlacePairs, catchment: Double) -> [[Int]] {
        pairs.map { block in
            block.origins.map { origin -> [Int] in
                var found: Set<Int> = []
                block.forEachPlace(of: origin) { place, cost in
                    if cost <= catchment { found.formUnion(offersOfPlace[place]) }
                }
                return found.sorted()
            }
        }.flatMap(\.self)
    }
}

extension IndicatorContext {
    /// The offers and those in reach of each origin; nil without either or without inhabitants.
    func offersInReach() -> (offers: FundedOffers, inReach: [[Int]])? {
        guard let pairs, let offers = FundedOffers(study) else { return nil }
        return (offers, offers.inReach(pairs, catchment: catchment))
    }
}
