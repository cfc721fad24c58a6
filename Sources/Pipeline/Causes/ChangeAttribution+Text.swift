internal import Disclosure
internal import Formats
internal import Indicators
public import Wording

extension ChangeAttribution {
    /// The attribution for people: a line for each figure with its parts, greatest first.
    ///
    /// - Parameter everything: whether quarters, areas and groups are told, too; else the town's figures of all residents.
    public func text(_ language: Language, everything: Bool = false) -> String {
        let texts = Catalogue.of(language)
        var lines: [String] = []
        for input in shrunken {
            lines.append(
                texts.text(
                    "causes.shrunken",
                    ["kind": texts.text("input.\(input.kind)"), "before": "\(input.before)", "after": "\(input.after)"])
            )
        }
        if causes.isEmpty { return (lines + [texts.text("causes.none")]).joined(separator: "\n") + "\n" }
        let names = causes.map { texts.text("causes.\($0.rawValue)") }
        lines.append(texts.text("causes.differ", ["causes": names.joined(separator: ", ")]))
        let visible = rows.filter { $0.isVisible(language) }
        let told = visible.filter { everything || $0.isOfTown }
        for row in told {
            lines += ["", row.title(words, language), "  " + row.change(texts, language)]
            guard let parts = row.parts else {
                lines.append("  " + texts.text("causes.inseparable"))
                continue
            }
            for (cause, part) in ChangeAttribution.sorted(Array(zip(names, parts))) where row.isVisible(part, language)
            {
                lines.append("    \(row.signed(part, language))  \(cause)")
            }
        }
        lines += ["", texts.counted("causes.unchanged", unchangedCount + rows.count - visible.count)]
        if told.count < visible.count { lines.append(texts.counted("causes.more", visible.count - told.count)) }
        lines.append(texts.text("causes.what_it_says"))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The attribution for programs.
    public func json() -> String {
        let rows = rows.map { row -> JSONValue in
            var members: [JSONValue.Member] = [
                .init("level", .string(row.key.level.rawValue)), .init("area", .string(row.key.areaID)),
                .init("indicator", .string(row.key.indicator)), .init("parameters", .string(row.key.parameters)),
                .init("group", row.key.group.map(JSONValue.string) ?? .null),
                .init("category", row.key.category.map(JSONValue.string) ?? .null), .init("unit", .string(row.unit)),
                .init("before", .number(row.before)), .init("after", .number(row.after)),
            ]
            let parts = row.parts.map { parts in
                JSONValue.object(zip(causes, parts).map { .init($0.rawValue, .number($1)) })
            }
            members.append(.init("parts", parts ?? .null))
            return .object(members)
        }
        let report: JSONValue = [
            "format": "quartier-causes/1", "causes": .array(causes.map { .string($0.rawValue) }),
            "unchanged": .integer(unchangedCount),
            "shrunken": .array(
                shrunken.map {
                    ["kind": .string($0.kind), "before": .integer($0.before), "after": .integer($0.after)]
                }), "figures": .array(rows),
        ]
        return report.text(.indented) + "\n"
    }

    /// The greatest part first, whatever its sign; equal ones in the order of the causes.
    private static func sorted(_ parts: [(String, Double)]) -> [(String, Double)] {
        parts.enumerated().sorted { (-abs($0.element.1), $0.offset) < (-abs($1.element.1), $1.offset) }.map(\.element)
    }
}

extension ChangeAttribution.Row {
    /// Whether it is a figure of all residents of the town, or of no people at all.
    fileprivate var isOfTown: Bool { key.level == .town && (key.group == nil || key.group == "all") }

    /// Whether the values differ as they are printed.
    fileprivate func isVisible(_ language: Language) -> Bool {
        FigureNumber.text(before, unit: unit, language) != FigureNumber.text(after, unit: unit, language)
    }

    /// Whether a part is more than nothing as it is printed.
    fileprivate func isVisible(_ part: Double, _ language: Language) -> Bool {
        difference(part, language) != difference(0, language)
    }

    fileprivate func title(_ words: FigureWords, _ language: Language) -> String {
        "\(areaName) – "
            + FigureName.text(
                key.indicator, group: key.group, category: key.category, parameters: key.parameters, language, of: words
            )
    }

    fileprivate func change(_ texts: Catalogue, _ language: Language) -> String {
        texts.text(
            "causes.change",
            [
                "before": FigureNumber.text(before, unit: unit, language),
                "after": FigureNumber.text(after, unit: unit, language),
                "difference": signed(after - before, language),
            ])
    }

    /// A difference with its sign, in points where the value is a share.
    fileprivate func signed(_ part: Double, _ language: Language) -> String {
        (part > 0 ? "+" : "") + difference(part, language)
    }

    private func difference(_ part: Double, _ language: Language) -> String {
        FigureNumber.text(part, unit: unit == "share" ? "share_difference" : unit, language)
    }
}
