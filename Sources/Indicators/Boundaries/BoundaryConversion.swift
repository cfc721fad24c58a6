public import Overlay

/// What brings earlier figures to the quarters of today, where boundaries changed: ids, and which part of which quarter goes
/// where. Formulas and bounds: `Documentation/Boundaries.md`.
public struct BoundaryConversion: Sendable, Hashable {
    /// What part of which earlier quarter goes where, in the order of the ids.
    public let transfer: BoundaryTransfer
    /// The ids of the earlier quarters.
    public let oldIDs: [String]
    /// The ids of the later quarters.
    public let newIDs: [String]
    private let places: [String: Int]

    /// Names the quarters of a transfer.
    public init(_ transfer: BoundaryTransfer, oldIDs: [String], newIDs: [String]) {
        self.transfer = transfer
        self.oldIDs = oldIDs
        self.newIDs = newIDs
        places = Dictionary(zip(newIDs, newIDs.indices)) { first, _ in first }
    }

    /// What an earlier figure is on the land of a later quarter.
    public enum Converted: Sendable, Hashable {
        /// The figure of this earlier quarter, which had the same land.
        case same(oldID: String)
        /// Made of several quarters, or of a part of one; with the residents that a share is then of.
        case transferred(BoundedNumber, of: BoundedNumber?)
        /// Not to be told.
        case notComparable(BoundaryObstacle)
    }

    /// Whether a later quarter has the land of an earlier one of the same id; an unknown id has.
    public func isUnchanged(_ id: String) -> Bool {
        guard let new = places[id] else { return true }
        guard case .same(let old) = transfer.continuity[new] else { return false }
        return oldIDs[old] == id
    }

    /// The number of later quarters that are not what the earlier ones of their ids were.
    public var changedCount: Int { newIDs.count { !isUnchanged($0) } }

    /// The earlier quarters of which nothing is left in any later one.
    public var lostIDs: [String] { zip(oldIDs, transfer.lost).filter { $0.1 == 1 }.map(\.0) }

    /// By what the figures of a later quarter are weighted.
    public func basis(_ id: String) -> BoundaryTransfer.Basis? { places[id].map { transfer.basis[$0] } }

    /// What an earlier figure is on the land of a later quarter.
    ///
    /// - Parameters:
    ///   - indicator: the indicator, by which is known what sort of figure it is.
    ///   - id: the later quarter's id.
    ///   - value: the figure of an earlier quarter, by its id; nil where it is not known.
    ///   - people: of how many people it is a share; nil where that is not known.
    public func convert(
        _ indicator: String, to id: String, value: (String) -> BoundedNumber?, people: (String) -> BoundedNumber?
    ) -> Converted {
        guard let new = places[id] else { return .same(oldID: id) }
        switch transfer.continuity[new] {
        case .same(let old): return .same(oldID: oldIDs[old])
        case .partlyUncovered: return .notComparable(.newLand)
        case .redrawn: break
        }
        // Only what the quarter takes is looked up.
        func taken(_ look: (String) -> BoundedNumber?) -> [BoundedNumber?] {
            var numbers = [BoundedNumber?](repeating: nil, count: oldIDs.count)
            for part in transfer.contributions(toNew: new) { numbers[part.old] = look(oldIDs[part.old]) }
            return numbers
        }
        switch IndicatorCatalogue.indicator(indicator)?.descriptor.counting {
        case .residents:
            guard let count = transfer.count(ofNew: new, from: taken(value)) else { return .notComparable(.missing) }
            return .transferred(count, of: nil)
        case .shareOfResidents, .quotientOfResidents:
            let residents = taken(people)
            guard let share = transfer.share(ofNew: new, from: taken(value), of: residents) else {
                return .notComparable(.missing)
            }
            return .transferred(share, of: transfer.count(ofNew: new, from: residents))
        default: return .notComparable(.kind)
        }
    }
}

/// Why a figure cannot be converted to other boundaries.
public enum BoundaryObstacle: String, Sendable, Hashable, CaseIterable {
    /// It is neither a count of people nor a share of them.
    case kind = "not_a_count"
    /// Some of the land belonged to no quarter.
    case newLand = "new_land"
    /// A figure of a quarter that it would be made of is not known.
    case missing = "missing_figure"
}
