internal import Disclosure
internal import Formats
internal import Indicators
internal import Town
public import Wording

extension BeforeAfter {
    /// The two dates for people: the measure, what else is known, whether there is anything to compare with, the figures.
    ///
    /// - Parameter everything: every group, category and unchanged figure; else all residents, sums of places and what
    ///   differs.
    public func text(_ language: Language, everything: Bool = false) -> String {
        let texts = Catalogue.of(language)
        var lines = [
            texts.text("before_after.title", ["title": note.title, "date": "\(note.date)"]),
            texts.text("before_after.dates", ["before": periods.before, "after": periods.after]),
            quarters.isEmpty
                ? texts.text("before_after.town")
                : texts.text("before_after.quarters", ["quarters": quarters.joined(separator: ", ")]),
            texts.text("before_after.internal"),
        ]
        if !isMeasureBetween { lines.append(texts.text("before_after.not_between", ["date": "\(note.date)"])) }
        lines += ["", texts.text("before_after.reasons")]
        lines += reasons.map { reason in
            "  "
                + texts.text(
                    "before_after.reason",
                    ["date": "\(reason.date)", "kind": reason.kind.rawValue, "title": reason.title])
        }
        if let causes, !causes.isEmpty {
            let names = causes.map { texts.text("causes.\($0.rawValue)") }
            lines.append("  " + texts.text("before_after.causes", ["causes": names.joined(separator: ", ")]))
        }
        if reasons.isEmpty, causes?.isEmpty ?? true { lines.append("  " + texts.text("before_after.no_reasons")) }
        lines += ["", rule(texts)]
        if hasEnoughQuarters, !excluded.isEmpty {
            lines.append(texts.text("before_after.excluded", ["quarters": excluded.joined(separator: ", ")]))
        }
        let told = rows.filter { everything || ($0.isMain(groups) && $0.isVisible(language)) }
        for row in told {
            lines += ["", row.title(categories, groups, language)] + self.lines(row, language).map { "  " + $0 }
        }
        if told.isEmpty { lines += ["", texts.text("before_after.nothing")] }
        // How many more there are nobody knows who did not compute them.
        if !everything { lines += ["", texts.text("before_after.more")] }
        lines += ["", texts.text("before_after.what_it_says")]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether there is a comparison, by the rule, in one sentence.
    private func rule(_ texts: Catalogue) -> String {
        if quarters.isEmpty { return texts.text("before_after.refused.town") }
        let needed = ComparisonQuarters.fewest + quarters.count - 1
        let numbers = ["count": "\(comparisonCount)", "needed": "\(needed)"]
        return texts.text(hasEnoughQuarters ? "before_after.compared" : "before_after.refused.few", numbers)
    }

    private func lines(_ row: Row, _ language: Language) -> [String] {
        let texts = Catalogue.of(language)
        var lines: [String] = []
        for change in row.areas {
            var arguments = [
                "area": change.areaName.isEmpty ? texts.text("before_after.whole_town") : change.areaName,
                "before": row.text(change.before, language), "after": row.text(change.after, language),
            ]
            if let difference = change.difference, !row.isMethodBreak {
                arguments["difference"] = row.signed(difference, language)
                lines.append(texts.text("before_after.change", arguments))
                lines += change.parts.map { cause, part in
                    "    " + row.signed(part, language) + "  " + texts.text("causes.\(cause.rawValue)")
                }
            } else {
                lines.append(texts.text("before_after.side_by_side", arguments))
            }
        }
        if row.isMethodBreak { lines.append(texts.text("before_after.method")) }
        if let comparison = row.comparison {
            lines.append(
                texts.text(
                    "before_after.comparison",
                    [
                        "count": "\(comparison.count)", "change": row.signed(comparison.comparison, language),
                        "difference": row.signed(comparison.difference, language),
                        "lower": row.signed(comparison.interval.lowerBound, language),
                        "upper": row.signed(comparison.interval.upperBound, language),
                    ]))
        } else if hasEnoughQuarters, let refusal = row.refusal {
            switch refusal {
            case .tooFew(let count):
                lines.append(texts.text("before_after.few_values", ["count": "\(count)"]))
            case .noValue, .wholeTown: lines.append(texts.text("before_after.no_value"))
            }
        }
        return lines
    }

    /// The two dates for programs.
    public func json() -> String {
        let figures = rows.map { row -> JSONValue in
            [
                "indicator": .string(row.measure.indicator), "parameters": .string(row.measure.parameters),
                "group": row.measure.group.map(JSONValue.string) ?? .null,
                "category": row.measure.category.map(JSONValue.string) ?? .null, "unit": .string(row.unit),
                "method_break": .boolean(row.isMethodBreak),
                "areas": .array(
                    row.areas.map { change in
                        [
                            "area": .string(change.areaID), "before": change.before.map(JSONValue.number) ?? .null,
                            "after": change.after.map(JSONValue.number) ?? .null,
                            "parts": .object(change.parts.map { .init($0.cause.rawValue, .number($0.part)) }),
                        ]
                    }),
                "comparison": row.comparison.map { comparison in
                    [
                        "quarters": .integer(comparison.count), "change": .number(comparison.comparison),
                        "difference": .number(comparison.difference),
                        "lower": .number(comparison.interval.lowerBound),
                        "upper": .number(comparison.interval.upperBound),
                    ]
                } ?? .null,
                "refused": row.refusal.map { .string($0.word) } ?? .null,
            ]
        }
        let report: JSONValue = [
            "format": "quartier-before-after/1", "visibility": "internal", "measure": .string(note.id),
            "before": .string(periods.before), "after": .string(periods.after),
            "measure_between": .boolean(isMeasureBetween),
            "quarters": .array(quarters.map(JSONValue.string)), "excluded": .array(excluded.map(JSONValue.string)),
            "comparison_quarters": .integer(comparisonCount),
            "reasons": .array(
                reasons.map {
                    [
                        "id": .string($0.id), "kind": .string($0.kind.rawValue), "date": .string("\($0.date)"),
                        "title": .string($0.title),
                    ]
                }),
            "causes": causes.map { .array($0.map { .string($0.rawValue) }) } ?? .null, "figures": .array(figures),
        ]
        return report.text(.indented) + "\n"
    }
}

extension ComparisonQuarters.Refusal {
    /// The reason as a word for programs.
    fileprivate var word: String {
        switch self {
        case .wholeTown: "whole_town"
        case .tooFew: "too_few_quarters"
        case .noValue: "no_value"
        }
    }
}

extension BeforeAfter.Row {
    /// Whether it is told without being asked for: all residents, sums of places, ways on foot at the usual speed.
    fileprivate func isMain(_ groups: [PopulationGroup]) -> Bool {
        (measure.group == nil || measure.group == groups.first?.id)
            && (measure.category == nil || measure.category.map(ReachTarget.sums.contains) ?? false)
            && !measure.parameters.contains("kmh=") && !measure.parameters.contains("measure=wheelchair")
            && !measure.parameters.contains("measure=bicycle")
    }

    /// Whether a value differs as it is printed.
    fileprivate func isVisible(_ language: Language) -> Bool {
        areas.contains { text($0.before, language) != text($0.after, language) }
    }

    fileprivate func title(
        _ categories: [PlaceTable.Category], _ groups: [PopulationGroup], _ language: Language
    ) -> String {
        FigureName.text(
            measure.indicator, group: measure.group, category: measure.category, parameters: measure.parameters,
            language, of: FigureWords(categories: categories, groups: groups))
    }

    fileprivate func text(_ value: Double?, _ language: Language) -> String {
        value.map { FigureNumber.text($0, unit: unit, language) }
            ?? Catalogue.of(language).text("before_after.no_figure")
    }

    /// A difference with its sign, in points where the value is a share.
    fileprivate func signed(_ difference: Double, _ language: Language) -> String {
        (difference > 0 ? "+" : "")
            + FigureNumber.text(difference, unit: unit == "share" ? "share_difference" : unit, language)
    }
}
