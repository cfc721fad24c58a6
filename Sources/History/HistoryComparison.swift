public import Features
internal import GRDB

/// What differs between two runs.
public struct HistoryComparison: Sendable, Hashable {
    /// The earlier side.
    public var before: HistoryRunSummary
    /// The later side.
    public var after: HistoryRunSummary
    /// The figures that differ, sorted by area and measure.
    public var figures: [FigureChange]
    /// The number of figures that are the same.
    public var unchangedFigures: Int
    /// The places that differ, by id.
    public var places: [PlaceChange]
    /// What is known of the boundaries of the two runs' quarters.
    public var boundaries: BoundaryComparison

    /// Whether nothing differs.
    public var isEmpty: Bool { figures.isEmpty && places.isEmpty }

    /// How a figure differs.
    public enum FigureChangeKind: String, Sendable, Hashable, CaseIterable {
        /// Only the later run has it.
        case added
        /// Only the earlier run has it.
        case removed
        /// Another number.
        case value
        /// Another status, such as from `valid` to `no_data`.
        case status
        /// The method or the unit is another: the numbers do not compare.
        case method
        /// The land that it speaks of is other land, and the figure cannot be converted.
        case boundaries
        /// The number is the same, its bounds or what it rests on are not.
        case certainty
    }

    /// A figure that differs.
    public struct FigureChange: Sendable, Hashable {
        /// How.
        public var kind: FigureChangeKind
        /// The earlier figure; nil where it was added.
        public var before: HistoryRun.Figure?
        /// The later figure; nil where it was removed.
        public var after: HistoryRun.Figure?
        /// What became of the boundaries.
        public var boundaries = BoundaryMark.same

        /// The later value less the earlier one; nil where they do not compare.
        public var difference: Double? {
            guard kind != .method, kind != .boundaries, let old = before?.value, let new = after?.value else {
                return nil
            }
            return new - old
        }
    }

    /// How a place differs.
    public enum PlaceChangeKind: String, Sendable, Hashable, CaseIterable {
        case added, removed, changed
    }

    /// A place that differs.
    public struct PlaceChange: Sendable, Hashable {
        /// How.
        public var kind: PlaceChangeKind
        /// The earlier record; nil where it was added.
        public var before: HistoryRun.Place?
        /// The later record; nil where it was removed.
        public var after: HistoryRun.Place?
        /// What was changed: `name`, `category`, `position`, or the name of a detail; sorted.
        public var fields: [String]
    }

    /// Numbers that are closer than this share of them are the same: sums in another order differ by less.
    public static let tolerance = 1e-9
    /// Places that are closer than this are where they were, metres.
    public static let positionTolerance = 0.5
}

extension HistoryStore {
    /// What differs between two runs, by their numbers.
    ///
    /// - Parameter converting: what the earlier run says of the areas of the later one, where boundaries changed.
    public func compare(
        _ before: Int, _ after: Int,
        converting: (_ before: HistoryRun, _ after: HistoryRun) throws(Failure) -> ConvertedFigures = {
            ConvertedFigures(figures: $0.figures.map { ($0, .same) }, boundaries: BoundaryComparison($0, $1))
        }
    ) throws(Failure) -> HistoryComparison {
        let (old, new) = (try run(before), try run(after))
        let converted = try converting(old, new)
        let (figures, unchanged) = Self.changes(converted.figures, new.figures)
        return HistoryComparison(
            before: try summary(of: before), after: try summary(of: after), figures: figures,
            unchangedFigures: unchanged, places: Self.changes(old.places, new.places),
            boundaries: converted.boundaries)
    }

    private static func changes(
        _ before: [(figure: HistoryRun.Figure, mark: BoundaryMark)], _ after: [HistoryRun.Figure]
    ) -> ([HistoryComparison.FigureChange], unchanged: Int) {
        var earlier = Dictionary(before.map { (SeriesKey($0.figure.area, $0.figure.measure), $0) }) { first, _ in first
        }
        var changes: [(SeriesKey, HistoryComparison.FigureChange)] = []
        var unchanged = 0
        for new in after {
            let key = SeriesKey(new.area, new.measure)
            guard let old = earlier.removeValue(forKey: key) else {
                changes.append((key, .init(kind: .added, before: nil, after: new)))
                continue
            }
            if let kind = kind(old, new) {
                changes.append(
                    (key, .init(kind: kind, before: old.figure, after: new, boundaries: old.mark)))
            } else {
                unchanged += 1
            }
        }
        for (key, old) in earlier {
            changes.append((key, .init(kind: .removed, before: old.figure, after: nil, boundaries: old.mark)))
        }
        return (changes.sorted { $0.0 < $1.0 }.map(\.1), unchanged)
    }

    private static func kind(
        _ earlier: (figure: HistoryRun.Figure, mark: BoundaryMark), _ new: HistoryRun.Figure
    ) -> HistoryComparison.FigureChangeKind? {
        let old = earlier.figure
        if old.measure.methodVersion != new.measure.methodVersion || old.measure.unit != new.measure.unit {
            return .method
        }
        if case .notComparable = earlier.mark { return .boundaries }
        if old.status != new.status, earlier.mark != .converted { return .status }
        if (old.value == nil) != (new.value == nil) { return .status }
        if !isSame(old.value, new.value) { return .value }
        let isCertain = zip(old.numbers, new.numbers).allSatisfy { isSame($0, $1) } && old.reason == new.reason
        return isCertain ? nil : .certainty
    }

    private static func isSame(_ old: Double?, _ new: Double?) -> Bool {
        guard let old, let new else { return old == nil && new == nil }
        return abs(old - new) <= HistoryComparison.tolerance * max(abs(old), abs(new))
    }

    private static func changes(
        _ before: [HistoryRun.Place], _ after: [HistoryRun.Place]
    ) -> [HistoryComparison.PlaceChange] {
        var earlier = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        var changes: [(String, HistoryComparison.PlaceChange)] = []
        for new in after {
            guard let old = earlier.removeValue(forKey: new.id) else {
                changes.append((new.id, .init(kind: .added, before: nil, after: new, fields: [])))
                continue
            }
            let fields = fields(old, new)
            guard !fields.isEmpty else { continue }
            changes.append((new.id, .init(kind: .changed, before: old, after: new, fields: fields)))
        }
        for (id, old) in earlier { changes.append((id, .init(kind: .removed, before: old, after: nil, fields: []))) }
        return changes.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func fields(_ old: HistoryRun.Place, _ new: HistoryRun.Place) -> [String] {
        var fields = Set(old.details.keys).union(new.details.keys).filter { old.details[$0] != new.details[$0] }
        if old.name != new.name { fields.insert("name") }
        if old.category != new.category { fields.insert("category") }
        let (x, y) = (new.x - old.x, new.y - old.y)
        if (x * x + y * y).squareRoot() > HistoryComparison.positionTolerance { fields.insert("position") }
        return fields.sorted()
    }
}
