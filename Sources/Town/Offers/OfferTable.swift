public import Features

/// What is offered, as columns; all columns are as long as ``ids``. A place stays when an offer in it ends.
public struct OfferTable: Sendable, Codable, Hashable {
    /// How much of the work a group of people does.
    public enum Work: Sendable, Codable, Hashable {
        /// The share of all work, 0…1.
        case share(Double)
        /// Hours in a week.
        case weeklyHours(Double)
    }

    /// What somebody answered.
    public enum Answer: String, Sendable, Codable, Hashable, CaseIterable {
        case yes, no
        case notRecorded = "not_recorded"

        static let words = ValueWords<Answer>([
            (.yes, ["ja", "yes", "true", "1", "x", "wahr"]), (.no, ["nein", "no", "false", "0", "falsch"]),
            (.notRecorded, ValueWords<Answer>.nothingRecorded),
        ])
    }

    /// The stable ids, unique over all layers of offers.
    public internal(set) var ids: [String] = []
    /// The names; empty where none is recorded.
    public internal(set) var names: [String] = []
    /// What it is in the town's words (course, meeting, counselling …).
    public internal(set) var kinds: [String?] = []
    /// Where the places of each offer end in ``placeIndexes``.
    public internal(set) var placeEnds: [Int32] = []
    /// The places of the offers as rows of the table of places, those of the first offer first, each once.
    public internal(set) var placeIndexes: [Int32] = []
    /// Whether the offer comes to people, wherever they are.
    public internal(set) var isMobile: [Bool] = []
    /// Whether the offer is a staff post, such as an integration manager.
    public internal(set) var isStaffPost: [Bool] = []
    /// When it takes place, as recorded.
    public internal(set) var hours: [String?] = []
    /// For whom it is, in the town's words; empty where not recorded, which does not mean for all.
    public internal(set) var targetGroups: [[String]] = []
    /// The languages, as codes or names, in the order recorded.
    public internal(set) var languages: [[String]] = []
    /// Who runs it.
    public internal(set) var operators: [String?] = []
    /// What kind of body runs it.
    public internal(set) var operatorKinds: [OperatorKind] = []
    /// What paid staff does.
    public internal(set) var staff: [Work?] = []
    /// What volunteers do.
    public internal(set) var volunteers: [Work?] = []
    /// How long it is paid for.
    public internal(set) var funding: [Funding] = []
    /// Who decides on the money, in the order of ``FundingDecider``; empty where not recorded.
    public internal(set) var deciders: [[FundingDecider]] = []
    /// Internal: whether somebody takes over when the one who runs it stops.
    public internal(set) var successionSecured: [Answer] = []
    /// Internal: whether newcomers can join.
    public internal(set) var isOpenToNewcomers: [Answer] = []
    /// Internal: whether an institution stands behind the people who run it.
    public internal(set) var hasBacking: [Answer] = []
    /// Where the record comes from.
    public internal(set) var sources: [String?] = []
    /// The day of the record.
    public internal(set) var dates: [CalendarDate?] = []

    /// No offers.
    public init() {}

    /// The number of offers.
    public var count: Int { ids.count }

    /// The places of an offer, as rows of the table of places.
    public func places(ofOffer offer: Int) -> ArraySlice<Int32> {
        guard placeEnds.indices.contains(offer) else { return [] }
        return placeIndexes[(offer == 0 ? 0 : Int(placeEnds[offer - 1]))..<Int(placeEnds[offer])]
    }

    /// The offers that are surely paid for on a day, ascending. Offers whose end nobody wrote down are not among them;
    /// ``offersOfUnknownEnd`` has these.
    public func offers(runningOn date: CalendarDate) -> [Int] {
        funding.indices.filter { funding[$0].isRunning(on: date) == true }
    }

    /// The offers of which nobody wrote down how long they are paid for, ascending: no state of funding, or only that
    /// it ends.
    public var offersOfUnknownEnd: [Int] {
        funding.indices.filter { funding[$0] == .notRecorded || funding[$0] == .limited(until: nil) }
    }
}

extension OfferTable {
    /// The table without some places, such as those that the public edition must not show. An offer that had all its
    /// places among them goes, too; others keep their remaining places.
    ///
    /// - Parameter newIndexes: the new row of each place that stays.
    public func keepingPlaces(_ newIndexes: [Int32: Int32]) -> OfferTable {
        let kept = ids.indices.filter { offer in
            let places = places(ofOffer: offer)
            return places.isEmpty || places.contains { newIndexes[$0] != nil } || isMobile[offer]
        }
        var result = taking(kept)
        result.placeEnds = []
        result.placeIndexes = []
        for offer in kept {
            result.placeIndexes += places(ofOffer: offer).compactMap { newIndexes[$0] }
            result.placeEnds.append(Int32(result.placeIndexes.count))
        }
        return result
    }

    /// The table as everyone may see it: without the internal fields, and without operators that are or look like
    /// persons.
    public var withoutInternals: OfferTable {
        var result = self
        for offer in ids.indices {
            (result.operators[offer], result.operatorKinds[offer]) = OperatorKind.shown(
                operators[offer], operatorKinds[offer])
        }
        let nothing = [Answer](repeating: .notRecorded, count: count)
        result.successionSecured = nothing
        result.isOpenToNewcomers = nothing
        result.hasBacking = nothing
        return result
    }

    /// Gives an offer other hours.
    public mutating func setHours(_ text: String?, ofOffer offer: Int) {
        if hours.indices.contains(offer) { hours[offer] = text }
    }

    /// The rows given, with their places.
    public func taking(_ rows: [Int]) -> OfferTable {
        var result = OfferTable()
        for row in rows {
            result.ids.append(ids[row])
            result.names.append(names[row])
            result.kinds.append(kinds[row])
            result.placeIndexes += places(ofOffer: row)
            result.placeEnds.append(Int32(result.placeIndexes.count))
            result.isMobile.append(isMobile[row])
            result.isStaffPost.append(isStaffPost[row])
            result.hours.append(hours[row])
            result.targetGroups.append(targetGroups[row])
            result.languages.append(languages[row])
            result.operators.append(operators[row])
            result.operatorKinds.append(operatorKinds[row])
            result.staff.append(staff[row])
            result.volunteers.append(volunteers[row])
            result.funding.append(funding[row])
            result.deciders.append(deciders[row])
            result.successionSecured.append(successionSecured[row])
            result.isOpenToNewcomers.append(isOpenToNewcomers[row])
            result.hasBacking.append(hasBacking[row])
            result.sources.append(sources[row])
            result.dates.append(dates[row])
        }
        return result
    }
}

extension OperatorKind {
    /// Who runs something, as everyone may know it: a person is not named, only that it is one.
    public static func shown(_ name: String?, _ kind: OperatorKind) -> (name: String?, kind: OperatorKind) {
        if kind == .private { return (nil, kind) }
        guard let name, looksLikePerson(name) else { return (name, kind) }
        return (nil, kind == .notRecorded ? .private : kind)
    }
}
