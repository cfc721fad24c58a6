public import Features
internal import Wording

extension ParticipationLog {
    /// Reads the records of a table and says what was found wrong with them.
    ///
    /// What cannot be read counts as not recorded. A record about a quarter or place that there is not is left out: it
    /// would stand for the whole town. One that seems to name a person stays internal.
    ///
    /// - Parameters:
    ///   - columns: the names of the columns with a meaning.
    ///   - quarters: the quarters that rows name.
    ///   - places: the places that rows name.
    ///   - number: the number of the table among those of participation, for ids that two tables share.
    ///   - used: the ids of the tables before; those of this one are added.
    public static func read(
        _ layer: Layer, columns names: [ParticipationColumn: String], quarters: PlaceDirectory,
        places: PlaceDirectory, number: Int = 0, used: inout Set<String>
    ) -> (records: [ParticipationRecord], findings: [Diagnostic]) {
        let (ids, idFindings) = layer.uniqueIDs(column: names[.id])
        let columns = names.compactMapValues(layer.column(named:))
        var records: [ParticipationRecord] = []
        var findings = idFindings
        for row in 0..<layer.count {
            var location = layer.location(ofFeature: row)
            location.featureID = ids[row]
            var reader = ParticipationRow(row: row, columns: columns, location: location)
            if var record = reader.record(id: ids[row], quarters, places) {
                while !used.insert(record.id).inserted { record.id = "\(number + 1):\(record.id)" }
                records.append(record)
            }
            findings += reader.findings
        }
        return (records, findings)
    }
}

/// One row of a table of participation.
private struct ParticipationRow {
    let row: Int
    let columns: [ParticipationColumn: Column]
    let location: SourceLocation
    private(set) var findings: [Diagnostic] = []

    init(row: Int, columns: [ParticipationColumn: Column], location: SourceLocation) {
        self.row = row
        self.columns = columns
        self.location = location
    }

    /// The record; nil where the row is about something that there is not.
    mutating func record(
        id: String, _ quarters: PlaceDirectory, _ places: PlaceDirectory
    ) -> ParticipationRecord? {
        var record = ParticipationRecord(id: id)
        var isPlaced = true
        if let text = text(.quarter) {
            record.quarterID = quarters.id(text)
            if record.quarterID == nil {
                isPlaced = false
                report(.quarterUnknown, about: .quarter, text, quarters.hint(text))
            }
        }
        if let text = text(.place) {
            record.placeID = places.id(text)
            if record.placeID == nil {
                isPlaced = false
                report(.placeUnknown, about: .place, text, places.hint(text))
            }
        }
        record.date = day(.date)
        record.format = value(.format, ParticipationFormat.words) ?? .notRecorded
        record.role = text(.role)
        record.languages = (text(.languages) ?? "").split { ";,/|".contains($0) }
            .map(ParticipationRow.trimmed).filter { !$0.isEmpty }
        record.result = text(.result)
        record.outcome = value(.outcome, ParticipationOutcome.words) ?? .open
        record.reason = text(.reason)
        record.office = text(.office)
        record.answeredOn = day(.answeredOn)
        record.isPublic = value(.visibility, ParticipationRow.visibility) ?? false
        check(&record)
        return isPlaced ? record : nil
    }

    private static let visibility = ValueWords<Bool>([
        (true, ["öffentlich", "public", "ja", "yes", "true", "x"]),
        (false, ["intern", "internal", "nein", "no", "false"]),
    ])

    /// What does not go together.
    private mutating func check(_ record: inout ParticipationRecord) {
        if let date = record.date, let answered = record.answeredOn, answered < date {
            findings.append(
                Diagnostic(.answeredBeforehand, at: location, ["date": "\(date)", "answered": "\(answered)"]))
            record.answeredOn = nil
        }
        if record.outcome == .not, record.reason == nil {
            findings.append(Diagnostic(.refusalWithoutReason, at: location))
        }
        if record.isPublic, let words = record.texts.lazy.compactMap(PersonalDetail.found).first {
            findings.append(Diagnostic(.personNamed, at: location, ["words": words]))
            record.isPublic = false
        }
    }

    // MARK: Values

    /// The text of a column without white space around it; nil where there is none, or only a dash.
    private func text(_ column: ParticipationColumn) -> String? {
        guard let text = columns[column]?.string(at: row), !Folding.key(text).isEmpty else { return nil }
        return ParticipationRow.trimmed(text)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func day(_ column: ParticipationColumn) -> CalendarDate? {
        guard let text = text(column) else { return nil }
        let day = CalendarDate(text: text)
        if day == nil { report(.dateUnreadable, about: column, text) }
        return day
    }

    private mutating func value<Value>(_ column: ParticipationColumn, _ words: ValueWords<Value>) -> Value? {
        guard let text = text(column) else { return nil }
        if let value = words.value(text) { return value }
        report(.wordUnknown, about: column, text, words.hint(text))
        return nil
    }

    /// Reports a value of a column.
    private mutating func report(
        _ code: DiagnosticCode, about column: ParticipationColumn, _ value: String, _ hint: [String: String] = [:]
    ) {
        let name = columns[column]?.name ?? column.rawValue
        findings.append(Diagnostic(code, at: location, hint.merging(["value": value, "column": name]) { $1 }))
    }
}
