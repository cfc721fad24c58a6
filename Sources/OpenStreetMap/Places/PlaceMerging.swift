internal import Planar
internal import Travel
internal import Wording

/// Finds which objects of a map are one place.
///
/// Two objects of one category are one place where
/// - one lies within the other and their names do not contradict (a node in its building, a building in its ground);
///   the equipment of a ground, such as a pitch in a sports centre, belongs to it whatever its name;
/// - they are open grounds that share a corner and their names do not contradict (a park drawn in pieces), or allotments
///   at most ``path`` apart: sites are drawn garden by garden, with a path between;
/// - they have the same name and lie at most ``nearby`` apart, schools at most ``campus``: a school of two buildings
///   is one school, and each of them an entrance. Farther apart they are two places, since names of chains and of
///   playgrounds repeat within a town.
///
/// Names do not contradict where one is missing, or one holds the other ("Kita Regenbogen", "Ev. Kita Regenbogen").
/// Objects join in a fixed order, and a place that has a name takes in nothing that contradicts it. Two shops without
/// names must be of the same kind.
struct PlaceMerging {
    /// How far apart, in metres, objects of one name and category are one place.
    static let nearby = 75.0
    /// How far apart, in metres, the buildings of one school may lie.
    static let campus = 250.0
    /// How far apart, in metres, allotments are one site.
    static let path = 20.0
    /// Categories of open grounds.
    static let openAir: Set<String> = [
        "park", "playground", "allotment", "community_garden", "sports_centre", "market",
    ]

    private let map: MapObjects
    private let candidates: PlaceCandidates
    /// Which candidates are one place.
    private(set) var places: DisjointSets
    /// The folded name of a place, at the candidate that stands for it.
    private var names: [String]
    /// Whether the candidate lies within another one of its place.
    private(set) var isWithin: [Bool]

    init(_ map: MapObjects, _ candidates: PlaceCandidates) {
        self.map = map
        self.candidates = candidates
        places = DisjointSets(count: candidates.count)
        names = candidates.names
        isWithin = [Bool](repeating: false, count: candidates.count)
        joinHeld()
        joinTouching()
        joinAllotments()
        joinNamesakes()
    }

    private mutating func joinHeld() {
        let holders = candidates.holders(map)
        for inner in holders.indices {
            for outer in holders[inner] where category(inner) == category(outer) {
                let isFixture = candidates.rules[inner].traits.contains(.fixture)
                let isOfOwnKind = candidates.rules[outer].traits.contains(.fixture)
                if isFixture && !isOfOwnKind || (isCompatible(inner, outer) && isSameShop(inner, outer)) {
                    // A pitch brings no name of its own along: "Platz 1" is not what the sports centre is called.
                    join(inner, outer, name: isFixture && !isOfOwnKind ? names[places.root(outer)] : nil)
                    isWithin[inner] = true
                }
            }
        }
    }

    private mutating func joinTouching() {
        var corners: [PositionKey: [Int]] = [:]
        for index in 0..<candidates.count
        where candidates.areas[index] > 0 && PlaceMerging.openAir.contains(category(index)) {
            let geometry = map.geometries[candidates.objects[index]]
            for position in Set(geometry.xs.indices.map { PositionKey(x: geometry.xs[$0], y: geometry.ys[$0]) }) {
                corners[position, default: []].append(index)
            }
        }
        var pairs: Set<[Int]> = []
        for sharing in corners.values where sharing.count > 1 {
            for (position, first) in sharing.enumerated() {
                for second in sharing[(position + 1)...] where category(first) == category(second) {
                    pairs.insert([first, second])
                }
            }
        }
        for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) where isCompatible(pair[0], pair[1]) {
            join(pair[0], pair[1])
        }
    }

    private mutating func joinAllotments() {
        let sites = (0..<candidates.count).filter { category($0) == "allotment" && candidates.areas[$0] > 0 }
        for (position, first) in sites.enumerated() {
            for second in sites[(position + 1)...]
            where isCompatible(first, second) && come(within: PlaceMerging.path, first, second) {
                join(first, second)
            }
        }
    }

    private mutating func joinNamesakes() {
        var namesakes: [[String]: [Int]] = [:]
        for index in 0..<candidates.count where !candidates.names[index].isEmpty {
            namesakes[[category(index), candidates.names[index]], default: []].append(index)
        }
        for members in namesakes.values.sorted(by: { $0[0] < $1[0] }) where members.count > 1 {
            let limit = category(members[0]) == "school" ? PlaceMerging.campus : PlaceMerging.nearby
            for (position, first) in members.enumerated() {
                for second in members[(position + 1)...] where come(within: limit, first, second) {
                    join(first, second)
                }
            }
        }
    }

    private func category(_ index: Int) -> String { candidates.rules[index].category }

    private func isCompatible(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (names[places.root(first)], names[places.root(second)])
        return one.contains(other) || other.contains(one)
    }

    /// Whether two shops may be one though a name is missing: a mall does not swallow its nameless bakery.
    private func isSameShop(_ first: Int, _ second: Int) -> Bool {
        guard category(first) == "shop", names[places.root(first)].isEmpty || names[places.root(second)].isEmpty else {
            return true
        }
        return map.tags[candidates.objects[first]]["shop"] == map.tags[candidates.objects[second]]["shop"]
    }

    /// Whether the shapes come within some metres of each other: a corner of one, an edge of the other.
    private func come(within metres: Double, _ first: Int, _ second: Int) -> Bool {
        // Most pairs are far apart, and degrees are cheap to compare.
        let margin = metres / LocalMetres.leastPerDegree
        guard candidates.boxes[first].expanded(by: margin).intersects(candidates.boxes[second]) else { return false }
        let one = map.geometries[candidates.objects[first]]
        let other = map.geometries[candidates.objects[second]]
        let local = LocalMetres(latitude: candidates.ys[first])
        return local.hasCorner(of: one, within: metres, of: other)
            || local.hasCorner(of: other, within: metres, of: one)
    }

    /// Makes two candidates one place; it keeps the name of the one that comes first unless `name` says otherwise.
    private mutating func join(_ first: Int, _ second: Int, name: String? = nil) {
        let (one, other) = (places.root(first), places.root(second))
        guard one != other else { return }
        let (lower, upper) = (min(one, other), max(one, other))
        let common = name ?? (names[lower].isEmpty ? names[upper] : names[lower])
        places.join(one, other)
        names[lower] = common
    }
}
