/// Counts drawn from what is not exactly known of them: the noise of a protected table, and the ranges of counts that were
/// not given.
///
/// What was not given may be anything in its range with equal chance.
struct CountDraws: Sendable {
    /// What is known of the count of a group at an origin.
    struct Count: Sendable, Hashable {
        /// The count.
        var value: Double
        /// The variance of its noise.
        var variance: Double
        /// The least it can be.
        var lowest: Double
        /// The most it can be.
        var highest: Double
    }

    /// The counts of all residents.
    let people: [Count]
    /// The counts of the group.
    let cases: [Count]
    /// For each origin the large cell it is a part of, −1 where it is part of none; empty where there are none.
    var coarseCells: [Int32] = []
    /// The origins in an order of their own.
    let order: [Int]
    /// The seed.
    let seed: UInt64

    /// Whether there is nothing to draw.
    var isExact: Bool { coarseCells.isEmpty && people.allSatisfy(\.isExact) && cases.allSatisfy(\.isExact) }

    /// The counts of a draw: never below 0, and nobody of the group beside all residents.
    func counts(draw: Int) -> (people: [Double], cases: [Double]) {
        var random = SeededRandom(seed: seed, stream: UInt64(truncatingIfNeeded: draw))
        var drawnPeople = people.map(\.value)
        var drawnCases = cases.map(\.value)
        for origin in order {
            drawnPeople[origin] = people[origin].drawn(&random)
            drawnCases[origin] = min(cases[origin].drawn(&random), drawnPeople[origin])
        }
        if !coarseCells.isEmpty { gather(&drawnPeople, &drawnCases, &random) }
        return (drawnPeople, drawnCases)
    }

    /// Of a large cell nothing says where in it people live: all of them are put to one of its origins, drawn with the chance
    /// that a person is counted there. People live less unevenly than that, so that classes are kept more often than drawn.
    private func gather(_ people: inout [Double], _ cases: inout [Double], _ random: inout SeededRandom) {
        let count = Int(coarseCells.max() ?? -1) + 1
        var allPeople = [Double](repeating: 0, count: count)
        var allCases = allPeople
        for origin in order where coarseCells[origin] >= 0 {
            allPeople[Int(coarseCells[origin])] += people[origin]
            allCases[Int(coarseCells[origin])] += cases[origin]
        }
        // Cells are numbered by rows, so each takes its number where it comes first in the order of origins.
        var left = [Double?](repeating: nil, count: count)
        for origin in order where coarseCells[origin] >= 0 {
            let cell = Int(coarseCells[origin])
            let before = left[cell] ?? random.uniform() * allPeople[cell]
            let after = before - people[origin]
            let isChosen = before >= 0 && after < 0
            left[cell] = after
            people[origin] = isChosen ? allPeople[cell] : 0
            cases[origin] = isChosen ? allCases[cell] : 0
        }
    }
}

extension CountDraws.Count {
    /// Whether the count is what it is.
    var isExact: Bool { variance == 0 && lowest == highest }

    fileprivate func drawn(_ random: inout SeededRandom) -> Double {
        var count = value
        if lowest < highest { count = lowest + (highest - lowest) * random.uniform() }
        if variance > 0 { count += variance.squareRoot() * random.deviate() }
        return max(0, count)
    }
}

extension SeededRandom {
    /// A number from 0 to below 1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number with mean 0 and variance 1, nearly normal: the sum of twelve uniform ones less six, which needs no logarithm,
    /// so that every machine draws the same.
    mutating func deviate() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }
}
