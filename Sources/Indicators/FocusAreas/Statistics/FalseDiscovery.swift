/// Many tests at once: how large p-values have to be taken so that among the units that are found only so many are
/// expected to be found by chance (Benjamini–Hochberg).
///
///     q_(i) = min over j ≥ i of  p_(j)·n/j      with p ascending
///
/// References: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1):289–300; for neighbouring units
/// de Castro & Singer 2006, Geographical Analysis 38(2):180–208.
package enum FalseDiscovery {
    /// The adjusted values in the order of the tests. Finding all units with q ≤ α keeps the expected share of chance
    /// findings at α.
    package static func adjusted(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var least = 1.0
        for rank in order.indices.reversed() {
            // The quotient first, so that rounding never makes a value smaller than it was.
            least = min(least, pValues[order[rank]] * (Double(pValues.count) / Double(rank + 1)))
            adjusted[order[rank]] = least
        }
        return adjusted
    }
}
