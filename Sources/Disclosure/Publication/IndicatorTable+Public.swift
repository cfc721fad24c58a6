internal import Indicators
internal import Town

extension IndicatorTable {
    /// The values that may be public as far as their kind goes: size is asked later.
    func withoutSecrets(of study: Study, withheld: Set<String>) -> IndicatorTable {
        let everybody = study.groups.first?.id
        let groups = Set(study.groups.dropFirst().map(\.id))
        let hiddenGroups = Set(study.groups.dropFirst().filter(\.isInternal).map(\.id))
        let hiddenCategories = Set(study.places.categories.filter(\.isSensitive).map(\.id))
        let hiddenAreas = Set(study.computedFocusAreas.compactMap { study.focusAreas?.areas.ids[checked: $0] })
        var catalogue: [String: IndicatorDescriptor] = [:]
        for indicator in IndicatorCatalogue.all { catalogue[indicator.descriptor.id] = indicator.descriptor }
        return filter { value in
            guard let descriptor = catalogue[value.indicator] else { return false }
            if value.isInternal || descriptor.isInternal || value.level == .operator { return false }
            if value.category.map(hiddenCategories.contains) ?? false { return false }
            if value.group.map(hiddenGroups.contains) ?? false || value.names(oneOf: hiddenGroups) { return false }
            if value.level == .focusArea, hiddenAreas.contains(value.areaID) { return false }
            if descriptor.isOfReach, !withheld.isEmpty, value.category.map(withheld.contains) ?? true { return false }
            // Some figures speak of a group though their own group is all residents, such as whom these may meet.
            let isOfGroups =
                value.group.map { $0 != everybody } ?? false || descriptor.needs.contains(.groups)
                || value.names(oneOf: groups)
            guard isOfGroups else { return true }
            switch value.level {
            case .town: return true
            case .quarter:
                return !descriptor.needs.contains(.groups)
                    || [.quotientOfResidents, .quotientToTown].contains(descriptor.counting)
            default: return false
            }
        } identities: { _ in
            false
        }
    }

    /// What holds of the values that stay, without the numbers: these are sums over what may be hidden.
    ///
    /// - Parameter secretGroups: the ids of groups that the edition does not know.
    func checks(_ identities: [Identity], without secretGroups: Set<String>) -> [Publication.Check] {
        let shown = Set(values.map(\.indicator))
        return identities.filter { identity in
            let named = identity.parameters.split { "=;,".contains($0) }.map(String.init)
            return shown.contains(identity.indicator) && secretGroups.isDisjoint(with: named)
        }.map { Publication.Check($0, sides: nil) }
    }

    /// The table as it is published: hidden values without anything that tells of them, all others as exactly as they
    /// may be told.
    func published(_ hidden: HiddenValues, of study: Study, _ rules: DisclosureRules) -> IndicatorTable {
        let people = Dictionary(
            values.filter { $0.indicator == PeopleCells.indicator }.map { ($0.key, $0.value) },
            uniquingKeysWith: { first, _ in first })
        let everybody = study.groups.first?.id
        var result = IndicatorTable(allResidents: allResidents)
        for (row, value) in values.enumerated() {
            guard hidden.rows[row] == nil else {
                result.append(value.suppressed)
                continue
            }
            var shown = value.rounded(isWithBounds: !hidden.bounds.contains(row))
            if value.group != nil, value.level != .place {
                let key = IndicatorTable.Key(
                    level: value.level, areaID: value.areaID, indicator: PeopleCells.indicator,
                    group: value.group)
                let residents = people[key] ?? nil
                let missing = residents.flatMap { all in value.n.map { all - $0 } } ?? .infinity
                let isTold =
                    abs(missing) <= DisclosureRules.nobody
                    || (value.level == .town && value.group == everybody && missing.isFinite && !rules.isSmall(missing))
                if !isTold { shown.n = nil }
            }
            result.append(shown)
        }
        return result
    }
}

extension IndicatorValue {
    /// Whether a parameter names one of some groups.
    func names(oneOf groups: Set<String>) -> Bool {
        parameters.split(separator: ";").contains { part in
            part.firstIndex(of: "=").map { groups.contains(String(part[part.index(after: $0)...])) } ?? false
        }
    }

    /// The value hidden, with all that would tell of it.
    var suppressed: IndicatorValue {
        var result = self
        // Where nothing is recorded there is nothing to hide.
        guard status != .noData else { return result }
        result.status = .suppressed
        (result.value, result.lower, result.upper) = (nil, nil, nil)
        (result.n, result.band, result.unrecorded, result.reason) = (nil, nil, nil, nil)
        return result
    }

    /// The value as exactly as it may be told.
    func rounded(isWithBounds: Bool) -> IndicatorValue {
        var result = self
        result.value = value.map { PublishedNumber.rounded($0, unit: unit) }
        (result.lower, result.upper) =
            isWithBounds ? PublishedNumber.outward(lower, upper, unit: unit) : (nil, nil)
        result.band = band.flatMap { band in
            let (low, high) = PublishedNumber.outward(band.lowerBound, band.upperBound, unit: unit)
            return low.flatMap { low in high.map { low...max(low, $0) } }
        }
        result.unrecorded = unrecorded.map { PublishedNumber.rounded($0, unit: "share") }
        result.n = n.map { PublishedNumber.rounded($0, unit: "persons") }
        return result
    }
}

extension IndicatorDescriptor {
    /// Whether its values say how many people reach recorded places, or what happens in them.
    fileprivate var isOfReach: Bool {
        needs.contains(.population) && !Set(needs).isDisjoint(with: [.places, .offers])
    }
}
