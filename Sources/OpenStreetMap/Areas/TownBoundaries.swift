public import Features
internal import Planar
internal import Travel

/// The boundaries of municipalities in a map, and which boundaries inside of one are its quarters.
public struct TownBoundaries: Sendable {
    /// A municipality whose boundary the map has whole.
    public struct Municipality: Sendable {
        /// Its name.
        public var name: String
        /// Its official key as the map has it, with 8 digits; nil where it does not say.
        public var key: String?
        /// Its area, in degrees.
        var area: Geometry
    }

    /// The municipalities, in the order of their ids.
    public let municipalities: [Municipality]

    /// Finds the municipalities among the objects of a map.
    ///
    /// Level 8 are municipalities, level 6 counties and the towns that are no part of one
    /// (https://wiki.openstreetmap.org/wiki/DE:Grenze).
    public init(_ objects: MapObjects) {
        municipalities = (0..<objects.count).compactMap { row in
            let (tags, area) = (objects.tags[row], objects.geometries[row])
            guard area.dimension == 2, tags["boundary"] == "administrative", let name = tags["name"] else { return nil }
            let isTown = tags["admin_level"] == "8" || (tags["admin_level"] == "6" && !TownBoundaries.isCounty(name))
            return isTown ? Municipality(name: name, key: tags["de:amtlicher_gemeindeschluessel"], area: area) : nil
        }
    }

    private static func isCounty(_ name: String) -> Bool {
        ["kreis", "region"].contains { name.lowercased().contains($0) }
    }

    /// The municipality of a name; without one of that name the only one that there is.
    public func municipality(named name: String?) -> Municipality? {
        let named = municipalities.filter { $0.name == name }
        return named.count == 1 ? named[0] : named.isEmpty && municipalities.count == 1 ? municipalities[0] : nil
    }

    /// The finest level whose boundaries cover the town: of several districts inside of the municipality, or else of as
    /// much as the boundaries of any level; nil where no level has more than one.
    public static func quarterLevel(_ objects: MapObjects, town name: String?, source: SourceFile) -> Int? {
        let town = TownBoundaries(objects).municipality(named: name)
        let areas = MapAreas.quarterLevels.map { level in
            let layer = MapAreas.boundaries(objects, level: level, town: name, source: source)
            let sizes = (0..<layer.count).map { layer.geometries[$0]?.area ?? 0 }
            return (level: level, count: sizes.count, area: sizes.reduce(0, +))
        }
        let whole = town?.area.area ?? areas.map(\.area).max() ?? 0
        return areas.first { $0.count > 1 && $0.area >= TownBoundaries.covering * whole }?.level
    }

    /// What share of a town its quarters cover at least: parks and waters may lie outside of them.
    private static let covering = 0.9
}
