internal import Features
internal import Formats
internal import History
internal import Indicators
internal import Pipeline
internal import Wording

/// What the commands on the history print.
enum HistoryText {
    static func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
        Catalogue.of(Terminal.language).text(key, arguments)
    }

    private static let style = JSONValue.Style(isIndented: true)

    // MARK: runs

    static func table(_ runs: [HistoryRunSummary]) -> String {
        var table = TextTable(
            ["run", "period", "recorded", "note"].map { text("history.column.\($0)") }, rightAligned: [0])
        for run in runs {
            table.append([
                "\(run.id)", run.period, HistoryExport.time(run.recordedAt), run.notes.joined(separator: " · "),
            ])
        }
        return table.text
    }

    static func json(_ runs: [HistoryRunSummary]) -> String {
        JSONValue.array(runs.map(value)).text(style) + "\n"
    }

    private static func value(_ run: HistoryRunSummary) -> JSONValue {
        [
            "run": .integer(run.id), "period": .string(run.period),
            "recorded_at": .string(HistoryExport.time(run.recordedAt)), "town": .string(run.town),
            "project_sha256": .string(run.projectChecksum), "content_sha256": .string(run.checksum),
            "notes": .array(run.notes.map { .string($0) }),
        ]
    }

    // MARK: series

    static func table(_ series: [HistorySeries]) -> String {
        series.map { one in
            var table = TextTable(
                ["period", "value", "interval", "status", "run"].map { text("history.column.\($0)") },
                rightAligned: [1, 4])
            for (index, segment) in one.segments.enumerated() {
                if index > 0, let point = segment.first {
                    let reason =
                        point.isBreak
                        ? text("history.break", ["version": "\(point.methodVersion)"]) : text("history.other_land")
                    table.append(["----", "", reason, "", ""])
                }
                for point in segment {
                    table.append([
                        point.period, number(point.value, one.measure.unit),
                        interval(point.lower, point.upper, one.measure.unit), text("status.\(point.status)"),
                        "\(point.run)",
                    ])
                }
            }
            return heading(one.area, one.measure) + "\n" + table.text
        }.joined(separator: "\n")
    }

    static func json(_ series: [HistorySeries]) -> String {
        JSONValue.array(
            series.map { one in
                var members = identity(one.area, one.measure)
                members.append(.init("unit", .string(one.measure.unit)))
                members.append(.init("points", .array(one.points.map(value))))
                return .object(members)
            }
        ).text(style) + "\n"
    }

    private static func value(_ point: HistorySeries.Point) -> JSONValue {
        [
            "run": .integer(point.run), "period": .string(point.period),
            "method_version": .integer(point.methodVersion),
            "break": .boolean(point.isBreak), "boundaries_changed": .boolean(point.hasOtherLand),
            "status": .string(point.status), "value": number(point.value),
            "lower": number(point.lower), "upper": number(point.upper),
        ]
    }

    // MARK: comparison

    /// The places that differ, then the figures.
    ///
    /// - Parameter everything: every figure; else the main ones whose difference can be read.
    static func table(_ comparison: HistoryComparison, everything: Bool) -> String {
        var parts: [String] = []
        if !comparison.places.isEmpty {
            var table = TextTable(["place", "kind", "fields"].map { text("history.column.\($0)") })
            for change in comparison.places {
                guard let place = change.after ?? change.before else { continue }
                table.append([
                    place.name.isEmpty ? place.id : place.name, text("history.change.\(change.kind.rawValue)"),
                    change.fields.joined(separator: ", "),
                ])
            }
            parts.append(table.text)
        }
        let rows = (everything ? comparison.figures : comparison.mainFigures).compactMap { row($0, always: everything) }
        if !rows.isEmpty {
            var table = TextTable(
                ["area", "figure", "kind", "before", "after", "difference"].map { text("history.column.\($0)") },
                rightAligned: [3, 4, 5])
            rows.forEach { table.append($0) }
            parts.append(table.text)
        }
        let untold = comparison.figures.count - rows.count
        if untold > 0 { parts.append(Catalogue.of(Terminal.language).counted("compare.more", untold) + "\n") }
        return parts.joined(separator: "\n")
    }

    /// A figure that differs; nil where only what it rests on does, or decimals that are not shown.
    private static func row(_ change: HistoryComparison.FigureChange, always: Bool) -> [String]? {
        guard let figure = change.after ?? change.before else { return nil }
        let (before, after) = (state(change.before), state(change.after))
        if !always, [.value, .certainty].contains(change.kind), before == after { return nil }
        let unit = difference(figure.measure.unit)
        return [
            figure.area.name.isEmpty ? figure.area.id : figure.area.name, figure.measure.name(Terminal.language),
            kind(change), before, after,
            change.difference.map { FigureNumber.text($0, unit: unit, Terminal.language) } ?? "",
        ]
    }

    /// How a figure differs, with what became of the land that the earlier one speaks of.
    private static func kind(_ change: HistoryComparison.FigureChange) -> String {
        let kind = text("history.change.\(change.kind.rawValue)")
        switch change.boundaries {
        case .same: return kind
        case .otherID(let id): return kind + "; " + text("boundaries.other_id", ["id": id])
        case .converted:
            let range = interval(change.before?.lower, change.before?.upper, change.before?.measure.unit ?? "")
            return kind + "; " + text("boundaries.converted", ["range": range])
        case .notComparable(let reason): return kind + ": " + text("boundaries.obstacle.\(reason)")
        }
    }

    /// What is to be known of the boundaries before the figures are read; nil where they are the same.
    static func boundaries(_ comparison: HistoryComparison) -> String? {
        switch comparison.boundaries {
        case .same: nil
        case .unknown: text("boundaries.unknown")
        case .changed(let quarters, let weights):
            text("boundaries.changed", ["n": "\(quarters)", "weights": text("boundaries.weights.\(weights)")])
        }
    }

    static func json(_ comparison: HistoryComparison) -> String {
        let figures = comparison.figures.map { change -> JSONValue in
            guard let figure = change.after ?? change.before else { return .null }
            return .object(
                identity(figure.area, figure.measure) + [
                    .init("change", .string(change.kind.rawValue)), .init("before", value(change.before)),
                    .init("after", value(change.after)), .init("difference", number(change.difference)),
                    .init("boundaries", mark(change.boundaries)),
                ])
        }
        let places = comparison.places.map { change -> JSONValue in
            let place = change.after ?? change.before
            return [
                "id": .string(place?.id ?? ""), "name": .string(place?.name ?? ""),
                "change": .string(change.kind.rawValue), "fields": .array(change.fields.map { .string($0) }),
            ]
        }
        let whole: JSONValue = [
            "before": value(comparison.before), "after": value(comparison.after),
            "boundaries": boundaries(comparison.boundaries),
            "unchanged_figures": .integer(comparison.unchangedFigures), "figures": .array(figures),
            "places": .array(places),
        ]
        return whole.text(style) + "\n"
    }

    private static func mark(_ mark: BoundaryMark) -> JSONValue {
        switch mark {
        case .same: ["state": "same"]
        case .otherID(let id): ["state": "other_id", "id": .string(id)]
        case .converted: ["state": "converted"]
        case .notComparable(let reason): ["state": "not_comparable", "reason": .string(reason)]
        }
    }

    private static func boundaries(_ boundaries: BoundaryComparison) -> JSONValue {
        switch boundaries {
        case .same: ["state": "same"]
        case .unknown: ["state": "unknown"]
        case .changed(let quarters, let weights):
            ["state": "changed", "quarters": .integer(quarters), "weights": .string(weights)]
        }
    }

    private static func value(_ figure: HistoryRun.Figure?) -> JSONValue {
        guard let figure else { return .null }
        return [
            "status": .string(figure.status), "value": number(figure.value), "lower": number(figure.lower),
            "upper": number(figure.upper), "n": number(figure.n),
            "method_version": .integer(figure.measure.methodVersion), "unit": .string(figure.measure.unit),
        ]
    }

    // MARK: parts

    private static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

    private static func number(_ value: Double?, _ unit: String) -> String {
        value.map { FigureNumber.text($0, unit: unit, Terminal.language) } ?? "–"
    }

    private static func interval(_ lower: Double?, _ upper: Double?, _ unit: String) -> String {
        guard let lower, let upper else { return "" }
        return "\(number(lower, unit)) – \(number(upper, unit))"
    }

    /// The value, or why there is none.
    private static func state(_ figure: HistoryRun.Figure?) -> String {
        guard let figure else { return "" }
        return figure.value == nil ? text("status.\(figure.status)") : number(figure.value, figure.measure.unit)
    }

    /// The unit of a difference: of shares percentage points.
    private static func difference(_ unit: String) -> String {
        ["share": "share_difference", "places": "places_difference"][unit] ?? unit
    }

    private static func heading(_ area: HistoryRun.Area, _ measure: HistoryRun.Measure) -> String {
        "\(area.name.isEmpty ? area.id : area.name): \(measure.name(Terminal.language))"
    }

    private static func identity(_ area: HistoryRun.Area, _ measure: HistoryRun.Measure) -> [JSONValue.Member] {
        [
            ("level", area.level), ("area", area.id), ("area_name", area.name), ("indicator", measure.indicator),
            ("parameters", measure.parameters), ("category", measure.category), ("group", measure.group),
        ].map { JSONValue.Member($0.0, .string($0.1)) }
    }
}
