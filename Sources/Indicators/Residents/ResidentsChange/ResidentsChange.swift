internal import Town

/// How many more residents of each group an area has than in an earlier year, from the counts of several years that the
/// town's own tables give for quarters: Δ = P₂ − P₁. The town's is the sum over the quarters, where all have both numbers.
///
/// The last year of a group is compared with the one before and with the first one.
struct ResidentsChange: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "residents_change", version: 1, unit: "persons", theme: .residents, needs: [.population], isDefault: false,
        counting: .changeOfResidents, references: ["own definition"], sheet: .residentsChange)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        let quarters = context.areas.filter { $0.level == .quarter }
        let years = context.study.groups.indices.map { pairs(context, $0) }
        // Years before groups, as tables stand.
        return IndicatorResult(
            years.joined().uniqued.flatMap { pair in
                years.indices.filter { years[$0].contains(pair) }.flatMap { group in
                    values(context, group, pair, town: town, quarters: quarters)
                }
            })
    }

    /// An earlier year and the last one.
    private struct Years: Hashable {
        let from: Int
        let to: Int
    }

    /// The years that are compared; nil where there are not two.
    private func pairs(_ context: IndicatorContext, _ group: Int) -> [Years?] {
        let years = context.study.quarterSeries?.years(ofGroups: [group]) ?? []
        guard years.count > 1, let last = years.last else { return [nil] }
        let earlier = years.count == 2 ? [years[0]] : [years[years.count - 2], years[0]]
        return earlier.map { Years(from: $0, to: last) }
    }

    private func values(
        _ context: IndicatorContext, _ group: Int, _ years: Years?, town: AnalysisArea, quarters: [AnalysisArea]
    ) -> [IndicatorValue] {
        let id = context.study.groups[group].id
        guard context.study.population != nil else {
            return ([town] + quarters).map { $0.value(descriptor, group: id, value: nil, status: .noData) }
        }
        guard let years, let series = context.study.quarterSeries else {
            return ([town] + quarters).map {
                $0.value(descriptor, group: id, value: nil, status: .notApplicable, reason: .noEarlierFigures)
            }
        }
        let counts = quarters.indices.map { quarter -> (before: Double, now: Double)? in
            guard let before = series.count(year: years.from, group: group, quarter: quarter),
                let now = series.count(year: years.to, group: group, quarter: quarter)
            else { return nil }
            return (before, now)
        }
        func told(_ area: AnalysisArea, _ parts: [(before: Double, now: Double)?]) -> IndicatorValue {
            let known = parts.compactMap(\.self)
            let isWhole = known.allSatisfy { $0.before == $0.before.rounded() && $0.now == $0.now.rounded() }
            let isKnown = known.count == parts.count
            return area.value(
                descriptor, group: id, parameters: "from=\(years.from);to=\(years.to)",
                value: isKnown ? known.reduce(0) { $0 + $1.now - $1.before } : nil,
                status: !isKnown ? .cannotTell : isWhole ? .valid : .estimated,
                reason: isKnown ? nil : .datesNotComparable)
        }
        return [told(town, counts)] + zip(quarters, counts).map { told($0, [$1]) }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in the order in which they first come, each once.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
