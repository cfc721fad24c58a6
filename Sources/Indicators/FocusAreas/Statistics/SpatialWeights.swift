package import Planar

/// The neighbours of units with weights w_ij, as flat columns: row i is the unit, its entries are its neighbours.
package struct SpatialWeights: Sendable, Hashable {
    /// How neighbours are weighted.
    package enum Style: Sendable, Hashable {
        /// Each neighbour counts 1.
        case binary
        /// The neighbours of a unit count 1 together, so that their weighted sum is a mean.
        case rowStandardised
    }

    /// Where the entries of each unit end.
    package let ends: [Int32]
    /// The neighbour of each entry.
    package let neighbours: [Int32]
    /// The weight of each entry.
    package let weights: [Double]

    /// The neighbours of a contiguity. A unit without neighbours has no entries: it is an island and says nothing.
    package init(_ contiguity: Contiguity, _ style: Style) {
        ends = contiguity.ends
        neighbours = contiguity.neighbours
        var weights = [Double](repeating: 1, count: contiguity.neighbours.count)
        if style == .rowStandardised {
            for unit in 0..<contiguity.count {
                let entries = contiguity.entries(of: unit)
                for entry in entries { weights[entry] = 1 / Double(entries.count) }
            }
        }
        self.weights = weights
    }

    /// The number of units.
    package var count: Int { ends.count }

    /// The entries of a unit.
    package func entries(of unit: Int) -> Range<Int> {
        (unit == 0 ? 0 : Int(ends[unit - 1]))..<Int(ends[unit])
    }

    /// The spatial lag of a unit: Σ_j w_ij·v_j.
    package func lag(of unit: Int, _ values: [Double]) -> Double {
        var sum = 0.0
        for entry in entries(of: unit) { sum += weights[entry] * values[Int(neighbours[entry])] }
        return sum
    }

    /// S0, the sum of all weights.
    package var total: Double { weights.reduce(0, +) }
}
