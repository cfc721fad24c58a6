internal import Features
internal import Formats
internal import Overlay
internal import Parallel
internal import Planar
internal import Synchronization
internal import Travel

/// W8: everything from files to outputs in one process. The layers are read once for W2 to W6, addresses and places
/// snapped once for W5 and W6; then a table of the quarters is written three times.
enum EverythingWorkload {
    private static let categories = Region.categories.indices

    /// The addresses as far as several parts ask for them.
    private struct Addresses: Sendable {
        var xs: [Double]
        var ys: [Double]
        var people: [Int32]
        /// The quarter of each; -1 where it is in none.
        var owners: [Int32]
    }

    /// - Parameter output: the folder that the files are written into.
    static func run(_ region: Region, output: String, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters")
        let (places, categories) = try region.places()
        let capacities = try places.layer.wholeNumbers("capacity").map(Double.init)
        var table = QuarterTable(count: quarters.geometries.count)
        table.add("qid", counts: try quarters.layer.wholeNumbers("qid").map(Int64.init))
        try overlay(region, quarters, places, categories, &recorder)

        let addresses = try assign(region, quarters.geometries, places, categories, &table, &recorder)
        let residents = residents(addresses, quarterCount: table.count)
        let straight = try reach(addresses, places, categories, residents, &recorder)
        try walk(region, addresses, places, categories, capacities, residents, &table, &recorder)
        for (category, means) in straight.enumerated() {
            table.add("straight_\(Region.categories[category])", means: means)
        }

        try table.write(quarters: quarters.geometries, in: region.referenceSystem, to: output)
        recorder.record(
            "report",
            [
                "rows": .integer(table.count), "columns": .array(table.names.map { .string($0) }),
                "sums": .array(table.sums),
            ])
        recorder.endPhase("report")
    }

    /// W2; the focus areas are needed for nothing else.
    private static func overlay(
        _ region: Region, _ quarters: AreaLayer, _ places: PointLayer, _ categories: [Int32],
        _ recorder: inout WorkloadRecorder
    ) throws {
        let focusAreas = try region.areas("focus")
        recorder.endPhase("load areas and places")
        try recorder.part("W2") { recorder in
            try OverlayWorkload.measure(quarters, focusAreas, places, categories, &recorder)
        }
    }

    /// W3: fills the columns of what is counted, and keeps of the addresses what is still to be asked for.
    private static func assign(
        _ region: Region, _ quarters: [Geometry], _ places: PointLayer, _ categories: [Int32],
        _ table: inout QuarterTable, _ recorder: inout WorkloadRecorder
    ) throws -> Addresses {
        let points = try region.points("addresses")
        recorder.endPhase("load addresses")
        return try recorder.part("W3") { recorder in
            let width = AssignmentWorkload.columns
            var counts = [Int64](repeating: 0, count: quarters.count * width)
            let locator = PolygonLocator(quarters)
            let membership = try AssignmentWorkload.countResidents(points, in: quarters, locator, &counts)
            AssignmentWorkload.countPlaces(places, categories, in: quarters, locator, &counts)
            AssignmentWorkload.record(counts, &recorder)
            for (column, name) in (["addresses", "pop", "foreign", "u18"] + Region.categories).enumerated() {
                table.add(name, counts: quarters.indices.map { counts[$0 * width + column] })
            }
            var owners = [Int32](repeating: -1, count: points.xs.count)
            for quarter in quarters.indices {
                for entry in membership.entries(ofArea: quarter) {
                    owners[Int(membership.origins[entry])] = Int32(truncatingIfNeeded: quarter)
                }
            }
            let people = try points.layer.wholeNumbers("pop").map { Int32(truncatingIfNeeded: $0) }
            recorder.endPhase("join")
            return Addresses(xs: points.xs, ys: points.ys, people: people, owners: owners)
        }
    }

    /// W4: the straight way to the nearest place of each category in metres, as the mean of the residents of each
    /// quarter.
    private static func reach(
        _ addresses: Addresses, _ places: PointLayer, _ categories: [Int32], _ residents: [Int],
        _ recorder: inout WorkloadRecorder
    ) throws -> [[Double]] {
        let width = Self.categories.count
        // Sums of whole numbers do not depend on the order of the blocks.
        let millimetres = Mutex([Int](repeating: 0, count: residents.count * width))
        try recorder.part("W4") { recorder in
            try ReachWorkload.measure((addresses.xs, addresses.ys), places, categories, &recorder) { block in
                // The addresses of a block lie together, thus in few quarters, which are numbered as they come.
                var numbers: [Int32: Int] = [:]
                let rows = block.origins.map { origin in
                    let owner = addresses.owners[Int(origin)]
                    // Who is in no quarter counts for nobody.
                    guard owner >= 0 else { return (number: 0, people: 0) }
                    let number = numbers[owner] ?? numbers.count
                    numbers[owner] = number
                    return (number, Int(addresses.people[Int(origin)]))
                }
                var sums = [Int](repeating: 0, count: max(numbers.count, 1) * width)
                for category in 0..<width {
                    for (row, cost) in zip(rows, block.nearestCosts(category: category)) {
                        sums[row.number * width + category] += row.people * Int(max(cost, 0))
                    }
                }
                millimetres.withLock { total in
                    for (owner, number) in numbers {
                        for category in 0..<width {
                            total[Int(owner) * width + category] += sums[number * width + category]
                        }
                    }
                }
            }
        }
        return millimetres.withLock { total in
            Self.categories.map { category in
                residents.indices.map { mean(total[$0 * width + category], residents[$0], parts: 1_000) }
            }
        }
    }

    /// The network as W5 and W6 search on it, and where on it addresses and places are.
    private struct Streets: Sendable {
        var arcs: ArcList
        var nodeOfRow: [Int32]
        var nodeOfAddress: [Int32]
        var nodeOfPlace: [Int32]
    }

    /// Reads the network and snaps addresses and places to it; where its nodes are is not kept.
    private static func streets(
        _ region: Region, _ addresses: Addresses, _ places: PointLayer, _ recorder: inout WorkloadRecorder
    ) throws -> Streets {
        let network = try WalkingNetwork(region)
        recorder.endPhase("load network")
        let snapped = WalkWorkload.snap(network, (addresses.xs, addresses.ys), (places.xs, places.ys))
        recorder.endPhase("snap")
        return Streets(
            arcs: try network.arcs(), nodeOfRow: network.nodeOfRow, nodeOfAddress: snapped.addresses,
            nodeOfPlace: snapped.places)
    }

    /// W5 and W6, on one network.
    private static func walk(
        _ region: Region, _ addresses: Addresses, _ places: PointLayer, _ categories: [Int32], _ capacities: [Double],
        _ residents: [Int], _ table: inout QuarterTable, _ recorder: inout WorkloadRecorder
    ) throws {
        let streets = try streets(region, addresses, places, &recorder)
        let (arcs, nodeOfAddress, nodeOfPlace) = (streets.arcs, streets.nodeOfAddress, streets.nodeOfPlace)
        let nodeCount = streets.nodeOfRow.count
        let destinations = try NodeDestinations(
            nodes: nodeOfPlace, categories: categories, categoryCount: Self.categories.count, nodeCount: nodeCount)
        let people = FloatingCatchmentWorkload.people(addresses.people, nodeOfAddress, nodeCount: nodeCount)
        recorder.endPhase("build")

        func sums(_ columns: [[Int32]], _ value: @Sendable (Int32) -> Int) -> [[Int]] {
            parallelMap(columns.count) { column in
                var sums = [Int](repeating: 0, count: residents.count)
                for (address, owner) in addresses.owners.enumerated() where owner >= 0 {
                    let value = value(columns[column][Int(nodeOfAddress[address])])
                    sums[Int(owner)] += Int(addresses.people[address]) * value
                }
                return sums
            }
        }
        func add(_ name: String, _ sums: [[Int]], parts: Int) {
            for category in Self.categories {
                table.add(
                    "\(name)_\(Region.categories[category])",
                    means: zip(sums[category], residents).map { mean($0, $1, parts: parts) })
            }
        }
        try recorder.part("W5") { recorder in
            // One table of nodes after the other, so that only one is in memory.
            let near = try arcs.nearestCosts(to: destinations, limit: WalkWorkload.nearLimit - 1)
            recorder.endPhase("nearest")
            WalkWorkload.recordNear(near, nodeOfAddress, streets.nodeOfRow, &recorder)
            add("walk", sums(near) { Int($0 == Reach.absent ? WalkWorkload.nearLimit : $0) }, parts: 10)
            recorder.endPhase("digest of nearest")
        }
        let supplies = try FloatingCatchmentWorkload.supplies(
            capacities, categories, nodeOfPlace, nodeCount: nodeCount)
        let catchments = try arcs.catchments(of: supplies, people: people, steps: FloatingCatchmentWorkload.steps)
        recorder.endPhase("W5 and W6 catchments")
        try recorder.part("W5") { recorder in
            // What is competed for has been counted with the catchments, which have the same limit.
            var counts = [[Int32]](repeating: [], count: Self.categories.count)
            for (catchment, name) in zip(catchments, FloatingCatchmentWorkload.categories) {
                if let category = Region.categories.firstIndex(of: name) {
                    counts[category] = catchment.destinationCounts
                }
            }
            let others = Self.categories.filter { counts[$0].isEmpty }
            let columns = try arcs.destinationCounts(
                to: destinations.only(others), limit: WalkWorkload.countLimit)
            for (category, column) in zip(others, columns) { counts[category] = column }
            recorder.endPhase("count")
            WalkWorkload.recordCounts(counts, nodeOfAddress, streets.nodeOfRow, &recorder)
            add("within", sums(counts) { Int($0) }, parts: 1)
            recorder.endPhase("digest of counts")
        }
        recorder.part("W6") { recorder in
            let means = parallelMap(catchments.count) { catchment in
                FloatingCatchmentWorkload.means(
                    catchments[catchment].access, nodeOfAddress, addresses.owners, addresses.people,
                    quarterCount: residents.count)
            }
            FloatingCatchmentWorkload.record(catchments, people, means, &recorder)
            for (name, means) in zip(FloatingCatchmentWorkload.categories, means) {
                table.add("per_head_\(name)", means: means)
            }
            recorder.endPhase("means")
        }
    }

    /// The residents of each quarter.
    private static func residents(_ addresses: Addresses, quarterCount: Int) -> [Int] {
        var residents = [Int](repeating: 0, count: quarterCount)
        for (address, owner) in addresses.owners.enumerated() where owner >= 0 {
            residents[Int(owner)] += Int(addresses.people[address])
        }
        return residents
    }

    /// A sum over residents as their mean, in units of which a sum counts `parts` to the one; 0 where nobody lives.
    private static func mean(_ sum: Int, _ residents: Int, parts: Int) -> Double {
        residents > 0 ? Double(sum) / Double(residents * parts) : 0
    }
}
