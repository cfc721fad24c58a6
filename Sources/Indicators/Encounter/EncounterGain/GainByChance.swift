internal import Parallel
internal import Town

/// What places would add to home if it were chance who lives where: the compositions of whole cells (or points) change
/// places among each other at random, everybody else stays as they are; then everything is computed anew.
///
/// In a draw the origin i has the share s_π(i) of each group, and still P_i residents. Places so have as many visitors as
/// before, but others. What remains of the gain is what large catchments always do: they mix, whoever lives where. Never
/// single persons change places: those of one house or cell are not there independently of each other.
struct GainByChance: Sendable {
    /// The gains of all draws for one group of one area.
    struct Chance: Sendable, Hashable {
        /// The mean over all draws.
        var mean: Double
        /// Between which values 95 of 100 draws lie.
        var range: ClosedRange<Double>
    }

    /// With fewer inhabited origins there are too few arrangements for an interval of 95 %.
    static let fewestUnits = 5
    /// The least number of draws of which one in forty can be left out at each end.
    static let fewestDraws = 39
    /// So many origins are drawn at most in all draws together; where there are many, chance varies little and few draws
    /// tell of it.
    static let mostOrigins = 4_000_000

    /// The number of draws for so many inhabited origins.
    static func draws(_ asked: Int, units: Int) -> Int {
        max(fewestDraws, min(asked, mostOrigins / max(units, 1)))
    }

    private let parts: [[Double]]
    private let layout: GainLayout

    /// The chance for a group of an area; nil where nobody of it has a place in reach in any draw.
    func chance(area: Int, sum: Int, group: Int, other: Int, home: ExposureSums.Home) -> Chance? {
        let position = layout.position(area, sum, group, other, home)
        var gains = parts.flatMap { part in
            stride(from: position, to: part.count, by: layout.count).map { part[$0] }
        }.filter(\.isFinite)
        guard gains.count >= GainByChance.fewestDraws else { return nil }
        gains.sort()
        let cut = gains.count / 40
        let mean = gains.reduce(0, +) / Double(gains.count)
        // Rounding of sums in another order is no difference.
        let slack = 1e-12
        return Chance(
            mean: min(max(mean, gains[cut]), gains[gains.count - 1 - cut]),
            range: gains[cut] - slack...gains[gains.count - 1 - cut] + slack)
    }

    /// Draws so often.
    ///
    /// - Parameter order: the inhabited origins in an order that does not depend on the table's.
    init(
        _ context: IndicatorContext, _ people: EncounterPeople, _ classes: ReachClasses, order: [Int], draws: Int,
        seed: UInt64
    ) {
        let town = GainTown(context, people, classes)
        let layout = GainLayout(areas: context.areas.count, groups: people.counts.count)
        // The parts of the draws do not depend on the machine: each has a sequence of its own.
        let ranges = evenRanges(draws, pieces: 16)
        parts = parallelMap(ranges.count) { part in
            var random = SeededRandom(seed: seed, stream: UInt64(part))
            var sources = order
            var gains: [Double] = []
            gains.reserveCapacity(ranges[part].count * layout.count)
            for _ in ranges[part] {
                sources.shuffle(by: &random)
                gains += town.gains(layout, people.exchanged(order, sources))
            }
            return gains
        }
        self.layout = layout
    }

    /// The inhabited origins by position and people: the same order however the table is sorted.
    static func order(_ people: EncounterPeople, _ population: PopulationTable) -> [Int] {
        people.counts[0].indices.filter { people.counts[0][$0] > 0 }.sorted { left, right in
            let columns = [population.xs, population.ys] + people.counts
            for column in columns where column[left] != column[right] { return column[left] < column[right] }
            return left < right
        }
    }
}

/// Where the gains of one draw stand.
struct GainLayout: Sendable {
    let areas: Int
    let groups: Int

    /// The number of gains.
    var count: Int { areas * PlaceChoice.sumCount * groups * max(groups - 1, 0) * ExposureSums.Home.allCases.count }

    func position(_ area: Int, _ sum: Int, _ group: Int, _ other: Int, _ home: ExposureSums.Home) -> Int {
        ((((area * PlaceChoice.sumCount + sum) * groups + group) * (groups - 1)) + other - 1) * 2
            + (home == .quarter ? 0 : 1)
    }
}

/// A town in which gains are computed many times, each time with other people at the same places.
private struct GainTown: Sendable {
    private let classes: ReachClasses
    /// For each area its origins with their weights and the row of its classes.
    private let areas: [[Entry]]
    /// For each area the classes of its rows.
    private let rows: [[Int]]
    private let isQuarter: [Bool]
    private let quartersOfOrigin: [[(area: Int, weight: Double)]]
    private let placeCount: Int

    private struct Entry: Sendable {
        var origin: Int
        var weight: Double
        var row: Int
    }

    init(_ context: IndicatorContext, _ people: EncounterPeople, _ classes: ReachClasses) {
        self.classes = classes
        placeCount = context.study.places.count
        isQuarter = context.areas.map { $0.level == .quarter }
        var areas: [[Entry]] = []
        var rows: [[Int]] = []
        var quarters = [[(area: Int, weight: Double)]](repeating: [], count: people.counts[0].count)
        for (index, area) in context.areas.enumerated() {
            var rowOf: [Int32: Int] = [:]
            var own: [Int] = []
            areas.append(
                zip(area.origins, area.weights).filter { people.counts[0][Int($0.0)] > 0 }.map { origin, weight in
                    let number = classes.classOfOrigin[Int(origin)]
                    let row = rowOf[number] ?? own.count
                    if row == own.count {
                        rowOf[number] = row
                        own.append(Int(number))
                    }
                    if area.level == .quarter { quarters[Int(origin)].append((index, weight)) }
                    return Entry(origin: Int(origin), weight: weight, row: row)
                })
            rows.append(own)
        }
        self.areas = areas
        self.rows = rows
        quartersOfOrigin = quarters
    }

    /// The gains with these people, for each group of each area; not a number where nobody of it reaches a place.
    func gains(_ layout: GainLayout, _ counts: [[Double]]) -> [Double] {
        let met = met(counts)
        let shares = sharesOfQuarters(counts)
        let others = max(counts.count - 1, 0)
        var gains = [Double](repeating: .nan, count: layout.count)
        let homes = homes(counts, shares)
        for area in areas.indices {
            // For each class the members of each group, and Σ members · share of h at home.
            let width = counts.count * (1 + 2 * others)
            var sums = [Double](repeating: 0, count: rows[area].count * width)
            for entry in areas[area] {
                for group in counts.indices {
                    let members = counts[group][entry.origin] * entry.weight
                    let start = entry.row * width + group * (1 + 2 * others)
                    sums[start] += members
                    for other in 0..<others {
                        let quarter = isQuarter[area] ? shares[area][other] : homes[other][entry.origin]
                        sums[start + 1 + 2 * other] += members * quarter
                        sums[start + 2 + 2 * other] +=
                            members * counts[other + 1][entry.origin] / counts[0][entry.origin]
                    }
                }
            }
            for sum in 0..<PlaceChoice.sumCount {
                for group in counts.indices {
                    for other in 0..<others {
                        var (members, places, quarter, origin) = (0.0, 0.0, 0.0, 0.0)
                        for (row, number) in rows[area].enumerated() {
                            let share = met[other][number * PlaceChoice.sumCount + sum]
                            guard !share.isNaN else { continue }
                            let start = row * width + group * (1 + 2 * others)
                            members += sums[start]
                            places += sums[start] * share
                            quarter += sums[start + 1 + 2 * other]
                            origin += sums[start + 2 + 2 * other]
                        }
                        guard members > 0 else { continue }
                        gains[layout.position(area, sum, group, other + 1, .quarter)] = (places - quarter) / members
                        gains[layout.position(area, sum, group, other + 1, .origin)] = (places - origin) / members
                    }
                }
            }
        }
        return gains
    }

    /// For each other group, and in turn each class and sum, the share of the group among those whom one meets; not a number
    /// where nothing is in reach.
    private func met(_ counts: [[Double]]) -> [[Double]] {
        var people = counts.map { _ in [Double](repeating: 0, count: classes.places.count) }
        for (origin, number) in classes.classOfOrigin.enumerated() {
            for group in counts.indices { people[group][Int(number)] += counts[group][origin] }
        }
        // The visitors of each place, apart for the two sums that count it.
        var visitors = counts.map { _ in [Double](repeating: 0, count: 2 * placeCount) }
        for (number, bySum) in classes.places.enumerated() {
            for (sum, places) in bySum.enumerated() where !places.isEmpty {
                for group in counts.indices {
                    let each = people[group][number] / Double(places.count)
                    for place in places { visitors[group][2 * place + PlaceChoice.slots[sum]] += each }
                }
            }
        }
        return counts.indices.dropFirst().map { other in
            var met = [Double](repeating: .nan, count: classes.places.count * PlaceChoice.sumCount)
            for (number, bySum) in classes.places.enumerated() {
                for (sum, places) in bySum.enumerated() where !places.isEmpty {
                    var shares = 0.0
                    for place in places {
                        let position = 2 * place + PlaceChoice.slots[sum]
                        let all = visitors[0][position]
                        if all > 0 { shares += visitors[other][position] / all }
                    }
                    met[number * PlaceChoice.sumCount + sum] = shares / Double(places.count)
                }
            }
            return met
        }
    }

    /// For each area that is a quarter the shares of the other groups; empty for all other areas.
    private func sharesOfQuarters(_ counts: [[Double]]) -> [[Double]] {
        areas.indices.map { area in
            guard isQuarter[area] else { return [] }
            let sums = counts.map { column in areas[area].reduce(0) { $0 + $1.weight * column[$1.origin] } }
            return sums.dropFirst().map { sums[0] > 0 ? $0 / sums[0] : 0 }
        }
    }

    /// For each other group and origin its share in the quarter of the origin.
    private func homes(_ counts: [[Double]], _ shares: [[Double]]) -> [[Double]] {
        counts.indices.dropFirst().map { other in
            quartersOfOrigin.enumerated().map { origin, quarters in
                let weight = quarters.reduce(0) { $0 + $1.weight }
                guard weight > 0 else {
                    return counts[0][origin] > 0 ? counts[other][origin] / counts[0][origin] : 0
                }
                return quarters.reduce(0) { $0 + $1.weight * shares[$1.area][other - 1] } / weight
            }
        }
    }
}

extension EncounterPeople {
    /// The people where the origins have the compositions of others, and still as many residents.
    fileprivate func exchanged(_ origins: [Int], _ sources: [Int]) -> [[Double]] {
        [counts[0]]
            + counts.dropFirst().map { column in
                var result = column
                for (origin, source) in zip(origins, sources) {
                    result[origin] = counts[0][origin] * (column[source] / counts[0][source])
                }
                return result
            }
    }
}

extension [Int] {
    /// Fisher and Yates. Written here, since what the standard library's shuffle makes of a seed may change with it.
    fileprivate mutating func shuffle(by random: inout SeededRandom) {
        for last in stride(from: count - 1, to: 0, by: -1) {
            swapAt(last, Int(random.next().multipliedFullWidth(by: UInt64(last) + 1).high))
        }
    }
}
