internal import Town

extension IndicatorContext {
    /// The places that are not sensitive, ascending.
    var openPlaces: [Int] {
        let places = study.places
        return places.ids.indices.filter { place in
            let category = Int(places.categoryIndexes[place])
            return !(places.categories.indices.contains(category) && places.categories[category].isSensitive)
        }
    }

    /// A value of a single place.
    func value(
        ofPlace place: Int, _ descriptor: IndicatorDescriptor, group: String? = nil, parameters: String = "",
        value: Double?, status: Status, n: Double? = nil, band: ClosedRange<Double>? = nil,
        unrecorded: Double? = nil, reason: Reason? = nil, isInternal: Bool = false
    ) -> IndicatorValue {
        let places = study.places
        let category = Int(places.categoryIndexes[place])
        return IndicatorValue(
            level: .place, areaID: places.ids[place], areaName: places.names[place], group: group,
            category: places.categories.indices.contains(category)
                ? ReachTarget.id(ofCategory: places.categories[category].id) : nil,
            indicator: descriptor.id, parameters: parameters, methodVersion: descriptor.version, value: value,
            unit: descriptor.unit, status: status, n: n, band: band, unrecorded: unrecorded, reason: reason,
            isInternal: isInternal || descriptor.isInternal)
    }

    /// What stands for an indicator of single places where there are none, or nobody to come: one row for the town.
    func withoutPlaces(_ descriptor: IndicatorDescriptor, reason: Reason? = nil) -> [IndicatorValue] {
        areas.prefix(1).map { $0.value(descriptor, value: nil, status: .noData, reason: reason) }
    }
}
