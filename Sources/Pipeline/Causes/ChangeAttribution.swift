public import Disclosure
public import Features
public import Indicators
internal import History
public import ReferenceSystems

/// Why the figures of two dates differ: for each, the part that is due to each cause.
///
/// The town is computed anew for every set of causes that could have come, and the parts are the Shapley values of these
/// (``ShapleyParts``), so they add up to the difference. What the parts say is arithmetic: which of the files explains how
/// much. Why the files changed, and whether anybody is better off, they do not say.
public struct ChangeAttribution: Sendable {
    /// A figure of both dates.
    public struct Row: Sendable {
        /// What identifies it.
        public let key: IndicatorTable.Key
        /// The area's name at the later date.
        public let areaName: String
        /// The unit of the value: `persons`, `share`, `m`, `min` …
        public let unit: String
        /// The value at the earlier date.
        public let before: Double
        /// The value at the later date.
        public let after: Double
        /// The part of each cause of ``ChangeAttribution/causes``, in the same order, in the unit of the value; they add up to
        /// `after − before`. Nil where the figure has no value for some set of causes, so that they cannot be told apart.
        public let parts: [Double]?
    }

    /// The causes that differ between the dates, in the order of ``ChangeCause``; ``ChangeCause/method`` last where figures were
    /// recorded by an older one.
    public let causes: [ChangeCause]
    /// The figures that differ, of towns, quarters and areas, in the order of the table.
    public let rows: [Row]
    /// How many figures of both dates do not differ.
    public let unchangedCount: Int
    /// What shrank implausibly: its part is called a fault of the data until somebody has looked.
    public let shrunken: [ShrunkenInput]
    /// What the town calls its own groups and categories.
    let words: FigureWords

    /// Differences up to this share of the greater value are those of the order of summing, not of the town.
    static let tolerance = 1e-9

    /// Reads two dated projects of one town and computes what lies between them.
    ///
    /// Both are computed by today's rules, in the coordinate reference system of the later one. Where figures per quarter
    /// (`quarter_table`) are used, changes of quarters count as changes of the people in them. Where the history has the same
    /// data of the earlier date computed by an older version of a method, `before` is the number that was recorded then, and
    /// what the method makes of it the part of ``ChangeCause/method``.
    ///
    /// - Parameters:
    ///   - earlier: the path of the earlier project file.
    ///   - later: the path of the later project file.
    /// - Throws: `Failure` where a project cannot be read or computed.
    /// - Complexity: a run for each set of causes: `2^n` of `n` causes that differ.
    public static func between(
        _ earlier: String, _ later: String, missingGrid: MissingGridPolicy = .refuse, progress: RunProgress = .silent
    ) throws(Failure) -> ChangeAttribution {
        let (before, after) = try TownInputs.read(
            earlier, later, missingGrid: missingGrid, progress: progress)
        let mixed = try MixedTables(from: before, to: after, scope: MixtureScope(), progress: progress)
        return ChangeAttribution(
            causes: mixed.causes, tables: mixed.tables, recorded: try DatedFigures(recorded: before, or: after),
            shrunken: mixed.shrunken, words: FigureWords(mixed.study))
    }

    /// Splits the differences between the first and the last of the tables of all sets of causes.
    ///
    /// - Parameter recorded: the figures of the earlier date and its data as they were recorded then.
    init(
        causes: [ChangeCause], tables: [IndicatorTable], recorded: DatedFigures?, shrunken: [ShrunkenInput],
        words: FigureWords = FigureWords()
    ) {
        let isByOlderMethod = (tables.first?.values ?? []).contains { value in
            recorded?.values[value.key].map { $0.methodVersion < value.methodVersion } ?? false
        }
        var rows: [Row] = []
        var unchanged = 0
        for value in tables.last?.values ?? [] where ChangeAttribution.levels.contains(value.level) {
            guard let after = value.value, let today = tables.first?[value.key]?.value else { continue }
            let old = recorded?.values[value.key].flatMap { $0.methodVersion < value.methodVersion ? $0.value : nil }
            let before = old ?? today
            guard abs(after - before) > ChangeAttribution.tolerance * max(abs(after), abs(before)) else {
                unchanged += 1
                continue
            }
            let parts = ShapleyParts.parts(of: tables.compactMap { $0[value.key]?.value }, count: causes.count)
            rows.append(
                Row(
                    key: value.key, areaName: value.areaName, unit: value.unit, before: before, after: after,
                    parts: parts.map { isByOlderMethod ? $0 + [today - before] : $0 }))
        }
        self.causes = isByOlderMethod ? causes + [.method] : causes
        self.rows = rows
        unchangedCount = unchanged
        self.shrunken = shrunken
        self.words = words
    }

    /// The levels whose figures are compared: those of single places and operators come and go.
    private static let levels: Set<AreaLevel> = [.town, .quarter, .focusArea, .area]
}
