internal import Indicators
internal import Town

extension IndicatorTable {
    /// The values that may be public whatever their size.
    func withoutSecrets(of study: Study, withheld: Set<String>) -> IndicatorTable {
        let shownGroups = Set(study.groups.prefix(1).map(\.id))
        let hiddenCategories = Set(study.places.categories.filter(\.isSensitive).map(\.id))
        let hiddenAreas = Set(study.computedFocusAreas.compactMap { study.focusAreas?.areas.ids[checked: $0] })
        let catalogue = IndicatorCatalogue.all.map(\.descriptor)
        // Some figures speak of a group though their own group is all residents, such as whom these may meet.
        let ofGroups = Set(catalogue.filter { $0.isInternal || $0.needs.contains(.groups) }.map(\.id))
        let ofReach = Set(catalogue.filter(\.isOfReach).map(\.id))
        return filter { value in
            !value.isInternal && !ofGroups.contains(value.indicator)
                && (value.group.map(shownGroups.contains) ?? true)
                && !(value.category.map(hiddenCategories.contains) ?? false)
                && !(value.level == .focusArea && hiddenAreas.contains(value.areaID))
                && !(ofReach.contains(value.indicator) && !withheld.isEmpty
                    && value.category.map(withheld.contains) ?? true)
        } identities: { identity in
            !ofGroups.contains(identity.indicator)
                && !identity.parameters.split(separator: ";").contains { part in
                    part.hasPrefix("group=") && !shownGroups.contains(String(part.dropFirst("group=".count)))
                }
        }
    }
}

extension IndicatorDescriptor {
    /// Whether its values say how many people reach recorded places, or what happens in them.
    fileprivate var isOfReach: Bool {
        needs.contains(.population) && !Set(needs).isDisjoint(with: [.places, .offers])
    }
}
