internal import Town

/// What an indicator of encounter says of a group in an area.
struct EncounterFigure {
    /// The value; nil where nobody of the group reaches a place, or the reason says why there is none.
    var value: Double?
    /// The members that the value rests on.
    var members: Double?
    var band: ClosedRange<Double>?
    /// Between which values the figure lies.
    var bounds: ClosedRange<Double>?
    var unrecorded: Double?
    var reason: Reason?

    /// Fewer people than these are single households.
    static let fewestMembers = 30.0
}

extension IndicatorContext {
    /// The frame of the indicators of encounter: areas × sums of places × groups.
    ///
    /// - Parameters:
    ///   - other: the group that people are asked to be with.
    ///   - hasData: whether what the indicator needs beside residents and places is recorded for a sum.
    ///   - figure: the figure of a group in an area.
    func encounterValues(
        _ descriptor: IndicatorDescriptor, with other: Int, parameters: String,
        hasData: (_ sum: Int) -> Bool = { _ in true },
        _ figure: (_ area: Int, _ sum: Int, _ group: Int) -> EncounterFigure
    ) -> [IndicatorValue] {
        let isOpen = study.population?.isOpen ?? false
        return areas.enumerated().flatMap { index, area in
            let connected = area.keeping(reach.first?.connected)
            let residents = study.population?.counts.map { ConnectedResidents(area, connected, $0) } ?? []
            return sumTargets.enumerated().flatMap { sum, target in
                study.groups.indices.map { group in
                    let id = study.groups[group].id
                    guard let population = study.population, !reach.isEmpty, targets[target].placeCount > 0,
                        hasData(sum)
                    else {
                        return area.value(
                            descriptor, group: id, category: targets[target].id, parameters: parameters, value: nil,
                            status: .noData)
                    }
                    let isMixed = mixedGroups.contains(group) || mixedGroups.contains(other)
                    var found = EncounterFigure()
                    let worth = ReachWorth(area, residents[group], population, group: group) {
                        found = isMixed ? EncounterFigure(reason: .mixedResolution) : figure(index, sum, group)
                        return found.value
                    }
                    return area.value(
                        descriptor, group: id, category: targets[target].id, parameters: parameters, found, worth,
                        isOpen: isOpen)
                }
            }
        }
    }
}

extension AnalysisArea {
    fileprivate func value(
        _ descriptor: IndicatorDescriptor, group: String, category: String, parameters: String,
        _ figure: EncounterFigure, _ worth: ReachWorth, isOpen: Bool
    ) -> IndicatorValue {
        var value = value(
            descriptor, group: group, category: category, parameters: parameters, value: worth.value,
            status: worth.status, n: worth.value == nil ? worth.n : figure.members ?? worth.n, band: figure.band,
            unrecorded: figure.unrecorded, reason: figure.reason)
        guard worth.value != nil else {
            // There would be a value, but for the reason.
            if figure.reason != nil { value.status = .cannotTell }
            return value
        }
        if let bounds = figure.bounds, bounds.lowerBound < bounds.upperBound {
            (value.lower, value.upper) = (bounds.lowerBound, bounds.upperBound)
        }
        if value.status == .valid, value.upper != nil { value.status = .estimated }
        if value.reason == nil, figure.members.map({ $0 < EncounterFigure.fewestMembers }) ?? false {
            value.reason = .smallCounts
        }
        if value.reason != nil || isOpen { value.status = .unreliable }
        return value
    }
}

extension IndicatorContext {
    /// With whom residents could be, for some questions; nil without inhabitants.
    func exposureSums(_ questions: [VisitorQuestion]) -> ExposureSums? {
        guard let pairs, let population = study.population else { return nil }
        return ExposureSums(self, pairs, population, questions)
    }
}

/// The range of some numbers and one that must be in it; nil without that one.
func band(of value: Double?, _ others: [Double?]) -> ClosedRange<Double>? {
    value.map { value in
        others.compactMap(\.self).reduce(value...value) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
    }
}
