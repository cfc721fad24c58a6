/// Class breaks of maps that may be hidden counts: of columns with hidden counts, those that are neither shown nor round.
struct ClassBreakCheck {
    let rules: AuditRules
    let readings: Readings
    let hidden: HiddenCells
    /// The counts that are shown.
    let shown: [AuditCell: ClosedRange<Double>]

    /// The findings in one folder.
    func findings(_ folder: PublishedFolder) -> [AuditFinding] {
        folder.files.flatMap { file in
            file.tables.flatMap { styles(of: $0) } + legends(of: file)
                + file.fragments.filter { $0.file.hasSuffix(".qml") || $0.file.hasSuffix(".sld") }
                .flatMap { style($0.text, file: file.file, line: $0.line) }
        }
    }

    // MARK: styles

    private func styles(of table: PublishedTable) -> [AuditFinding] {
        guard table.form == .records else { return [] }
        return table.columns.indices.filter {
            ["styleqml", "stylesld", "qml", "sld", "style"].contains(table.columns[$0].lowercased())
        }.flatMap { column in
            table.rows.indices.flatMap { style(table.text($0, column), file: table.file, line: table.line($0)) }
        }
    }

    /// The breaks in a style of QGIS: comparisons of a column with a number, and ranges of a graduated symbol.
    private func style(_ text: String, file: String, line: Int?) -> [AuditFinding] {
        let plain = HTMLScanner.decoded(text)
        var findings: [AuditFinding] = []
        for name in names(in: plain) {
            guard let measure = Measure(name, readings.gazetteer), measure.kind == .residents else { continue }
            var breaks: [Double] = []
            for start in ["\"\(name)\"", "<ogc:PropertyName>\(name)</ogc:PropertyName>"] {
                for tail in plain.tails(after: start) {
                    if let number = ClassBreakCheck.leading(tail) { breaks.append(number) }
                }
            }
            if plain.firstRange(of: "attr=\"\(name)\"") != nil {
                for start in ["lower=\"", "upper=\""] {
                    for tail in plain.tails(after: start) {
                        if let number = ClassBreakCheck.leading(tail) { breaks.append(number) }
                    }
                }
            }
            findings += check(breaks, group: measure.group, column: name, file: file, line: line)
        }
        return findings
    }

    /// The names in quotes that could be columns.
    private func names(in text: String) -> [String] {
        var names: Set<String> = []
        for part in text.split(whereSeparator: { "\"<>&= ".contains($0) || $0.isNewline }) where part.utf8.count < 64 {
            if part.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) { names.insert(String(part)) }
        }
        return names.sorted()
    }

    /// The number that a text begins with, behind signs of comparison.
    private static func leading(_ text: Substring) -> Double? {
        let number = text.prefix(80).drop { " <>=\n\t".contains($0) || $0.isLetter || ":/\"".contains($0) }
            .prefix { $0.isNumber || $0 == "." || $0 == "-" }
        return Double(number)
    }

    // MARK: legends

    /// The breaks in a page's legends: neighbouring texts such as `3 bis unter 12`, under a heading about people.
    private func legends(of file: FileContent) -> [AuditFinding] {
        var gazetteer = readings.gazetteer
        var findings: [AuditFinding] = []
        for (number, fragment) in file.fragments.enumerated() {
            guard let bounds = ClassBreakCheck.bounds(fragment.text) else { continue }
            let above = file.fragments[max(0, number - 12)..<number].map(\.text) + fragment.headings + [fragment.text]
            guard
                let subject = above.last(where: { text in
                    Vocabulary.mentions(
                        Vocabulary.folded(text),
                        ["personen", "persons", "einwohner", "residents", "menschen", "people"])
                        || !gazetteer.mention(text).groups.isEmpty
                }), !Vocabulary.mentions(Vocabulary.folded(subject), Vocabulary.shares)
            else { continue }
            let group = gazetteer.mention(subject).groups.first ?? gazetteer.all
            findings += check(bounds, group: group, column: fragment.text, file: file.file, line: fragment.line)
        }
        return findings
    }

    /// The bounds of a class in words; nil for another text.
    private static func bounds(_ text: String) -> [Double]? {
        let folded = Vocabulary.folded(text)
        guard folded.count < 60, !folded.contains("%"), !folded.contains(":") else { return nil }
        var rest = folded[...]
        guard rest.first?.isNumber == true, let first = PrintedNumber.number(&rest) else { return nil }
        let words = rest.prefix { !$0.isNumber }.split(separator: " ").joined(separator: " ")
        guard ["bis unter", "bis", "to below", "to under", "to", "–", "-", "to less than"].contains(words) else {
            return nil
        }
        rest = rest.drop { !$0.isNumber }
        guard let second = PrintedNumber.number(&rest), second.value >= first.value else { return nil }
        return [first.value, second.value]
    }

    // MARK: the rule

    private func check(_ breaks: [Double], group: String, column: String, file: String, line: Int?) -> [AuditFinding] {
        let concerned = hidden.places.keys.contains { $0.indicator == "residents" && $0.group == group }
        guard concerned else { return [] }
        let values = shown.filter { $0.key.indicator == "residents" && $0.key.group == group }.map(\.value)
        return Set(breaks).sorted().compactMap { number in
            let isRound = number == 0 || number >= rules.minimumCount && number.truncatingRemainder(dividingBy: 5) == 0
            let isShown = values.contains { $0.lowerBound - 0.51 <= number && number <= $0.upperBound + 0.51 }
            guard !isRound, !isShown || number > 0 && number < rules.minimumCount else { return nil }
            return AuditFinding(.classBreak, file: file, line: line, ["number": number.plain, "column": column])
        }
    }
}

extension String {
    /// What follows each place where a text stands.
    fileprivate func tails(after text: String) -> [Substring] {
        var tails: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            rest = rest[range.upperBound...]
            tails.append(rest)
        }
        return tails
    }
}
