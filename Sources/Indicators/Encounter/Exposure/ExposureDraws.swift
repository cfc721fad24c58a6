internal import Parallel

/// Exposure computed again and again, each time with people drawn anew.
struct ExposureDraws: Sendable {
    private let town: ClassedTown
    private let groups: Int
    private let parts: [[Double]]

    /// Draws so often.
    ///
    /// - Parameter people: draws the people: for each group, all residents first, the count at each origin.
    init(
        _ town: ClassedTown, groups: Int, count: Int, seed: UInt64,
        people: @Sendable (inout SeededRandom) -> [[Double]]
    ) {
        self.town = town
        self.groups = groups
        // The parts of the draws do not depend on the machine: each has a sequence of its own.
        let ranges = evenRanges(count, pieces: 16)
        parts = parallelMap(ranges.count) { part in
            var random = SeededRandom(seed: seed, stream: UInt64(part))
            var means: [Double] = []
            for _ in ranges[part] { means += town.means(people(&random)) }
            return means
        }
    }

    /// What was drawn for a group of an area, ascending; draws in which nobody of it has a place in reach are left out.
    ///
    /// - Parameter figure: the figure of a draw.
    func figures(
        area: Int, sum: Int, group: Int, other: Int, _ figure: (ExposureSums.Exposure) -> Double
    ) -> [Double] {
        let position = town.position(area: area, sum: sum, group: group, other: other, groups: groups)
        return parts.flatMap { means in
            stride(from: position, to: means.count, by: town.count(groups: groups)).compactMap { start in
                means[start].isNaN
                    ? nil
                    : figure(
                        ExposureSums.Exposure(
                            members: 0, places: means[start], quarter: means[start + 1], origin: means[start + 2]))
            }
        }.sorted()
    }
}

extension EncounterPeople {
    /// The inhabited origins by position and people: the same order however the table is sorted.
    func order(xs: [Double], ys: [Double]) -> [Int] {
        Indicators.canonicalOrder([xs, ys] + counts).filter { counts[0][$0] > 0 }
    }
}
