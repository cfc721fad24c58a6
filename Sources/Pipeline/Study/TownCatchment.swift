internal import Indicators
internal import Planar
internal import Project
internal import Town
internal import Travel

/// The land from which a place of one target is reached on foot within some minutes.
struct TownCatchment: Sendable, Codable {
    /// The id of the target: a sum such as `organised_places`, or a category.
    let target: String
    /// The minutes.
    let minutes: Double
    /// The distance of the points of its raster in metres: how exact its outline is.
    let step: Int
    /// The area, a multipolygon in metres.
    let geometry: Geometry

    /// The catchments of all targets that have places, each at all times of the project. Sensitive places are no targets.
    static func all(of places: PlaceTable, travel: TownTravel) -> [TownCatchment] {
        guard let walking = travel.ways.first?.travel else { return [] }
        return ReachTarget.all(of: places).filter { $0.placeCount > 0 }.flatMap { target -> [TownCatchment] in
            let wanted = Set(target.categories)
            let positions = (0..<places.count).filter { wanted.contains(places.categoryIndexes[$0]) }
                .flatMap(places.accessPositions)
            let (catchments, step) = walking.catchments(
                xs: positions.map(\.x), ys: positions.map(\.y), limits: travel.entry.minutes.map { $0 * 60 })
            return zip(travel.entry.minutes, catchments).map { minutes, catchment in
                TownCatchment(target: target.id, minutes: minutes, step: step, geometry: catchment.geometry)
            }
        }
    }
}
