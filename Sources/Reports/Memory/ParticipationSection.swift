internal import Indicators
internal import Town

extension ReportContext {
    /// How many occasions there were in a quarter or the town, and what became of them; nothing without a table of
    /// participation.
    func participationSection(_ quarter: Int?) -> [HTMLNode] {
        guard
            let log =
                quarter.map({ participationOfQuarters?[checked: $0] }) ?? study.memory.participation
        else { return [] }
        return [
            section("participation", words("participation.heading")) {
                Tag.p { participationSummary(log) }
                if quarter != nil, log.count > 0 {
                    participationTable(
                        log.records, id: "table-participation", caption: words("participation.table"), on: quarter
                    ).node
                }
                note("participation.attendance")
                Tag.p {
                    words.rich(
                        "participation.more",
                        ["link": Tag.a(.href(.participation)) { words("participation.title") }])
                }
            }
        ]
    }

    /// „Erfasst sind 8 Beteiligungen. Auf 5 gab es eine Antwort, auf 3 noch nicht.“
    func participationSummary(_ log: ParticipationLog) -> String {
        guard log.count > 0 else { return words("participation.none") }
        var sentences = [
            words.counted("participation.count", log.count, shown: count(log.count)),
            words(
                "participation.answers", ["n": count(log.answered.count), "m": count(log.unanswered.count)]),
        ]
        let outcomes = ParticipationOutcome.allCases.compactMap { outcome -> String? in
            let number = log.count(of: outcome)
            return number == 0
                ? nil : words("participation.outcome_count.\(outcome.rawValue)", ["n": count(number)])
        }
        sentences.append(words("participation.outcomes", ["list": outcomes.joined(separator: ", ")]))
        return sentences.joined(separator: " ")
    }

    private func count(_ number: Int) -> String { numbers.number(Double(number)) }

    /// Records row by row. That nobody has an answer yet stands there in words.
    func participationTable(
        _ records: [ParticipationRecord], id: String, caption: String, on quarter: Int?
    ) -> DataTable {
        var table = DataTable(
            id: id, caption: [.text(caption)],
            columns: (["date"] + (quarter == nil ? ["where"] : []) + [
                "format", "result", "outcome", "office", "answered",
            ]).map { .text(words("participation.column.\($0)")) })
        for record in records {
            table.rows.append(
                [dateCell(record.date.map { "\($0)" })] + (quarter == nil ? [whereCell(record)] : []) + [
                    formatCell(record), textCell(record.result, length: 400), outcomeCell(record),
                    textCell(record.office), answeredCell(record),
                ])
        }
        return table
    }

    /// The quarter and the place; the town where neither is given.
    private func whereCell(_ record: ParticipationRecord) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        if let quarter = study.quarter(of: record) { nodes.append(quarterName(quarter).node(length: 60)) }
        if let place = record.placeID.flatMap({ id in study.places.ids.firstIndex(of: id) }) {
            nodes += (nodes.isEmpty ? [] : [.text(", ")]) + placeCell(place)
        }
        return nodes.isEmpty ? [.text(words("memory.whole_town"))] : nodes
    }

    /// How people were asked, in which part and in which languages.
    private func formatCell(_ record: ParticipationRecord) -> [HTMLNode] {
        var nodes: [HTMLNode] =
            record.format == .notRecorded ? [missing(.noData)] : [.text(formatName(record.format))]
        if let role = record.role {
            nodes.append(
                Tag.span(.class("block note")) {
                    words.rich("participation.role", ["role": DataText(role).node()])
                })
        }
        if !record.languages.isEmpty {
            nodes.append(
                Tag.span(.class("block note")) {
                    DataText(record.languages.map(languageName).joined(separator: ", ")).node()
                })
        }
        return nodes
    }

    func formatName(_ format: ParticipationFormat) -> String { words("participation.format.\(format.rawValue)") }

    private func outcomeCell(_ record: ParticipationRecord) -> [HTMLNode] {
        var nodes: [HTMLNode] = [.text(words("participation.outcome.\(record.outcome.rawValue)"))]
        if let reason = record.reason {
            nodes.append(Tag.span(.class("block note")) { DataText(reason).node(length: 400) })
        } else if record.outcome == .not {
            nodes.append(Tag.span(.class("block word")) { words("participation.no_reason") })
        }
        return nodes
    }

    private func answeredCell(_ record: ParticipationRecord) -> [HTMLNode] {
        guard let day = record.answeredOn else {
            return [Tag.span(.class("word")) { words("participation.not_answered") }]
        }
        return [dateNode("\(day)")]
    }
}
