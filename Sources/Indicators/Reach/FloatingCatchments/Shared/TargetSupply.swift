internal import Town

/// What the places of a target offer, in one measure for all of them.
///
/// Seats where at least half of the places say how many they have; else the area of rooms likewise; else each place counts
/// as one. A place that does not say it where the others do is taken for one in the middle (the median): nothing recorded
/// is not nothing.
struct TargetSupply: Sendable {
    /// What supply is counted in, as parameters name it.
    enum Measure: String, Sendable {
        case seats
        case squareMetres = "square_metres"
        case places
    }

    /// What is counted.
    let measure: Measure
    /// The supply of each place of the study; 0 where it is not of the target.
    let amounts: [Double]
    /// The share of the target's places whose seats (or areas, where those are counted) are not recorded.
    let unrecorded: Double

    /// The supply of a target.
    init(_ target: ReachTarget, _ places: PlaceTable) {
        let wanted = Set(target.categories)
        let members = (0..<places.count).filter { wanted.contains(places.categoryIndexes[$0]) }
        func recorded(_ column: [Double?]) -> [Double?] {
            members.map { place in
                guard column.indices.contains(place), let value = column[place], value.isFinite, value >= 0 else {
                    return nil
                }
                return value
            }
        }
        let (seats, areas) = (recorded(places.capacities), recorded(places.roomAreas))
        let chosen: [Double?]
        if TargetSupply.isMostlyKnown(seats) {
            (measure, chosen) = (.seats, seats)
        } else if TargetSupply.isMostlyKnown(areas) {
            (measure, chosen) = (.squareMetres, areas)
        } else {
            (measure, chosen) = (.places, members.map { _ in 1 })
        }
        let known = measure == .squareMetres ? areas : seats
        unrecorded = members.isEmpty ? 0 : Double(known.count { $0 == nil }) / Double(members.count)
        let middle = TargetSupply.median(chosen.compactMap(\.self))
        var amounts = [Double](repeating: 0, count: places.count)
        for (place, amount) in zip(members, chosen) { amounts[place] = amount ?? middle }
        self.amounts = amounts
    }

    /// Whether at least half is recorded, and not all of it as 0.
    private static func isMostlyKnown(_ values: [Double?]) -> Bool {
        let known = values.compactMap(\.self)
        return known.count * 2 >= values.count && known.contains { $0 > 0 }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
