internal import Parallel
public import Planar

/// Time under way along streets, from door to door: the least over all ways onto the network and off it of
/// leg + travel + leg. Exact to the network's whole milliseconds.
public struct NetworkTravel: ReachMeasure {
    /// Seconds.
    public let unit = CostUnit.seconds
    /// The id of the profile, as parameters of indicators spell it.
    public let methodName: String
    /// The version of the method.
    public let methodVersion = 1

    /// Which way one travels.
    public let direction: TravelDirection
    /// How positions get onto the network.
    public let finder: AccessFinder
    /// The longest time under way that counts at all, in milliseconds; places farther away are absent.
    let cap: Int32

    /// The longest time under way where nothing else is said, in seconds: two hours.
    public static let defaultCap = 7_200.0

    /// Travel on a network made from a profile.
    ///
    /// - Parameters:
    ///   - profileID: the id of the profile; it becomes ``methodName``.
    ///   - barriers: what legs between doors and streets may not cross.
    ///   - snapping: the longest leg in metres.
    ///   - cap: the longest time under way in seconds.
    public init(
        network: StreetNetwork, profileID: String, barriers: [Geometry],
        snapping: Double = AccessFinder.defaultSnapping, cap: Double = NetworkTravel.defaultCap,
        direction: TravelDirection = .outward
    ) {
        self.init(
            finder: AccessFinder(network: network, barriers: barriers, snapping: snapping), profileID: profileID,
            cap: cap, direction: direction)
    }

    /// Travel with the access of a finder, which may serve several measures.
    public init(
        finder: AccessFinder, profileID: String, cap: Double = NetworkTravel.defaultCap,
        direction: TravelDirection = .outward
    ) {
        methodName = profileID
        self.finder = finder
        self.direction = direction
        self.cap = NetworkTravel.milliseconds(cap, atMost: StreetNetwork.largestCost)
    }

    /// The network.
    public var network: StreetNetwork { finder.network }

    /// Whole milliseconds within a time in seconds: what costs at most this is within the time.
    static func milliseconds(_ seconds: Double, atMost most: Int32) -> Int32 {
        seconds > 0 ? Int32(min((seconds * 1_000).rounded(.down), Double(most))) : 0
    }

    /// Measures from all origins. The searches run from the places, so that their work does not grow with the origins;
    /// those answer from what the searches left at the nodes beside them.
    public func reach<Summary: Sendable, Failure: Error>(
        originXs: [Double], originYs: [Double], query: ReachQuery, blockSize: Int,
        summarise: @Sendable (Reach) throws(Failure) -> Summary
    ) throws(Failure) -> [Summary] {
        // Nobody can stop this one: the search is told so and never throws.
        guard let search = try? PlaceSearch(query, on: self, progress: .silent) else { return [] }
        return try search.reach(originXs: originXs, originYs: originYs, blockSize: blockSize, summarise: summarise)
    }

    /// Measures from all origins and keeps all answers, in the order of the origins; tells how far it is and can be
    /// stopped.
    public func reach(
        originXs: [Double], originYs: [Double], query: ReachQuery, progress: SearchProgress
    ) throws(SearchCancelled) -> Reach {
        let search = try PlaceSearch(query, on: self, progress: progress)
        let blocks = try search.reach(originXs: originXs, originYs: originYs, blockSize: 1 << 12) {
            (block: Reach) throws(SearchCancelled) -> Reach in
            try progress.check()
            return block
        }
        return Reach(inputOrderOf: blocks, categoryCount: query.categoryCount, limitCount: query.limits.count)
    }
}
