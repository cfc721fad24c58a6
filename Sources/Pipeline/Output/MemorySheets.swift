internal import Disclosure
internal import Formats
internal import Town

/// What became of participation as a table: a row for each occasion that the edition shows.
enum ParticipationSheet {
    /// The columns of an edition in the order of the file; that a record is public goes without saying in the public one.
    static func columns(_ edition: Edition) -> [OfferSheet.Column] {
        let names =
            [
                "id", "date", "quarter_id", "place_id", "format", "role", "languages", "result", "outcome", "reason",
                "office", "answered_on",
            ] + (edition == .internal ? ["public"] : [])
        return names.map { name in
            let type =
                switch name {
                case "date", "answered_on": "date"
                case "public": "boolean"
                default: "string"
                }
            return (name, type, "participation_column.\(name)")
        }
    }

    /// The table as CSV.
    static func csv(_ log: ParticipationLog, _ edition: Edition) -> [UInt8] {
        var writer = CSVWriter(.standard, header: columns(edition).map(\.name))
        for record in log.records {
            let row: [TableCell] = [
                .text(record.id), .recorded(record.date.map { "\($0)" }), .recorded(record.quarterID),
                .recorded(record.placeID), .text(record.format.rawValue), .recorded(record.role),
                .recorded(record.languages.joined(separator: ";")), .recorded(record.result),
                .text(record.outcome.rawValue), .recorded(record.reason), .recorded(record.office),
                .recorded(record.answeredOn.map { "\($0)" }),
            ]
            writer.append(row + (edition == .internal ? [.text("\(record.isPublic)")] : []))
        }
        return writer.bytes
    }
}

/// The notes as a table: a row for each that the edition shows.
enum NoteSheet {
    /// The columns of an edition in the order of the file.
    static func columns(_ edition: Edition) -> [OfferSheet.Column] {
        let names =
            [
                "id", "kind", "date", "quarter_ids", "place_ids", "title", "text", "urban_development", "integration",
                "other_offices", "indicators", "until", "trial", "goal", "decision", "status", "question", "circle",
                "standing",
            ] + (edition == .internal ? ["public"] : [])
        return names.map { name in
            let type =
                switch name {
                case "date", "until": "date"
                case "public": "boolean"
                default: "string"
                }
            return (name, type, "note_column.\(name)")
        }
    }

    /// The table as CSV.
    static func csv(_ notes: [Note], _ edition: Edition) -> [UInt8] {
        let names = columns(edition).map(\.name)
        var writer = CSVWriter(.standard, header: names)
        for note in notes {
            let values = values(note)
            writer.append(names.map { .recorded(values[$0] ?? nil) })
        }
        return writer.bytes
    }

    /// What a note says, by column.
    private static func values(_ note: Note) -> [String: String?] {
        var values: [String: String?] = [
            "id": note.id, "kind": note.kind.rawValue, "date": "\(note.date)",
            "quarter_ids": note.quarterIDs.joined(separator: " "), "place_ids": note.placeIDs.joined(separator: " "),
            // One line for a row, so that every program counts the same rows.
            "title": note.title, "text": note.body.plain.split(separator: "\n").joined(separator: " "),
            "urban_development": note.offices?.urbanDevelopment, "integration": note.offices?.integration,
            "other_offices": note.offices?.others.joined(separator: ";"), "public": "\(note.isPublic)",
        ]
        switch note.content {
        case .assumption(let indicators): values["indicators"] = indicators.joined(separator: " ")
        case .trial(let until, _): values["until"] = until.map { "\($0)" }
        case .learnt(let trial): values["trial"] = trial
        case .measure(let measure):
            (values["goal"], values["decision"]) = (measure.goal, measure.decision)
            values["status"] = measure.status.rawValue
        case .topic: break
        case .answer(let answer):
            (values["question"], values["circle"]) = (answer.question, answer.circle)
            values["standing"] = answer.state.rawValue
        }
        return values
    }
}
