import Disclosure
import TestSupport

/// A town made up for the tests: residents by quarter, group and year, with areas that lie across the quarters, shares
/// and differences between years.
struct SketchTown {
    /// What is published of it, and what can be worked out.
    private(set) var system = LinkedCells()
    private var generator: SeededGenerator

    /// How large the town is.
    struct Size {
        var quarters: Int
        var groups: Int
        var years: Int
        /// The focus areas that lie across quarters; none in the plain table.
        var areas = 0
        /// Whether half of the groups have a published share of theirs.
        var hasShares = false
        /// Whether most counts are small, as those of single groups in a small town are.
        var isSparse = false
    }

    /// A small town with everything, of a size drawn from the seed: nested areas, three groups, three years.
    static func random(seed: UInt64) -> LinkedCells {
        var generator = SeededGenerator(seed: seed &* 977)
        let quarters = Int.random(in: 2...6, using: &generator)
        let areas = Int.random(in: 0...3, using: &generator)
        let town = SketchTown(
            Size(quarters: quarters, groups: 3, years: 3, areas: areas, hasShares: seed % 2 == 0), seed: seed)
        return town.system
    }

    init(_ size: Size, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        // Counts of a year move a little from those of the year before.
        var counts = (0..<size.quarters).map { _ in
            (0..<size.groups).map { _ in
                Int.random(in: 0...9, using: &generator) < (size.isSparse ? 9 : 6)
                    ? Int.random(in: 0...(size.isSparse ? 8 : 30), using: &generator)
                    : Int.random(in: 20...300, using: &generator)
            }
        }
        var cellsOfYears: [[[Int]]] = []
        for _ in 0..<size.years {
            cellsOfYears.append(addYear(counts, size))
            for quarter in counts.indices {
                for group in counts[quarter].indices {
                    let change = Int.random(in: -3...4, using: &generator)
                    counts[quarter][group] = max(0, counts[quarter][group] + change)
                }
            }
        }
        for (earlier, later) in zip(cellsOfYears, cellsOfYears.dropFirst()) {
            for (row, laterRow) in zip(earlier, later) {
                for (before, after) in zip(row, laterRow) { addDifference(before, after) }
            }
        }
    }

    /// Adds a count that is printed; small ones are sensitive.
    private mutating func addCount(_ count: Int) -> Int {
        let role: LinkedCells.Role = (1..<5).contains(count) ? .sensitive(protection: 5) : .open
        return system.add(.init(value: Double(count), loss: 1 + Double(count).squareRoot(), role: role))
    }

    /// Adds a count that is never printed; small ones must not be worked out.
    private mutating func addImplied(_ count: Int) -> Int {
        system.add(
            .init(value: Double(count), loss: 0, role: .implied(protection: (1..<5).contains(count) ? 5 : nil)))
    }

    /// Adds the cells of a year: row by row the quarters, then the town; in each row the groups, then all residents.
    private mutating func addYear(_ counts: [[Int]], _ size: Size) -> [[Int]] {
        let others = counts.map { _ in Int.random(in: 200...900, using: &generator) }
        var rows: [[Int]] = []
        var values = zip(counts, others).map { $0 + [$0.reduce(0, +) + $1] }
        values.append((0...size.groups).map { column in values.reduce(0) { $0 + $1[column] } })
        for row in values {
            let cells = row.map { addCount($0) }
            for group in 0..<size.groups {
                let rest = addImplied(row[size.groups] - row[group])
                system.add(cells[size.groups], equalsSumOf: [cells[group], rest])
            }
            rows.append(cells)
        }
        for column in 0...size.groups {
            system.add(rows[size.quarters][column], equalsSumOf: rows.dropLast().map { $0[column] })
        }
        for area in 0..<size.areas { addArea(area, values, rows, size) }
        if size.hasShares { addShares(values, rows, size) }
        return rows
    }

    /// An area over two quarters: pieces and rests are never printed, the area is.
    private mutating func addArea(_ area: Int, _ values: [[Int]], _ rows: [[Int]], _ size: Size) {
        let quarters = [area % size.quarters, (area + 1) % size.quarters]
        for column in [size.groups] + (area % 2 == 0 ? [0] : []) {
            var pieces: [Int] = []
            var sum = 0
            for quarter in Set(quarters).sorted() {
                let count = values[quarter][column]
                let inside = Int.random(in: 0...count, using: &generator)
                sum += inside
                pieces.append(addImplied(inside))
                let rest = addImplied(count - inside)
                system.add(rows[quarter][column], equalsSumOf: [pieces[pieces.count - 1], rest])
            }
            system.add(addCount(sum), equalsSumOf: pieces)
        }
    }

    /// Residents near a stop: a share of all residents with three decimals, within five minutes and within ten.
    private mutating func addShares(_ values: [[Int]], _ rows: [[Int]], _ size: Size) {
        for (row, cells) in rows.enumerated() {
            let count = values[row][size.groups]
            let near = Int.random(in: 0...count, using: &generator)
            let nearer = Int.random(in: 0...near, using: &generator)
            let within = [nearer, near].map { reached in
                let half = 0.0005 * Double(count)
                let cell = system.add(
                    .init(
                        value: Double(reached), printedWithin: Double(reached) - half...Double(reached) + half,
                        loss: 2,
                        role: (1..<5).contains(reached) || (1..<5).contains(count - reached)
                            ? .sensitive(protection: 5) : .open))
                system.add(cells[size.groups], equalsSumOf: [cell, addImplied(count - reached)])
                return cell
            }
            system.relations.append(.init([(within[1], 1), (within[0], -1)], within: 0...Double.infinity))
        }
    }

    private mutating func addDifference(_ before: Int, _ after: Int) {
        let difference = system.cells[after].value - system.cells[before].value
        let cell = system.add(.init(value: difference, range: -.infinity ... .infinity, loss: 1))
        system.add(after, equalsSumOf: [before, cell])
    }
}
