internal import Planar

extension RasterWindow {
    /// The most points a surface may have: 64 MiB of costs. At 10 m this is a square of 41 km.
    static let largestCount = 1 << 24
    /// Coordinates farther than this from the origin are not metres on Earth; nothing there is put on a raster.
    static let largestCoordinate = 1e8

    /// The points that lie in a box, and one more on each side of it. Where these are more than `largestCount`, the step
    /// is doubled until they fit.
    init(around box: Envelope, step: Int, largestCount: Int = RasterWindow.largestCount) {
        guard !box.isEmpty,
            [box.minX, box.minY, box.maxX, box.maxY].allSatisfy({ $0.magnitude <= RasterWindow.largestCoordinate })
        else {
            self = .empty(step: max(step, 1))
            return
        }
        var step = min(max(step, 1), 1 << 20)
        func points(from least: Double, to most: Double) -> Range<Int> {
            Int((least / Double(step)).rounded(.down)) - 1..<Int((most / Double(step)).rounded(.up)) + 2
        }
        var columns = points(from: box.minX, to: box.maxX)
        var rows = points(from: box.minY, to: box.maxY)
        while columns.count * rows.count > max(largestCount, 16), step < 1 << 28 {
            step *= 2
            columns = points(from: box.minX, to: box.maxX)
            rows = points(from: box.minY, to: box.maxY)
        }
        self.init(step: step, columns: columns, rows: rows)
    }
}
