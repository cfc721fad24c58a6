internal import Parallel

/// Tells for many positions which of a set of polygons holds them, exactly.
///
/// The polygons may be a coverage, overlap, have holes and several parts; lines and points hold nothing. Inside
/// means enclosed by an odd number of rings; on a ring is boundary, never inside. The answers are those of exact
/// arithmetic: every decision is taken by ``orientation(ax:ay:bx:by:cx:cy:)`` and by comparing coordinates.
///
/// A uniform grid lies over the polygons. For each cell is known which polygons hold its centre and which edges
/// pass through it; a position is compared with the centre of its cell by the edges that the way between them
/// crosses. A query costs the edges of one cell. See `CellEdges` for the degenerate cases.
public struct PolygonLocator: Sendable {
    /// What ``locate(xs:ys:)`` answers where no polygon holds the position.
    public static let none: Int32 = -1

    private let cells: CellEdges

    /// A locator over `polygons`, which keep their indexes.
    public init(_ polygons: [Geometry]) {
        cells = CellEdges(polygons, cellSize: nil)
    }

    /// A locator with cells of a given size, to put centres where they are awkward.
    init(_ polygons: [Geometry], cellSize: Double) {
        cells = CellEdges(polygons, cellSize: cellSize)
    }

    /// For each position the lowest polygon that holds it strictly inside, ``none`` where there is none.
    /// A coordinate that is not finite is in no polygon. Runs on all cores.
    public func locate(xs: [Double], ys: [Double]) -> [Int32] {
        lowest(xs, ys, orBoundary: false)
    }

    /// For each position the lowest polygon that holds it inside; else the lowest one whose boundary it lies on; else
    /// ``none``. So every position of a coverage has exactly one polygon. Runs on all cores.
    public func owners(xs: [Double], ys: [Double]) -> [Int32] {
        lowest(xs, ys, orBoundary: true)
    }

    private func lowest(_ xs: [Double], _ ys: [Double], orBoundary: Bool) -> [Int32] {
        inPieces(xs, ys) { xs, ys in
            cells.withCells { cells in
                // First all cells, whose loads from memory then overlap, then the cells with edges.
                var found = (0..<xs.count).map { cells.content(x: xs[$0], y: ys[$0]) }
                for index in found.indices where found[index] < CellEdges.Content.nothing {
                    let content = found[index]
                    found[index] = PolygonLocator.none
                    cells.visit(x: xs[index], y: ys[index], content: content) { polygon, place in
                        if place == .inside {
                            found[index] = polygon
                            return false
                        }
                        if orBoundary, found[index] == PolygonLocator.none { found[index] = polygon }
                        return true
                    }
                }
                return found
            }
        }.flatMap { $0 }
    }

    /// For each position all polygons that hold it strictly inside, ascending. Runs on all cores.
    public func locateAll(xs: [Double], ys: [Double]) -> PolygonMatches {
        let pieces = inPieces(xs, ys) { xs, ys in
            var matches = PolygonMatches()
            cells.withCells { cells in
                for index in xs.indices {
                    cells.visit(x: xs[index], y: ys[index], content: cells.content(x: xs[index], y: ys[index])) {
                        polygon, place in
                        if place == .inside { matches.polygons.append(polygon) }
                        return true
                    }
                    matches.ends.append(Int32(truncatingIfNeeded: matches.polygons.count))
                }
            }
            return matches
        }
        var all = PolygonMatches()
        for piece in pieces {
            let offset = Int32(truncatingIfNeeded: all.polygons.count)
            all.ends.append(contentsOf: piece.ends.map { $0 &+ offset })
            all.polygons.append(contentsOf: piece.polygons)
        }
        return all
    }

    /// For each position its place among the polygons: inside the lowest one that holds it; else on the boundary
    /// of the lowest one whose boundary it lies on; else outside. Runs on all cores.
    public func places(xs: [Double], ys: [Double]) -> [PolygonPlace] {
        inPieces(xs, ys) { xs, ys in
            var places = [PolygonPlace](repeating: .outside, count: xs.count)
            cells.withCells { cells in
                for index in places.indices {
                    cells.visit(x: xs[index], y: ys[index], content: cells.content(x: xs[index], y: ys[index])) {
                        polygon, place in
                        if place == .inside {
                            places[index] = .inside(polygon)
                            return false
                        }
                        if places[index] == .outside { places[index] = .boundary(polygon) }
                        return true
                    }
                }
            }
            return places
        }.flatMap { $0 }
    }

    /// Runs `body` over pieces of the positions side by side; as many positions as the shorter column has.
    private func inPieces<Found: Sendable>(
        _ xs: [Double], _ ys: [Double],
        _ body: @Sendable (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Found
    ) -> [Found] {
        let count = min(xs.count, ys.count)
        let ranges = evenRanges(count, pieces: 1 + count / 16_384)
        return parallelMap(ranges.count) { piece in
            xs.withUnsafeBufferPointer { xs in
                ys.withUnsafeBufferPointer { ys in
                    body(
                        UnsafeBufferPointer(rebasing: xs[ranges[piece]]),
                        UnsafeBufferPointer(rebasing: ys[ranges[piece]]))
                }
            }
        }
    }
}

/// Where a position lies among polygons.
public enum PolygonPlace: Sendable, Hashable {
    /// Strictly inside the polygon of this index.
    case inside(Int32)
    /// On a ring of the polygon of this index.
    case boundary(Int32)
    /// In none and on none.
    case outside
}

/// For each position a list of polygons, in two columns.
public struct PolygonMatches: Sendable, Equatable {
    /// Where the list of each position ends in ``polygons``.
    public internal(set) var ends: [Int32] = []
    /// The polygons of the first position, ascending, then those of the second, …
    public internal(set) var polygons: [Int32] = []

    /// The polygons of a position, ascending.
    public func polygons(of position: Int) -> ArraySlice<Int32> {
        polygons[(position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])]
    }
}
