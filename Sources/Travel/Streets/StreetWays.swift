public import Planar

/// Streets and paths as a source gave them: lines over shared positions with their tags, before any profile says who
/// may use them. Two ways are connected where they share a node, nowhere else: a bridge over a road is no junction.
///
/// Columns: `ways` many ids, ends and tag sets; `nodes` many positions and ids. Made by readers (OpenStreetMap; lines of
/// GeoJSON, where equal positions are one node).
public struct StreetWays: Sendable {
    /// The id of each way in its source, such as `w4711` or the id of a feature.
    public var ids: [String] = []
    /// Where each way ends in ``nodeIndexes``; a way has at least two entries, consecutive ones differ.
    public var nodeEnds: [Int32] = []
    /// The nodes of all ways, one way after another.
    public var nodeIndexes: [Int32] = []
    /// The tag set of each way, as index into ``tagSets``.
    public var wayTags: [Int32] = []
    /// The distinct tag sets of ways and nodes, in the order of their first use.
    public var tagSets: [TagSet] = []
    /// The x of each node: metres once moved into the study's system, degrees of longitude before.
    public var xs: [Double] = []
    /// The y of each node.
    public var ys: [Double] = []
    /// The id of each node in its source; empty where the source has none.
    public var nodeIDs: [Int64] = []
    /// The tag sets of the few nodes that have tags (gates, kerbs, crossings): node index to index into ``tagSets``.
    public var nodeTags: [Int32: Int32] = [:]
    /// The height of each node in metres; empty where unknown, `nan` where unknown for one node.
    public var heights: [Double] = []
    /// What legs from doors to streets may not cross: railways, rivers, lakes, motorways. Lines, in the same units.
    public var barriers: [Geometry] = []

    /// No streets.
    public init() {}

    /// The number of ways.
    public var count: Int { ids.count }

    /// The nodes of a way, in its direction.
    public func nodes(ofWay way: Int) -> ArraySlice<Int32> {
        nodeIndexes[(way == 0 ? 0 : Int(nodeEnds[way - 1]))..<Int(nodeEnds[way])]
    }

    /// The tags of a way.
    public func tags(ofWay way: Int) -> TagSet { tagSets[Int(wayTags[way])] }
}
