/// What a profile says of the streets and of the points on them, asked once for each distinct set of tags.
struct StreetRules {
    /// The passage of a way with each tag set; those that no way has are not asked for and closed.
    let passages: [Passage]
    /// The passage of a node with each tag set; those that no node has are not asked for and free.
    let nodePassages: [NodePassage]

    /// Who is under way.
    let profile: TravelProfile

    /// Asks for the tag sets that ways and nodes have.
    init(_ ways: StreetWays, _ profile: TravelProfile) {
        self.profile = profile
        var isOfWay = [Bool](repeating: false, count: ways.tagSets.count)
        for tags in ways.wayTags { isOfWay[Int(tags)] = true }
        var isOfNode = [Bool](repeating: false, count: ways.tagSets.count)
        for tags in ways.nodeTags.values { isOfNode[Int(tags)] = true }
        passages = ways.tagSets.indices.map {
            isOfWay[$0] ? profile.passage(ofWay: ways.tagSets[$0]) : .closed(.notAStreet)
        }
        nodePassages = ways.tagSets.indices.map { isOfNode[$0] ? profile.passage(ofNode: ways.tagSets[$0]) : .free }
    }

    /// The passage of a way.
    func passage(ofWay way: Int32, _ ways: StreetWays) -> Passage { passages[Int(ways.wayTags[Int(way)])] }

    /// Whether heights can close a piece of street.
    func judgesHeights(_ ways: StreetWays) -> Bool { !ways.heights.isEmpty && profile.steepestSlope != nil }

    /// What the piece of street between two nodes costs.
    func cost(from node: Int, to next: Int, _ ways: StreetWays, _ passage: Passage) -> PieceCost {
        cost(
            x: ways.xs[next] - ways.xs[node], y: ways.ys[next] - ways.ys[node],
            rise: rise(from: node, to: next, ways), passage)
    }

    /// What a piece of street costs that leads so many metres to the east, to the north and up.
    func cost(x: Double, y: Double, rise: Double, _ passage: Passage) -> PieceCost {
        profile.cost(ofPiece: (x * x + y * y).squareRoot(), rise: rise, passage: passage)
    }

    /// How much higher a node is than another; nan where unknown.
    func rise(from node: Int, to next: Int, _ ways: StreetWays) -> Double {
        ways.heights.isEmpty ? .nan : ways.heights[next] - ways.heights[node]
    }

    /// Whether every piece of every way that can be passed costs the same both ways, as far as the rules alone tell.
    func isSymmetric(_ ways: StreetWays) -> Bool {
        (ways.heights.isEmpty || profile.slopeModel == .flat && profile.steepestSlope == nil)
            && passages.allSatisfy { passage in
                passage.reasonClosed != nil
                    || passage.forward && passage.backward
                        && (passage.incline == nil || passage.includesClimb || profile.slopeModel == .flat)
            }
    }

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
