internal import Town

/// A town in which exposure is computed many times, each time with other people at the same origins and places: people divide
/// themselves equally, so that all origins of a ``ReachClasses`` class do alike.
struct ClassedTown: Sendable {
    private let classes: ReachClasses
    /// For each area its origins with their weights and the row of their class.
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

    /// Nil where there are too many classes to be kept.
    init?(_ context: IndicatorContext, _ pairs: PlacePairs, _ people: EncounterPeople, _ choice: PlaceChoice) {
        guard
            let classes = ReachClasses(pairs, sumsOfPlace: choice.sumsOfPlace, catchment: context.catchment)
        else { return nil }
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

    /// Where the means of a group of an area stand, three each: at places, in the quarter, at the origin.
    func position(area: Int, sum: Int, group: Int, other: Int, groups: Int) -> Int {
        3 * (((area * PlaceChoice.sumCount + sum) * groups + group) * (groups - 1) + other - 1)
    }

    /// The number of means.
    func count(groups: Int) -> Int { 3 * areas.count * PlaceChoice.sumCount * groups * (groups - 1) }

    /// With whom people are, for each area, sum, group and other group; not a number where nobody of the group has a place
    /// in reach.
    func means(_ counts: [[Double]]) -> [Double] {
        let shares = counts.dropFirst().map { column in
            column.indices.map { counts[0][$0] > 0 ? column[$0] / counts[0][$0] : 0 }
        }
        let quarters = sharesOfQuarters(counts)
        let homes = sharesAtHome(shares, quarters)
        let met = sharesAtPlaces(counts)
        var means = [Double](repeating: .nan, count: count(groups: counts.count))
        let width = 2 * shares.count + 1
        for area in areas.indices {
            for group in counts.indices {
                // For each class the members of the group, and Σ members · share of h at home.
                var sums = [Double](repeating: 0, count: rows[area].count * width)
                for entry in areas[area] {
                    let members = counts[group][entry.origin] * entry.weight
                    if members == 0 { continue }
                    let start = entry.row * width
                    sums[start] += members
                    for other in shares.indices {
                        let quarter = isQuarter[area] ? quarters[area][other] : homes[other][entry.origin]
                        sums[start + 1 + 2 * other] += members * quarter
                        sums[start + 2 + 2 * other] += members * shares[other][entry.origin]
                    }
                }
                for sum in 0..<PlaceChoice.sumCount {
                    for other in shares.indices {
                        let position = position(
                            area: area, sum: sum, group: group, other: other + 1, groups: counts.count)
                        add(sums, width, rows[area], sum, other, met[other], to: &means, at: position)
                    }
                }
            }
        }
        return means
    }

    /// Adds up the classes that have a place of a sum in reach.
    private func add(
        _ sums: [Double], _ width: Int, _ classes: [Int], _ sum: Int, _ other: Int, _ met: [Double],
        to means: inout [Double], at position: Int
    ) {
        var (members, places, quarter, origin) = (0.0, 0.0, 0.0, 0.0)
        for (row, number) in classes.enumerated() {
            let share = met[number * PlaceChoice.sumCount + sum]
            if share.isNaN { continue }
            let start = row * width
            members += sums[start]
            places += sums[start] * share
            quarter += sums[start + 1 + 2 * other]
            origin += sums[start + 2 + 2 * other]
        }
        guard members > 0 else { return }
        means[position] = places / members
        means[position + 1] = quarter / members
        means[position + 2] = origin / members
    }

    /// For each other group, and in turn each class and sum, the share of the group among those whom one meets; not a number
    /// where nothing is in reach.
    private func sharesAtPlaces(_ counts: [[Double]]) -> [[Double]] {
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

    /// For each other group and origin its share in the quarter of the origin; where no quarter lies, at the origin.
    private func sharesAtHome(_ shares: [[Double]], _ quarters: [[Double]]) -> [[Double]] {
        shares.indices.map { other in
            quartersOfOrigin.enumerated().map { origin, own in
                let weight = own.reduce(0) { $0 + $1.weight }
                guard weight > 0 else { return shares[other][origin] }
                return own.reduce(0) { $0 + $1.weight * quarters[$1.area][other] } / weight
            }
        }
    }
}
