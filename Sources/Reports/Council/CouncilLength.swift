/// How long texts from the data may be on the page for the council, in Unicode scalars. Together with the numbers of rows
/// these bound the page: it fits on one sheet of A4 whatever the data say.
enum CouncilLength {
    /// The title.
    static let title = 70
    /// The town's understanding.
    static let understanding = 400
    /// Who adopted it, and names in sentences.
    static let name = 60
    /// A goal.
    static let goal = 95
    /// The goals that are shown.
    static let goals = 3
    /// What ends: an offer or a place.
    static let offer = 46
    /// The place of an offer.
    static let place = 32
    /// The ends that are shown.
    static let ends = 5
    /// The questions that are shown.
    static let questions = 3
    /// A period or a version.
    static let period = 20
}
