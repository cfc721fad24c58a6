/// Shares of people in the quarters at two dates that say something of their situation, such as those who live on social
/// benefits: what composites of status and dynamics are made of. Which shares these are is the town's choice.
public struct StatusFigures: Sendable, Codable, Hashable {
    /// One kind of people.
    public struct Kind: Sendable, Codable, Hashable {
        /// The id.
        public var id: String
        /// The share in each quarter, 0…1; nil where none is known.
        public var shares: [Double?]
        /// The share at the earlier date.
        public var earlierShares: [Double?]

        /// Makes a kind.
        public init(id: String, shares: [Double?], earlierShares: [Double?]) {
            self.id = id
            self.shares = shares
            self.earlierShares = earlierShares
        }
    }

    /// The kinds; larger shares mean a lower status in each.
    public var kinds: [Kind]
    /// The year of the shares.
    public var year: Int
    /// The year of the earlier shares.
    public var earlierYear: Int
    /// The residents of each quarter, of whom the shares are.
    public var residents: [Double?]

    /// Makes the figures.
    public init(kinds: [Kind], year: Int, earlierYear: Int, residents: [Double?]) {
        self.kinds = kinds
        self.year = year
        self.earlierYear = earlierYear
        self.residents = residents
    }
}
