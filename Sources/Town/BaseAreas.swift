public import Planar

/// What lies under a town as its quiet ground: waters and green, in metres. Only for maps; no figure is made of it.
public struct BaseAreas: Sendable, Codable {
    /// Lakes, rivers with an extent, basins.
    public var water: [Geometry]
    /// Parks, woods, cemeteries, allotments.
    public var green: [Geometry]

    /// Makes a ground; none without arguments.
    public init(water: [Geometry] = [], green: [Geometry] = []) {
        self.water = water
        self.green = green
    }

    /// What of it touches a box.
    public func part(in box: Envelope) -> BaseAreas {
        BaseAreas(
            water: water.filter { $0.envelope.intersects(box) }, green: green.filter { $0.envelope.intersects(box) })
    }
}
