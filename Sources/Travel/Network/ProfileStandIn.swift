// Stands in for the branch `profiles` until it is merged; removed then.
public struct NodePassage: Sendable, Hashable {
    public var isOpen: Bool
    public var delay: Int32
    public static let free = NodePassage(isOpen: true, delay: 0)
}
public struct UnrecordedTraits: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
}
extension Passage {
    public var isAssumed: Bool { false }
}
extension TravelProfile {
    public static let walking = TravelProfile(id: "walking", speed: 4)
    public func passage(of tags: TagSet) -> Passage {
        guard let kind = tags["highway"] else { return .closed(.notAStreet) }
        if kind == "motorway" || kind == "trunk" { return .closed(.kind) }
        if tags["access"] == "no" { return .closed(.access) }
        return .free
    }
    public func nodePassage(of tags: TagSet) -> NodePassage {
        NodePassage(isOpen: tags["barrier"] == nil, delay: 0)
    }
    public func cost(ofPiece metres: Double, rise: Double, passage: Passage) -> Int32 {
        Int32(exactly: (metres * millisecondsPerMetre * passage.slowness).rounded(.down)) ?? StreetNetwork.largestCost
    }
}
