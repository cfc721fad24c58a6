internal import Overlay
package import Town

/// An area with the origins that count for it.
public struct AnalysisArea: Sendable {
    /// The level.
    public let level: AreaLevel
    /// The id.
    public let id: String
    /// The name.
    public let name: String
    /// The origins in the area, ascending.
    public let origins: [Int32]
    /// The share of each of them that lies in the area.
    public let weights: [Double]
    /// Whether a border cuts an origin, so that sums are estimates.
    public let isEstimated: Bool
    /// The places inside, ascending.
    public let places: [Int32]

    /// The origins with their weights.
    var people: OriginWeights { OriginWeights(origins: origins, weights: weights) }

    /// The area with only those origins that reach the streets; all where `connected` is nil.
    func keeping(_ connected: [Bool]?) -> AnalysisArea {
        guard let connected else { return self }
        let kept = origins.indices.filter { connected[Int(origins[$0])] }
        return AnalysisArea(
            level: level, id: id, name: name, origins: kept.map { origins[$0] }, weights: kept.map { weights[$0] },
            isEstimated: isEstimated, places: places)
    }

    /// The residents of a group at each origin of the area.
    package func residents(_ counts: [Double]) -> Double {
        var sum = 0.0
        for (origin, weight) in zip(origins, weights) { sum += counts[Int(origin)] * weight }
        return sum
    }

    /// Why there is no share of a group of whom nobody is counted here: it makes no sense, or, where counts were not given,
    /// nobody can tell.
    func withoutResidents(_ counts: UncertainCounts) -> Status {
        counts.sum(people).highest > 0 ? .cannotTell : .notApplicable
    }

    /// A value for this area.
    func value(
        _ descriptor: IndicatorDescriptor, group: String? = nil, category: String? = nil, parameters: String = "",
        value: Double?, status: Status, interval: SpreadInterval? = nil, n: Double? = nil,
        band: ClosedRange<Double>? = nil, unrecorded: Double? = nil, reason: Reason? = nil
    ) -> IndicatorValue {
        // What lies in an interval is an estimate, and without an upper bound nothing to rely on.
        var worth = status
        if let interval, value != nil { worth = interval.isBounded ? .estimated : .unreliable }
        return IndicatorValue(
            level: level, areaID: id, areaName: name, group: group, category: category, indicator: descriptor.id,
            parameters: parameters, methodVersion: descriptor.version, value: value, unit: descriptor.unit,
            status: worth, lower: interval?.lower, upper: interval.flatMap { $0.isBounded ? $0.upper : nil }, n: n,
            band: band, unrecorded: unrecorded, reason: reason, isInternal: descriptor.isInternal)
    }

    /// The town (all quarters together), the quarters, the focus areas and the other areas of a study.
    package static func all(of study: Study) -> [AnalysisArea] {
        let overlay = study.overlay
        var placesByQuarter = [[Int32]](repeating: [], count: study.quarters.count)
        for (place, assignment) in overlay.placeAssignments.enumerated() where assignment.situation == .inside {
            placesByQuarter[Int(assignment.quarter)].append(Int32(place))
        }
        let quarters = areas(
            .quarter, study.quarters, overlay.quarterMembership, places: placesByQuarter)
        var areas = [town(study, quarters)] + quarters
        if let focus = study.focusAreas {
            areas += Self.areas(
                .focusArea, focus.areas, overlay.focusMembership, places: overlay.placesByFocusArea)
        }
        for (layer, table) in study.otherAreas.enumerated() {
            areas += Self.areas(
                .area, table, overlay.otherMemberships[layer], places: overlay.placesByOtherArea[layer])
        }
        return areas
    }

    private static func areas(
        _ level: AreaLevel, _ table: AreaTable, _ membership: AreaMembership, places: [[Int32]]
    ) -> [AnalysisArea] {
        (0..<table.count).map { index in
            let entries = index < membership.areaCount ? membership.entries(ofArea: index) : 0..<0
            return AnalysisArea(
                level: level, id: table.ids[index], name: table.names[index],
                origins: Array(membership.origins[entries]), weights: Array(membership.weights[entries]),
                isEstimated: membership.weights[entries].contains { $0 < 1 }, places: places[index])
        }
    }

    /// The town is its quarters together; an origin counts with the sum of its shares, at most once.
    private static func town(_ study: Study, _ quarters: [AnalysisArea]) -> AnalysisArea {
        var shares = [Double](repeating: 0, count: study.population?.xs.count ?? 0)
        for quarter in quarters {
            for (origin, weight) in zip(quarter.origins, quarter.weights) { shares[Int(origin)] += weight }
        }
        // Shares are quotients of areas: a cell wholly in the town adds up to 1 only within rounding.
        let inside = shares.indices.filter { shares[$0] > 0 }
        let weights = inside.map { shares[$0] > 1 - 1e-9 ? 1 : shares[$0] }
        return AnalysisArea(
            level: .town, id: study.municipalKey ?? "town", name: study.townName, origins: inside.map(Int32.init),
            weights: weights, isEstimated: weights.contains { $0 < 1 }, places: quarters.flatMap(\.places).sorted())
    }
}
