public import Features
internal import Planar

extension CensusGrid {
    /// The grid as a layer: squares in EPSG:3035 with the id of the cell (``GridCell/id``), and a column for each
    /// characteristic. A cell has a value where the file gives a number; states and ranges are asked of the grid.
    public func layer(name: String) -> Layer {
        var ids = TextArena()
        for cell in cells { ids.append(cell.id.utf8) }
        return Layer(
            name: name, source: sources.first ?? SourceFile(path: ""), crsText: "EPSG:3035",
            geometries: GeometryColumn(cells.map(\.square)),
            columns: characteristics.map { characteristic in
                Column(
                    name: characteristic.name, storage: CensusGrid.storage(characteristic),
                    presence: Presence(characteristic.states.lazy.map(\.hasValue)))
            },
            featureIDs: Column(name: "id", storage: .texts(ids)), lines: lines)
    }

    /// Counts as whole numbers, the others as they are.
    private static func storage(_ characteristic: CensusCharacteristic) -> Column.Storage {
        let numbers = characteristic.column.numbers
        guard characteristic.measure == .count else { return .doubles(numbers) }
        let whole = numbers.compactMap { Int32(exactly: $0) }
        return whole.count == numbers.count ? .int32(whole) : .doubles(numbers)
    }
}
