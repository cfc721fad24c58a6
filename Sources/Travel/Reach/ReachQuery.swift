/// Where one wants to get to, and which limits one asks for.
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

    /// Puts a question together; the columns must fit each other, all numbers be finite and no limit negative.
    public init(
        xs: [Double], ys: [Double], categories: [Int32], categoryCount: Int, limits: [Double]
    ) throws(ReachQueryError) {
        guard xs.count == ys.count, xs.count == categories.count, xs.count <= Int(Int32.max) else {
            throw .columnsOfDifferentLength
        }
        guard zip(xs, ys).allSatisfy({ $0.isFinite && $1.isFinite }) else { throw .positionNotFinite }
        guard categories.allSatisfy({ $0 >= 0 && Int($0) < categoryCount }) else { throw .unknownCategory }
        guard limits.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .limitNotUsable }
        self.xs = xs
        self.ys = ys
        self.categories = categories
        self.categoryCount = max(categoryCount, 0)
        self.limits = limits
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
