internal import Features
internal import Planar
internal import Town

/// People from one source, before all sources are put together: shapes, and for each group that the source knows a count
/// at each shape.
struct PopulationPart {
    /// The points or cells.
    var shapes: [Geometry]
    /// For each group of the project the counts with what is not exactly known of them; nil where the source does not know
    /// the group.
    var groups: [(counts: [Double], spread: CountSpread)?]
    /// The quarter of each shape, where the source is a register of quarters; else empty.
    var quarters: [Int32] = []
    /// The large cell that each shape is a part of, where nothing says where in the cell people live; else -1. Empty where
    /// there are none.
    var coarseCells: [Int32] = []
    /// Where the source says something of a shape, for messages.
    var location: (Int) -> SourceLocation

    /// Takes shapes that are much larger than a walk is long, and that are not spread, for large cells.
    mutating func markCoarseCells() {
        guard shapes.contains(where: PeopleSpreading.isCoarse) else { return }
        coarseCells = shapes.indices.map {
            PeopleSpreading.isCoarse(shapes[$0]) ? Int32(truncatingIfNeeded: $0) : -1
        }
    }

    /// Leaves out shapes without anybody, which say nothing, and what may hold nobody of any group.
    func withoutEmptyShapes() -> PopulationPart {
        let kept = shapes.indices.filter { shape in
            groups.contains { group in
                guard let group else { return false }
                return group.counts[shape] > 0
                    || (group.spread.highest.indices.contains(shape) && group.spread.highest[shape] > 0)
            }
        }
        let location = location
        return PopulationPart(
            shapes: kept.map { shapes[$0] },
            groups: groups.map { group in
                group.map { group in
                    func pick(_ column: [Double]) -> [Double] { column.isEmpty ? [] : kept.map { column[$0] } }
                    return (
                        pick(group.counts),
                        CountSpread(
                            noiseVariances: pick(group.spread.noiseVariances), lowest: pick(group.spread.lowest),
                            highest: pick(group.spread.highest))
                    )
                }
            }, quarters: quarters.isEmpty ? [] : kept.map { quarters[$0] },
            coarseCells: coarseCells.isEmpty ? [] : kept.map { coarseCells[$0] }, location: { location(kept[$0]) })
    }
}
