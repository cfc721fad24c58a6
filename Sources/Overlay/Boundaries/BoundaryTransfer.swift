/// Which part of each earlier quarter goes to which later one: what brings a figure of an earlier date to the quarters of
/// today.
///
/// The shares are weights for an estimate (areal weighting, Goodchild & Lam 1980; Flowerdew & Green 1994). Which quarters
/// are cut at all does not depend on them, nor do the bounds of a figure.
public struct BoundaryTransfer: Sendable, Hashable {
    /// By what a quarter is divided among those that take its land, the best first.
    public enum Basis: String, Sendable, Codable, Hashable, CaseIterable {
        /// By the people who live in the pieces at one of the two dates.
        case residents
        /// By the residents of the later quarters, spread evenly over their land.
        case quarterResidents = "quarter_residents"
        /// By area.
        case area
    }

    /// What became of the land of a later quarter.
    public enum Continuity: Sendable, Hashable {
        /// It is the land of this earlier quarter, up to slivers.
        case same(old: Int)
        /// It is made of land of earlier quarters.
        case redrawn
        /// Some of it belonged to no quarter, so nothing is known of it at the earlier date.
        case partlyUncovered
    }

    /// What a later quarter takes of an earlier one.
    public struct Contribution: Sendable, Hashable {
        /// The index of the earlier quarter.
        public let old: Int
        /// The estimated share of its people, in 0…1.
        public let share: Double
        /// Whether the whole quarter goes here, so that its people do for certain.
        public let isWhole: Bool
    }

    /// What became of each later quarter's land.
    public let continuity: [Continuity]
    /// By what each later quarter's contributions are weighted: the least of those of its cut quarters.
    public let basis: [Basis]
    /// For each earlier quarter the estimated share of its people on land that belongs to no later one, in 0…1.
    public let lost: [Double]
    private let contributions: [[Contribution]]

    /// Weights the pieces of an overlay.
    ///
    /// - Parameters:
    ///   - weights: for each piece how much it weighs within its earlier quarter; pieces of a quarter in which nothing
    ///     weighs anything, or a weight is no number, are weighted by area.
    ///   - basis: what the weights are.
    public init(_ overlay: BoundaryOverlay, weights: [Double], basis given: Basis) {
        var contributions = [[Contribution]](repeating: [], count: overlay.newCount)
        var lost = [Double](repeating: 0, count: overlay.oldCount)
        var basis = [Basis](repeating: given, count: overlay.newCount)
        var isCut = [Bool](repeating: false, count: overlay.oldCount)
        let rows = Dictionary(grouping: overlay.pieces.indices) { Int(overlay.pieces[$0].old) }
        for old in 0..<overlay.oldCount {
            let own = rows[old] ?? []
            isCut[old] = own.count > 1
            var parts = own.map { weights.indices.contains($0) ? weights[$0] : .nan }
            let isUsable = parts.allSatisfy { $0.isFinite && $0 >= 0 } && parts.contains { $0 > 0 }
            if !isUsable { parts = own.map { overlay.pieces[$0].squareMetres } }
            let sum = parts.reduce(0, +)
            for (row, part) in zip(own, parts) {
                let share = own.count == 1 ? 1 : part / sum
                guard let new = overlay.pieces[row].new.map(Int.init) else {
                    lost[old] = share
                    continue
                }
                contributions[new].append(Contribution(old: old, share: share, isWhole: own.count == 1))
                if !isUsable, own.count > 1 { basis[new] = .area }
            }
        }
        self.contributions = contributions
        self.lost = lost
        self.basis = basis
        continuity = (0..<overlay.newCount).map { new in
            let own = contributions[new]
            if overlay.uncovered[new] > 0 || own.isEmpty { return .partlyUncovered }
            return own.count == 1 && own[0].isWhole ? .same(old: own[0].old) : .redrawn
        }
    }

    /// What a later quarter takes of earlier ones, ascending.
    public func contributions(toNew new: Int) -> [Contribution] {
        contributions.indices.contains(new) ? contributions[new] : []
    }
}

extension BoundaryOverlay {
    /// The weights of area: people are spread evenly over each earlier quarter.
    public var areaWeights: [Double] { pieces.map(\.squareMetres) }

    /// The weights of people at points: those who live in each piece. The point of a cell stands for all of it.
    public func weights(ofPeople counts: [Double], xs: [Double], ys: [Double]) -> [Double] {
        let membership = ArealTransfer.membership(xs: xs, ys: ys, areas: pieces.map(\.geometry), isCoverage: true)
        return pieces.indices.map { membership.sum(counts, area: $0) }
    }

    /// The weights of the residents of the later quarters, each spread evenly over its land: where a quarter was divided,
    /// these are its parts' residents. A piece of a quarter whose residents are not known has no weight (NaN), and neither
    /// has one that belongs to no quarter any more.
    public func weights(ofQuarters residents: [Double?]) -> [Double] {
        pieces.map { piece in
            guard let new = piece.new.map(Int.init), residents.indices.contains(new), let count = residents[new],
                newSquareMetres[new] > 0
            else { return .nan }
            return count * piece.squareMetres / newSquareMetres[new]
        }
    }
}
