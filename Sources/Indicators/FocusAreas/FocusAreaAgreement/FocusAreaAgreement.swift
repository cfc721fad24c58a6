internal import Town

/// How far the focus areas that the town gave and the quarters to which a computation points are the same, measured in
/// people; see ``GivenAndFound``. Quarters of which nothing can be told count as not found and are said beside.
struct FocusAreaAgreement: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "focus_area_agreement", version: 1, unit: "share", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false, isInternal: true, parameters: FocusAreaSearch.parameters, references: ["own definition"],
        sheet: .focusAreaAgreement)

    /// Whose share is told: of those in found areas, or of those in given ones.
    private enum Direction: String, CaseIterable {
        case foundInGiven = "found_in_given"
        case givenInFound = "given_in_found"
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let search = FocusAreaSearch(context, descriptor)
        let areas = context.areas.filter { $0.level == .town || $0.level == .focusArea }
        return context.study.groups.indices.dropFirst().flatMap { group in
            let found = search.map { search in
                let findings = search.findings(group: group).map { $0?.finding(leastKept: search.leastKept) }
                return Found(
                    shares: search.town.shares { findings[$0]?.isFound == true },
                    untold: search.town.shares { findings[$0].map { $0.isFound == nil } ?? false })
            }
            return areas.flatMap { area in
                Direction.allCases.filter { $0 == .givenInFound || area.level == .town }.flatMap { direction in
                    [0, group].map { counted in
                        value(of: area, direction, found, group: group, counted: counted, context)
                    }
                }
            }
        }
    }

    /// The share of each origin in found quarters, and in quarters of which nothing can be told.
    private struct Found {
        var shares: [Double]
        var untold: [Double]
    }

    private func value(
        of area: AnalysisArea, _ direction: Direction, _ found: Found?, group: Int, counted: Int,
        _ context: IndicatorContext
    ) -> IndicatorValue {
        func told(
            _ value: Double?, _ status: Status, _ reason: Reason? = nil, unrecorded: Double? = nil
        ) -> IndicatorValue {
            let parameters =
                "counted=\(counted == 0 ? "residents" : "group");"
                + "direction=\(direction.rawValue);"
                + context.numbersText(
                    ["draws", "least_kept", "metres", "permutations", "rate", "seed"], of: descriptor)
            return area.value(
                descriptor, group: context.study.groups[group].id, parameters: parameters, value: value,
                status: status, unrecorded: unrecorded, reason: reason)
        }
        guard let population = context.study.population, let found else { return told(nil, .noData) }
        guard context.study.focusAreas?.areas.count ?? 0 > 0 else { return told(nil, .notApplicable, .noGivenAreas) }
        var given = [Double](repeating: 0, count: population.xs.count)
        for focus in context.areas where focus.level == .focusArea && (area.level == .town || focus.id == area.id) {
            // Focus areas may overlap: nobody counts twice.
            for (origin, weight) in focus.people { given[Int(origin)] = max(given[Int(origin)], weight) }
        }
        if area.level == .town {
            for (origin, share) in area.people.spreadOut(over: given.count).enumerated() {
                given[origin] = min(given[origin], share)
            }
        }
        let people = population.counts[counted]
        let agreement = GivenAndFound(counts: people, found: found.shares, given: given)
        let untold = GivenAndFound(counts: people, found: found.untold, given: given)
        let town = direction == .foundInGiven
        guard let share = town ? agreement.foundInGiven : agreement.givenInFound else {
            return told(nil, .notApplicable, town ? .nothingFound : .smallCounts)
        }
        return told(
            share, agreement.isEstimated || !population.isExact ? .estimated : .valid,
            unrecorded: town ? nil : untold.givenInFound)
    }
}
