/// Parts of a difference as they are printed: in whole steps that add up to the difference of the printed values.
///
/// Of all such whole numbers the nearest to the parts: each is rounded down, and what is missing goes to those that lost
/// most. Rounded one by one they would often miss the sum, and what rounding took could be narrowed through the others to
/// next to nothing; so, whoever knows the difference exactly and how it was rounded can narrow the part of one of n causes
/// to `2 (n − 1) / n` steps and not further (the cell of a point of the lattice Aₙ₋₁), which is a step or more.
enum PrintedParts {
    /// How many printed steps one unit has: a share is told in whole points of a hundred, minutes and metres in whole ones,
    /// hours per 1,000 people in tenths.
    static func steps(perUnit unit: String) -> Double {
        switch unit {
        case "share": 100
        case "min", "m", "persons": 1
        case "per_1000", "hours", "places": 10
        default: 100
        }
    }

    /// The parts in printed steps.
    ///
    /// - Parameters:
    ///   - before: the earlier value as it is printed or is to be rounded; `after` the later one.
    /// - Returns: nil where a number is out of all range.
    static func rounded(_ parts: [Double], from before: Double, to after: Double, unit: String) -> [Int]? {
        let steps = PrintedParts.steps(perUnit: unit)
        guard let first = Int(exactly: (before * steps).rounded()), let last = Int(exactly: (after * steps).rounded())
        else { return nil }
        var whole: [Int] = []
        for part in parts {
            guard let number = Int(exactly: (part * steps).rounded(.down)), number.magnitude < 1 << 40 else {
                return nil
            }
            whole.append(number)
        }
        guard !whole.isEmpty, first.magnitude < 1 << 40, last.magnitude < 1 << 40 else { return nil }
        var missing = last - first - whole.reduce(0, +)
        // What is printed and what was split may differ by roundings, never by more than some steps.
        guard missing.magnitude <= 2 * whole.count + 2 else { return nil }
        while missing != 0 {
            let left = whole.indices.map { parts[$0] * steps - Double(whole[$0]) }
            let sign = missing > 0 ? 1 : -1
            guard let index = left.indices.max(by: { Double(sign) * left[$0] < Double(sign) * left[$1] }) else {
                return nil
            }
            whole[index] += sign
            missing -= sign
        }
        return whole
    }
}
