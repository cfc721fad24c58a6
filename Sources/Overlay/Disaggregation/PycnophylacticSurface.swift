/// A smooth surface of people over a regular grid that has no steps at the borders of zones, and yet in each zone exactly
/// the people that were counted there: pycnophylactic interpolation (Tobler 1979, Journal of the American Statistical
/// Association 74(367):519–530).
public struct PycnophylacticSurface: Sendable, Hashable {
    /// When smoothing ends.
    public struct Limits: Sendable, Hashable {
        /// The most rounds.
        public var rounds: Int
        /// Smoothing ends when no cell changes by more than this part of the mean of a cell.
        public var change: Double
        /// How far a cell moves towards the mean of its neighbours in a round, in 0…1. At 1 a chequerboard never dies out.
        public var step: Double

        /// Makes limits.
        public init(rounds: Int = 500, change: Double = 1e-3, step: Double = 0.5) {
            self.rounds = rounds
            self.change = change
            self.step = step
        }
    }

    /// The people of each cell, row by row from the south-west; 0 outside every zone.
    public let values: [Double]
    /// The rounds until the surface was smooth, or the most.
    public let rounds: Int
    /// The change in the last round, in parts of the mean of a cell.
    public let lastChange: Double

    /// Smooths the people of zones.
    ///
    /// Each round: a cell moves towards the mean of its four neighbours (itself in place of one that is in no zone); then
    /// each zone gets back evenly what it lost; what is negative becomes 0; and the zone is scaled to its total.
    ///
    /// - Parameters:
    ///   - zones: the zone of each cell, row by row; negative for none.
    ///   - columns: the number of cells in a row.
    ///   - totals: the people of each zone, not negative. Those of a zone without cells are not on the surface.
    public init(zones: [Int32], columns: Int, totals: [Double], limits: Limits = Limits()) {
        let frame = Frame(zones: zones, columns: columns, zoneCount: totals.count)
        var values = frame.cells.map { totals[Int(frame.zones[$0])] / frame.sizes[Int(frame.zones[$0])] }
        let people = values.reduce(0, +)
        let mean = people / Double(max(values.count, 1))
        var (rounds, lastChange) = (0, 0.0)
        while rounds < limits.rounds, mean > 0 {
            var next = frame.smoothed(values, step: limits.step)
            frame.restore(&next, totals)
            lastChange = zip(values, next).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } / mean
            values = next
            rounds += 1
            if lastChange <= limits.change { break }
        }
        var all = [Double](repeating: 0, count: zones.count)
        for (index, cell) in frame.cells.enumerated() { all[cell] = values[index] }
        (self.values, self.rounds, self.lastChange) = (all, rounds, lastChange)
    }

    /// The cells that lie in a zone, and their neighbours.
    private struct Frame {
        let zones: [Int32]
        /// The cells in zones, ascending.
        let cells: [Int]
        /// For each of them four positions in ``cells``: its neighbours west, east, south, north, or itself.
        var neighbours: [Int32] = []
        /// The cells of each zone.
        var sizes: [Double]

        init(zones: [Int32], columns: Int, zoneCount: Int) {
            self.zones = zones
            cells = zones.indices.filter { zones[$0] >= 0 && Int(zones[$0]) < zoneCount }
            sizes = [Double](repeating: 0, count: zoneCount)
            var positions = [Int32](repeating: -1, count: zones.count)
            for (index, cell) in cells.enumerated() {
                positions[cell] = Int32(truncatingIfNeeded: index)
                sizes[Int(zones[cell])] += 1
            }
            neighbours.reserveCapacity(4 * cells.count)
            for cell in cells {
                let column = columns > 0 ? cell % columns : 0
                for (isThere, other) in [
                    (column > 0, cell - 1), (column + 1 < columns, cell + 1), (cell >= columns, cell - columns),
                    (cell + columns < zones.count, cell + columns),
                ] {
                    neighbours.append(isThere && positions[other] >= 0 ? positions[other] : positions[cell])
                }
            }
        }

        func smoothed(_ values: [Double], step: Double) -> [Double] {
            values.indices.map { index in
                let mean =
                    (values[Int(neighbours[4 * index])] + values[Int(neighbours[4 * index + 1])]
                        + values[Int(neighbours[4 * index + 2])] + values[Int(neighbours[4 * index + 3])]) / 4
                return values[index] + step * (mean - values[index])
            }
        }

        /// Gives every zone its total back, with nothing negative.
        func restore(_ values: inout [Double], _ totals: [Double]) {
            let sums = sums(values)
            for index in values.indices {
                let zone = Int(zones[cells[index]])
                values[index] = max(0, values[index] + (totals[zone] - sums[zone]) / sizes[zone])
            }
            let clipped = self.sums(values)
            for index in values.indices {
                let zone = Int(zones[cells[index]])
                values[index] =
                    clipped[zone] > 0 ? values[index] * (totals[zone] / clipped[zone]) : totals[zone] / sizes[zone]
            }
        }

        private func sums(_ values: [Double]) -> [Double] {
            var sums = [Double](repeating: 0, count: sizes.count)
            for index in values.indices { sums[Int(zones[cells[index]])] += values[index] }
            return sums
        }
    }
}
