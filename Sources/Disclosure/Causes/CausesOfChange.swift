public import Indicators

/// Why the main figures of two dates differ, before anything is protected: what a run keeps of it.
///
/// The town was computed for every set of causes that could have come between the dates (a mixture); the parts of a
/// difference are the Shapley values of these. See `Documentation/Causes.md`.
public struct CausesOfChange: Sendable, Codable {
    /// A figure of both dates.
    public struct Figure: Sendable, Codable {
        /// What it is in each mixture: cause i of ``CausesOfChange/causes`` has come in mixture s where `s >> i & 1` is 1.
        /// The first is the earlier date, the last the later one.
        public var mixtures: [Mixture]
        /// The part of each cause, in the unit of the value; they add up to the last mixture less the first. Nil where the
        /// figure has no value in some mixture, so that the causes cannot be told apart.
        public var parts: [Double]?

        /// Makes a figure.
        public init(mixtures: [Mixture], parts: [Double]?) {
            self.mixtures = mixtures
            self.parts = parts
        }
    }

    /// What a figure would be if only some of the causes had come.
    public struct Mixture: Sendable, Codable, Hashable {
        /// The value; nil where there is none.
        public var value: Double?
        /// The residents it rests on; nil where that is no number.
        public var people: Double?

        /// Makes a mixture.
        public init(value: Double?, people: Double?) {
            self.value = value
            self.people = people
        }
    }

    /// The earlier date.
    public var period: String
    /// The causes that differ between the dates, in the order of ``ChangeCause``.
    public var causes: [ChangeCause]
    /// What shrank implausibly: its part is called a fault of the data until somebody has looked.
    public var shrunken: [ShrunkenInput]
    /// The figures at the earlier date, by the rules of now.
    public var before: IndicatorTable
    /// What each is in every mixture, in the order of ``before``.
    public var figures: [Figure]

    /// Makes a note of causes.
    public init(
        period: String, causes: [ChangeCause], shrunken: [ShrunkenInput], before: IndicatorTable, figures: [Figure]
    ) {
        self.period = period
        self.causes = causes
        self.shrunken = shrunken
        self.before = before
        self.figures = figures
    }
}
