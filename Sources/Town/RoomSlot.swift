public import Features
public import Hours
internal import Wording

/// A room that is given to people at the same time every week: who holds the key, from when until when, by agreement or
/// not. Value of one row of a town's table.
public struct RoomSlot: Sendable, Codable, Hashable {
    /// Who can use the room in these hours.
    public enum KeyHolder: String, Sendable, Codable, Hashable, CaseIterable {
        /// Everybody: the house opens.
        case openToAll = "open_to_all"
        /// One group has the key.
        case oneGroup = "one_group"
        /// Several groups share the key.
        case severalGroups = "several_groups"
        /// Nobody recorded it.
        case notRecorded = "not_recorded"

        /// Whether the room is in the hands of those who use it.
        public var isHandedOver: Bool { self == .oneGroup || self == .severalGroups }
    }

    /// Whether there is a written agreement.
    public typealias Agreement = OfferTable.Answer

    /// Why a row is no slot.
    public enum Defect: Error, Sendable, Hashable {
        /// No place is named.
        case placeMissing
        /// The weekday and time are not readable.
        case hours(OpeningHours.ParseError)
        /// None of the words for who holds the key.
        case keyHolderUnknown(String)
        /// None of the words for yes and no.
        case agreementUnknown(String)
        /// The first day is no date.
        case validFromUnreadable(String)
        /// The last day is no date.
        case validUntilUnreadable(String)
        /// The last day lies before the first.
        case endsBeforeItStarts
    }

    /// The id of the place in the table of places.
    public let placeID: String
    /// The room's name; nil where not recorded.
    public internal(set) var room: String?
    /// When, in an ordinary week.
    public let hours: OpeningHours
    /// Who holds the key.
    public let keyHolder: KeyHolder
    /// The first day; nil where not recorded.
    public let validFrom: CalendarDate?
    /// The last day; nil where not recorded, which does not mean for ever.
    public let validUntil: CalendarDate?
    /// Whether there is a written agreement.
    public let agreement: Agreement

    /// Reads the texts of a row, German or English; an empty text is "not recorded", except of place and hours.
    public init(
        placeID: String, room: String, hours: String, keyHolder: String, validFrom: String, validUntil: String,
        agreement: String
    ) throws(Defect) {
        self.placeID = RoomSlot.trimmed(placeID)
        guard !self.placeID.isEmpty else { throw .placeMissing }
        let room = RoomSlot.trimmed(room)
        self.room = room.isEmpty ? nil : room
        do {
            self.hours = try OpeningHours(hours)
        } catch {
            throw .hours(error)
        }
        guard let holder = RoomSlot.value(keyHolder, RoomSlot.keyHolderWords, .notRecorded) else {
            throw .keyHolderUnknown(keyHolder)
        }
        self.keyHolder = holder
        guard let written = RoomSlot.value(agreement, RoomSlot.agreementWords, .notRecorded) else {
            throw .agreementUnknown(agreement)
        }
        self.agreement = written
        let (from, until) = (RoomSlot.trimmed(validFrom), RoomSlot.trimmed(validUntil))
        self.validFrom = CalendarDate(text: from)
        self.validUntil = CalendarDate(text: until)
        if self.validFrom == nil, !from.isEmpty { throw .validFromUnreadable(validFrom) }
        if self.validUntil == nil, !until.isEmpty { throw .validUntilUnreadable(validUntil) }
        if let first = self.validFrom, let last = self.validUntil, last < first { throw .endsBeforeItStarts }
    }

    /// Whether the slot is given on a day; a bound that is not recorded bounds nothing.
    public func isValid(on day: CalendarDate) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
    }

    // MARK: Words

    /// The words for who holds the key; those to be shown first.
    static let keyHolderWords = ValueWords<KeyHolder>([
        (
            .openToAll,
            [
                "offen für alle", "open to all", "open_to_all", "offen", "open", "alle", "all", "für alle",
                "öffentlich",
                "public",
            ]
        ),
        (.oneGroup, ["eine Gruppe", "one group", "one_group", "eine", "one", "1", "1 Gruppe"]),
        (.severalGroups, ["mehrere Gruppen", "several groups", "several_groups", "mehrere", "several"]),
        (.notRecorded, ValueWords<KeyHolder>.nothingRecorded),
    ])

    /// The words for whether there is a written agreement.
    static var agreementWords: ValueWords<Agreement> { Agreement.words }

    /// The value that a word names, or the one for an empty text; nil for a word that nobody knows.
    private static func value<Value>(_ text: String, _ words: ValueWords<Value>, _ empty: Value) -> Value? {
        Folding.key(text).isEmpty ? empty : words.value(text)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
