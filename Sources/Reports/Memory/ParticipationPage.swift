internal import Town

extension ReportContext {
    /// „Was aus Beteiligung wurde“: who waits for an answer, the mix of formats, and all records.
    func participationPage(_ log: ParticipationLog) -> HTMLNode {
        document(
            title: DataText(words("participation.title")),
            subtitle: words.rich(
                "participation.subtitle",
                ["town": DataText(study.townName).node(), "period": DataText(study.period).node(length: 40)]),
            navigation: [
                Tag.nav(.class("contents"), .label(words("nav.contents"))) {
                    Tag.p(.class("nav-title")) { words("nav.contents") }
                    Tag.ul {
                        Tag.li { Tag.a(.href(.town)) { words("nav.town") } }
                        for part in ["unanswered", "formats", "records"] {
                            Tag.li { Tag.a(.href(.part(part))) { words("participation.\(part)") } }
                        }
                    }
                }
            ], sections: [overview(log), unansweredSection(log), formatsSection(log), recordsSection(log)])
    }

    private func overview(_ log: ParticipationLog) -> HTMLNode {
        Tag.section(.label(words("participation.heading"))) {
            Tag.p(.class("lead")) { participationSummary(log) }
            paragraph("participation.intro")
            note("participation.attendance")
        }
    }

    private func unansweredSection(_ log: ParticipationLog) -> HTMLNode {
        section("unanswered", words("participation.unanswered")) {
            if log.unanswered.isEmpty {
                paragraph(log.count == 0 ? "participation.none" : "participation.all_answered")
            } else {
                paragraph("participation.unanswered_intro")
                participationTable(
                    log.unanswered, id: "table-unanswered", caption: words("participation.unanswered_table"), on: nil
                ).node
            }
        }
    }

    /// How often each format was used, and which never: a question of reaching people where they are, not of numbers.
    private func formatsSection(_ log: ParticipationLog) -> HTMLNode {
        section("formats", words("participation.formats")) {
            paragraph("participation.formats_intro")
            formatsTable(log).node
        }
    }

    private func formatsTable(_ log: ParticipationLog) -> DataTable {
        var table = DataTable(
            id: "table-formats", caption: [.text(words("participation.formats_table"))],
            columns: [
                .text(words("participation.column.format")), .number(words("participation.column.count")),
                .number(words("participation.column.without_answer")),
            ])
        let used = Dictionary(uniqueKeysWithValues: log.formats.map { ($0.format, $0.count) })
        for format in ParticipationFormat.allCases {
            let count = used[format] ?? 0
            // What is not a format is named only where there is something of it.
            if count == 0, format == .other || format == .notRecorded { continue }
            let waiting = log.unanswered.count { $0.format == format }
            table.rows.append([
                [.text(formatName(format))], count == 0 ? [noneRecorded] : [numberNode(Double(count))],
                [count == 0 ? .text("–") : numberNode(Double(waiting))],
            ])
        }
        return table
    }

    private func recordsSection(_ log: ParticipationLog) -> HTMLNode {
        section("records", words("participation.records")) {
            if log.count == 0 {
                paragraph("participation.none")
            } else {
                participationTable(
                    log.records, id: "table-participation", caption: words("participation.table"), on: nil
                ).node
            }
        }
    }
}
