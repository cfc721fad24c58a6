internal import Formats
internal import Planar

/// W11: the census file of a whole country is clipped to a town.
enum CensusWorkload {
    private static let file = "census.csv"
    private static let characteristic = "AnteilAuslaender"
    /// The town in EPSG:3035, as in `Scripts/benchmark/workloads.py`.
    static let town = Envelope(minX: 4_310_000, minY: 3_380_000, maxX: 4_322_000, maxY: 3_392_000)

    static func run(_ folder: String, _ recorder: inout WorkloadRecorder) throws {
        let grid = try CensusReader.read(paths: ["\(folder)/\(file)"], clip: [town]).grid
        recorder.endPhase("read")
        guard let shares = grid.characteristic(named: characteristic) else {
            throw WorkloadError.valueMissing(characteristic)
        }
        let states = shares.states
        func count(_ state: CensusState) -> JSONValue { .integer(states.count { $0 == state }) }
        var table: [Int64] = []
        var sum = 0
        for (row, cell) in grid.cells.enumerated() {
            let hundredths = shares.value(at: row).flatMap { Int(exactly: ($0 * 100).rounded()) }
            sum += hundredths ?? 0
            table += [Int64(cell.north), Int64(cell.east)]
            table.append(Int64(hundredths ?? (states[row] == .suppressed ? -9 : -1)))
        }
        recorder.record("cells", .integer(grid.count))
        recorder.record("counted", count(.counted))
        recorder.record("unreliable", count(.unreliable))
        recorder.record("none", count(.noneOrFew))
        recorder.record("suppressed", count(.suppressed))
        recorder.record("sum", .integer(sum))
        recorder.record("table", digest(table))
        recorder.endPhase("count")
    }
}
