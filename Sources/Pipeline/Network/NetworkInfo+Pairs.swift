public import Features
internal import Formats
internal import Planar
internal import Travel

extension NetworkInfo {
    /// How many pairs are searched together: the times between all of their positions are in memory.
    private static let pairsAtOnce = 128

    /// The times between pairs of positions as a table: the number of the pair from 0, the seconds, and a status:
    /// `reached`, `not_reachable` within two hours, or `not_connected` to the streets.
    ///
    /// Positions get onto the streets as people and places do: over every piece within the snapping limit, across no
    /// barrier.
    ///
    /// - Parameter path: Lines of GeoJSON, each from the first position of a pair to the second.
    /// - Throws: as reading layers does; `.malformedData` where a feature is no line.
    public func pairTimes(path: String) throws(Failure) -> [UInt8] {
        let read = try GeoJSONReader.read(path: path)
        let (metric, _) = try MetricLayer.make((consume read).takeLayer(), in: streets.referenceSystem)
        let layer = metric.layer
        var pairs: [Pair] = []
        for row in 0..<layer.count {
            guard let line = layer.geometries[row], let pair = Pair(line) else {
                throw Failure(
                    .malformedData,
                    Diagnostic(
                        .wrongKind, at: layer.location(ofFeature: row),
                        ["kind": layer.geometries[row].map { "\($0.kind)" } ?? "-"]))
            }
            pairs.append(pair)
        }
        let travel = NetworkTravel(
            network: network, profileID: profile.id, barriers: streets.ways.barriers, snapping: streets.snapping)
        var table = CSVWriter(.standard, header: ["pair", "seconds", "status"])
        for first in stride(from: 0, to: pairs.count, by: NetworkInfo.pairsAtOnce) {
            let block = Array(pairs[first..<min(first + NetworkInfo.pairsAtOnce, pairs.count)])
            for (row, cells) in NetworkInfo.cells(block, travel).enumerated() {
                table.append([.integer(first + row)] + cells)
            }
        }
        return table.bytes
    }

    /// Where one sets out and where one wants to get to, in metres.
    private struct Pair {
        let from: (x: Double, y: Double)
        let to: (x: Double, y: Double)

        /// The ends of a line; nil for anything else.
        init?(_ line: Geometry) {
            guard line.kind == .lineString, let x = line.xs.first, let y = line.ys.first, let toX = line.xs.last,
                let toY = line.ys.last
            else { return nil }
            from = (x, y)
            to = (toX, toY)
        }
    }

    /// The seconds and the status of each pair.
    private static func cells(_ pairs: [Pair], _ travel: NetworkTravel) -> [[TableCell]] {
        guard let origins = query(pairs.map(\.from)), let destinations = query(pairs.map(\.to)),
            let times = try? travel.travelTimes(
                originXs: origins.xs, originYs: origins.ys, query: destinations, limit: NetworkTravel.defaultCap)
        else { return [] }
        let isConnected = zip(travel.areConnected(origins), travel.areConnected(destinations)).map { $0 && $1 }
        return pairs.indices.map { pair in
            guard isConnected[pair] else { return [.empty, .text("not_connected")] }
            guard let milliseconds = times[pair, pair] else { return [.empty, .text("not_reachable")] }
            return [.rounded(Double(milliseconds) / 1_000, decimals: 3), .text("reached")]
        }
    }

    /// Positions as destinations of one category; positions of layers are finite.
    private static func query(_ positions: [(x: Double, y: Double)]) -> ReachQuery? {
        try? ReachQuery(
            xs: positions.map(\.x), ys: positions.map(\.y), categories: positions.map { _ in 0 }, categoryCount: 1,
            limits: [])
    }
}
