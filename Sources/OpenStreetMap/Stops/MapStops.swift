public import Features
internal import Planar
internal import Travel
internal import Wording

/// The stops of a map, in degrees: a layer of points as if read from a file, with the columns `id`, `name` and `mode`
/// (`bus;train`), and the platforms of each stop as its entrances.
///
/// Platforms, stop positions and stations are one stop where they carry the same number (`ref:IFOPT`) or have the same
/// name and lie at most 250 m from another part. A part without a name belongs to the nearest named stop within 100 m,
/// else to other nameless parts within 100 m. A stop is entered at its platforms; where none is mapped, at the stop
/// positions, else at the station. Timetables are not part of the map, so there are no departures.
public struct MapStops: Sendable {
    /// One row for each stop, ordered by the kind and number of its first object.
    public let layer: Layer
    /// Where each stop is entered.
    public let entrances: Entrances

    /// How far apart, in metres, parts of one name belong together.
    static let namesakes = 250.0
    /// How far, in metres, a nameless part looks for its stop.
    static let nameless = 100.0
    /// Positions along a platform are at most this many metres apart.
    static let platformStep = 50.0

    /// Finds the stops of a map in file `source`.
    public init(_ objects: MapObjects, source: SourceFile) {
        let parts = StopParts(objects)
        var ids: [String?] = []
        var names: [String?] = []
        var modes: [String?] = []
        var xs: [Double] = []
        var ys: [Double] = []
        var entrances = Entrances()
        for members in parts.stops.sets {
            // The station names the stop where it has one, else the first platform.
            let order = members.sorted { (parts.rank($0), $0) < (parts.rank($1), $1) }
            ids.append(objects.ids[parts.objects[members[0]]])
            names.append(order.lazy.compactMap { objects.tags[parts.objects[$0]]["name"] }.first)
            let found = Set(members.flatMap { StopRules.modes(objects.tags[parts.objects[$0]]) })
            modes.append(found.isEmpty ? nil : found.sorted().joined(separator: ";"))
            let access = parts.access(of: members, objects)
            entrances.append(access)
            xs.append(access.reduce(0) { $0 + $1.x } / Double(access.count))
            ys.append(access.reduce(0) { $0 + $1.y } / Double(access.count))
        }
        let columns = [
            Column(name: "id", texts: ids), Column(name: "name", texts: names), Column(name: "mode", texts: modes),
        ]
        layer = Layer(points: xs, ys, columns, source: source)
        self.entrances = entrances
    }
}

/// The objects that are parts of stops, as columns, and which of them belong together.
private struct StopParts {
    private(set) var objects: [Int] = []
    private var parts: [StopRules.Part] = []
    private var names: [String] = []
    private var numbers: [String?] = []
    private var xs: [Double] = []
    private var ys: [Double] = []
    /// Which parts are one stop.
    private(set) var stops = DisjointSets(count: 0)

    init(_ map: MapObjects) {
        for index in 0..<map.count {
            guard let part = StopRules.part(map.tags[index]),
                let position = map.geometries[index].representativePosition
            else { continue }
            objects.append(index)
            parts.append(part)
            names.append(Folding.key(map.tags[index]["name"] ?? ""))
            numbers.append(StopRules.stopNumber(map.tags[index]))
            xs.append(position.x)
            ys.append(position.y)
        }
        stops = DisjointSets(count: objects.count)
        joinNumbers()
        joinNamesakes()
        joinNameless()
    }

    /// Stations before platforms before stop positions.
    func rank(_ index: Int) -> Int {
        switch parts[index] {
        case .station: 0
        case .platform: 1
        case .position: 2
        }
    }

    /// Where people get to the stop: along its platforms, else at its stop positions, else at its station.
    func access(of members: [Int], _ map: MapObjects) -> [(x: Double, y: Double)] {
        for part in [StopRules.Part.platform, .position, .station] {
            let positions = members.filter { parts[$0] == part }.flatMap { index -> [(x: Double, y: Double)] in
                let geometry = map.geometries[objects[index]]
                guard part != .station, geometry.dimension > 0 else { return [(xs[index], ys[index])] }
                return geometry.outlinePositions(every: MapStops.platformStep, LocalMetres(around: geometry))
            }
            if !positions.isEmpty { return positions }
        }
        return []
    }

    private mutating func joinNumbers() {
        var first: [String: Int] = [:]
        for (index, number) in numbers.enumerated() {
            guard let number else { continue }
            if let other = first[number] { stops.join(other, index) } else { first[number] = index }
        }
    }

    private mutating func joinNamesakes() {
        let named = Dictionary(grouping: names.indices.filter { !names[$0].isEmpty }) { names[$0] }
        for members in named.values.sorted(by: { $0[0] < $1[0] }) {
            for (position, first) in members.enumerated() {
                for second in members[(position + 1)...] where distance(first, second) <= MapStops.namesakes {
                    stops.join(first, second)
                }
            }
        }
    }

    private mutating func joinNameless() {
        let nameless = names.indices.filter { names[$0].isEmpty && numbers[$0] == nil }
        let known = names.indices.filter { !(names[$0].isEmpty && numbers[$0] == nil) }
        var lonely: [Int] = []
        for index in nameless {
            let nearest = known.map { (distance(index, $0), $0) }.min { $0 < $1 }
            if let nearest, nearest.0 <= MapStops.nameless {
                stops.join(nearest.1, index)
            } else {
                lonely.append(index)
            }
        }
        for (position, first) in lonely.enumerated() {
            for second in lonely[(position + 1)...] where distance(first, second) <= MapStops.nameless {
                stops.join(first, second)
            }
        }
    }

    /// In metres; infinite for what is far apart anyway.
    private func distance(_ first: Int, _ second: Int) -> Double {
        let margin = MapStops.namesakes / LocalMetres.leastPerDegree
        guard abs(ys[first] - ys[second]) <= margin, abs(xs[first] - xs[second]) <= margin else { return .infinity }
        return LocalMetres(latitude: ys[first]).distance(xs[first], ys[first], xs[second], ys[second])
    }
}
