internal import Indicators
internal import Town

/// How many people of a group in an area gain, lose, and are neither, by what they had before and would have.
struct PersonTally: Sendable, Hashable {
    /// A number of people, with between what it lies where counts or hours leave it open.
    struct Count: Sendable, Hashable {
        /// The number as the records have it.
        var value: Double
        /// Between what it lies; nil where it is exact.
        var range: ClosedRange<Double>?

        /// The most that it can be.
        var most: Double { range?.upperBound ?? value }
    }

    /// Who would have more.
    let gaining: Count
    /// Who would have less.
    let losing: Count
    /// All others.
    let unchanged: Count
    /// Everybody.
    let all: Double

    /// What becomes of the people at an origin.
    struct Outcome: Sendable, Hashable {
        /// What the records say.
        var isGain = false
        var isLoss = false
        /// What holds whatever the hours that nobody recorded are.
        var isCertain = true
        /// What may be.
        var mayGain = false
        var mayLose = false
    }

    /// What becomes of each origin.
    ///
    /// More is certain only where what is sure and what is possible both grow: if a place without recorded hours was open all
    /// along, a second one open at that time gives nobody anything.
    static func outcomes(_ before: OriginLevels, _ after: OriginLevels) -> [Outcome] {
        func grows(_ old: Double, _ new: Double) -> Bool {
            let (worse, better) = before.isBetterBelow ? (new, old) : (old, new)
            guard worse != better else { return false }
            return better > worse && better - worse >= before.tolerance
        }
        return before.sure.indices.map { origin in
            let sure = (before.sure[origin], after.sure[origin])
            let possible = (before.possible[origin], after.possible[origin])
            var outcome = Outcome()
            outcome.isGain = grows(sure.0, sure.1)
            outcome.isLoss = grows(sure.1, sure.0)
            outcome.mayGain = outcome.isGain || grows(possible.0, possible.1)
            outcome.mayLose = outcome.isLoss || grows(possible.1, possible.0)
            outcome.isCertain =
                outcome.isGain ? grows(possible.0, possible.1) : outcome.isLoss ? grows(possible.1, possible.0) : true
            return outcome
        }
    }

    /// Counts the people of a group in an area.
    init(_ outcomes: [Outcome], area: OriginWeights, of population: PopulationTable, group: Int) {
        let counts = population.counts[group]
        func part(_ isIncluded: (Outcome) -> Bool) -> OriginWeights {
            let kept = area.origins.indices.filter { isIncluded(outcomes[Int(area.origins[$0])]) }
            return OriginWeights(origins: kept.map { area.origins[$0] }, weights: kept.map { area.weights[$0] })
        }
        func people(_ part: OriginWeights) -> Double {
            var sum = 0.0
            for (origin, weight) in part { sum += counts[Int(origin)] * weight }
            return sum
        }
        func count(_ isCounted: (Outcome) -> Bool, surely: (Outcome) -> Bool, perhaps: (Outcome) -> Bool) -> Count {
            let (central, least, most) = (part(isCounted), part(surely), part(perhaps))
            let value = people(central)
            let low = population.interval(group: group, least)?.lower ?? people(least)
            let high = population.interval(group: group, most)?.upper ?? people(most)
            return Count(value: value, range: low < value || high > value ? min(low, value)...max(high, value) : nil)
        }
        gaining = count(\.isGain, surely: { $0.isGain && $0.isCertain }, perhaps: \.mayGain)
        losing = count(\.isLoss, surely: { $0.isLoss && $0.isCertain }, perhaps: \.mayLose)
        unchanged = count(
            { !$0.isGain && !$0.isLoss }, surely: { !$0.mayGain && !$0.mayLose },
            perhaps: { !($0.isGain || $0.isLoss) || !$0.isCertain })
        all = people(area)
    }
}
