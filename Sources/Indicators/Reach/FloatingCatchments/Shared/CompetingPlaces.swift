/// The places that people compete for, target by target: which place offers how much of what is asked for.
///
/// A place counts for several targets (its category, all meeting places); each such entry is a slot, and the slots of a
/// place lie side by side. Places without supply have none, so that nobody is drawn to them.
struct CompetingPlaces: Sendable {
    /// The number of targets.
    let targetCount: Int
    /// Where the slots of each place begin; one entry more than places.
    let starts: [Int32]
    /// The target of each slot.
    let targets: [Int32]
    /// The supply of each slot, above 0.
    let supply: [Double]

    /// - Parameter supply: for each target the supply at each place; 0 where a place offers nothing or is no part of it.
    init(supply table: [[Double]], placeCount: Int) {
        var starts: [Int32] = [0]
        var targets: [Int32] = []
        var supply: [Double] = []
        for place in 0..<placeCount {
            for (target, column) in table.enumerated() where column[place] > 0 && column[place].isFinite {
                targets.append(Int32(truncatingIfNeeded: target))
                supply.append(column[place])
            }
            starts.append(Int32(truncatingIfNeeded: targets.count))
        }
        targetCount = table.count
        (self.starts, self.targets, self.supply) = (starts, targets, supply)
    }

    /// The slots of a place.
    func slots(ofPlace place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

    /// The supply of each place for a target; 0 where it offers nothing.
    func supply(ofTarget target: Int) -> [Double] {
        (0..<starts.count - 1).map { place in
            slots(ofPlace: place).first { Int(targets[$0]) == target }.map { supply[$0] } ?? 0
        }
    }
}
