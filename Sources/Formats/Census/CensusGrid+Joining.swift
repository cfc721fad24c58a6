internal import Features

extension CensusGrid {
    /// Joins what was read of several files: every cell of any of them; a cell that a file lacks is not given there.
    ///
    /// A characteristic that two files have is kept once where they never say different things, else twice, the second
    /// time with the name of the file behind its name.
    /// - Throws: Q151 where the files are of different censuses or cell sizes.
    static func joined(_ tables: [CensusTable], _ sources: [SourceFile]) throws(Failure) -> CensusGrid {
        var edition: CensusEdition?
        var size: Int32?
        for table in tables {
            if let edition, let other = table.edition, edition != other {
                throw CensusScanner.refusal(
                    table.path, "editions", found: "\(edition.rawValue), \(other.rawValue)")
            }
            edition = edition ?? table.edition
            if let size, let other = table.cells.first?.size, size != other {
                throw CensusScanner.refusal(table.path, "sizes", found: "\(size) m, \(other) m")
            }
            size = size ?? table.cells.first?.size
        }
        let (cells, lines) = union(of: tables)
        var characteristics: [CensusCharacteristic] = []
        for table in tables {
            let places = places(of: table.cells, in: cells)
            for (name, column) in table.columns {
                let spread = places.map { column.spread(to: $0, count: cells.count) } ?? column
                append(
                    CensusCharacteristic(
                        name: name, measure: measure(name, spread), source: table.source, column: spread),
                    file: table.path, to: &characteristics)
            }
        }
        return CensusGrid(
            edition: edition, cellSize: size, cells: cells, characteristics: characteristics,
            sources: sources, lines: lines)
    }

    /// A count has no decimals: a column that has some is a mean, whatever its name.
    private static func measure(_ name: String, _ column: CensusColumn) -> CensusMeasure {
        let measure = CensusMeasure(name: name)
        guard measure == .count else { return measure }
        return column.numbers.allSatisfy { $0 == $0.rounded() } ? .count : .mean
    }

    /// The cells of all tables, in order, each with its line in the first table that has it.
    private static func union(of tables: [CensusTable]) -> ([GridCell], [UInt32]) {
        guard let first = tables.first else { return ([], []) }
        var (cells, lines) = (first.cells, first.lines)
        for table in tables.dropFirst() where table.cells != cells {
            var (mergedCells, mergedLines): ([GridCell], [UInt32]) = ([], [])
            var (left, right) = (0, 0)
            while left < cells.count || right < table.cells.count {
                let takesRight = left == cells.count || (right < table.cells.count && table.cells[right] < cells[left])
                if takesRight {
                    mergedCells.append(table.cells[right])
                    mergedLines.append(table.lines[right])
                    right += 1
                } else {
                    if right < table.cells.count, table.cells[right] == cells[left] { right += 1 }
                    mergedCells.append(cells[left])
                    mergedLines.append(lines[left])
                    left += 1
                }
            }
            (cells, lines) = (mergedCells, mergedLines)
        }
        return (cells, lines)
    }

    /// Where each of some cells stands among all; nil where they are all. Both ascend.
    private static func places(of some: [GridCell], in all: [GridCell]) -> [Int]? {
        guard some != all else { return nil }
        var places: [Int] = []
        var place = 0
        for cell in some {
            while place < all.count, all[place] < cell { place += 1 }
            places.append(place)
        }
        return places
    }

    private static func append(
        _ new: CensusCharacteristic, file: String, to characteristics: inout [CensusCharacteristic]
    ) {
        guard let index = characteristics.firstIndex(where: { $0.name == new.name }) else {
            characteristics.append(new)
            return
        }
        if let both = characteristics[index].column.merged(with: new.column) {
            let old = characteristics[index]
            characteristics[index] = CensusCharacteristic(
                name: old.name, measure: old.measure, source: old.source, column: both)
            return
        }
        var name = new.name + " (" + (file.split(separator: "/").last.map(String.init) ?? file) + ")"
        while characteristics.contains(where: { $0.name == name }) { name += "′" }
        characteristics.append(
            CensusCharacteristic(name: name, measure: new.measure, source: new.source, column: new.column))
    }
}

extension CensusColumn {
    /// The rows at other places of a longer column, which says nothing elsewhere.
    fileprivate func spread(to places: [Int], count: Int) -> CensusColumn {
        var column = CensusColumn(repeating: CensusValue(state: .notGiven), count: count)
        for (row, place) in places.enumerated() where place < count { column[place] = self[row] }
        return column
    }

    /// This column, where it says nothing the other; nil where they say different things about a cell.
    fileprivate func merged(with other: CensusColumn) -> CensusColumn? {
        var both = self
        for row in states.indices where other.states[row] != .notGiven {
            if states[row] == .notGiven {
                both[row] = other[row]
            } else if self[row] != other[row] {
                return nil
            }
        }
        return both
    }
}
