public import Features
internal import Formats
internal import Indicators
internal import Town
public import Wording

/// Towns of one class side by side: first what they tried and learnt, then their figures. In the order of the alphabet,
/// without ranks, means or differences: it is about talking to each other.
public struct ExchangeComparison: Sendable {
    /// The packages, by town and period.
    let packages: [ExchangePackage]

    /// Reads packages.
    ///
    /// - Throws: `Failure` where one cannot be read, where towns are of different classes, or where an indicator was computed
    ///   by different versions of its method.
    public init(_ paths: [String]) throws(Failure) {
        var packages: [ExchangePackage] = []
        for path in paths { packages.append(try ExchangePackage.read(path)) }
        try self.init(packages: packages)
    }

    init(packages: [ExchangePackage]) throws(Failure) {
        let sorted = packages.sorted {
            (Folding.key($0.town), $0.town, $0.period) < (Folding.key($1.town), $1.town, $1.period)
        }
        self.packages = sorted
        let types = Set(sorted.map(\.type))
        if types.count > 1 {
            throw Failure(
                .malformedData,
                Diagnostic(.exchangeTypesDiffer, nil, sorted.map { "\($0.town): \($0.type.rawValue)" }))
        }
        let broken = ExchangeComparison.brokenMethods(sorted)
        if !broken.isEmpty { throw Failure(.malformedData, Diagnostic(.exchangeMethodsDiffer, nil, broken)) }
    }

    /// The indicators that not all packages computed alike: `coverage_share: Adorf 1, Bedorf 2`.
    private static func brokenMethods(_ packages: [ExchangePackage]) -> [String] {
        var versions: [String: [(town: String, versions: Set<Int>)]] = [:]
        for package in packages {
            var own: [String: Set<Int>] = [:]
            for figure in package.figures { own[figure.indicator, default: []].insert(figure.methodVersion) }
            for (indicator, found) in own { versions[indicator, default: []].append((package.town, found)) }
        }
        return versions.filter { Set($0.value.flatMap(\.versions)).count > 1 }.sorted { $0.key < $1.key }.map {
            id, found in
            let towns = found.map { town, versions in
                "\(town) \(versions.sorted().map { "\($0)" }.joined(separator: "/"))"
            }
            return "\(id): \(towns.joined(separator: ", "))"
        }
    }

    /// What identifies a figure in all packages.
    private struct Key: Hashable {
        let indicator: String
        let category: String?
        let parameters: String
    }

    private typealias Row = (key: Key, figures: [ExchangePackage.Figure?])

    /// The figures of all packages, in the order of the catalogue, then as they come.
    private var rows: [Row] {
        var keys: [Key] = []
        var seen: Set<Key> = []
        var found: [[Key: ExchangePackage.Figure]] = []
        for package in packages {
            var own: [Key: ExchangePackage.Figure] = [:]
            for figure in package.figures {
                let key = Key(
                    indicator: figure.indicator, category: figure.category, parameters: figure.parameters)
                own[key] = figure
                if seen.insert(key).inserted { keys.append(key) }
            }
            found.append(own)
        }
        let order = IndicatorCatalogue.all.map(\.descriptor.id)
        let ranked = keys.enumerated().sorted { left, right in
            let ranks = [left, right].map { order.firstIndex(of: $0.element.indicator) ?? order.count }
            return (ranks[0], left.offset) < (ranks[1], right.offset)
        }.map(\.element)
        return ranked.map { key in (key, found.map { $0[key] }) }
    }

    /// The towns for people.
    ///
    /// - Parameter everything: every figure; else those that all towns have, of sums of places, on foot at the usual speed.
    public func text(_ language: Language, everything: Bool = false) -> String {
        let texts = Catalogue.of(language)
        let towns = packages.map { "\($0.town) (\($0.period))" }
        var lines = [texts.text("exchange.title", ["towns": towns.joined(separator: " · ")])]
        if let type = packages.first?.type { lines.append(texts.text("exchange.type.\(type.rawValue)")) }
        lines += ["", texts.text("exchange.notes")]
        for package in packages {
            for note in package.notes {
                lines.append(
                    "  "
                        + texts.text(
                            "exchange.note.\(note.kind.rawValue)",
                            ["town": package.town, "date": note.date, "title": note.title]))
                lines += note.text.split(separator: "\n").map { "    \($0)" }
            }
        }
        if packages.allSatisfy(\.notes.isEmpty) { lines.append("  " + texts.text("exchange.no_notes")) }
        let rows = rows
        let told = rows.filter { everything || isMain($0) }
        for row in told {
            lines += ["", heading(row.key, language)]
            for (package, figure) in zip(packages, row.figures) {
                lines.append("  \(package.town): " + ExchangeComparison.text(figure, texts, language))
            }
        }
        if told.count < rows.count { lines += ["", texts.counted("exchange.more", rows.count - told.count)] }
        lines += ["", texts.text("exchange.what_it_says")]
        return lines.joined(separator: "\n") + "\n"
    }

    private func isMain(_ row: Row) -> Bool {
        !row.figures.contains(nil)
            && (row.key.category == nil || row.key.category.map(ReachTarget.sums.contains) ?? false)
            && !["kmh=", "measure=wheelchair", "measure=bicycle"].contains { row.key.parameters.contains($0) }
    }

    private func heading(_ key: Key, _ language: Language) -> String {
        FigureName.text(key.indicator, category: key.category, parameters: key.parameters, language)
    }

    private static func text(
        _ figure: ExchangePackage.Figure?, _ texts: Catalogue, _ language: Language
    ) -> String {
        guard let figure else { return texts.text("exchange.absent") }
        guard let value = figure.value else { return texts.text("status.\(figure.status.rawValue)") }
        let number = FigureNumber.text(value, unit: figure.unit, language)
        guard let lower = figure.lower, let upper = figure.upper, lower < upper else { return number }
        return texts.text(
            "scenario.range",
            [
                "number": number, "lower": FigureNumber.text(lower, unit: figure.unit, language),
                "upper": FigureNumber.text(upper, unit: figure.unit, language),
            ])
    }

    /// The towns for programs.
    public func json() -> String {
        let report: JSONValue = [
            "format": "quartier-exchange-comparison/1", "towns": .array(packages.map(\.json)),
        ]
        return report.text(.indented) + "\n"
    }
}

extension Diagnostic {
    fileprivate init(_ code: DiagnosticCode, _ location: SourceLocation?, _ towns: [String]) {
        self.init(code, at: location, ["list": towns.joined(separator: "; ")])
    }
}
