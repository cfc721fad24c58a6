import Foundation
import Testing

/// A random small town over several years: quarters, groups of which some are rare, areas inside quarters, across them and
/// made of whole ones, and those who reach a place.
struct RandomTown {
    /// The first of the years.
    static let firstYear = 2_022
    /// The town in each year, each with those before it as its tables tell them.
    private(set) var years: [TownInARow] = []

    init(seed: UInt64, years count: Int = 3, groups: Int = 3) {
        var random = Generator(state: seed &* 0x2545_F491_4F6C_DD1D)
        let quarters = Int.random(in: 2...7, using: &random)
        // In every fourth town the last group has hardly anybody: its sum in the town is a small count, too.
        let isRare = seed.isMultiple(of: 4)
        var people = (0..<quarters).map { _ -> [Double] in
            let all = Double(
                Int.random(in: 0...4, using: &random) == 0
                    ? Int.random(in: 0...60, using: &random) : Int.random(in: 300...1_800, using: &random))
            return [all]
                + (1...groups).map { group in
                    let most =
                        isRare && group == groups
                        ? 1 : Bool.random(using: &random) ? min(9, Int(all / 5)) : Int(all / 5)
                    return Double(Int.random(in: 0...max(0, min(most, Int(all / 5))), using: &random))
                }
        }
        let areas = RandomTown.areas(quarters, &random)
        let hasReach = Bool.random(using: &random)
        var earlier: [Int: [[Double]]] = [:]
        for year in RandomTown.firstYear..<RandomTown.firstYear + count {
            var town = TownInARow(quarters: people, period: "\(year)")
            town.focusAreas = areas
            town.earlier = earlier
            if hasReach { town.reached = people.map { RandomTown.reached($0, &random) } }
            years.append(town)
            earlier[year] = people
            for quarter in people.indices {
                let most = people[quarter][0] / 4
                for group in people[quarter].indices {
                    let step = Double(Int.random(in: group == 0 ? -20...25 : -3...4, using: &random))
                    people[quarter][group] = max(0, people[quarter][group] + (isRare && group == groups ? 0 : step))
                    if group > 0 { people[quarter][group] = min(people[quarter][group], most.rounded(.down)) }
                }
                people[quarter][0] = max(people[quarter][0], people[quarter].dropFirst().reduce(0, +))
            }
        }
    }

    /// Areas that do not overlap: at most one that is all of two quarters, and parts of the others.
    private static func areas(
        _ quarters: Int, _ random: inout Generator
    ) -> [[(quarter: Int, weight: Double)]] {
        var areas: [[(quarter: Int, weight: Double)]] = []
        var free = 0
        if quarters > 3, Bool.random(using: &random) {
            areas.append([(0, 1), (1, 1)])
            free = 2
        }
        let weights = [0.003, 0.25, 0.5, 0.996]
        if Bool.random(using: &random) { areas.append([(free, weights.randomElement(using: &random) ?? 0.5)]) }
        if free + 2 < quarters, Bool.random(using: &random) {
            areas.append([(free + 1, weights.randomElement(using: &random) ?? 0.5), (free + 2, 0.25)])
        }
        return areas
    }

    /// Of each group a part, of all residents these and a part of the others.
    private static func reached(_ people: [Double], _ random: inout Generator) -> [Double] {
        let groups = people.dropFirst().map { Double(Int.random(in: 0...Int($0), using: &random)) }
        let others = max(0, people[0] - people.dropFirst().reduce(0, +))
        return [groups.reduce(0, +) + Double(Int.random(in: 0...Int(others), using: &random))] + groups
    }

    /// SplitMix64.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
    }
}
