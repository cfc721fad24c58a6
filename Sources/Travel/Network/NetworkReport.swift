/// What a network was made of and what was left out, in metres along the streets.
///
/// Lengths are sums of whole millimetres of edges and ways, so that they depend on no order.
public struct NetworkReport: Sendable, Hashable {
    /// Streets of one kind, the value of `highway`; empty for those without one.
    public struct Kind: Sendable, Hashable {
        /// The value of `highway`.
        public let name: String
        /// Their length in metres.
        public let metres: Double
    }

    /// Streets of one kind that are no part of the network for one reason.
    public struct Dropped: Sendable, Hashable {
        /// Why.
        public let reason: Passage.Refusal
        /// The value of `highway`; empty for those without one.
        public let kind: String
        /// The number of ways.
        public let ways: Int
        /// Their length in metres.
        public let metres: Double
    }

    /// A position with what is found there.
    public struct Place: Sendable, Hashable {
        /// The x in metres.
        public let x: Double
        /// The y in metres.
        public let y: Double
    }

    /// The id of the profile.
    public let profile: String
    /// The number of ways that were given.
    public let wayCount: Int
    /// The number of ways of which the network has edges.
    public let usedWayCount: Int
    /// The number of nodes.
    public let nodeCount: Int
    /// The number of edges.
    public let edgeCount: Int
    /// The length of all edges in metres.
    public let metres: Double
    /// The length of the edges that can be passed in one direction only, in metres.
    public let oneWayMetres: Double
    /// The length of the edges whose tags do not record what decides in this profile, in metres: they count as
    /// passable, which is an assumption.
    public let assumedMetres: Double
    /// The length by kind of street, the longest first.
    public let kinds: [Kind]
    /// What is no part of the network, by reason and kind, the longest first.
    public let dropped: [Dropped]
    /// How many nodes of passable ways the profile cannot pass: gates, stiles, kerbs.
    public let closedNodeCount: Int
    /// The components, the largest first.
    public let components: [NetworkComponent]
    /// The edge that is longest; nil without edges.
    public let longestEdge: LongEdge?
    /// Where one-ways lead in but not out, or out but not in.
    public let trap: NetworkTrap?

    /// The longest edge, which often shows a mistake in the data: streets that cross without a shared node.
    public struct LongEdge: Sendable, Hashable {
        /// The id of its way.
        public let way: String
        /// Its length in metres.
        public let metres: Double
        /// Where it begins.
        public let start: Place
    }

    /// The components that are marked as islands.
    public var islands: [NetworkComponent] { components.filter(\.isIsland) }
    /// The length of all that is no part of the network, in metres.
    public var droppedMetres: Double { dropped.reduce(0) { $0 + $1.metres } }
}
