internal import Planar

/// Puts the rings of a shapefile's area together: shells run clockwise, holes counter-clockwise, and which hole belongs to
/// which shell is left to whoever reads them.
struct RingAssembly {
    private let rings: [Geometry]
    private let areas: [Double]

    /// Rings as columns of coordinates and the ends of each.
    init(_ xs: [Double], _ ys: [Double], ends: [Int32]) throws(GeometryError) {
        var rings: [Geometry] = []
        var start = 0
        for (index, end) in ends.enumerated() {
            let range = start..<max(start, Int(end))
            start = range.upperBound
            do throws(GeometryError) {
                rings.append(
                    try Geometry(
                        kind: .polygon, xs: Array(xs[range]), ys: Array(ys[range]),
                        ringEnds: [Int32(truncatingIfNeeded: range.count)]))
            } catch {
                // The ring's number in the shape, not in the polygon of this one ring.
                switch error {
                case .tooFewPositions: throw .tooFewPositions(ring: index)
                case .ringNotClosed: throw .ringNotClosed(ring: index)
                default: throw error
                }
            }
        }
        self.rings = rings
        areas = rings.map { $0.signedArea(ofRing: 0) }
    }

    /// The polygon or multipolygon of all rings; the parts in the order of their shells, the holes in theirs.
    func geometry() throws(GeometryError) -> Geometry {
        guard rings.count > 1 else { return rings.first ?? Geometry(emptyOf: .polygon) }
        let isShell = shells()
        let shells = rings.indices.filter { isShell[$0] }
        var holes = [[Int]](repeating: [], count: rings.count)
        var partsInOrder = shells
        for (hole, shell) in owners(of: rings.indices.filter { !isShell[$0] }, among: shells) {
            // A hole in no shell was meant as an area of its own.
            if let shell { holes[shell].append(hole) } else { partsInOrder.append(hole) }
        }
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        for shell in partsInOrder.sorted() {
            for ring in [shell] + holes[shell] {
                xs += rings[ring].xs
                ys += rings[ring].ys
                ringEnds.append(Int32(truncatingIfNeeded: xs.count))
            }
            partEnds.append(Int32(truncatingIfNeeded: ringEnds.count))
        }
        return partEnds.count == 1
            ? try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ringEnds)
            : try Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
    }

    /// Which rings are shells: those that run clockwise; where none does, those that lie in an even number of others.
    private func shells() -> [Bool] {
        guard !areas.contains(where: { $0 < 0 }) else { return areas.map { $0 <= 0 } }
        return holders(of: Array(rings.indices), among: Array(rings.indices)).map { $0.count.isMultiple(of: 2) }
    }

    /// For each hole the smallest shell around it; where there is only one shell, that.
    private func owners(of holes: [Int], among shells: [Int]) -> [(hole: Int, shell: Int?)] {
        guard shells.count > 1 else { return holes.map { ($0, shells.first) } }
        return zip(holes, holders(of: holes, among: shells)).map { hole, holders in
            (hole, holders.min { areas[$0].magnitude < areas[$1].magnitude })
        }
    }

    /// For each ring those of `others` that hold it: told by its first position that lies strictly inside one, since rings
    /// may touch each other.
    private func holders(of inner: [Int], among others: [Int]) -> [[Int]] {
        guard !inner.isEmpty else { return [] }
        let locator = PolygonLocator(others.map { rings[$0] })
        return inner.map { ring in
            let matches = locator.locateAll(xs: rings[ring].xs, ys: rings[ring].ys)
            let box = rings[ring].envelope
            for position in rings[ring].xs.indices {
                let found = matches.polygons(of: position).map { others[Int($0)] }.filter {
                    $0 != ring && rings[$0].envelope.contains(box)
                }
                if !found.isEmpty { return found }
            }
            return []
        }
    }
}
