internal import Features
internal import Planar
internal import Project
internal import ReferenceSystems

/// Guesses the reference system of coordinates whose file does not name one: of the systems that German offices use, the one
/// in which they lie in Germany, and where the other files lie.
enum SystemGuess {
    /// What may be meant: degrees; UTM of ETRS89, without and with the zone in front of the easting; Gauss-Krüger; the
    /// grids of the census and of maps on the web.
    static let candidates = [
        "EPSG:4326", "EPSG:25831", "EPSG:25832", "EPSG:25833", "EPSG:4647", "EPSG:5650", "EPSG:31466", "EPSG:31467",
        "EPSG:31468", "EPSG:31469", "EPSG:3035", "EPSG:3857",
    ]

    /// Germany with a margin, in degrees.
    private static let germany = Envelope(minX: 5.5, minY: 47, maxX: 15.4, maxY: 55.2)
    /// How far from other files a file of the same town may lie, in degrees: some 15 km.
    private static let neighbourhood = 0.2

    /// The systems in which a box lies in Germany, with where it lies there in degrees.
    static func systems(of box: Envelope) -> [(code: String, extent: Envelope)] {
        candidates.compactMap { code in
            guard let extent = inDegrees(box, code), germany.contains(extent) else { return nil }
            return (code, extent)
        }
    }

    /// Gives every file whose coordinates have no system the one that is left, or says which ones are possible.
    static func place(_ described: inout [DescribedFile]) {
        var open: [(index: Int, systems: [(code: String, extent: Envelope)])] = []
        for index in described.indices where !described[index].unplaced.isEmpty && described[index].extent == nil {
            let systems = systems(of: described[index].unplaced)
            if systems.count == 1 { described[index].take(systems[0]) } else { open.append((index, systems)) }
        }
        // Each file that found its place may be the neighbour that another one needs.
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (index, systems) in open where described[index].extent == nil {
                let known = described.compactMap(\.extent).map { $0.expanded(by: neighbourhood) }
                let near = systems.filter { system in known.contains { $0.intersects(system.extent) } }
                guard near.count == 1 else { continue }
                described[index].take(near[0])
                hasChanged = true
            }
        }
        for (index, systems) in open where described[index].extent == nil {
            described[index].layer.possibleSystems = systems.map(\.code)
        }
    }

    /// A box in degrees; nil where the system has no way there.
    static func inDegrees(_ box: Envelope, _ code: String) -> Envelope? {
        guard let system = try? CoordinateReferenceSystem(code) else { return nil }
        if system.isGeographic { return box }
        var result = Envelope.empty
        for (x, y) in [(box.minX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY), (box.maxX, box.minY)] {
            guard let place = MetricLayer.longitudeLatitude(x: x, y: y, in: system) else { return nil }
            result.include(x: place.longitude, y: place.latitude)
        }
        return result
    }
}

extension DescribedFile {
    /// Takes a system for the coordinates.
    fileprivate mutating func take(_ system: (code: String, extent: Envelope)) {
        layer.crs = system.code
        layer.possibleSystems = []
        extent = system.extent
    }
}
