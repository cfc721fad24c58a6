/// What a profile says of the streets and of the points on them, asked once for each distinct set of tags.
struct StreetRules {
    /// The passage of a way with each tag set; those that no way has are not asked for and closed.
    let passages: [Passage]
    /// The passage of a node with each tag set; those that no node has are not asked for and free.
    let nodePassages: [NodePassage]

    /// Asks for the tag sets that ways and nodes have.
    init(_ ways: StreetWays, passage: (TagSet) -> Passage, nodePassage: (TagSet) -> NodePassage) {
        var isOfWay = [Bool](repeating: false, count: ways.tagSets.count)
        for tags in ways.wayTags { isOfWay[Int(tags)] = true }
        var isOfNode = [Bool](repeating: false, count: ways.tagSets.count)
        for tags in ways.nodeTags.values { isOfNode[Int(tags)] = true }
        passages = ways.tagSets.indices.map { isOfWay[$0] ? passage(ways.tagSets[$0]) : .closed(.notAStreet) }
        nodePassages = ways.tagSets.indices.map { isOfNode[$0] ? nodePassage(ways.tagSets[$0]) : .free }
    }

    /// The passage of a way.
    func passage(ofWay way: Int32, _ ways: StreetWays) -> Passage { passages[Int(ways.wayTags[Int(way)])] }

    /// Half the time that each node takes to pass, in milliseconds; empty where no node takes any.
    ///
    /// Both pieces at a node bear one half, so that passing it costs the whole, whichever way one comes and goes.
    func halfDelays(_ ways: StreetWays) -> [Int32] {
        guard nodePassages.contains(where: { $0.delay > 1 }) else { return [] }
        var delays = [Int32](repeating: 0, count: ways.xs.count)
        for (node, tags) in ways.nodeTags { delays[Int(node)] = nodePassages[Int(tags)].delay / 2 }
        return delays
    }
}

extension Passage {
    /// Why the street is not part of the network; nil where it can be passed in a direction at least.
    var reasonClosed: Refusal? { refusal ?? (forward || backward ? nil : .access) }
}
