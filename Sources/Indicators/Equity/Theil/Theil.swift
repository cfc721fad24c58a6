internal import Town

/// How unevenly the number of places in the catchment is spread over the residents, and how much of that lies between the
/// quarters; see ``WeightedValues/theil(zones:)``.
struct Theil: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "theil", version: 1, unit: "inequality", theme: .equity, needs: [.population, .places], isDefault: false,
        references: ["Theil 1967, Economics and Information Theory"], sheet: .theil)

    /// What a row tells.
    private enum Part: String, CaseIterable {
        case total, between, within
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let values = Part.allCases.map { part in
            context.equityValues(
                descriptor, groups: context.study.groups.indices, more: ["part": part.rawValue],
                possible: 0 ... .infinity
            ) { pieces, group, values in
                let columns = WeightedValues(values, people: pieces.people(group))
                return EquityIndex.refusal(columns)
                    ?? .inequality(columns) { columns in
                        switch part {
                        case .total: columns.theil
                        case .between: columns.theil(zones: pieces.quarters)?.between
                        case .within: columns.theil(zones: pieces.quarters)?.within
                        }
                    }
            }
        }
        var identities: [Identity] = []
        for (total, (between, within)) in zip(values[0], zip(values[1], values[2])) {
            guard let left = total.value, let first = between.value, let second = within.value else { continue }
            identities.append(
                Identity(
                    "T = T between + T within", of: descriptor.id,
                    parameters: total.parameters.withoutPart().adding(
                        parameters: ["category": total.category ?? "", "group": total.group ?? ""]),
                    left: left, right: first + second))
        }
        return IndicatorResult(values.flatMap(\.self), identities: identities)
    }
}

extension String {
    /// The parameters without the one that tells parts apart.
    fileprivate func withoutPart() -> String {
        split(separator: ";").filter { !$0.hasPrefix("part=") }.joined(separator: ";")
    }
}
