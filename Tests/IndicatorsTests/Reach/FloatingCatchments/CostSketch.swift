import TestSupport

@testable import Indicators

/// A small town as a table of costs: people, places, and the cost of each pair, nil where there is no way.
struct CostSketch: CostPairs {
    var people: [Double]
    var supply: [Double]
    /// A row for each origin.
    var costs: [[Double?]]
    /// How many origins stand in a block.
    var blockSize = 2

    struct Rows: CostBlock {
        let origins: Range<Int>
        let costs: [[Double?]]

        func forEachPlace(of origin: Int, _ visit: (Int, Double) -> Void) {
            for (place, cost) in costs[origin].enumerated() { if let cost { visit(place, cost) } }
        }
    }

    func map<Result: Sendable>(_ transform: @Sendable (Rows) -> Result) -> [Result] {
        stride(from: 0, to: costs.count, by: blockSize).map { first in
            transform(Rows(origins: first..<min(first + blockSize, costs.count), costs: costs))
        }
    }

    /// The worked example: three origins, two places.
    static let example = CostSketch(
        people: [100, 200, 300], supply: [10, 20], costs: [[5, 20], [10, 10], [25, 5]])
    /// The steps of the worked example.
    static let steps = CatchmentWeight.steps(30)

    /// A town of random people, places and ways; some origins empty, some places closed, some ways missing.
    static func random(seed: UInt64, origins: Int = 40, places: Int = 12) -> CostSketch {
        var generator = SeededGenerator(seed: seed)
        return CostSketch(
            people: (0..<origins).map { _ in Double(max(0, Int.random(in: -10...60, using: &generator))) },
            supply: (0..<places).map { _ in Double(max(0, Int.random(in: -5...30, using: &generator))) },
            costs: (0..<origins).map { _ in
                (0..<places).map { _ in
                    Int.random(in: 0..<3, using: &generator) == 0
                        ? nil : Double(Int.random(in: 0...400, using: &generator)) / 10
                }
            }, blockSize: 7)
    }

    /// The solution for one target of all places.
    func solve(_ method: CatchmentMethod, _ weight: CatchmentWeight, demand: [Double]? = nil) -> CatchmentSolution {
        FloatingCatchment(
            method: method, weights: [weight], demand: demand ?? people,
            places: CompetingPlaces(supply: [supply], placeCount: supply.count)
        ).solve(self)[0]
    }

    /// Σ P·A.
    func received(_ access: [Double]) -> Double { zip(people, access).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The same town with its origins and places in another order.
    func reordered(origins: [Int], places: [Int]) -> CostSketch {
        CostSketch(
            people: origins.map { people[$0] }, supply: places.map { supply[$0] },
            costs: origins.map { origin in places.map { costs[origin][$0] } }, blockSize: 3)
    }
}

/// Whether numbers agree to as many decimals as are printed.
func agrees(_ values: [Double], _ printed: [Double], decimals: Int) -> Bool {
    var half = 0.5000001
    for _ in 0..<decimals { half /= 10 }
    return values.count == printed.count && zip(values, printed).allSatisfy { abs($0 - $1) <= half }
}
