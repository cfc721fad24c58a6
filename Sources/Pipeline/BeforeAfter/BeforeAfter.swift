internal import Disclosure
public import Features
public import History
internal import Indicators
internal import Overlay
internal import Project
public import ReferenceSystems
internal import Town

/// Two dates around a measure side by side, with the known reasons, and beside quarters without it where there are enough.
///
/// It says what changed and what else is known. Whether the measure brought it about it does not say: figures of two dates
/// cannot. Internal, like the notes and the history that it is made of.
public struct BeforeAfter: Sendable {
    /// A figure at both dates.
    struct Row: Sendable {
        /// The figure, without its area.
        let measure: Measure
        /// The unit.
        let unit: String
        /// The quarters of the measure, or the town where it is about the whole town.
        let areas: [Change]
        /// Beside the comparison quarters; nil where `refusal` says why not.
        let comparison: ComparisonQuarters?
        /// Why there is no comparison of this figure.
        let refusal: ComparisonQuarters.Refusal?
        /// Whether the methods of the dates differ, so that nothing is subtracted.
        let isMethodBreak: Bool
    }

    /// What tells a figure from others, whatever its area.
    struct Measure: Sendable, Hashable {
        let indicator: String
        let group: String?
        let category: String?
        let parameters: String
    }

    /// A figure of an area at both dates; nil where it has no value to rely on.
    struct Change: Sendable {
        let areaID: String
        let areaName: String
        let before: Double?
        let after: Double?
        /// The part of each cause, where projects were computed.
        let parts: [(cause: ChangeCause, part: Double)]
    }

    /// The measure.
    let note: Note
    /// The periods of both dates.
    let periods: (before: String, after: String)
    /// The names of the quarters of the measure; empty where it is about the whole town.
    let quarters: [String]
    /// The names of quarters that are not compared with, since another measure or trial is about them.
    let excluded: [String]
    /// How many quarters are left to compare with, with or without values.
    let comparisonCount: Int
    /// Other measures and trials that began between the dates.
    let reasons: [Note]
    /// The causes by which the data of the dates differ; nil where runs of the history were compared.
    let causes: [ChangeCause]?
    /// The figures.
    let rows: [Row]
    /// The name of each category.
    let categories: [PlaceTable.Category]
    /// The groups of people.
    let groups: [PopulationGroup]

    /// Whether the measure's date lies between the two dates.
    var isMeasureBetween: Bool { BeforeAfter.isBetween(note.date, periods) }

    /// Whether there are enough quarters to compare with at all.
    var hasEnoughQuarters: Bool {
        !quarters.isEmpty && comparisonCount >= ComparisonQuarters.fewest + quarters.count - 1
    }

    /// Two runs of the history around a measure.
    ///
    /// - Parameters:
    ///   - path: the project file, whose notes name the measure.
    ///   - indicators: the ids of the indicators; empty for the main ones.
    /// - Throws: `Failure` where a run or the note is not there, or the project cannot be read.
    public static func between(
        runs before: String, _ after: String, in store: HistoryStore, project path: String, measure id: String,
        indicators: Set<String> = [], missingGrid: MissingGridPolicy = .refuse
    ) throws(Failure) -> BeforeAfter {
        let (old, new) = (try store.run(store.run(named: before).id), try store.run(store.run(named: after).id))
        // Only where things are is asked of the project: what was computed stands in the history.
        let inputs = try TownInputs.read(
            path, kinds: [.quarters, .places], missingGrid: missingGrid, progress: .silent)
        let study = try StudyAssembly(inputs, progress: .silent).study
        return try BeforeAfter(
            from: DatedFigures(HistoryConversion.comparable(old, to: new)), to: DatedFigures(new), study: study,
            measure: id, indicators: indicators,
            attribution: nil, path: path)
    }

    /// Two dated projects of one town around a measure; the notes are those of the later one.
    ///
    /// - Parameters:
    ///   - indicators: the ids of the indicators; empty for the main ones.
    ///   - everything: whether other ways of getting about and other speeds are wanted; what is told without being asked for
    ///     needs only ways on foot.
    /// - Complexity: a run of these figures for each set of causes; see ``ChangeAttribution``.
    public static func between(
        projects before: String, _ after: String, measure id: String, indicators: Set<String> = [],
        everything: Bool = true, missingGrid: MissingGridPolicy = .refuse, progress: RunProgress = .silent
    ) throws(Failure) -> BeforeAfter {
        let inputs = try TownInputs.read(before, after, missingGrid: missingGrid, progress: progress)
        let mixed = try MixedTables(
            from: inputs.before, to: inputs.after,
            scope: MixtureScope(
                indicators: indicators.isEmpty ? mainIndicators : indicators, isOnFootOnly: !everything,
                hasOtherAreas: false),
            progress: progress)
        let attribution = ChangeAttribution(
            causes: mixed.causes, tables: mixed.tables, recorded: nil, shrunken: mixed.shrunken)
        guard let old = mixed.tables.first, let new = mixed.tables.last else {
            throw Failure(.malformedData, Diagnostic(.internalInconsistency, ["detail": "no tables"]))
        }
        return try BeforeAfter(
            from: DatedFigures(period: mixed.periods.before, old), to: DatedFigures(period: mixed.periods.after, new),
            study: mixed.study, measure: id, indicators: indicators, attribution: attribution, path: after)
    }

    /// Indicators that are told where none are asked for.
    static let mainIndicators: Set<String> = [
        "residents", "coverage_share", "nearest_time", "nearest_distance", "open_access", "reachable_hours",
    ]

    init(
        from before: DatedFigures, to after: DatedFigures, study: Study, measure id: String,
        indicators: Set<String>, attribution: ChangeAttribution?, path: String
    ) throws(Failure) {
        let measures = study.memory.notes.filter { $0.kind == .measure }
        guard let note = measures.first(where: { $0.id == id }) else {
            throw Failure(
                .usage,
                Diagnostic(
                    .measureUnknown, at: SourceLocation(file: path),
                    ["id": id, "allowed": measures.map(\.id).sorted().joined(separator: ", ")]))
        }
        self.note = note
        let dates = (before: before.period, after: after.period)
        periods = dates
        let own = BeforeAfter.quarters(of: note, study)
        let active = study.memory.notes.filter { other in
            other.id != id && (other.kind == .measure || other.kind == .trial)
                && BeforeAfter.isBetween(other.date, dates)
        }
        reasons = active.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        let names = after.quarterNames
        let others = Set(active.flatMap { BeforeAfter.quarters(of: $0, study) }).subtracting(own)
        let known = names.keys.filter { before.quarterNames[$0] != nil }
        let untouched = known.filter { !own.contains($0) && !others.contains($0) }.sorted()
        quarters = own.map { names[$0] ?? $0 }
        excluded = known.filter(others.contains).sorted().map { names[$0] ?? $0 }
        comparisonCount = untouched.count
        causes = attribution?.causes
        categories = study.places.categories
        groups = study.groups
        let ids = indicators.isEmpty ? BeforeAfter.mainIndicators : indicators
        let areas = own.isEmpty ? study.townKeys : own.map { (AreaLevel.quarter, $0) }
        let rows = RowMaker(before: before, after: after, areas: areas, untouched: untouched, attribution: attribution)
        let order = IndicatorCatalogue.all.map(\.descriptor.id)
        self.rows = Set((before.values.keys).filter { ids.contains($0.indicator) }.map(Measure.init))
            .sorted { $0.sortKey(order) < $1.sortKey(order) }.compactMap(rows.row)
    }

    /// The quarters that a note is about, in order: those it names, and those of the places it names.
    private static func quarters(of note: Note, _ study: Study) -> [String] {
        var ids = Set(note.quarterIDs)
        for (place, id) in study.places.ids.enumerated() where note.placeIDs.contains(id) {
            guard study.overlay.placeAssignments.indices.contains(place) else { continue }
            let assignment = study.overlay.placeAssignments[place]
            if assignment.situation == .inside, study.quarters.ids.indices.contains(Int(assignment.quarter)) {
                ids.insert(study.quarters.ids[Int(assignment.quarter)])
            }
        }
        return study.quarters.ids.filter(ids.contains)
    }

    /// Whether a day lies after the earlier date's beginning and not after the later one's end. Periods are years or days,
    /// whose texts sort as they follow each other.
    private static func isBetween(_ date: CalendarDate, _ periods: (before: String, after: String)) -> Bool {
        let day = "\(date)"
        return day >= periods.before && day.prefix(periods.after.count) <= periods.after
    }
}

/// Puts the figures of both dates together.
private struct RowMaker {
    let before: DatedFigures
    let after: DatedFigures
    let areas: [(level: AreaLevel, id: String)]
    let untouched: [String]
    let attribution: ChangeAttribution?

    func row(_ measure: BeforeAfter.Measure) -> BeforeAfter.Row? {
        var isBreak = false
        var unit: String?
        func pair(_ level: AreaLevel, _ id: String) -> (before: Double?, after: Double?) {
            let key = measure.key(level, id)
            let (old, new) = (before.values[key], after.values[key])
            if let old, let new, old.methodVersion != new.methodVersion || old.unit != new.unit { isBreak = true }
            unit = unit ?? new?.unit ?? old?.unit
            return (old?.value, new?.value)
        }
        let changes = areas.map { level, id -> BeforeAfter.Change in
            let values = pair(level, id)
            let key = measure.key(level, id)
            let found = attribution?.rows.first { $0.key == key }
            let parts = zip(attribution?.causes ?? [], found?.parts ?? []).map { (cause: $0, part: $1) }
            return BeforeAfter.Change(
                areaID: id, areaName: level == .town ? "" : after.quarterNames[id] ?? id, before: values.before,
                after: values.after, parts: parts.filter { abs($0.part) > 1e-9 })
        }
        guard changes.contains(where: { $0.before != nil || $0.after != nil }), let unit else { return nil }
        let measured = areas.first?.level == .quarter ? changes.map(\.difference) : []
        let others = untouched.compactMap { id -> Double? in
            let values = pair(.quarter, id)
            return values.before.flatMap { old in values.after.map { $0 - old } }
        }
        var comparison: ComparisonQuarters?
        var refusal: ComparisonQuarters.Refusal?
        if !isBreak {
            do throws(ComparisonQuarters.Refusal) {
                comparison = try ComparisonQuarters(measured: measured, others: others)
            } catch {
                refusal = error
            }
        }
        return BeforeAfter.Row(
            measure: measure, unit: unit, areas: changes, comparison: comparison, refusal: refusal,
            isMethodBreak: isBreak)
    }
}

extension BeforeAfter.Change {
    /// The later value less the earlier one.
    var difference: Double? { before.flatMap { old in after.map { $0 - old } } }
}

extension BeforeAfter.Measure {
    init(_ key: IndicatorTable.Key) {
        self.init(indicator: key.indicator, group: key.group, category: key.category, parameters: key.parameters)
    }

    func key(_ level: AreaLevel, _ areaID: String) -> IndicatorTable.Key {
        IndicatorTable.Key(
            level: level, areaID: areaID, indicator: indicator, group: group, category: category,
            parameters: parameters)
    }

    /// Sorts as the catalogue does, then by category and group; all residents and the sums of places first.
    fileprivate func sortKey(_ order: [String]) -> String {
        let rank = order.firstIndex(of: indicator) ?? order.count
        let sum = ReachTarget.sums.firstIndex(of: category ?? "") ?? ReachTarget.sums.count
        return "\(1_000 + rank) \(sum) \(category ?? "") \(parameters) \(group == "all" ? "" : group ?? "")"
    }
}

extension Study {
    /// The town as figures name it.
    fileprivate var townKeys: [(level: AreaLevel, id: String)] { [(.town, municipalKey ?? "town")] }
}
