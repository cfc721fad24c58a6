/// Cells that are much larger than the smallest ones a census knows, and of which nothing says where in them people live:
/// where a border cuts such a cell, or a walk does not reach all of it, how many people it holds is an estimate.
///
/// The estimate spreads people evenly. Its variance is bounded by the least even way to live in a cell: all people in one
/// place, which is anywhere in the cell with the same chance. For a sum Σ a·X over the origins of a cell of C people of
/// which c·w are expected at an origin within an area (`own definition`):
///
///     Var ≤ C·Σ c·w·a² − (Σ c·w·a)²
///
/// This holds however people cluster, by Jensen's inequality: (∫a dX)² ≤ C·∫a² dX. For a cell that an area holds a part p
/// of, it is C²·p·(1 − p), the bound of Bhatia & Davis (2000, American Mathematical Monthly 107(4):353–357) for a number
/// between 0 and C with the mean p·C. Cells count as independent of each other.
public struct CoarseCells: Sendable, Codable, Hashable {
    /// For each origin the cell it is a part of; -1 where it is part of none. Empty where there are none at all.
    public let cellsOfOrigins: [Int32]
    /// The end offset into ``members`` of each cell.
    private let memberEnds: [Int]
    /// The origins of each cell.
    private let members: [Int32]

    /// No such cells.
    public static let none = CoarseCells(cellsOfOrigins: [])

    /// Makes the cells of origins.
    public init(cellsOfOrigins: [Int32]) {
        let count = Int(cellsOfOrigins.max() ?? -1) + 1
        self.cellsOfOrigins = count > 0 ? cellsOfOrigins : []
        var ends = [Int](repeating: 0, count: count)
        for cell in cellsOfOrigins where cell >= 0 { ends[Int(cell)] += 1 }
        var total = 0
        for cell in ends.indices { (ends[cell], total) = (total, total + ends[cell]) }
        var members = [Int32](repeating: 0, count: total)
        for (origin, cell) in cellsOfOrigins.enumerated() where cell >= 0 {
            members[ends[Int(cell)]] = Int32(truncatingIfNeeded: origin)
            ends[Int(cell)] += 1
        }
        memberEnds = ends
        self.members = members
    }

    /// Whether there are none.
    public var isEmpty: Bool { cellsOfOrigins.isEmpty }

    /// The number of cells.
    var count: Int { memberEnds.count }

    /// The cell that an origin is a part of.
    func cell(of origin: Int) -> Int? {
        guard cellsOfOrigins.indices.contains(origin), cellsOfOrigins[origin] >= 0 else { return nil }
        return Int(cellsOfOrigins[origin])
    }

    /// The sum of a column over the origins of a cell.
    func total(_ cell: Int, _ value: (Int) -> Double) -> Double {
        var total = 0.0
        for member in (cell == 0 ? 0 : memberEnds[cell - 1])..<memberEnds[cell] { total += value(Int(members[member])) }
        return total
    }

    /// What an origin contributes to a figure for each person there: two values with their chances, else 0.
    struct Outcome {
        var origin: Int
        var chance: Double
        var value: Double
        var otherChance = 0.0
        var otherValue = 0.0
    }

    /// The bound of the variance of a figure, see above.
    ///
    /// - Parameters:
    ///   - outcomes: of the origins that touch the figure, in any order.
    ///   - count: the people at an origin.
    func variance(_ outcomes: [Outcome], count: (Int) -> Double) -> Double {
        var means = [Double](repeating: 0, count: memberEnds.count)
        var touched = means
        for outcome in outcomes {
            guard let cell = cell(of: outcome.origin) else { continue }
            let people = count(outcome.origin)
            means[cell] += people * (outcome.chance * outcome.value + outcome.otherChance * outcome.otherValue)
            touched[cell] += people * (outcome.chance + outcome.otherChance)
        }
        // Cells without people in the figure have no mean and add nothing.
        let wholes = touched.indices.map { touched[$0] > 0 ? total($0, count) : 0 }
        for cell in means.indices { means[cell] = wholes[cell] > 0 ? means[cell] / wholes[cell] : 0 }
        var variance = 0.0
        // About the mean: differences of squares would leave the rounding of large numbers.
        for outcome in outcomes {
            guard let cell = cell(of: outcome.origin), wholes[cell] > 0 else { continue }
            let (first, second) = (outcome.value - means[cell], outcome.otherValue - means[cell])
            let squares = outcome.chance * first * first + outcome.otherChance * second * second
            variance += wholes[cell] * count(outcome.origin) * squares
        }
        for (cell, whole) in wholes.enumerated() where whole - touched[cell] > CoarseCells.rounding * whole {
            variance += whole * (whole - touched[cell]) * means[cell] * means[cell]
        }
        return variance
    }

    /// Shares of a cell add up to 1 within this.
    static let rounding = 1e-9
}
