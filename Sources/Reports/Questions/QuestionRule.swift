/// The rules by which questions for reflection are built: a closed list. `Documentation/Questions.md` has them all.
///
/// A rule looks for its occasion in what the edition shows of an area, and asks. It never judges: it names the figure and
/// leaves the answer to those who know the place. The raw value is the first part of a question's stable id.
enum QuestionRule: String, Sendable, CaseIterable {
    // strengths, the more particular first

    /// Groups hold the key of rooms in some hours of the week.
    case handedOver = "handed_over"
    /// At least seven in ten residents have an everyday place within the limit of the key figures.
    case everydayNear = "everyday_near"
    /// At least one offer is paid for without an end.
    case permanentOffers = "permanent_offers"
    /// At least one organised meeting place is recorded.
    case meetingPlaces = "meeting_places"
    /// Always: what works and stands in no list.
    case unlisted

    // to the administration itself, the more particular first

    /// Nobody confirmed the list of organised meeting places.
    case listUnconfirmed = "list_unconfirmed"
    /// The town recorded no understanding of integration (town only).
    case understandingMissing = "understanding_missing"
    /// Of at least two in ten offers nobody recorded how long they are paid for.
    case fundingNotRecorded = "funding_not_recorded"
    /// Of at least two in ten meeting places nobody recorded the hours.
    case hoursNotRecorded = "hours_not_recorded"
    /// Of an offer that ends nobody recorded who decides.
    case deciderNotRecorded = "decider_not_recorded"
    /// Of some room hours nobody recorded who holds the key.
    case keyNotRecorded = "key_not_recorded"
    /// A goal of the town names no indicator (town only).
    case goalWithoutFigure = "goal_without_figure"
    /// Always: what the administration changes itself.
    case ownPart = "own_part"

    // all others, in the order that decides where weights are equal

    /// At least three in ten residents have no recorded meeting place within the limit of the key figures.
    case meetingPlaceNear = "meeting_place_near"
    /// At least three in ten residents reach no place that is recorded as open on a weekday between 18 and 22 o'clock.
    case openEvening = "open_evening"
    /// At least three in ten residents reach no place that is recorded as open on Saturday.
    case openSaturday = "open_saturday"
    /// The funding of at least one offer ends by the end of the year after the period.
    case fundingEnds = "funding_ends"
    /// For at least three in ten residents all offers in reach are run by one and the same operator.
    case oneOperator = "one_operator"
    /// A group has reliably less in reach than all others.
    case groupDifference = "group_difference"
    /// Reach of meeting places is reliably smaller than in the last report.
    case reachSmaller = "reach_smaller"
    /// Recorded rooms have free hours.
    case freeRooms = "free_rooms"

    /// What a question is about: of each report at most one is about a strength and one is to the administration itself.
    enum Kind: String, Sendable, CaseIterable {
        case strength, administration, other
    }

    /// What the rule's questions are about.
    var kind: Kind {
        switch self {
        case .handedOver, .everydayNear, .permanentOffers, .meetingPlaces, .unlisted: .strength
        case .listUnconfirmed, .understandingMissing, .fundingNotRecorded, .hoursNotRecorded, .deciderNotRecorded,
            .keyNotRecorded, .goalWithoutFigure, .ownPart:
            .administration
        default: .other
        }
    }

    /// An office that a question goes to.
    enum Office: String, Sendable, CaseIterable {
        case urbanDevelopment = "urban_development"
        case integrationWork = "integration_work"
        case treasury, buildings, statistics
        case socialAffairs = "social_affairs"
    }

    /// Whom the question goes to: always urban development and integration work, so that no question is left to a
    /// commissioner alone; a third office where it holds the money, the rooms or the figures.
    var offices: [Office] {
        let both = [Office.urbanDevelopment, .integrationWork]
        switch self {
        case .fundingEnds, .permanentOffers, .fundingNotRecorded, .deciderNotRecorded: return both + [.treasury]
        case .handedOver, .keyNotRecorded, .freeRooms, .openEvening, .openSaturday: return both + [.buildings]
        case .goalWithoutFigure, .hoursNotRecorded, .reachSmaller: return both + [.statistics]
        case .oneOperator, .ownPart, .groupDifference: return both + [.socialAffairs]
        default: return both
        }
    }

    /// The part of residents without something from which on it is asked about: three in ten. Below, chance and what
    /// nobody recorded weigh as much.
    static let manyWithout = 0.3
    /// The part of residents with something from which on it counts as a strength: seven in ten.
    static let manyWith = 0.7
    /// The part not recorded from which on the administration is asked: two in ten.
    static let muchNotRecorded = 0.2
}
