#if canImport(Glibc)
    internal import Glibc
#endif

/// How the residents of an origin divide themselves among the places in their reach: p_ij, over the places 1 in sum.
///
/// Nobody counted who goes where: this is what could be, by a rule that is stated, and never what was observed.
enum VisitorSplit: Sendable, Hashable {
    /// To every place the same part: p_ij = 1/n_i.
    case equal
    /// p_ij = S_j^a·c_ij^(−b) / Σ_k S_k^a·c_ik^(−b), S_j the attraction of a place (Huff 1963, Land Economics
    /// 39(1):81–90).
    case huff(attraction: Double, friction: Double)
    /// Nobody is divided: everybody counts fully at every place in reach, p_ij = 1. Sums are not people then.
    case undivided

    /// The name in parameters.
    var name: String {
        switch self {
        case .equal: "equal"
        case .huff: "huff"
        case .undivided: "undivided"
        }
    }

    /// The part for each of some places.
    ///
    /// - Parameters:
    ///   - costs: what it takes to get to each place, 0 or more.
    ///   - attractions: the attraction of each place, 0 or more.
    ///   - least: costs below this count as this much; above 0. Otherwise a place next door would draw everybody.
    ///   - shares: the parts; what is in it is replaced.
    func divide(costs: [Double], attractions: [Double], least: Double, into shares: inout [Double]) {
        shares.removeAll(keepingCapacity: true)
        switch self {
        case .equal: shares.append(contentsOf: repeatElement(1 / Double(max(costs.count, 1)), count: costs.count))
        case .undivided: shares.append(contentsOf: repeatElement(1, count: costs.count))
        case .huff(let attraction, let friction):
            var sum = 0.0
            for (cost, size) in zip(costs, attractions) {
                let weight = pow(size, attraction) * pow(max(cost, least), -friction)
                shares.append(weight)
                sum += weight
            }
            // Where no place in reach has a seat, none draws more than another.
            guard sum > 0 else {
                VisitorSplit.equal.divide(costs: costs, attractions: attractions, least: least, into: &shares)
                return
            }
            for index in shares.indices { shares[index] /= sum }
        }
    }
}
