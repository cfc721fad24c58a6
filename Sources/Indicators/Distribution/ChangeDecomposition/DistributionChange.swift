internal import Town

/// Why groups are spread over the quarters differently than in an earlier year: the parts of ``ChangeDecomposition`` for
/// each group against all others, and for all groups together where they are a partition of all residents; from the
/// counts of several years that the town's own tables give for quarters, not from cells.
///
/// The last year of a group is compared with the one before and with the first one.
struct DistributionChange: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "distribution_change", version: 1, unit: "nats", theme: .distribution, needs: [.groups],
        isDefault: false, parameters: [DistributionParameter.leastPeople],
        references: [
            "Elbers 2021, Sociological Methods & Research, doi 10.1177/0049124121986204",
            "Deutsch, Flückiger & Silber 2009, Research on Economic Inequality 17:171–202",
            "Mora & Ruiz-Castillo 2011, Sociological Methodology 41:159–194",
        ], sheet: .distributionChange)

    /// What is told of each pair of years; that which says whether the spread itself has changed comes first.
    private enum Part: String, CaseIterable {
        case structural
        case unitMargin = "unit_margin"
        case groupMargin = "group_margin"
        case additions, removals, first, second

        func value(_ change: ChangeDecomposition) -> Double {
            switch self {
            case .structural: change.structural
            case .unitMargin: change.unitMargin
            case .groupMargin: change.groupMargin
            case .additions: change.additions
            case .removals: change.removals
            case .first: change.first
            case .second: change.second
            }
        }
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        let groups = Array(context.study.groups.indices.dropFirst())
        var found = groups.flatMap { changes(context, of: [$0], id: context.study.groups[$0].id) }
        if groups.count > 2 {
            let together = changes(context, of: groups, id: nil)
            if together.contains(where: { $0.tables != nil }) { found = together + found }
        }
        let least = context.number(DistributionParameter.leastPeople.name, of: descriptor)
        return IndicatorResult(
            found.flatMap { values($0, town, leastPeople: least) }, identities: found.compactMap(identity))
    }

    /// One group against all others, or all groups, between two years.
    private struct Change {
        /// The id of the group; nil for all groups together.
        var group: String?
        /// The parameters but for the part.
        var parameters: [String]
        /// Nil where no two years are known.
        var tables: QuarterTables?
        /// Nil where the tables have no decomposition.
        var parts: ChangeDecomposition?
    }

    private func changes(_ context: IndicatorContext, of groups: [Int], id: String?) -> [Change] {
        let parameters = groups.count > 1 ? ["groups=\(groups.count)"] : []
        let series = context.study.quarterSeries
        let years = series?.years(ofGroups: [0] + groups) ?? []
        guard let series, years.count > 1, let last = years.last else {
            return [Change(group: id, parameters: parameters)]
        }
        // By id, so that the order of the file moves no sum.
        let ids = context.study.quarters.ids
        let quarters = ids.indices.sorted { ids[$0] < ids[$1] }
        let earlier = years.count == 2 ? [years[0]] : [years[years.count - 2], years[0]]
        return earlier.compactMap { year in
            guard let tables = QuarterTables(series, groups: groups, from: year, to: last, quarters: quarters) else {
                return nil
            }
            return Change(
                group: id, parameters: parameters + ["from=\(year)", "to=\(last)"], tables: tables,
                parts: ChangeDecomposition(from: tables.first, to: tables.second))
        }
    }

    private func values(_ change: Change, _ town: AnalysisArea, leastPeople: Double) -> [IndicatorValue] {
        Part.allCases.map { part in
            func told(_ value: Double?, _ status: Status, _ reason: Reason?) -> IndicatorValue {
                town.value(
                    descriptor, group: change.group,
                    parameters: (change.parameters + ["part=\(part.rawValue)"]).sorted().joined(separator: ";"),
                    value: value, status: status, n: change.tables?.residents, unrecorded: change.tables?.unrecorded,
                    reason: reason)
            }
            guard let tables = change.tables else { return told(nil, .notApplicable, .noEarlierFigures) }
            if let (status, reason) = tables.refusal(leastPeople: leastPeople) { return told(nil, status, reason) }
            guard let parts = change.parts else { return told(nil, .cannotTell, .datesNotComparable) }
            let doubt = tables.doubt
            return told(part.value(parts), doubt == nil ? .valid : .unreliable, doubt)
        }
    }

    /// What the parts explain is what there is to explain.
    private func identity(_ change: Change) -> Identity? {
        change.parts.map { parts in
            Identity(
                "M₁ + Σ parts = M₂", of: descriptor.id,
                parameters: (change.parameters + (change.group.map { ["group=\($0)"] } ?? [])).sorted()
                    .joined(separator: ";"),
                left: parts.first + parts.additions + parts.removals + parts.unitMargin + parts.groupMargin
                    + parts.structural, right: parts.second)
        }
    }
}
