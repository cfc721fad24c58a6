internal import Formats
internal import Indicators
internal import Project
internal import Town
public import Wording

extension ScenarioComparison {
    /// The comparison for people: what is changed, then the main figures by which somebody gains or loses.
    ///
    /// - Parameter everything: every figure, and every quarter and group of it; else the town's groups, and of the quarters
    ///   all residents where at least five gain or lose.
    public func text(_ language: Language, everything: Bool = false) -> String {
        let texts = Catalogue.of(language)
        var lines = [title.map { texts.text("scenario.title", ["title": $0]) } ?? texts.text("scenario.untitled")]
        lines.append(texts.text("scenario.internal"))
        lines.append("")
        lines += changes.map { "  - " + text($0.change, language) }
        let figures = figures
        let told = everything ? figures : figures.filter { $0.isMain && $0.rows.contains(where: \.isAffected) }
        for figure in told {
            lines += ["", heading(figure.subject, language)]
            for row in everything ? figure.rows : figure.mainRows { lines.append("  " + line(row, language)) }
        }
        if isEmpty { lines += ["", texts.text("scenario.nothing")] }
        let untold = figures.count - told.count
        if !isEmpty, untold > 0 { lines += ["", texts.counted("scenario.more", untold)] }
        lines += ["", texts.text("scenario.what_it_says")]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The rows of one figure.
    private struct Figure {
        let subject: OriginLevels.Subject
        var rows: [Row]

        /// Whether it is told without being asked for: not the number of places, and by day only the evening and weekend.
        var isMain: Bool {
            let isSum = ReachTarget.sums.contains(subject.category)
            switch subject.indicator {
            case "places_within": return false
            case "nearest_time", "nearest_distance": return isSum
            case "open_access":
                return ["weekday_evening", "saturday", "sunday"].contains {
                    subject.parameters.contains("slot=\($0)")
                }
            default: return true
            }
        }

        /// All residents and the groups of the town, and all residents of the quarters where it matters to five or more.
        var mainRows: [Row] {
            rows.filter { row in
                row.level == .town
                    || row.group.id == rows[0].group.id
                        && max(row.people.gaining.most, row.people.losing.most) >= PersonText.few
            }
        }
    }

    private var figures: [Figure] {
        var figures: [Figure] = []
        for row in rows {
            if figures.last?.subject == row.subject {
                figures[figures.count - 1].rows.append(row)
            } else {
                figures.append(Figure(subject: row.subject, rows: [row]))
            }
        }
        return figures
    }

    private func text(_ change: ChangeFile.Change, _ language: Language) -> String {
        let texts = Catalogue.of(language)
        return switch change {
        case .hoursOfPlace(let name, let hours), .hoursOfOffer(let name, let hours):
            texts.text("scenario.change.hours", ["name": name, "hours": hours])
        case .newPlace(let place):
            texts.text(
                place.hours == nil ? "scenario.change.new_place_without_hours" : "scenario.change.new_place",
                ["name": place.name, "category": words.category(place.category, language), "hours": place.hours ?? ""])
        case .placeCloses(let name): texts.text("scenario.change.place_closes", ["name": name])
        case .offerEnds(let name): texts.text("scenario.change.offer_ends", ["name": name])
        }
    }

    /// What a figure is of, in words.
    private func heading(_ subject: OriginLevels.Subject, _ language: Language) -> String {
        let texts = Catalogue.of(language)
        var parameters: [String: String] = [:]
        for part in subject.parameters.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            if sides.count == 2 { parameters[sides[0]] = sides[1] }
        }
        let measure = parameters["measure"] ?? ""
        let way = texts.template("figure.measure.\(measure)") ?? measure
        let number = parameters["minutes"] ?? parameters["metres"] ?? parameters["catchment"] ?? ""
        return texts.text(
            "scenario.figure.\(subject.indicator)",
            [
                "places": words.category(subject.category, language), "way": way,
                "limit": texts.text(
                    measure == "straight_line" ? "scenario.limit.metres" : "scenario.limit.minutes",
                    ["n": number, "way": way]),
                "slot": parameters["slot"] ?? "",
            ])
    }

    private func line(_ row: Row, _ language: Language) -> String {
        let texts = Catalogue.of(language)
        var text = texts.text(
            "scenario.row",
            [
                "area": row.areaName, "group": row.group.names[language] ?? row.group.id,
                "gaining": PersonText.text(row.people.gaining, language),
                "losing": PersonText.text(row.people.losing, language),
            ])
        if let means = row.means {
            let (before, after) = (
                FigureNumber.text(means.before, unit: row.subject.unit, language),
                FigureNumber.text(means.after, unit: row.subject.unit, language)
            )
            if before != after { text += " · \(before) → \(after)" }
        }
        return text
    }

    /// The comparison for programs: every row, numbers of people to tens.
    public func json() -> String {
        let report: JSONValue = [
            "format": "quartier-scenario/1", "visibility": "internal", "title": title.map(JSONValue.string) ?? .null,
            "changes": .integer(changes.count),
            "figures": .array(
                rows.map { row in
                    [
                        "indicator": .string(row.subject.indicator), "parameters": .string(row.subject.parameters),
                        "category": .string(row.subject.category), "unit": .string(row.subject.unit),
                        "level": .string(row.level.rawValue), "area": .string(row.areaID),
                        "group": .string(row.group.id), "gaining": PersonText.json(row.people.gaining),
                        "losing": PersonText.json(row.people.losing),
                        "unchanged": PersonText.json(row.people.unchanged),
                        "before": row.means.map { .number($0.before) } ?? .null,
                        "after": row.means.map { .number($0.after) } ?? .null,
                    ]
                }),
        ]
        return report.text(.indented) + "\n"
    }
}

extension ScenarioComparison.Row {
    /// Whether anybody gains or loses, or may.
    var isAffected: Bool {
        people.gaining.most > 0 || people.losing.most > 0
    }
}
