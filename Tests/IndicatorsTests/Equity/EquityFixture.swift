import Foundation
import Testing

@testable import Indicators

/// The towns and groups that Scripts/fixtures/indicators/equity.py made up, and what PySAL, scipy and numpy say of them.
struct EquityFixture: Decodable {
    struct Town: Decodable {
        let people: [Double]
        let values: [Double]
        let zones: [Int]
        let ranks: [Double]
        let expected: Expected

        func columns() throws -> WeightedValues { try #require(WeightedValues(values, people: people)) }
    }

    struct Expected: Decodable {
        let gini: Double
        let theil: Double
        let atkinson: [String: Double]
        let concentration: Double
        let erreygers: Double
        let upper: Double
        let palma: Double
        let standard: Double
        /// For α = 0, 1, 2.
        let shortfalls: [Double]
        /// What PySAL says; nil where somebody has nothing, which it refuses.
        let pysalGini: Double?
        let pysalTheil: Double?
        let between: Double?
        let within: Double?
    }

    struct Difference: Decodable {
        let group: [Double]
        let rest: [Double]
        let values: [Double]
        let units: [Int]
        let observed: Double
        /// The variance over all arrangements.
        let variance: Double
        /// The permuted differences of all arrangements without one in forty at each end.
        let lower: Double
        let upper: Double
    }

    let towns: [Town]
    let differences: [Difference]

    static func read() throws -> EquityFixture {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/equity", withExtension: "json"))
        return try JSONDecoder().decode(EquityFixture.self, from: Data(contentsOf: url))
    }
}

/// Whether two numbers agree at 1e-9 of the larger one.
func agree(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left == right || abs(left - right) <= 1e-9 * max(abs(left), abs(right))
}

/// Whether a number has the printed digits: it differs by at most half of the last one.
func prints(_ value: Double?, _ expected: Double, digits: Int) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= 0.5 * pow(10, -Double(digits)) * (1 + 1e-6)
}

/// The access of the worked example: places for 30 divided over three quarters with 100, 200 and 300 people by stepped
/// catchments (10 places 5, 10 and 25 minutes away, 20 places 20, 10 and 5 minutes; weights 1, 0.68 and 0.22 up to 10, 20
/// and 30 minutes).
enum WorkedEquity {
    static let people: [Double] = [100, 200, 300]
    static let ranks: [Double] = [3, 1, 2]

    static func access() throws -> WeightedValues {
        let weights = [[1, 0.68], [1, 1], [0.22, 1]]
        let ratios = [10.0, 20].enumerated().map { place, supply in
            supply / zip(people, weights).reduce(0) { $0 + $1.0 * $1.1[place] }
        }
        return try #require(
            WeightedValues(weights.map { $0[0] * ratios[0] + $0[1] * ratios[1] }, people: people))
    }
}
