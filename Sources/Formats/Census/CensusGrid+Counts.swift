/// Counts on the cells of a grid, each with the least and the most it may be.
public struct CensusCounts: Sendable, Hashable {
    /// The count of each cell; nil where none is known. A count that was made of a share may have a fraction.
    public var values: [Double?]
    /// The least each count may be; nil where nothing is known.
    public var lowest: [Double?]
    /// The most each count may be; nil where nothing is known, or there is no bound.
    public var highest: [Double?]
    /// Where each comes from: for a count made of a share, the worse state of the two.
    public var states: [CensusState]
}

extension CensusGrid {
    /// The counts that stand behind a share: share × base ÷ 100.
    ///
    /// A share printed with d decimals lies up to half a unit of the last one away from the true one: that is the range
    /// of the count, which never leaves 0 … base. A share that is not shown may be anything: 0 … base. Where the base has
    /// a range itself, the least base makes the least count and the largest base the largest. Without a base nothing is
    /// known. Noise of the base (cell key) is no matter of a single cell and not in the range.
    /// - Returns: nil where there is no such share or no such count.
    public func counts(share: String, of base: String) -> CensusCounts? {
        guard let share = characteristic(named: share), share.measure == .share,
            let base = characteristic(named: base), base.measure == .count
        else { return nil }
        return counts { row in
            guard let residents = base.range(at: row), share.column.states[row] != .notGiven else {
                return (nil, nil, .notGiven)
            }
            let state = CensusGrid.worse(share.column.states[row], base.column.states[row])
            guard let percent = share.value(at: row) else { return (nil, 0...residents.upperBound, state) }
            let half = 0.5 / CensusGrid.powerOfTen(share.column.decimals[row])
            let least = max(0, percent - half) / 100 * residents.lowerBound
            let most = min(100, percent + half) / 100 * residents.upperBound
            return (base.value(at: row).map { percent * $0 / 100 }, least...max(least, most), state)
        }
    }

    /// The counts of a characteristic that is part of another, such as foreign citizens of all residents: what is not shown
    /// is no more than the whole.
    /// - Returns: nil where one of them is no count of the grid.
    public func counts(of part: String, within whole: String) -> CensusCounts? {
        guard let part = characteristic(named: part), part.measure == .count,
            let whole = characteristic(named: whole), whole.measure == .count
        else { return nil }
        return counts { row in
            let state = part.column.states[row]
            guard let range = part.range(at: row) else { return (nil, nil, state) }
            guard !state.hasValue, let limit = whole.range(at: row)?.upperBound else {
                return (part.value(at: row), range, state)
            }
            return (nil, range.lowerBound...min(range.upperBound, max(limit, range.lowerBound)), state)
        }
    }

    private func counts(
        _ row: (Int) -> (value: Double?, range: ClosedRange<Double>?, state: CensusState)
    ) -> CensusCounts {
        var counts = CensusCounts(values: [], lowest: [], highest: [], states: [])
        for index in cells.indices {
            let (value, range, state) = row(index)
            counts.values.append(value)
            counts.lowest.append(range?.lowerBound)
            counts.highest.append(range.flatMap { $0.upperBound.isFinite ? $0.upperBound : nil })
            counts.states.append(state)
        }
        return counts
    }

    /// Of two states the one that says less.
    private static func worse(_ left: CensusState, _ right: CensusState) -> CensusState {
        let order: [CensusState] = [.notGiven, .suppressed, .noneOrFew, .unreliable, .counted]
        return order.first { $0 == left || $0 == right } ?? .notGiven
    }

    private static func powerOfTen(_ exponent: UInt8) -> Double {
        (0..<exponent).reduce(1) { value, _ in value * 10 }
    }
}
