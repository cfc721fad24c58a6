/// What ways to, from and between attachments cost. All sums are rounded down piece by piece, as those of the network.
extension StreetNetwork {
    /// The cost of a leg, rounded down.
    @inline(__always)
    func legCost(metres: Double) -> Int { StreetNetwork.whole(metres * legCostPerMetre) }

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
        // The part of a column from its beginning to the point, and from the point to its end.
        func before(_ costs: [Int32]) -> Int {
            Int(costs[piece]) + StreetNetwork.part(fraction, of: Int(costs[piece + 1]) - Int(costs[piece]))
        }
        func after(_ costs: [Int32]) -> Int {
            Int(costs[last]) - Int(costs[piece + 1])
                + StreetNetwork.part(1 - fraction, of: Int(costs[piece + 1]) - Int(costs[piece]))
        }
        // Who stands at an end has reached it, whichever way the edge may be passed.
        let isAtStart = fraction <= 0 && piece == Int(shapeStarts[edge])
        let isAtEnd = fraction >= 1 && piece == last - 1
        let (toStart, toEnd) = leaving ? (isBackward, isForward) : (isForward, isBackward)
        let (startCosts, endCosts) =
            leaving
            ? (shapeBackwardCosts, shapeForwardCosts) : (shapeForwardCosts, shapeBackwardCosts)
        return (
            isAtStart ? 0 : toStart ? before(startCosts) : nil, isAtEnd ? 0 : toEnd ? after(endCosts) : nil
        )
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
        let costs = goesForward ? shapeForwardCosts : shapeBackwardCosts
        func piece(_ attachment: Attachment) -> Int {
            Int(costs[Int(attachment.piece) + 1]) - Int(costs[Int(attachment.piece)])
        }
        guard first.piece != second.piece else {
            return StreetNetwork.part(second.fraction - first.fraction, of: piece(first))
        }
        return StreetNetwork.part(1 - first.fraction, of: piece(first))
            + Int(costs[Int(second.piece)]) - Int(costs[Int(first.piece) + 1])
            + StreetNetwork.part(second.fraction, of: piece(second))
    }

    /// A part of a piece's cost, rounded down.
    @inline(__always)
    static func part(_ fraction: Double, of cost: Int) -> Int { whole(fraction * Double(cost)) }

    /// The whole part of a number, 0 for what is negative or not a number, and never more than 2³¹.
    @inline(__always)
    private static func whole(_ value: Double) -> Int { value > 0 ? Int(min(value, 0x1p31)) : 0 }
}
