internal import Disclosure
internal import Features
internal import Wording

extension ReportContext {
    /// The groups of diagnostic codes, by the first digit.
    private static let topics = ["1", "2", "3", "4", "5", "6", "7"]

    /// What was found in the data: counts by topic; in the internal edition also each kind of finding with an example
    /// and its remedy. Messages can hold names and values, so the public edition has counts only.
    func findingsSection() -> HTMLNode {
        section("findings", words("findings.heading")) {
            if input.diagnostics.isEmpty {
                paragraph("findings.none")
            } else {
                paragraph("findings.intro")
                topicsTable().node
                if input.edition == .internal {
                    codesTable().node
                } else {
                    note("findings.public")
                }
            }
        }
    }

    private func topicsTable() -> DataTable {
        let severities: [Severity] = [.note, .warning, .error]
        var table = DataTable(
            id: "table-findings", caption: [.text(words("findings.table"))],
            columns: [.text(words("column.topic"))] + severities.map { .number(words("severity.\($0.rawValue)")) })
        for topic in ReportContext.topics {
            let found = input.diagnostics.filter { $0.code.rawValue.dropFirst().hasPrefix(topic) }
            if found.isEmpty { continue }
            table.rows.append(
                [[.text(words("topic.\(topic)"))]]
                    + severities.map { severity in [numberNode(Double(found.count { $0.severity == severity }))] })
        }
        return table
    }

    private func codesTable() -> DataTable {
        var table = DataTable(
            id: "table-findings-codes", caption: [.text(words("findings.codes_table"))],
            columns: [
                .text(words("column.code")), .number(words("column.count")), .text(words("column.example")),
                .text(words("column.remedy")),
            ])
        var byCode: [DiagnosticCode: (first: Diagnostic, count: Int)] = [:]
        for diagnostic in input.diagnostics {
            byCode[diagnostic.code] = (
                byCode[diagnostic.code]?.first ?? diagnostic, (byCode[diagnostic.code]?.count ?? 0) + 1
            )
        }
        for (code, found) in byCode.sorted(by: { $0.key < $1.key }) {
            table.rows.append([
                [Tag.code { code.rawValue }], [numberNode(Double(found.count))],
                [DataText(found.first.message(language)).node(length: 300)],
                [DataText(found.first.remedy(language)).node(length: 300)],
            ])
        }
        return table
    }
}
