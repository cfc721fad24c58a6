internal import Disclosure
internal import Features
internal import Town

extension ReportContext {
    /// The text of a note. Its words stand there as text, so nothing in them can become markup.
    func noteBody(_ text: NoteText) -> [HTMLNode] {
        text.blocks.map { block in
            switch block {
            case .paragraph(let spans): Tag.p { noteSpans(spans) }
            case .list(let entries, isNumbered: true): Tag.ol { entries.map { entry in Tag.li { noteSpans(entry) } } }
            case .list(let entries, isNumbered: false): Tag.ul { entries.map { entry in Tag.li { noteSpans(entry) } } }
            }
        }
    }

    /// The longest piece of a note that is shown; what is longer is cut and says so.
    private static let spanLength = 4000

    private func noteSpans(_ spans: [NoteText.Span]) -> [HTMLNode] {
        spans.flatMap { span -> [HTMLNode] in
            let node = DataText(span.text).node(length: ReportContext.spanLength)
            let shown: HTMLNode =
                switch span {
                case .plain: node
                case .emphasised: Tag.em { node }
                case .strong: Tag.strong { node }
                }
            // The space between two pieces belongs to one of them, and is cleaned away at its edge.
            return (span.text.first?.isWhitespace == true ? [.text(" ")] : []) + [shown]
                + (span.text.last?.isWhitespace == true ? [.text(" ")] : [])
        }
    }

    /// A note: its title, day, what it is about, and its text.
    ///
    /// - Parameters:
    ///   - heading: the element of the title, by the place of the note in the page.
    ///   - quarter: the quarter whose page it stands on, which need not be named again.
    func noteCard(
        _ note: Note, heading: Tag, on quarter: Int?, @HTMLBuilder more: () -> [HTMLNode] = { [] }
    ) -> HTMLNode {
        Tag.div(.class("card")) {
            heading { DataText(note.title).node(length: 200) }
            noteLine(note, on: quarter)
            noteBody(note.body)
            more()
        }
    }

    /// „3. Mai 2024 · Nordstadt, Bürgerhaus · nur intern“
    func noteLine(_ note: Note, on quarter: Int?) -> HTMLNode {
        Tag.p(.class("note")) {
            dateNode("\(note.date)")
            let subjects = subjects(of: note, on: quarter)
            if !subjects.isEmpty {
                " · "
                subjects
            }
            marks(of: note).map { HTMLNode.text(" · " + words("memory.mark.\($0)")) }
        }
    }

    /// The marks of a note in the internal edition: in public all are public, and sharing is the town's own affair.
    private func marks(of note: Note) -> [String] {
        guard input.edition == .internal else { return [] }
        return [note.isPublic ? "public" : "internal"] + (note.isShareable ? ["shareable"] : [])
    }

    /// The quarters and places that a note names, other than the quarter of the page; the town where it names none.
    func subjects(of note: Note, on quarter: Int?) -> [HTMLNode] {
        if note.isAboutTown { return [.text(words("memory.whole_town"))] }
        let quarters = note.quarterIDs.compactMap { id in study.quarters.ids.firstIndex(of: id) }
            .filter { $0 != quarter }
        let places = note.placeIDs.compactMap { id in study.places.ids.firstIndex(of: id) }
        let names = quarters.map { quarterName($0).node(length: 60) } + places.flatMap(placeCell)
        return names.enumerated().flatMap { index, name in index == 0 ? [name] : [.text(", "), name] }
    }
}
