/// Entries summed up to units, for ``UnitPermutation``: the units with people, their a_u and w_u for each of the sides and
/// their x̄_u for each column.
struct UnitTable: Sendable {
    /// The number of units with people.
    let unitCount: Int
    /// For each side, for each column, the difference that is there.
    let observed: [Double]
    /// For each side whether anybody is in the group, and anybody is not.
    let hasBoth: [Bool]
    private let columnCount: Int
    /// a_u, for each unit all sides.
    private let contrasts: [Double]
    /// x̄_u, for each unit all columns.
    private let means: [Double]
    /// w_u, for each unit, for each side all columns; empty where every unit is one entry.
    private let deviations: [Double]

    init(columns: [[Double]], sides: [UnitPermutation.Sides], people: [Double], units: [Int]) {
        // Units without anybody do not change places.
        let entries = people.indices.filter { entry in
            people[entry] > 0 || sides.contains { $0.group[entry] > 0 || $0.rest[entry] > 0 }
        }
        var position: [Int: Int] = [:]
        for (index, unit) in Set(entries.map { units[$0] }).sorted().enumerated() { position[unit] = index }
        let unitOf = entries.map { position[units[$0]] ?? 0 }
        let count = position.count
        let width = columns.count
        unitCount = count
        columnCount = width
        means = UnitTable.means(columns, entries, unitOf, people, count)
        var contrasts = [Double](repeating: 0, count: sides.count * count)
        var deviations = [Double](repeating: 0, count: entries.count > count ? sides.count * count * width : 0)
        var observed = [Double](repeating: 0, count: sides.count * width)
        var hasBoth: [Bool] = []
        for (side, people) in sides.enumerated() {
            let group = entries.reduce(0) { $0 + people.group[$1] }
            let rest = entries.reduce(0) { $0 + people.rest[$1] }
            hasBoth.append(group > 0 && rest > 0)
            guard group > 0, rest > 0 else { continue }
            for (index, entry) in entries.enumerated() {
                let contrast = people.group[entry] / group - people.rest[entry] / rest
                let unit = unitOf[index]
                contrasts[unit * sides.count + side] += contrast
                for column in 0..<width {
                    let value = columns[column][entry]
                    observed[side * width + column] += contrast * value
                    if !deviations.isEmpty {
                        deviations[(unit * sides.count + side) * width + column] +=
                            contrast * (value - means[unit * width + column])
                    }
                }
            }
        }
        self.contrasts = contrasts
        self.deviations = deviations
        self.observed = observed
        self.hasBoth = hasBoth
    }

    /// The mean of all residents of each unit; the plain mean of its entries where nobody is counted.
    private static func means(
        _ columns: [[Double]], _ entries: [Int], _ unitOf: [Int], _ people: [Double], _ count: Int
    ) -> [Double] {
        let width = columns.count
        var weights = [Double](repeating: 0, count: count)
        for (index, entry) in entries.enumerated() { weights[unitOf[index]] += people[entry] }
        let isCounted = weights.map { $0 > 0 }
        weights = [Double](repeating: 0, count: count)
        var means = [Double](repeating: 0, count: count * width)
        for (index, entry) in entries.enumerated() {
            let unit = unitOf[index]
            let weight = isCounted[unit] ? people[entry] : 1
            weights[unit] += weight
            // A running mean: of equal values it is that value to the last digit.
            guard weight > 0 else { continue }
            for column in 0..<width {
                let mean = means[unit * width + column]
                means[unit * width + column] = mean + (columns[column][entry] - mean) * (weight / weights[unit])
            }
        }
        return means
    }

    /// What the terms of a difference amount to without their signs: the measure of what is mere rounding.
    func scale(side: Int, column: Int) -> Double {
        (0..<unitCount).reduce(0) { sum, unit in
            sum + abs(contrasts[unit * hasBoth.count + side]) * abs(means[unit * columnCount + column])
        }
    }

    /// So many permuted differences: for each draw, for each side, for each column.
    func permuted(_ draws: Int, using random: inout SeededRandom) -> [Double] {
        var order = Array(0..<unitCount)
        var signs = [Double](repeating: 1, count: unitCount)
        let rows = hasBoth.count * columnCount
        var results = [Double](repeating: 0, count: draws * rows)
        for draw in 0..<draws {
            random.shuffle(&order)
            if !deviations.isEmpty {
                for unit in signs.indices { signs[unit] = random.next() >> 63 == 0 ? 1 : -1 }
            }
            results.withUnsafeMutableBufferPointer { results in
                add(order, signs, to: results.extracting(draw * rows..<(draw + 1) * rows))
            }
        }
        return results
    }

    /// Adds Σ a_π(u)·x̄_u + Σ ±w_u of each side to a row of results. This is where the time goes: some hundred million steps
    /// for a town of a thousand cells, so they are steps through plain memory. Whether values change places or the few
    /// numbers a_u of their units is the same; these are what is looked up out of order.
    private func add(_ order: [Int], _ signs: [Double], to row: UnsafeMutableBufferPointer<Double>) {
        let sides = hasBoth.count
        contrasts.withUnsafeBufferPointer { contrasts in
            means.withUnsafeBufferPointer { means in
                var unit = 0
                while unit < unitCount {
                    let other = order[unit] * sides
                    var side = 0
                    while side < sides {
                        UnitTable.add(
                            contrasts[other + side], means, from: unit * columnCount, to: row,
                            at: side * columnCount, columnCount)
                        side += 1
                    }
                    unit += 1
                }
            }
        }
        guard !deviations.isEmpty else { return }
        deviations.withUnsafeBufferPointer { deviations in
            var unit = 0
            while unit < unitCount {
                UnitTable.add(signs[unit], deviations, from: unit * row.count, to: row, at: 0, row.count)
                unit += 1
            }
        }
    }

    /// row += factor · values, so many of each from their starts on.
    @inline(__always)
    private static func add(
        _ factor: Double, _ values: UnsafeBufferPointer<Double>, from start: Int,
        to row: UnsafeMutableBufferPointer<Double>, at place: Int, _ count: Int
    ) {
        var column = 0
        while column < count {
            row[place + column] += factor * values[start + column]
            column += 1
        }
    }
}
