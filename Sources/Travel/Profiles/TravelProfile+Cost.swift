/// What a piece of street costs in both directions, in milliseconds; ``StreetNetwork/impassable`` where it is closed.
public struct PieceCost: Sendable, Hashable {
    /// In the direction of the way.
    public var forward: Int32
    /// Against it.
    public var backward: Int32

    /// The costs of a piece.
    public init(forward: Int32, backward: Int32) {
        self.forward = forward
        self.backward = backward
    }
}

extension TravelProfile {
    /// The shortest piece, in metres, that heights can close: over less, the error of the heights (decimetres) is the slope.
    static let shortestJudgedPiece = 10.0

    /// The time for a piece of street in both directions, each rounded down to whole milliseconds, at least 0 and at most
    /// ``StreetNetwork/largestCost``.
    ///
    /// - Parameters:
    ///   - metres: its length on the plane; what is not a positive number counts as 0.
    ///   - rise: how much higher its end is than its beginning, in metres; nan where unknown. Then the slope of the
    ///     tags is taken, if they give one.
    ///   - passage: what the tags of the street say.
    public func cost(ofPiece metres: Double, rise: Double, passage: Passage) -> PieceCost {
        let metres = metres > 0 ? metres : 0
        let isMeasured = rise.isFinite && metres > 0
        let slope = isMeasured ? rise / metres : passage.incline ?? 0
        if let steepestSlope, isMeasured, metres >= TravelProfile.shortestJudgedPiece, !passage.includesClimb,
            slope.magnitude > steepestSlope
        {
            return PieceCost(forward: StreetNetwork.impassable, backward: StreetNetwork.impassable)
        }
        let flat = metres * millisecondsPerMetre * passage.slowness
        let up = passage.includesClimb ? 1 : slopeModel.factor(slope: slope)
        let down = passage.includesClimb ? 1 : slopeModel.factor(slope: -slope)
        return PieceCost(
            forward: passage.forward ? TravelProfile.whole(flat * up) : StreetNetwork.impassable,
            backward: passage.backward ? TravelProfile.whole(flat * down) : StreetNetwork.impassable)
    }

    /// Rounded down, and bounded.
    private static func whole(_ milliseconds: Double) -> Int32 {
        guard milliseconds < Double(StreetNetwork.largestCost) else { return StreetNetwork.largestCost }
        return Int32(exactly: milliseconds.rounded(.down)) ?? 0
    }
}
