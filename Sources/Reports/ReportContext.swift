internal import Disclosure
internal import Indicators
internal import Overlay
internal import Planar
internal import Town
internal import Wording

/// What every page and map of one report shares: the input, the words and the numbers of its language.
struct ReportContext: Sendable {
    let input: ReportInput
    let words: Words
    let numbers: NumberStyle
    /// The places of each quarter, in the order in which tables and maps number them.
    let placesOfQuarters: [[Int]]
    /// The places just outside each quarter.
    let nearbyPlaces: [[Int]]
    /// The places in no quarter.
    let outsidePlaces: [Int]
    /// The notes of each quarter.
    let notesOfQuarters: [[Note]]
    /// What is recorded of participation in each quarter; nil without a table of it.
    let participationOfQuarters: [ParticipationLog]?
    /// The values by indicator and area.
    let figures: CatalogueFigures
    /// What was released last of an earlier period; nil before the first release.
    let earlierRelease: EarlierRelease?
    /// The last answer to each question of earlier reports, by the question's id.
    let latestAnswers: [String: QuestionAnswer]

    var study: Study { input.study }
    var language: Language { input.language }
    var allResidents: String { study.groups.first?.id ?? "all" }

    init(_ input: ReportInput) {
        self.input = input
        figures = CatalogueFigures(input.indicators)
        earlierRelease = EarlierRelease(
            input.publication.released, offers: input.releasedOffers,
            boundaries: input.releasedBoundaries, before: input.study.period)
        latestAnswers = input.answers.latest
        notesOfQuarters = input.study.notesByQuarter()
        participationOfQuarters = input.study.participationByQuarter()
        words = Words(input.language, own: input.look.texts[input.language] ?? [:])
        numbers = NumberStyle(language: input.language)
        let places = input.study.places
        var inside = [[Int]](repeating: [], count: input.study.quarters.count)
        var nearby = inside
        var outside: [Int] = []
        let order = places.ids.indices.map { ReportContext.order(ofPlace: $0, in: places) }
        for place in places.ids.indices.sorted(by: { order[$0] < order[$1] }) {
            let assignment = input.study.overlay.placeAssignments[checked: place]
            let quarter = assignment.map { Int($0.quarter) } ?? -1
            switch (assignment?.situation ?? .outside, inside.indices.contains(quarter)) {
            case (.inside, true): inside[quarter].append(place)
            case (.nearBorder, true):
                nearby[quarter].append(place)
                outside.append(place)
            default: outside.append(place)
            }
        }
        placesOfQuarters = inside
        nearbyPlaces = nearby
        outsidePlaces = outside
    }

    /// Organised places first, then everyday ones, then services; within them by category, then as in the file.
    private static func order(ofPlace place: Int, in places: PlaceTable) -> (Int, Int32, Int) {
        let category = places.category(ofPlace: place)
        let kind = category.map(PlaceKind.init).flatMap(PlaceKind.allCases.firstIndex) ?? PlaceKind.allCases.count
        return (kind, places.categoryIndexes[checked: place] ?? -1, place)
    }

    /// The quarter of a town that has a single one; nil in other towns. Such a town has no pages of quarters and no
    /// comparisons between them: what they would show beyond the town's page stands there.
    var onlyQuarter: Int? { study.quarters.count == 1 ? 0 : nil }

    // MARK: Names

    /// A quarter's name, or its id where it has none.
    func quarterName(_ quarter: Int) -> DataText {
        ReportContext.name(study.quarters, quarter)
    }

    static func name(_ areas: AreaTable, _ index: Int) -> DataText {
        let name = DataText(areas.names[checked: index] ?? "")
        return name.isEmpty ? DataText(areas.ids[checked: index] ?? "") : name
    }

    func groupName(_ group: Int) -> DataText {
        DataText(study.groups[checked: group]?.name(language) ?? "")
    }

    /// The title of the report.
    var title: DataText {
        let title = DataText(input.title)
        return title.isEmpty ? DataText(words("title", ["town": study.townName])) : title
    }

    // MARK: Values

    /// The id of the town level's only area.
    var townID: String { study.municipalKey ?? "town" }

    func value(
        _ indicator: Figure, _ area: AreaKey, group: String? = nil, category: String? = nil,
        within limit: ReachLimitShown? = nil, by profile: String? = nil, kmh: Double? = nil,
        departures: Double? = nil
    ) -> IndicatorValue? {
        input.indicators[
            IndicatorTable.Key(
                level: area.level, areaID: area.id, indicator: indicator.rawValue, group: group, category: category,
                parameters: indicator.parameters(
                    measure: profile ?? measure, limit: limit, kmh: kmh, departures: departures))]
    }

    /// The measure that sentences and maps tell of, as parameters have it.
    var measure: String { input.travel?.profiles.first?.id ?? "straight_line" }

    /// The figure of how far the nearest place is.
    var nearest: Figure { input.travel == nil ? .nearestDistance : .nearestTime }

    /// The limits that reach is shown within, ascending.
    var limits: [ReachLimitShown] {
        input.travel.map { $0.minutes.map(ReachLimitShown.minutes) }
            ?? input.thresholds.distances.map(ReachLimitShown.metres)
    }

    /// The limit that maps and key figures show: the middle one, of two the larger; nil where there is none.
    var middleLimit: ReachLimitShown? { limits.isEmpty ? nil : limits[limits.count / 2] }

    /// The share of all residents with a place of a kind within the limit that maps and key figures show.
    func middleShare(_ area: AreaKey, _ kind: PlaceKind, kmh: Double? = nil) -> IndicatorValue? {
        middleLimit.flatMap {
            value(.coverageShare, area, group: allResidents, category: kind.reachTarget, within: $0, kmh: kmh)
        }
    }

    /// The kinds of meeting places whose reach is shown, organised ones first.
    var reachedKinds: [PlaceKind] { input.withholdsOrganisedReach ? [.everyday] : [.organised, .everyday] }

    func quarterKey(_ quarter: Int) -> AreaKey {
        AreaKey(level: .quarter, id: study.quarters.ids[checked: quarter] ?? "")
    }

    var townKey: AreaKey { AreaKey(level: .town, id: townID) }
}

/// What identifies an area in the indicator table.
struct AreaKey: Sendable, Hashable {
    var level: AreaLevel
    var id: String
}

/// The indicators that reports read, with how each is written.
enum Figure: String, Sendable, CaseIterable {
    case residents
    case groupShare = "group_share"
    case locationQuotient = "location_quotient"
    case placeCount = "place_count"
    case nearestDistance = "nearest_distance"
    case nearestTime = "nearest_time"
    case placesWithin = "places_within"
    case coverageShare = "coverage_share"
    case stopShare = "stop_share"

    /// The indicators that say who reaches a place.
    static let reach = Set([nearestDistance, nearestTime, placesWithin, coverageShare].map(\.rawValue))

    /// The canonical parameters, keys ascending.
    func parameters(
        measure: String, limit: ReachLimitShown?, kmh: Double? = nil, departures: Double? = nil
    ) -> String {
        switch self {
        case .residents, .groupShare, .locationQuotient, .placeCount: return ""
        case .nearestDistance, .nearestTime: return "measure=\(measure)"
        case .placesWithin, .coverageShare, .stopShare:
            let speed = kmh.map { "kmh=\(ReachLimitShown.plain($0));" } ?? ""
            let service = departures.map { "departures=\(ReachLimitShown.plain($0));" } ?? ""
            return service + speed + "measure=\(measure);" + (limit?.parameters ?? "")
        }
    }

    /// The decimals that a table shows.
    var decimals: Int {
        switch self {
        case .residents, .placeCount, .nearestDistance, .nearestTime, .groupShare, .coverageShare, .stopShare: 0
        case .placesWithin: 1
        case .locationQuotient: 2
        }
    }

    /// Whether it is a share of 1, shown in per cent.
    var isShare: Bool { self == .groupShare || self == .coverageShare || self == .stopShare }
}
