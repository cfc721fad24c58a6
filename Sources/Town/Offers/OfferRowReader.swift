internal import Features
internal import Wording

/// Reads the values of one row after the other of a table of offers, and keeps what is wrong with them.
struct OfferRowReader {
    private let layer: Layer
    private let columns: [OfferColumn: Column]
    private let places: PlaceDirectory
    private let periodStart: CalendarDate?
    private var row = 0
    private var id = ""
    /// What was found in the rows so far.
    private(set) var findings: [Diagnostic] = []

    init(
        _ layer: Layer, _ names: [OfferColumn: String], _ places: PlaceDirectory, _ periodStart: CalendarDate?
    ) {
        self.layer = layer
        self.places = places
        self.periodStart = periodStart
        columns = names.compactMapValues(layer.column(named:))
    }

    mutating func begin(_ row: Int, id: String) {
        self.row = row
        self.id = id
    }

    /// Where the row stands.
    private var location: SourceLocation {
        var location = layer.location(ofFeature: row)
        location.featureID = id
        return location
    }

    mutating func report(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) {
        findings.append(Diagnostic(code, at: location, arguments))
    }

    /// The name of a column in messages.
    private func name(_ column: OfferColumn) -> String { columns[column]?.name ?? column.rawValue }

    // MARK: Texts and words

    /// The text of a column without white space around it; nil where there is none.
    func text(_ column: OfferColumn) -> String? {
        guard let text = columns[column]?.string(at: row) else { return nil }
        let trimmed = OfferRowReader.trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The parts of a text between `;`, `,`, `/` and `|`.
    func list(_ column: OfferColumn) -> [String] { parts(column, separators: ";,/|") }

    private func parts(_ column: OfferColumn, separators: String) -> [String] {
        (text(column) ?? "").split { separators.contains($0) }
            .map(OfferRowReader.trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The value that a word names; nil where there is none, and for a word that nobody knows, which is reported.
    mutating func value<Value>(_ column: OfferColumn, _ words: ValueWords<Value>) -> Value? {
        guard let text = text(column), !Folding.key(text).isEmpty else { return nil }
        if let value = words.value(text) { return value }
        reportUnknown(text, column, words)
        return nil
    }

    private mutating func reportUnknown<Value>(_ word: String, _ column: OfferColumn, _ words: ValueWords<Value>) {
        report(.wordUnknown, words.hint(word).merging(["value": word, "column": name(column)]) { $1 })
    }

    /// The hours as written; a text that is not readable is reported and stays.
    mutating func hours() -> String? {
        guard let text = text(.hours) else {
            let (hours, finding) = Diagnostic.weekdayHours(OfferColumn.weekdays.map { self.text($0) }, at: location)
            if let finding { findings.append(finding) }
            return hours
        }
        if let finding = Diagnostic.unreadableHours(text, at: location) { findings.append(finding) }
        return text
    }

    /// A day; nil where none is written, and where what is written is no day, which is reported.
    mutating func day(_ column: OfferColumn) -> (day: CalendarDate?, isWritten: Bool) {
        guard let text = text(column), !Folding.key(text).isEmpty else { return (nil, false) }
        let day = CalendarDate(text: text)
        if day == nil { report(.dateUnreadable, ["value": text, "column": name(column)]) }
        return (day, true)
    }

    // MARK: Places

    /// Where the offer is. An offer without a place that is neither mobile nor a staff post is reported.
    mutating func sites() -> (places: [Int32], isMobile: Bool, isStaffPost: Bool) {
        var found: [Int32] = []
        var (isMobile, isStaffPost, isUnknown) = (false, false, false)
        for part in parts(.places, separators: ";,|") {
            // An id goes before a word, so that a place may be called „mobil“.
            if let place = places.row(part) {
                if !found.contains(place) { found.append(place) }
            } else if let site = OfferRowReader.siteWords.value(part) {
                if site == .mobile { isMobile = true } else { isStaffPost = true }
            } else {
                isUnknown = true
                report(
                    .offerPlaceUnknown, places.hint(part).merging(["value": part, "column": name(.places)]) { $1 })
            }
        }
        if found.isEmpty, !isMobile, !isStaffPost, !isUnknown { report(.offerWithoutPlace) }
        return (found, isMobile, isStaffPost)
    }

    private enum Site { case mobile, staffPost }

    private static let siteWords = ValueWords<Site>([
        (.mobile, ["mobil", "mobile", "aufsuchend", "unterwegs", "wechselnde Orte", "outreach"]),
        (.staffPost, ["Stelle", "staff post", "Personalstelle", "Fachstelle", "post", "Person"]),
    ])

    // MARK: Work

    /// What staff and volunteers do. Shares of both that are together more than all are reported.
    mutating func work() -> (staff: OfferTable.Work?, volunteers: OfferTable.Work?) {
        let (staff, volunteers) = (work(.staff), work(.volunteers))
        // One digit after the comma may be rounded up in both.
        if case .share(let first) = staff, case .share(let second) = volunteers, first + second > 1.1 {
            report(.workUnreadable, ["value": text(.volunteers) ?? "", "column": name(.volunteers)])
        }
        return (staff, volunteers)
    }

    private mutating func work(_ column: OfferColumn) -> OfferTable.Work? {
        guard let text = text(column), !Folding.key(text).isEmpty else { return nil }
        let number = text.prefix { $0.isNumber || ".,-+".contains($0) }
        let unit = Folding.key(String(text.dropFirst(number.count)))
        let isPerCent = text.contains("%") || unit == "prozent" || unit == "percent"
        // A decimal comma; with a point as well it would be anybody's guess, and then it is no number.
        let decimal = number.contains(".") ? String(number) : String(number.map { $0 == "," ? "." : $0 })
        if let value = Double(decimal), value.isFinite, value >= 0 {
            if OfferRowReader.hourUnits.contains(unit) {
                return .weeklyHours(value)
            }
            let share = isPerCent ? value / 100 : value
            if unit.isEmpty || isPerCent, share <= 1 { return .share(share) }
        }
        report(.workUnreadable, ["value": text, "column": name(column)])
        return nil
    }

    private static let hourUnits: Set<String> = [
        "h", "std", "stunden", "hours", "hour", "stunde", "hwoche", "stdwoche", "wochenstunden", "hweek",
        "stundenwoche", "stdprowoche",
    ]

    // MARK: Funding

    /// How long the offer is paid for. `befristet bis 31.12.2025` in one field is read, too.
    mutating func funding() -> Funding {
        var (kind, day) = fundingWords()
        let written = self.day(.fundedUntil)
        if written.isWritten { day = written.day }
        let hasDay = day != nil || written.isWritten
        if kind == .permanent, hasDay {
            report(.fundingContradictory, ["date": text(.fundedUntil) ?? day.map { "\($0)" } ?? ""])
            kind = .limited
        }
        switch kind {
        case .permanent: return .permanent
        case .oneOff: return .oneOff(on: day)
        case .notRecorded, nil:
            return hasDay ? limited(day) : .notRecorded
        case .limited:
            if !hasDay { report(.fundingEndMissing) }
            return limited(day)
        }
    }

    private mutating func limited(_ day: CalendarDate?) -> Funding {
        if let day, let periodStart, day < periodStart { report(.fundingEnded, ["date": "\(day)"]) }
        return .limited(until: day)
    }

    /// What the field of funding says: a word, a day, or both.
    private mutating func fundingWords() -> (kind: Funding.Kind?, day: CalendarDate?) {
        guard let text = text(.funding), !Folding.key(text).isEmpty else { return (nil, nil) }
        if let kind = Funding.words.value(text) { return (kind, nil) }
        var words = text.split(separator: " ").map(String.init)
        guard let last = words.popLast(), let day = CalendarDate(text: last) else {
            reportUnknown(text, .funding, Funding.words)
            return (nil, nil)
        }
        if let preposition = words.last, ["bis", "zum", "am", "until", "to", "on"].contains(Folding.key(preposition)) {
            words.removeLast()
            if words.last.map(Folding.key) == "bis" { words.removeLast() }
        }
        if words.isEmpty { return (nil, day) }
        let word = words.joined(separator: " ")
        if let kind = Funding.words.value(word) { return (kind, day) }
        reportUnknown(word, .funding, Funding.words)
        return (nil, day)
    }

    /// Who decides on the money: each once, in the order of ``FundingDecider``.
    mutating func deciders() -> [FundingDecider] {
        var named: Set<FundingDecider> = []
        for part in parts(.decidedBy, separators: ";,/|+&") where !Folding.key(part).isEmpty {
            if let decider = FundingDecider.words.value(part) {
                if let decider { named.insert(decider) }
            } else {
                reportUnknown(part, .decidedBy, FundingDecider.words)
            }
        }
        return FundingDecider.allCases.filter(named.contains)
    }
}
