/// A box on the globe in degrees; `west > east` where it crosses the antimeridian.
public struct GeographicArea: Sendable, Hashable {
    /// The western longitude, −180…180.
    public var west: Double
    /// The southern latitude, −90…90.
    public var south: Double
    /// The eastern longitude, −180…180.
    public var east: Double
    /// The northern latitude, −90…90.
    public var north: Double
    /// The name in words ("Europe between 6°E and 12°E"), empty where there is none.
    public var name: String

    /// Makes a box from its edges in degrees.
    public init(west: Double, south: Double, east: Double, north: Double, name: String = "") {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
        self.name = name
    }

    /// Whether the position lies in the box or on its edge.
    public func contains(longitude: Double, latitude: Double) -> Bool {
        guard latitude >= south, latitude <= north else { return false }
        return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }

    /// Whether all four edges are finite and within the globe.
    var isSound: Bool {
        let longitudes = -180.0...180.0
        let latitudes = -90.0...90.0
        return longitudes.contains(west) && longitudes.contains(east) && latitudes.contains(south)
            && latitudes.contains(north) && south <= north
    }
}
