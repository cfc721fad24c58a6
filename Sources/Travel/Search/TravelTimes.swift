/// The costs of all pairs of an origin and a destination within a limit, as compressed sparse rows.
public struct TravelTimes: Sendable, Hashable {
    /// The number of destinations; columns that no origin reaches included.
    public let destinationCount: Int
    /// Where the pairs of each origin begin; one entry more than origins.
    public let starts: [Int]
    /// The destination of each pair, ascending within an origin.
    public let destinations: [Int32]
    /// The cost of each pair in milliseconds.
    public let costs: [Int32]

    /// The number of origins.
    public var originCount: Int { starts.count - 1 }

    /// The range of an origin's pairs in ``destinations`` and ``costs``.
    public func range(of origin: Int) -> Range<Int> { starts[origin]..<starts[origin + 1] }

    /// The cost between an origin and a destination; nil beyond the limit.
    public subscript(origin: Int, destination: Int) -> Int32? {
        var range = range(of: origin)
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            let found = Int(destinations[middle])
            if found == destination { return costs[middle] }
            range = found < destination ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// The same pairs by destination: its rows are the destinations, its destinations the origins. O(pairs).
    public func byDestination() -> TravelTimes {
        var starts = [Int](repeating: 0, count: destinationCount + 1)
        for destination in destinations { starts[Int(destination) + 1] += 1 }
        for destination in 0..<destinationCount { starts[destination + 1] += starts[destination] }
        var next = starts
        var origins = [Int32](repeating: 0, count: destinations.count)
        var turned = [Int32](repeating: 0, count: destinations.count)
        for origin in 0..<originCount {
            for pair in range(of: origin) {
                let place = next[Int(destinations[pair])]
                origins[place] = Int32(truncatingIfNeeded: origin)
                turned[place] = costs[pair]
                next[Int(destinations[pair])] += 1
            }
        }
        return TravelTimes(destinationCount: originCount, starts: starts, destinations: origins, costs: turned)
    }
}
