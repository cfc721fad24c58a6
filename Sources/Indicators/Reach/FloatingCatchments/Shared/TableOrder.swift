extension [IndicatorValue] {
    /// The values in the order of ``IndicatorTable``: area by area as they come, within an area those of the same parameters
    /// together. Targets whose supply is counted in different measures have different parameters.
    func inTableOrder() -> [IndicatorValue] {
        var areas: [Area: Int] = [:]
        var parameters: [String: Int] = [:]
        let ranks = enumerated().map { offset, value in
            let area = Area(level: value.level, id: value.areaID)
            if areas[area] == nil { areas[area] = areas.count }
            if parameters[value.parameters] == nil { parameters[value.parameters] = parameters.count }
            return (areas[area] ?? 0, parameters[value.parameters] ?? 0, offset)
        }
        return ranks.sorted { $0 < $1 }.map { self[$0.2] }
    }
}

private struct Area: Hashable {
    var level: AreaLevel
    var id: String
}
