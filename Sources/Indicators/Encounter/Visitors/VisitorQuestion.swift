/// What is asked about visitors: how far people come, how they divide themselves, and which places are open.
struct VisitorQuestion: Sendable, Hashable {
    /// The cost up to which a place is in reach, in the unit of the limits.
    var catchment: Double
    /// How people divide themselves.
    var split: VisitorSplit
    /// Which places count; nil for all.
    var isOpen: [Bool]?

    /// The catchments tried beside the one of the project, as factors.
    static let factors = [0.75, 1.25]
    /// Huff's model with the exponents of most applications.
    static let huff = VisitorSplit.huff(attraction: 1, friction: 2)
    /// Costs below this part of the catchment count as this much in Huff's model: half a minute of ten.
    static let least = 0.05

    /// The question with an equal split first, then what could as well have been asked: a smaller and a larger
    /// catchment, and Huff's model.
    static func alternatives(catchment: Double, isOpen: [Bool]? = nil) -> [VisitorQuestion] {
        [VisitorQuestion(catchment: catchment, split: .equal, isOpen: isOpen)]
            + factors.map { VisitorQuestion(catchment: catchment * $0, split: .equal, isOpen: isOpen) }
            + [VisitorQuestion(catchment: catchment, split: huff, isOpen: isOpen)]
    }
}
