internal import LinearProgramming

/// Linked cells in the making: each with the reason for which it is hidden by itself.
struct CellBoard {
    /// The system.
    private(set) var linked: LinkedCells
    /// For each cell why it is hidden by itself; nil where it is not.
    private(set) var reasons: [HidingReason?] = []

    /// An empty board for some rules.
    init(_ rules: DisclosureRules) {
        linked = LinkedCells(protection: rules.protection)
    }

    /// Adds a printed number of people.
    ///
    /// - Parameters:
    ///   - printedWithin: what a reader knows where it is printed; a range that holds one whole number only tells it.
    ///   - least: what everybody knows that it does not fall below.
    ///   - most: what everybody knows that it does not exceed.
    ///   - isOut: whether it was printed before, so that hiding it is of no use.
    mutating func add(
        _ value: Double, printedWithin: ClosedRange<Double>? = nil, least: Double = 0, most: Double = .infinity,
        loss: Double, reason: HidingReason?, isOut: Bool
    ) -> Int {
        let isOpen = reason == nil || isOut
        reasons.append(isOpen ? nil : reason)
        let printed = printedWithin.flatMap { $0.upperBound - $0.lowerBound > 1 ? $0 : nil }
        return linked.add(
            LinkedCells.Cell(
                value: value, range: min(least, value)...max(most, value), printedWithin: printed, loss: loss,
                role: isOut ? .released : isOpen ? .open : .sensitive(protection: linked.protection)))
    }

    /// Adds a number that is never printed; protected where it must not be worked out.
    mutating func addImplied(_ value: Double, isProtected: Bool) -> Int {
        reasons.append(nil)
        return linked.add(
            LinkedCells.Cell(
                value: value, range: min(0, value)...Double.infinity, loss: 0,
                role: .implied(protection: isProtected ? linked.protection : nil)))
    }

    /// Says that a cell is the sum of others, up to what is lost where parts overlap or lie outside.
    mutating func relate(_ total: Int, _ parts: [Int]) {
        let sum = parts.reduce(0) { $0 + linked.cells[$1].value }
        let rest = sum - linked.cells[total].value
        let isNoise = abs(rest) <= DisclosureRules.nobody * max(1, abs(sum))
        linked.relations.append(
            LinkedCells.Relation([(total, -1)] + parts.map { ($0, 1) }, equals: isNoise ? 0 : rest))
    }

    /// Says that a cell is not greater than another, where that is so.
    mutating func relate(_ lesser: Int, notAbove greater: Int, by most: Double = .infinity) {
        let difference = linked.cells[greater].value - linked.cells[lesser].value
        guard difference >= -DisclosureRules.nobody else { return }
        linked.relations.append(
            LinkedCells.Relation([(greater, 1), (lesser, -1)], within: min(0, difference)...max(most, difference)))
    }

    /// The value of a cell.
    func value(_ cell: Int) -> Double { linked.cells[cell].value }
}
