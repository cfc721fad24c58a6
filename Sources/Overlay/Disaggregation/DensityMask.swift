public import Planar
public import Topology

/// What is known of where people can live: areas, each with a density. Only the proportions of densities matter.
public struct DensityMask: Sendable, Hashable {
    /// The areas. Where two lie on each other their densities add up.
    public let areas: [Geometry]
    /// The density of each, per m²; finite and not negative.
    public let densities: [Double]

    /// Makes a mask; densities that are missing, negative or no number are 0.
    public init(areas: [Geometry], densities: [Double]) {
        self.areas = areas
        self.densities = areas.indices.map { index in
            guard densities.indices.contains(index), densities[index] > 0, densities[index].isFinite else { return 0 }
            return densities[index]
        }
    }

    /// Residential land: as dense everywhere, and land that is drawn twice counts once.
    ///
    /// - Throws: what the geometry layer could not unite even on a coarser grid.
    public static func residentialLand(
        _ areas: [Geometry], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> DensityMask {
        let united = areas.isEmpty ? [] : try Dissolve.all(areas, engine: engine).arealPart.elements
        return DensityMask(areas: united, densities: united.map { _ in 1 })
    }

    /// Residential buildings: floor space is the area of the footprint times the floors; a building without a number of
    /// floors counts as one with the median of the others, and as one floor where there are no others.
    public static func buildings(footprints: [Geometry], floors: [Double?]) -> DensityMask {
        let known = floors.compactMap { $0 }.filter { $0 > 0 && $0.isFinite }.sorted()
        let usual = known.isEmpty ? 1 : known[(known.count - 1) / 2]
        return DensityMask(
            areas: footprints,
            densities: footprints.indices.map { index in
                let given = floors.indices.contains(index) ? floors[index] : nil
                return given.map { $0 > 0 && $0.isFinite ? $0 : usual } ?? usual
            })
    }

    /// The counts of another source, such as census cells: people are where that source saw them.
    public static func counts(_ counts: [Double], in areas: [Geometry]) -> DensityMask {
        DensityMask(
            areas: areas,
            densities: areas.indices.map { index in
                let area = areas[index].area
                return counts.indices.contains(index) && area > 0 ? counts[index] / area : 0
            })
    }
}
