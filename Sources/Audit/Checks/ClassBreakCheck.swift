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
            guard let bounds = LegendClass(fragment.text),
                let group = bounds.group(of: file.fragments, number, &gazetteer)
            else { continue }
            findings +=
                bounds.isPercent
                ? check(shares: bounds, group: group, fragment, file.file)
                : check(
                    [bounds.lower, bounds.upper], group: group, column: fragment.text, file: file.file,
                    line: fragment.line)
        }
        return findings
    }

    // MARK: the rules

    /// A break in per cent is harmless where its rounding leaves the persons of every hidden share of the group open.
    private func check(
        shares bounds: LegendClass, group: String, _ fragment: TextFragment, _ file: String
    ) -> [AuditFinding] {
        let areas = Set(
            hidden.places.keys.filter { $0.group == group && ["residents", "group_share"].contains($0.indicator) }
                .map { AuditCell(period: $0.period, level: $0.level, area: $0.area, indicator: "residents") })
        func people(_ area: AuditCell, _ group: String) -> ClosedRange<Double>? {
            var cell = area
            cell.group = group
            return shown[cell]
        }
        let width = 0.01 / PrintedNumber.powerOfTen(bounds.decimals)
        let isOpen = areas.contains { area in
            people(area, readings.gazetteer.all).map { $0.upperBound * width < rules.protection - 1e-6 } ?? false
        }
        guard isOpen else { return [] }
        let shares = shown.filter { $0.key.indicator == "residents" && $0.key.group == group }
            .compactMap { cell, part -> Double? in
                people(cell, readings.gazetteer.all).map { 100 * part.upperBound / max($0.upperBound, 1) }
            }
        return [bounds.lower, bounds.upper].compactMap { number in
            let isRound = number.truncatingRemainder(dividingBy: 5) == 0
            let isShown = shares.contains { abs($0 - number) <= 50 * width + 1e-9 }
            guard !isRound, !isShown else { return nil }
            return AuditFinding(
                .classBreak, file: file, line: fragment.line, ["number": number.plain, "column": fragment.text])
        }
    }

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
