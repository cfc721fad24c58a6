internal import Planar
internal import Travel

/// Which tagged nodes are ways into a building or a ground.
enum EntranceRules {
    /// Ways in for everybody, in buildings and in fences.
    private static let main = [
        "entrance=yes|main|public|home|shop|staircase|secondary|entry|wheelchair|entrance",
        "barrier=gate|entrance|lift_gate|swing_gate|sliding_gate|kissing_gate|wicket_gate|hampshire_gate|turnstile|"
            + "full-height_turnstile|cycle_barrier|motorcycle_barrier|bollard|block|stile|chain",
    ].map { TagPattern($0) }

    /// Ways in that count only where there is no other.
    private static let secondary = TagPattern("entrance=service|emergency|exit|delivery|garage|fire_exit")

    /// What a reader must collect.
    static var collecting: [TagPattern] { main + [secondary] }

    /// A way in and how it ranks.
    enum Rank { case main, secondary }

    /// The rank of a node with these tags; nil where it is no way in or a private one.
    static func rank(of tags: TagSet) -> Rank? {
        guard !PlaceUse.isPrivate(tags), PlaceUse.isInUse(tags) else { return nil }
        if secondary.holds(for: tags) { return .secondary }
        return main.contains { $0.holds(for: tags) } ? .main : nil
    }
}

/// A position as a key: two coordinates, bit for bit.
struct PositionKey: Hashable {
    let x: Double
    let y: Double
}

/// The ways in among the objects of a map, found by their position: the nodes of an outline are those of the map, so
/// an entrance on it has the same coordinates.
struct EntranceFinder {
    private var ranks: [PositionKey: EntranceRules.Rank] = [:]

    init(_ objects: MapObjects) {
        for index in 0..<objects.count where objects.geometries[index].kind == .point {
            let geometry = objects.geometries[index]
            guard !geometry.isEmpty, let rank = EntranceRules.rank(of: objects.tags[index]) else { continue }
            ranks[PositionKey(x: geometry.xs[0], y: geometry.ys[0])] = rank
        }
    }

    /// The ways in on the outlines of areas, each once, in the order of the outlines; those for service and emergency
    /// only where there is no other.
    func entrances(on areas: [Geometry]) -> [(x: Double, y: Double)] {
        guard !ranks.isEmpty else { return [] }
        var seen: Set<PositionKey> = []
        var found: [(key: PositionKey, rank: EntranceRules.Rank)] = []
        for area in areas where area.dimension == 2 {
            for index in area.xs.indices {
                let key = PositionKey(x: area.xs[index], y: area.ys[index])
                if let rank = ranks[key], seen.insert(key).inserted { found.append((key, rank)) }
            }
        }
        let main = found.filter { $0.rank == .main }
        return (main.isEmpty ? found : main).map { ($0.key.x, $0.key.y) }
    }
}
