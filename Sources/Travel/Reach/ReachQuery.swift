/// Where one wants to get to, and which limits one asks for.
///
/// A destination is where it is entered: at the nearest of its entrances, at its own position where it has none. Through
/// whatever entrances it is reached, it counts once.
public struct ReachQuery: Sendable {
    /// The x coordinates of the destinations, in metres.
    public let xs: [Double]
    /// The y coordinates of the destinations, in metres, as many.
    public let ys: [Double]
    /// The category of each destination, in `0..<categoryCount`.
    public let categories: [Int32]
    /// The number of categories.
    public let categoryCount: Int
    /// The limits within which destinations are counted, in the unit of the measure; a destination at exactly the
    /// limit counts. In any order.
    public let limits: [Double]
    /// The entrances of the destinations.
    public let entrances: Entrances

    /// The entrances of destinations as columns.
    public struct Entrances: Sendable, Hashable {
        /// Where the entrances of each destination end in ``xs``, one after another; empty where no destination has any.
        public var ends: [Int32]
        /// The x coordinates of all entrances, in metres.
        public var xs: [Double]
        /// The y coordinates of all entrances, in metres.
        public var ys: [Double]

        /// Entrances from their columns; without arguments none.
        public init(ends: [Int32] = [], xs: [Double] = [], ys: [Double] = []) {
            self.ends = ends
            self.xs = xs
            self.ys = ys
        }
    }

    /// Puts a question together; the columns must fit each other, all numbers be finite and no limit negative.
    public init(
        xs: [Double], ys: [Double], categories: [Int32], categoryCount: Int, limits: [Double],
        entrances: Entrances = Entrances()
    ) throws(ReachQueryError) {
        guard xs.count == ys.count, xs.count == categories.count, xs.count <= Int(Int32.max) else {
            throw .columnsOfDifferentLength
        }
        guard zip(xs, ys).allSatisfy({ $0.isFinite && $1.isFinite }) else { throw .positionNotFinite }
        guard categories.allSatisfy({ $0 >= 0 && Int($0) < categoryCount }) else { throw .unknownCategory }
        guard limits.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .limitNotUsable }
        guard entrances.ends.isEmpty || entrances.ends.count == xs.count,
            Int(entrances.ends.last ?? 0) == entrances.xs.count, entrances.xs.count == entrances.ys.count,
            entrances.ends.first.map({ $0 >= 0 }) ?? true,
            zip(entrances.ends, entrances.ends.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .entrancesDoNotFit }
        guard zip(entrances.xs, entrances.ys).allSatisfy({ $0.isFinite && $1.isFinite }) else {
            throw .positionNotFinite
        }
        self.xs = xs
        self.ys = ys
        self.categories = categories
        self.categoryCount = max(categoryCount, 0)
        self.limits = limits
        self.entrances = entrances
    }

    /// The range of the entrances of a destination; empty where it has none.
    func entrances(of destination: Int) -> Range<Int> {
        guard !entrances.ends.isEmpty else { return 0..<0 }
        return (destination == 0 ? 0 : Int(entrances.ends[destination - 1]))..<Int(entrances.ends[destination])
    }

    /// Where a destination is entered: its entrances, or itself.
    func accessPositions(of destination: Int) -> [(x: Double, y: Double)] {
        let range = entrances(of: destination)
        return range.isEmpty
            ? [(xs[destination], ys[destination])] : range.map { (entrances.xs[$0], entrances.ys[$0]) }
    }
}

/// Why a question about reach cannot be asked.
public enum ReachQueryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The columns of the destinations are not equally long.
    case columnsOfDifferentLength
    /// A coordinate is infinite or not a number.
    case positionNotFinite
    /// A category is not below the number of categories.
    case unknownCategory
    /// A limit is negative, infinite or not a number.
    case limitNotUsable
    /// The entrances do not fit the destinations.
    case entrancesDoNotFit
    /// A destination lies at a node that the network does not have.
    case unknownNode

    /// The error as a sentence.
    public var description: String {
        switch self {
        case .columnsOfDifferentLength: "The columns of the destinations are not equally long."
        case .positionNotFinite: "A destination has a coordinate that is not a finite number."
        case .unknownCategory: "A destination has a category that is not among the categories asked for."
        case .limitNotUsable: "A limit is negative or not a finite number."
        case .entrancesDoNotFit: "The entrances do not fit the destinations."
        case .unknownNode: "A destination lies at a node that is not among those of the network."
        }
    }
}
