public import Wording

/// What a town has recorded of its places and offers, for colleagues to correct: with what is not recorded, and what
/// the check found. Internal: it names operators and sensitive places.
public struct CorrectionList: Sendable, Hashable {
    /// What an entry is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case place, offer

        /// The fields that are asked for, in the order of the columns.
        public var fields: [Field] {
            switch self {
            case .place: [.category, .address, .hours, .wheelchair, .operator, .fundedUntil]
            case .offer: [.category, .hours, .operator, .funding, .fundedUntil, .decidedBy]
            }
        }
    }

    /// What is recorded of a place or an offer.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case category, address, hours, wheelchair, `operator`, funding
        case fundedUntil = "funded_until"
        case decidedBy = "decided_by"
    }

    /// What a field holds.
    public enum Value: Sendable, Hashable {
        case recorded(String)
        /// Nobody wrote it down.
        case notRecorded
        /// There is nothing to write down, such as the end of what is funded permanently.
        case notApplicable

        /// A text that may be missing.
        public init(_ text: String?) {
            let text = DataText(text ?? "")
            self = text.isEmpty ? .notRecorded : .recorded(text.whole)
        }
    }

    /// A place or an offer.
    public struct Entry: Sendable, Hashable {
        /// What it is.
        public var kind: Kind
        /// The stable id.
        public var id: String
        /// The name.
        public var name: Value
        /// The name of the place, or of the places of an offer.
        public var place: Value
        /// What is recorded; what is not among it does not apply.
        public var values: [Field: Value]
        /// What the check found, a sentence each.
        public var findings: [String]

        /// Joins what is known of a place or an offer.
        public init(
            _ kind: Kind, id: String, name: Value, place: Value, values: [Field: Value], findings: [String]
        ) {
            self.kind = kind
            self.id = id
            self.name = name
            self.place = place
            self.values = values
            self.findings = findings
        }

        /// The number of fields that nobody filled in.
        var missingCount: Int {
            let leading = kind == .place ? [name] : [name, place]
            return (leading + kind.fields.compactMap { values[$0] }).count { $0 == .notRecorded }
        }
    }

    /// The town's name.
    public let town: String
    /// The year or date that the data describe.
    public let period: String
    /// The language of the list.
    public let language: Language
    /// Places and offers by the name of their place, a place before its offers; those without a name last.
    public let entries: [Entry]

    /// Makes a list; the entries are brought into order.
    public init(town: String, period: String, language: Language, entries: [Entry]) {
        self.town = town
        self.period = period
        self.language = language
        self.entries = entries.map { (CorrectionList.order($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func order(_ entry: Entry) -> (Int, String, Int, String, String) {
        var (place, name) = ("", "")
        if case .recorded(let text) = entry.place { place = Folding.key(text) }
        if case .recorded(let text) = entry.name { name = Folding.key(text) }
        return (place.isEmpty ? 1 : 0, place, entry.kind == .place ? 0 : 1, name, entry.id)
    }

    /// The words for a value.
    public func text(_ value: Value) -> String {
        switch value {
        case .recorded(let text): text
        case .notRecorded: Catalogue.of(language).text("status.no_data")
        case .notApplicable: "–"
        }
    }

    /// The page as HTML, in one file that asks for nothing else.
    public var html: String { HTMLWriter.document(CorrectionPage(self).node) }
}
