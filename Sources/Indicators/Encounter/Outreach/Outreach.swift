internal import Town

/// The share of the offers of an area that say for whom they are, in which languages, where, and when; and the share of
/// those that say all of it. Whoever is not told cannot come.
///
/// An offer belongs to every area with one of its places, once; one without a place to the town only.
struct Outreach: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "outreach", version: 1, unit: "share", theme: .encounter, needs: [.offers],
        references: ["Own definition; Difu: „Sind die Einladungen deutlich genug adressiert?“"], sheet: .outreach)

    /// What an offer can say.
    enum Statement: String, CaseIterable, Sendable {
        /// All of the following.
        case everything
        /// For whom it is; "for all" is an answer, too.
        case audience
        /// In which languages: of the offer, else of one of its places.
        case languages
        /// How to get to it: a place, or that it comes to people.
        case place
        /// When: of the offer, else of one of its places.
        case hours

        /// Whether an offer says it.
        func isMade(by offer: Int, of offers: OfferTable, _ places: PlaceTable) -> Bool {
            let own = offers.places(ofOffer: offer).map(Int.init)
            switch self {
            case .everything:
                return Statement.allCases.allSatisfy {
                    $0 == .everything || $0.isMade(by: offer, of: offers, places)
                }
            case .audience: return !offers.targetGroups[offer].isEmpty
            case .languages:
                return !offers.languages[offer].isEmpty || own.contains { !places.languages[$0].isEmpty }
            case .place: return !own.isEmpty || offers.isMobile[offer]
            case .hours: return offers.hours[offer] != nil || own.contains { places.hours[$0] != nil }
            }
        }
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let places = context.study.places
        let values = Statement.allCases.flatMap { statement in
            context.areas.map { area -> IndicatorValue in
                let parameters = "says=\(statement.rawValue)"
                guard let offers = context.study.offers else {
                    return area.value(descriptor, parameters: parameters, value: nil, status: .noData)
                }
                let found = Outreach.offers(of: area, offers)
                guard !found.isEmpty else {
                    return area.value(
                        descriptor, parameters: parameters, value: nil, status: .notApplicable, n: 0)
                }
                let saying = found.count { statement.isMade(by: $0, of: offers, places) }
                return area.value(
                    descriptor, parameters: parameters, value: Double(saying) / Double(found.count), status: .valid,
                    n: Double(found.count))
            }
        }
        return IndicatorResult(values)
    }

    /// The offers with a place in an area; in the town also those without any place.
    static func offers(of area: AnalysisArea, _ offers: OfferTable) -> [Int] {
        let own = Set(area.places)
        return (0..<offers.count).filter { offer in
            let places = offers.places(ofOffer: offer)
            return places.contains { own.contains($0) } || (area.level == .town && places.isEmpty)
        }
    }
}
