/// Numbers that are published or can be worked out, and the relations between them that everybody knows: one linear
/// system over the whole publication.
///
/// Each cell has a true value, and the true values satisfy all relations. Terminology as in A. Hundepool et al.,
/// *Statistical Disclosure Control*, Wiley 2012, chapter 4.
public struct LinkedCells: Sendable {
    /// The cells; a cell is named by its index.
    public var cells: [Cell]
    /// The relations between the cells.
    public var relations: [Relation]
    /// The least width of the interval that must stay for a hidden cell that names no protection of its own, for a cell
    /// that is hidden for the sake of others above all; 5 unless told.
    public var protection: Double

    /// Makes a system.
    public init(cells: [Cell] = [], relations: [Relation] = [], protection: Double = 5) {
        self.cells = cells
        self.relations = relations
        self.protection = protection
    }

    /// Adds a cell and gives its index.
    public mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        return cells.count - 1
    }

    /// Adds the equation that says that a cell is the sum of others. A sum of nothing and a part that stands twice are
    /// allowed.
    public mutating func add(_ total: Int, equalsSumOf parts: [Int]) {
        relations.append(Relation([(total, -1)] + parts.map { ($0, 1) }, equals: 0))
    }
}

extension LinkedCells {
    /// One number.
    public struct Cell: Sendable, Hashable {
        /// The true value.
        public var value: Double
        /// What everybody knows before anything is published, `0...infinity` of a count.
        public var range: ClosedRange<Double>
        /// What a reader knows where the value is printed: its rounding interval, or the value alone.
        public var printedWithin: ClosedRange<Double>
        /// The cost of hiding it, in any unit, not negative.
        public var loss: Double
        /// How it may and must be treated.
        public var role: Role

        /// Makes a cell; without `printedWithin` it is printed exactly.
        public init(
            value: Double, range: ClosedRange<Double> = 0...Double.infinity,
            printedWithin: ClosedRange<Double>? = nil, loss: Double, role: Role = .open
        ) {
            self.value = value
            self.range = range
            self.printedWithin = printedWithin ?? value...value
            self.loss = loss
            self.role = role
        }
    }

    /// How a cell may and must be treated.
    public enum Role: Sendable, Hashable {
        /// Printed unless it is hidden for the sake of another.
        case open
        /// Hidden; the interval that remains must be at least so wide.
        case sensitive(protection: Double)
        /// Never printed; where a protection is named, it must not be worked out more narrowly than that.
        case implied(protection: Double?)
        /// Already out: it cannot be hidden.
        case released
    }

    /// A weighted sum of cells of which everybody knows that it lies in a range.
    public struct Relation: Sendable {
        /// The summands.
        public var terms: [(cell: Int, factor: Double)]
        /// The least and greatest value of the sum; one value where the relation is an equation.
        public var range: ClosedRange<Double>

        /// Makes a relation.
        public init(_ terms: [(cell: Int, factor: Double)], within range: ClosedRange<Double>) {
            self.terms = terms
            self.range = range
        }

        /// Makes an equation.
        public init(_ terms: [(cell: Int, factor: Double)], equals value: Double) {
            self.init(terms, within: value...value)
        }
    }
}

extension LinkedCells {
    /// The width that the interval of a cell must keep if the cell is not printed; nothing where none is demanded.
    public func protection(of cell: Int) -> Double? {
        switch cells[cell].role {
        case .open: protection
        case .sensitive(let protection): protection
        case .implied(let protection): protection
        case .released: nil
        }
    }
}

extension LinkedCells.Role {
    /// Whether the cell is hidden from the start.
    public var isSensitive: Bool {
        if case .sensitive = self { true } else { false }
    }

    /// Whether the cell is never printed.
    public var isImplied: Bool {
        if case .implied = self { true } else { false }
    }
}
