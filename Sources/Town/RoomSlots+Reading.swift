public import Features
internal import Wording

extension RoomSlots {
    /// Appends the slots of a table and returns what was found wrong with them.
    ///
    /// A word or day that cannot be read counts as not recorded. A row without a place or readable hours, or that ends
    /// before it begins, is no slot and left out.
    ///
    /// - Parameters:
    ///   - columns: the names of the columns with a meaning.
    ///   - places: the places that the rows name.
    public mutating func append(
        _ layer: Layer, columns names: [RoomSlotColumn: String], places: PlaceDirectory
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let columns = names.compactMapValues(layer.column(named:))
        for row in 0..<layer.count {
            let texts = columns.compactMapValues { column in
                // A lone dash is an empty field.
                column.string(at: row).flatMap { Folding.key($0).isEmpty ? nil : $0 }
            }
            var reader = RoomSlotRow(texts: texts, columns: columns, location: layer.location(ofFeature: row))
            if let slot = reader.slot(places) { slots.append(slot) }
            findings += reader.findings
        }
        return findings
    }
}

/// One row of a table of room slots.
private struct RoomSlotRow {
    var texts: [RoomSlotColumn: String]
    let columns: [RoomSlotColumn: Column]
    let location: SourceLocation
    private(set) var findings: [Diagnostic] = []

    init(texts: [RoomSlotColumn: String], columns: [RoomSlotColumn: Column], location: SourceLocation) {
        self.texts = texts
        self.columns = columns
        self.location = location
    }

    /// The slot, its place named by id; nil where the row is none.
    mutating func slot(_ places: PlaceDirectory) -> RoomSlot? {
        guard let name = texts[.place]?.split(whereSeparator: \.isWhitespace).joined(separator: " ") else {
            report(.roomWithoutPlace)
            return nil
        }
        guard let id = places.id(name) else {
            report(.roomPlaceUnknown, about: .place, name, places.hint(name))
            return nil
        }
        texts[.place] = id
        // What cannot be read is taken out, and the rest read again: each turn leaves one column less.
        while true {
            do throws(RoomSlot.Defect) {
                return try RoomSlot(
                    placeID: id, room: text(.room), hours: text(.hours), keyHolder: text(.keyHolder),
                    validFrom: text(.validFrom), validUntil: text(.validUntil), agreement: text(.agreement))
            } catch {
                guard let column = report(error) else { return nil }
                texts[column] = nil
            }
        }
    }

    private func text(_ column: RoomSlotColumn) -> String { texts[column] ?? "" }

    /// Reports a defect; the column without which the row can still be read, nil where there is none.
    private mutating func report(_ defect: RoomSlot.Defect) -> RoomSlotColumn? {
        switch defect {
        case .placeMissing:
            report(.roomWithoutPlace)
        case .hours:
            if let finding = Diagnostic.unreadableHours(text(.hours), at: location) { findings.append(finding) }
        case .keyHolderUnknown(let word):
            report(.wordUnknown, about: .keyHolder, word, RoomSlot.keyHolderWords.hint(word))
            return .keyHolder
        case .agreementUnknown(let word):
            report(.wordUnknown, about: .agreement, word, RoomSlot.agreementWords.hint(word))
            return .agreement
        case .validFromUnreadable(let text):
            report(.dateUnreadable, about: .validFrom, text)
            return .validFrom
        case .validUntilUnreadable(let text):
            report(.dateUnreadable, about: .validUntil, text)
            return .validUntil
        case .endsBeforeItStarts:
            report(.endsBeforeItStarts, ["from": text(.validFrom), "until": text(.validUntil)])
        }
        return nil
    }

    /// Reports a value of a column.
    private mutating func report(
        _ code: DiagnosticCode, about column: RoomSlotColumn, _ value: String, _ hint: [String: String] = [:]
    ) {
        report(
            code,
            hint.merging(["value": value, "column": columns[column]?.name ?? column.rawValue]) { $1 })
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) {
        findings.append(Diagnostic(code, at: location, arguments))
    }
}
