public import Features

/// One characteristic on the cells of a grid: what the files say, the state of each value and what may lie behind it.
public struct CensusCharacteristic: Sendable, Hashable {
    /// The name, as in the header, or `Merkmal:Auspraegung_Text` in the long form of 2011.
    public let name: String
    /// What the values are.
    public let measure: CensusMeasure
    /// The place of its file in ``CensusGrid/sources``.
    public let source: Int
    /// One row for each cell.
    let column: CensusColumn

    /// The number of cells.
    public var count: Int { column.states.count }

    /// What is said about each cell.
    public var states: [CensusState] { column.states }

    /// The number of each cell; nil where the file gives none.
    public var values: [Double?] { (0..<count).map(value(at:)) }

    /// The least that each count may be: the number itself, else 0; nil where nothing is known. See ``range(at:)``.
    public var lowest: [Double?] { (0..<count).map { range(at: $0)?.lowerBound } }

    /// The most that each count may be; nil where nothing is known, or there is no bound. See ``range(at:)``.
    public var highest: [Double?] {
        (0..<count).map { row in range(at: row).flatMap { $0.upperBound.isFinite ? $0.upperBound : nil } }
    }

    /// The number of a cell; nil where the file gives none.
    public func value(at row: Int) -> Double? {
        column.states[row].hasValue ? column.numbers[row] : nil
    }

    /// What a cell's true value may be before noise is thought of (which is no matter of a single cell):
    /// - a number that is given: that number;
    /// - a count that is none or too few: 0 … 2, since neither census shows a 1 or a 2;
    /// - a count that must not be shown: 0 … ∞, until a count it is part of limits it (``CensusGrid/counts(of:within:)``);
    /// - a share: 0 … 100;
    /// - nil for means without a number and where the file says nothing.
    public func range(at row: Int) -> ClosedRange<Double>? {
        let state = column.states[row]
        if state.hasValue { return column.numbers[row]...column.numbers[row] }
        guard state != .notGiven else { return nil }
        switch measure {
        case .mean: return nil
        case .share: return 0...100
        case .count: return 0...(state == .noneOrFew ? CensusGrid.mostHidden : .infinity)
        }
    }
}

/// Census values on the cells of one size: of one file, or of several joined by cell.
public struct CensusGrid: Sendable, Hashable {
    /// The largest count that is shown as nothing. In 2011 counts of 1 and 2 became 0 or 3 (SAFE), in 2022 the cell key
    /// makes no 1 and no 2: the smallest number in the files of either census is 3.
    public static let mostHidden = 2.0

    /// The census; nil where no file tells.
    public let edition: CensusEdition?
    /// The length of a cell's side in metres; nil without cells.
    public let cellSize: Int32?
    /// The cells from south to north, in a row from west to east.
    public let cells: [GridCell]
    /// The characteristics in the order of the files.
    public let characteristics: [CensusCharacteristic]
    /// The files, in the order they were named.
    public let sources: [SourceFile]
    /// The line of each cell in the first file that has it; empty for cells of an archive.
    public let lines: [UInt32]

    /// The number of cells.
    public var count: Int { cells.count }

    /// The characteristic of that name.
    public func characteristic(named name: String) -> CensusCharacteristic? {
        characteristics.first { $0.name == name }
    }
}
