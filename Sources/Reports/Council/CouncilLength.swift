/// How wide texts from the data may be on the page for the council, in multiples of the size of their face; a sheet of A4 is
/// about 66 wide, a column 32. Together with the numbers of rows these bound the page: it fits on one sheet whatever the
/// data say.
enum CouncilLength {
    /// The title, in its own larger face.
    static let title = 17.0
    /// The title where the town's logo stands before it.
    static let titleBesideLogo = 12.0
    /// The town's understanding: three lines.
    static let understanding = 165.0
    /// Who adopted it.
    static let name = 30.0
    /// A goal: one line.
    static let goal = 55.0
    /// What ends: an offer or a place.
    static let offer = 14.0
    /// The place of an offer, besides what the offer's name leaves.
    static let place = 9.0
    /// Who decides.
    static let deciders = 14.0
    /// A period or a version.
    static let period = 9.0
    /// The goals that are shown.
    static let goals = 3
    /// The ends that are shown.
    static let ends = 4
    /// What is not known.
    static let unknown = 6
    /// The questions that are shown.
    static let questions = 3
}

extension DataText {
    /// The text for a page, at most so wide, as far as that can be told without the face; see ``estimatedWidth(of:fontSize:)``.
    func node(ems: Double) -> HTMLNode { node(length: length(ems: ems)) }

    /// At most so wide; a longer text ends in an ellipsis.
    func shortened(ems: Double) -> String { shortened(to: length(ems: ems)) }

    /// How many scalars are at most so wide. Marks have no width of their own, but a heap of them is cut, too.
    private func length(ems: Double) -> Int {
        let most = Int(exactly: (ems * 4).rounded()) ?? 1
        var (width, count) = (0.0, 0)
        for character in whole {
            width += estimatedWidth(of: String(character), fontSize: 1)
            if width > ems || count >= most { break }
            count += character.unicodeScalars.count
        }
        return max(1, min(count, most))
    }
}
