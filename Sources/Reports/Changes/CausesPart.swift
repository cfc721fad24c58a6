internal import Disclosure
internal import Indicators

extension ReportContext {
    /// Which part of each difference to an earlier date is due to what: a sentence for each main figure and a table of all.
    /// Nothing where no figure is told at both dates.
    func causesPart(_ figures: [MainFigure]) -> [HTMLNode] {
        guard let causes = input.publication.causes else { return [] }
        let told = figures.compactMap { figure in causes[figure.value.key].map { CausedChange(figure, $0) } }
        guard !told.isEmpty else { return [] }
        let period = DataText(causes.period)
        let reliable = told.filter { !isDoubtful($0) }
        let sentences = reliable.compactMap(sentence)
        var nodes: [HTMLNode] = [
            Tag.h3(.id("causes")) { words.rich("causes.heading", ["period": period.node(length: 20)]) }
        ]
        nodes += causes.shrunken.map(shrunkenNote)
        if causes.causes.isEmpty { return nodes + [paragraph("causes.same_data")] }
        let names = causes.causes.map { words.text(ofKey: "causes.\($0.rawValue)") }.joined(separator: "; ")
        nodes.append(paragraph("causes.intro", ["causes": names]))
        if sentences.isEmpty {
            nodes.append(paragraph("causes.nothing"))
        } else {
            nodes.append(Tag.ul { for sentence in sentences { Tag.li { sentence } } })
            nodes += causesTable(reliable, causes, period)
            if reliable.contains(where: isOfOldBorders) { nodes.append(note("causes.old_borders")) }
            nodes.append(note("causes.says"))
        }
        if reliable.count < told.count { nodes.append(note("causes.not_reliable")) }
        return nodes
    }

    /// Whether two values that read differently could be the same, so that nothing is to be split.
    private func isDoubtful(_ change: CausedChange) -> Bool {
        let isNoisy = input.publication.protection.map { $0.rules.method != .suppression } ?? false
        let value = change.figure.value
        let isAlike = readsAs(change.split.before.value ?? 0, value) == readsAs(change.split.after, value)
        let found = Change(value, change.split.before, isNoisy: isNoisy) { readsAs($0, value) == readsAs($1, value) }
        return !isAlike && found == .notReliable || found == .otherMethod || found == .cannotTell
    }

    /// Whether borders have a part in a difference, so that the earlier value is one of other land.
    private func isOfOldBorders(_ change: CausedChange) -> Bool {
        guard case .parts(let parts) = change.split.outcome else { return false }
        return parts.contains { $0.cause == .boundaries }
    }

    /// What is said of a figure; nil where it reads as before and no part is more than nothing.
    private func sentence(_ change: CausedChange) -> String? {
        guard let old = change.split.before.value else { return nil }
        let value = change.figure.value
        let (before, after) = (spoken(old, value, isLast: false), spoken(change.split.after, value, isLast: true))
        let isAlike = readsAs(old, value) == readsAs(change.split.after, value)
        var arguments = ["figure": name(change.figure), "before": before, "after": after]
        switch change.split.outcome {
        case .parts(let parts):
            guard let first = parts.first else { return nil }
            arguments["cause"] = words("causes.by.\(first.cause.rawValue)")
            arguments["parts"] = listed(parts, value)
            return words(isAlike ? "causes.even" : parts.count == 1 ? "causes.alone" : "causes.split", arguments)
        case .protected: return isAlike ? nil : words("causes.protected", arguments)
        case .inseparable: return isAlike ? nil : words("causes.inseparable", arguments)
        case .otherData: return isAlike ? nil : words("causes.other_data", arguments)
        }
    }

    /// „+6 durch Orte, Angebote und Öffnungszeiten, −1 durch Veränderungen in der Bevölkerung“.
    private func listed(_ parts: [PublishedCauses.Part], _ value: IndicatorValue) -> String {
        parts.map { part in
            words(
                "causes.part",
                ["amount": amount(part.steps, value), "cause": words("causes.by.\(part.cause.rawValue)")])
        }.joined(separator: ", ")
    }

    /// Printed steps with their sign, as the figure's unit writes them.
    private func amount(_ steps: Int, _ value: IndicatorValue) -> String {
        let sign = steps > 0 ? "+" : ""
        switch value.unit {
        case "min": return sign + numbers.number(Double(steps)) + "\u{202F}min"
        case "m": return sign + numbers.number(Double(steps)) + "\u{202F}m"
        case "share": return sign + numbers.number(Double(steps))
        default: return sign + numbers.number(Double(steps) / 10, decimals: 1)
        }
    }

    /// A value in a sentence; of two shares only the last says of how many.
    private func spoken(_ number: Double, _ value: IndicatorValue, isLast: Bool) -> String {
        switch value.unit {
        case "share":
            let text =
                switch NumberStyle.rounding(number) {
                case .nearlyAll: words("causes.nearly_all")
                case .nearlyNone: words("causes.nearly_none")
                case .exact: numbers.number(number * 100)
                }
            return isLast ? words("causes.of_hundred", ["n": text]) : text
        case "min": return wholeMinutes(number)
        default: return readsAs(number, value)
        }
    }

    private func shrunkenNote(_ input: ShrunkenInput) -> HTMLNode {
        let kind = words("causes.kind.\(input.kind)")
        let counts = [
            "kind": kind, "before": numbers.number(Double(input.before)), "after": numbers.number(Double(input.after)),
        ]
        return Tag.p {
            Tag.strong { words("causes.check") }
            " " + words(self.input.edition == .internal ? "causes.shrunken" : "causes.shrunken_public", counts)
        }
    }

    /// A row for each figure with parts and a column for each cause that some figure owes something to.
    private func causesTable(_ changes: [CausedChange], _ causes: PublishedCauses, _ period: DataText) -> [HTMLNode] {
        let rows = changes.compactMap { change -> (CausedChange, [ChangeCause: Int])? in
            guard case .parts(let parts) = change.split.outcome, !parts.isEmpty else { return nil }
            return (change, Dictionary(parts.map { ($0.cause, $0.steps) }) { first, _ in first })
        }
        // One line says no more than its sentence.
        guard rows.count > 1 else { return [] }
        let shown = causes.causes.filter { cause in rows.contains { $0.1[cause] != nil } }
        var table = DataTable(
            id: "table-causes", caption: words.rich("causes.table", ["period": period.node(length: 20)]),
            columns: [
                .text(words("column.figure")), .number(period.node(length: 20)), .number(words("column.now")),
            ] + shown.map { .number(words.text(ofKey: "causes.\($0.rawValue)")) })
        for (change, parts) in rows {
            let value = change.figure.value
            table.rows.append(
                [
                    [.text(name(change.figure))], [.text(readsAs(change.split.before.value ?? 0, value))],
                    [.text(readsAs(change.split.after, value))],
                ] + shown.map { cause in [.text(parts[cause].map { amount($0, value) } ?? "–")] })
        }
        return [table.node]
    }
}

/// A main figure with what is told of its difference to an earlier date.
private struct CausedChange {
    let figure: MainFigure
    let split: PublishedCauses.Split

    init(_ figure: MainFigure, _ split: PublishedCauses.Split) {
        self.figure = figure
        self.split = split
    }
}
