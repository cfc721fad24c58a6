internal import LinearProgramming

/// What an outsider writes down: counts of persons as unknowns, what is known of each, and how they hang together.
struct CountSystem: Sendable {
    /// Why a count is attacked.
    enum Aim: Sendable, Hashable {
        /// It is hidden: its interval must be at least as wide as the protection, or all that its base leaves, or all that a
        /// printed zero leaves where counts are rounded or noisy.
        case hidden(atMost: Double)
        /// It is nowhere printed: it must not be pinned above zero and below the minimum.
        case implied
    }

    /// The counts.
    private(set) var cells: [AuditCell] = []
    /// What is known of each.
    private(set) var ranges: [ClosedRange<Double>] = []
    /// How they hang together.
    private(set) var rows: [LinearRow] = []
    /// What is attacked, by the number of the count.
    private(set) var aims: [Int: Aim] = [:]
    private var numbers: [AuditCell: Int] = [:]

    /// The number of a count; a new one is at least zero.
    mutating func number(_ cell: AuditCell, within range: ClosedRange<Double> = 0...Double.infinity) -> Int {
        let key = HiddenCells.key(cell)
        if let known = numbers[key] { return known }
        numbers[key] = cells.count
        cells.append(cell)
        ranges.append(range)
        return cells.count - 1
    }

    /// The number of a count that is there.
    func existing(_ cell: AuditCell) -> Int? { numbers[HiddenCells.key(cell)] }

    /// Narrows what is known of a count; of what contradicts the rest nothing is taken.
    mutating func narrow(_ number: Int, to range: ClosedRange<Double>) {
        let old = ranges[number]
        let lower = max(old.lowerBound, range.lowerBound)
        let upper = min(old.upperBound, range.upperBound)
        if lower <= upper { ranges[number] = lower...upper }
    }

    /// Adds a relation.
    mutating func relate(_ terms: [(cell: Int, factor: Double)], within range: ClosedRange<Double>) {
        rows.append(LinearRow(terms.map { LinearTerm($0.cell, $0.factor) }, within: range))
    }

    /// A whole is the sum of its parts.
    mutating func sum(_ whole: Int, _ parts: [Int]) {
        relate([(whole, -1)] + parts.map { ($0, 1) }, within: 0...0)
    }

    /// Attacks a count.
    mutating func aim(_ aim: Aim, at number: Int) {
        if case .hidden? = aims[number] { return }
        aims[number] = aim
    }
}

extension CountSystem {
    /// The parts that hang together through counts that are not known, with at least one aim each.
    ///
    /// A count that is known exactly joins nothing: it goes into the bounds of its rows.
    func components() -> [Component] {
        var parents = Array(cells.indices)
        func root(_ number: Int) -> Int {
            var number = number
            while parents[number] != number {
                parents[number] = parents[parents[number]]
                number = parents[number]
            }
            return number
        }
        for row in rows {
            let open = row.terms.lazy.map(\.unknown).filter { ranges[$0].width > 0 }
            guard let first = open.first else { continue }
            for other in open { parents[root(other)] = root(first) }
        }
        var members: [Int: [Int]] = [:]
        for number in cells.indices where ranges[number].width > 0 || aims[number] != nil {
            members[root(number), default: []].append(number)
        }
        var rowsOf: [Int: [Int]] = [:]
        for (number, row) in rows.enumerated() {
            guard let first = row.terms.first(where: { ranges[$0.unknown].width > 0 }) else { continue }
            rowsOf[root(first.unknown), default: []].append(number)
        }
        return members.sorted { $0.key < $1.key }.compactMap { root, members in
            guard members.contains(where: { aims[$0] != nil }) else { return nil }
            return Component(members, rows: rowsOf[root] ?? [], of: self)
        }
    }

    /// A part of the system as a linear program of its own.
    struct Component: Sendable {
        /// The numbers of the counts in the whole system.
        let members: [Int]
        /// The program; its unknowns are the members.
        let program: LinearProgram

        fileprivate init(_ members: [Int], rows: [Int], of system: CountSystem) {
            self.members = members
            var places: [Int: Int] = [:]
            for (place, member) in members.enumerated() { places[member] = place }
            program = LinearProgram(
                bounds: members.map { system.ranges[$0] },
                rows: rows.map { number in
                    let row = system.rows[number]
                    var known = 0.0
                    var terms: [LinearTerm] = []
                    for term in row.terms {
                        if let place = places[term.unknown], system.ranges[term.unknown].width > 0 {
                            terms.append(LinearTerm(place, term.factor))
                        } else {
                            known += term.factor * system.ranges[term.unknown].lowerBound
                        }
                    }
                    return LinearRow(terms, within: row.range.lowerBound - known...row.range.upperBound - known)
                })
        }
    }
}
