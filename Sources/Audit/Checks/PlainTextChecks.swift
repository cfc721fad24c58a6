internal import Formats

/// What never belongs into a publication: sensitive places, contacts, operators in figures of dependency, and what is
/// for internal use.
struct PlainTextChecks {
    let folder: PublishedFolder
    let gazetteer: Gazetteer
    /// The names of operators that the publication knows, folded.
    private let operators: Set<String>

    init(_ folder: PublishedFolder, _ gazetteer: Gazetteer) {
        self.folder = folder
        self.gazetteer = gazetteer
        var operators: Set<String> = []
        for table in folder.files.flatMap(\.tables) where table.form == .records {
            guard let column = table.column("operator", "traeger", "träger") else { continue }
            for row in table.rows.indices {
                let name = Vocabulary.folded(table.text(row, column))
                if name.count > 3 { operators.insert(name) }
            }
        }
        self.operators = operators
    }

    /// All findings.
    func findings() -> [AuditFinding] {
        var findings: [AuditFinding] = []
        for file in folder.files {
            for table in file.tables { findings += check(table) }
            for fragment in file.fragments { findings += check(fragment) }
            if let json = file.json { findings += check(json, file: file.file, key: "", depth: 0) }
        }
        return findings + folder.rows.flatMap { check($0) }
    }

    // MARK: rows of indicators

    private func check(_ row: PublishedRow) -> [AuditFinding] {
        func finding(_ code: AuditCode, _ name: String) -> AuditFinding {
            AuditFinding(code, file: row.file, line: row.line, cell: row.cell, ["name": name])
        }
        if row.cell.indicator == "operator_loss" || row.cell.parameters.contains("operator=") {
            let named =
                row.cell.parameters.split(separator: ";").map { $0.split(separator: "=").last ?? $0 } + [
                    row.cell.category[...]
                ]
            let isNamed =
                row.cell.parameters.contains("operator=")
                || named.contains { operators.contains(Vocabulary.folded(String($0))) }
            if isNamed { return [finding(.operatorNamed, named.map(String.init).joined(separator: ", "))] }
        }
        if Vocabulary.internalIndicators.contains(row.cell.indicator) {
            return [finding(.internalContent, row.cell.indicator)]
        }
        if row.cell.indicator == "computed_focus_area", row.number != 1 || !isConfirmed(row.cell.area) {
            return [finding(.unconfirmedFocusArea, row.cell.areaName.isEmpty ? row.cell.area : row.cell.areaName)]
        }
        return []
    }

    /// Whether a focus area that the town has set lies in a quarter, so far as the publication shows.
    private func isConfirmed(_ quarter: String) -> Bool {
        folder.files.flatMap(\.shapes).contains {
            $0.values["quarter_id"] == quarter && $0.values["layer"] == "focus_area"
        }
    }

    // MARK: tables

    private func check(_ table: PublishedTable) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        let isRecords = table.form == .records
        let subject = Vocabulary.folded(([table.name] + table.headings.prefix(1)).joined(separator: " "))
        let isDependency = Vocabulary.dependency.contains { subject.contains($0) }
        let isStyle = table.name == "layer_styles"
        for (number, column) in table.columns.enumerated() where isRecords {
            let folded = Vocabulary.folded(column)
            let isFilled = table.rows.indices.contains { !table.text($0, number).isEmpty }
            guard isFilled else { continue }
            if Vocabulary.internalColumns.contains(folded) {
                findings.append(AuditFinding(.internalContent, file: table.file, ["name": column]))
            }
            if Vocabulary.contactColumns.contains(folded) {
                findings.append(AuditFinding(.contact, file: table.file, ["column": column]))
            }
        }
        let kind = table.column("kind", "basis", "origin")
        let confirmed = table.column("confirmed", "is_confirmed")
        var seen: Set<String> = []
        for (row, values) in table.rows.enumerated() where !isStyle {
            let isHint = ["computed", "rechnerisch"].contains(table.text(row, kind).lowercased())
            if ["false", "0", "no", "nein"].contains(table.text(row, confirmed).lowercased()) || isHint {
                let name = table.text(row, table.column("name", "area_name", "area_id", "id"))
                findings.append(
                    AuditFinding(.unconfirmedFocusArea, file: table.file, line: table.line(row), ["name": name]))
            }
            for (column, value) in values.enumerated() {
                for text in [value.text] + value.attributes.map(\.text) where !text.isEmpty {
                    // Of texts that stand there again and again one is looked at.
                    guard isDependency || seen.insert(text).inserted else { continue }
                    let folded = Vocabulary.folded(text)
                    func finding(_ code: AuditCode, _ arguments: [String: String]) {
                        findings.append(AuditFinding(code, file: table.file, line: table.line(row), arguments))
                    }
                    if folded.utf8.count < 200, Vocabulary.namesSensitivePlace(folded) {
                        finding(.sensitivePlace, ["name": text])
                    }
                    let isContactColumn =
                        isRecords && Vocabulary.contactColumns.contains(Vocabulary.folded(table.columns[column]))
                    if !isContactColumn, Contact.isNamed(in: text, allowsOffices: !isRecords) {
                        finding(.contact, ["column": table.columns[column]])
                    }
                    if isDependency,
                        operators.contains(folded)
                            || Vocabulary.contains(Vocabulary.folded(table.columns[column]), ["traeger", "operator"]),
                        !folded.contains(where: \.isNumber)
                    {
                        finding(.operatorNamed, ["name": text])
                    }
                }
            }
        }
        return findings
    }

    // MARK: texts

    private func check(_ fragment: TextFragment) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        func finding(_ code: AuditCode, _ arguments: [String: String]) {
            findings.append(AuditFinding(code, file: fragment.file, line: fragment.line, arguments))
        }
        let folded = Vocabulary.folded(fragment.text)
        if Contact.isNamed(in: fragment.text, allowsOffices: true) {
            finding(.contact, ["column": fragment.kind.rawValue])
        }
        // Sentences may say that such places are not shown; names of places are short.
        let isName = fragment.kind != .prose || folded.split(separator: " ").count < 6
        if isName, Vocabulary.namesSensitivePlace(folded), !folded.hasPrefix("description=") {
            finding(.sensitivePlace, ["name": String(fragment.text.prefix(80))])
        }
        if folded.hasPrefix("intern – ungeschuetzt") || folded.hasPrefix("internal – unprotected")
            || folded.hasPrefix("interne ausgabe:") || folded.hasPrefix("internal edition:")
        {
            finding(.internalContent, ["name": String(fragment.text.prefix(60))])
        }
        let about = Vocabulary.folded(fragment.headings.first ?? "")
        if Vocabulary.dependency.contains(where: { about.contains($0) || folded.contains($0) }),
            let name = operators.sorted().first(where: { folded.contains($0) })
        {
            finding(.operatorNamed, ["name": name])
        }
        return findings
    }

    private func check(_ value: JSONValue, file: String, key: String, depth: Int) -> [AuditFinding] {
        guard depth < 64 else { return [] }
        switch value {
        case .object(let members): return members.flatMap { check($0.value, file: file, key: $0.key, depth: depth + 1) }
        case .array(let elements): return elements.flatMap { check($0, file: file, key: key, depth: depth + 1) }
        case .string(let text):
            var findings: [AuditFinding] = []
            let folded = Vocabulary.folded(text)
            if folded.utf8.count < 200, Vocabulary.namesSensitivePlace(folded) || folded == "sensitive-place" {
                findings.append(AuditFinding(.sensitivePlace, file: file, ["name": text]))
            }
            if Contact.isNamed(in: text, allowsOffices: true) {
                findings.append(AuditFinding(.contact, file: file, ["column": key]))
            }
            return findings
        case .integer, .number, .boolean, .null: return []
        }
    }
}
