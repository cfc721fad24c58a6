public import Planar

/// The land from which the nearest place of a target is reached on foot within some minutes.
public struct ReachedLand: Sendable, Codable, Hashable {
    /// The target of reach, such as `organised_places`.
    public var target: String
    /// The minutes on foot.
    public var minutes: Double
    /// The distance of the raster's points in metres: how exact the outline is.
    public var step: Int
    /// The area in metres: a polygon or multipolygon, empty where nothing is reached.
    public var geometry: Geometry

    /// Makes a piece of land.
    public init(target: String, minutes: Double, step: Int, geometry: Geometry) {
        self.target = target
        self.minutes = minutes
        self.step = step
        self.geometry = geometry
    }

    /// The targets that maps show: organised meeting places, and everyday ones where those are withheld.
    public static let shownTargets = [PlaceKind.organised, .everyday].map(\.reachTarget)
}
