/// Rounds shares to whole numbers that add up to a given total: the largest-remainder method (Hare quota, Hamilton).
public enum LargestRemainder {
    /// Whole numbers in the proportions of `values` that add up to `total`.
    ///
    /// Everybody gets the whole part of their quota; what is left goes one by one to the largest remainders, of equal ones
    /// to the first. Remainders that differ by less than a billionth count as equal: the rounding of sums must not
    /// decide. Where no value is positive, all count alike; negative values and no numbers count as 0.
    ///
    /// - Parameter total: not negative; a negative one is taken as 0.
    /// - Returns: as many numbers as values; they add up to the total unless there are no values.
    public static func round(_ values: [Double], total: Int) -> [Int] {
        round(values, total: total, atMost: nil)
    }

    /// The same with a most for each; what finds no room there goes to the next, and what finds no room at all is left out.
    static func round(_ values: [Double], total: Int, atMost caps: [Int]?) -> [Int] {
        let quotas = quotas(values, total: max(total, 0))
        var results: [Int] = []
        var remainders: [Double] = []
        for (index, quota) in quotas.enumerated() {
            let slack = min(max(1e-9, 1e-14 * quota), 1e-2)
            let whole = (quota + slack).rounded(.down)
            results.append(min(Int(exactly: whole) ?? 0, caps?[index] ?? .max))
            remainders.append(((quota - whole) / slack).rounded() * slack)
        }
        let order = quotas.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
        var left = max(total, 0) - results.reduce(0, +)
        // Slack may have rounded one up too many; the smallest remainder gives it back.
        for index in order.reversed() where left < 0 && results[index] > 0 {
            results[index] -= 1
            left += 1
        }
        while left > 0 {
            let before = left
            for index in order where left > 0 && results[index] < caps?[index] ?? .max {
                results[index] += 1
                left -= 1
            }
            if left == before { break }
        }
        return results
    }

    private static func quotas(_ values: [Double], total: Int) -> [Double] {
        var weights = values.map { $0 > 0 && $0.isFinite ? $0 : 0 }
        var sum = weights.reduce(0, +)
        if sum <= 0 || !sum.isFinite {
            weights = values.map { _ in 1 }
            sum = Double(values.count)
        }
        return weights.map { $0 / sum * Double(total) }
    }
}
