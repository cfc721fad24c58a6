/// What ways to, from and between attachments cost. All sums are rounded down piece by piece, as those of the network.
extension StreetNetwork {
    /// The cost of a leg, rounded down.
    @inline(__always)
    func legCost(metres: Double) -> Int { StreetNetwork.legCost(metres: metres, perMetre: legCostPerMetre) }

    /// The cost of a leg, rounded down, for those who do not want to carry the network along.
    @inline(__always)
    static func legCost(metres: Double, perMetre: Double) -> Int { whole(metres * perMetre) }

    /// The costs between an attachment's point on its edge and the two ends of the edge, the leg not included; nil where
    /// that end cannot be reached, or not be come from.
    ///
    /// - Parameter leaving: whether one goes from the point to the ends, else from the ends to the point.
    @inline(__always)
    func endCosts(
        edge: Int, piece: Int, fraction: Double, leaving: Bool
    ) -> (start: Int?, end: Int?) {
        let last = Int(shapeStarts[edge + 1]) - 1
        let isForward = forwardCosts[edge] >= 0
        let isBackward = backwardCosts[edge] >= 0
        // Who stands at an end has reached it, whichever way the edge may be passed.
        let isAtStart = fraction <= 0 && piece == Int(shapeStarts[edge])
        let isAtEnd = fraction >= 1 && piece == last - 1
        // Backward costs lead to the start, forward ones to the end; coming from there it is the other way about.
        let toStart = isAtStart ? 0 : (leaving ? isBackward : isForward) ? costBefore(piece, fraction, !leaving) : nil
        let toEnd = isAtEnd ? 0 : (leaving ? isForward : isBackward) ? costAfter(piece, fraction, last, leaving) : nil
        return (toStart, toEnd)
    }

    /// The cost between the start of an edge and a point on it, forward or backward.
    @inline(__always)
    private func costBefore(_ piece: Int, _ fraction: Double, _ forward: Bool) -> Int {
        let first = cost(piece, forward)
        return first + StreetNetwork.part(fraction, of: cost(piece + 1, forward) - first)
    }

    /// The cost between a point on an edge and its end, forward or backward.
    @inline(__always)
    private func costAfter(_ piece: Int, _ fraction: Double, _ last: Int, _ forward: Bool) -> Int {
        let next = cost(piece + 1, forward)
        return cost(last, forward) - next + StreetNetwork.part(1 - fraction, of: next - cost(piece, forward))
    }

    /// The cost between the start of an edge and a shape position of it. (The columns are not passed about: that would
    /// count references in the loop over all pieces around all doors.)
    @inline(__always)
    private func cost(_ position: Int, _ forward: Bool) -> Int {
        Int(forward ? shapeForwardCosts[position] : shapeBackwardCosts[position])
    }

    /// The cost from one attachment's point to that of another on the same edge, along the edge; nil where its direction
    /// does not allow it. Ways around over other edges are the searches'.
    func costAlong(from: Attachment, to: Attachment) -> Int? {
        let edge = Int(from.edge)
        let goesForward = (from.piece, from.fraction) <= (to.piece, to.fraction)
        let (first, second) = goesForward ? (from, to) : (to, from)
        guard (goesForward ? forwardCosts[edge] : backwardCosts[edge]) >= 0 else {
            // Where one piece ends the next begins.
            let isOneSpot =
                first.piece == second.piece
                ? first.fraction == second.fraction
                : first.piece + 1 == second.piece && first.fraction >= 1 && second.fraction <= 0
            return isOneSpot ? 0 : nil
        }
        let (one, other) = (Int(first.piece), Int(second.piece))
        func piece(_ index: Int) -> Int { cost(index + 1, goesForward) - cost(index, goesForward) }
        guard one != other else { return StreetNetwork.part(second.fraction - first.fraction, of: piece(one)) }
        return StreetNetwork.part(1 - first.fraction, of: piece(one))
            + cost(other, goesForward) - cost(one + 1, goesForward)
            + StreetNetwork.part(second.fraction, of: piece(other))
    }

    /// A part of a piece's cost, rounded down.
    @inline(__always)
    static func part(_ fraction: Double, of cost: Int) -> Int { whole(fraction * Double(cost)) }

    /// The whole part of a number, 0 for what is negative or not a number, and never more than 2³¹.
    @inline(__always)
    private static func whole(_ value: Double) -> Int { value > 0 ? Int(min(value, 0x1p31)) : 0 }
}
