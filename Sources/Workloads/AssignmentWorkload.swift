internal import Formats
internal import Overlay
internal import Planar

/// W3: residents and places in each quarter.
enum AssignmentWorkload {
    private static let firstCategory = 4
    private static var columns: Int { firstCategory + Region.categories.count }

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters").geometries
        let addresses = try region.points("addresses")
        let (places, categories) = try region.places()
        recorder.endPhase("load")

        // A row for each quarter, in the order of the file, which is that of `qid`.
        var table = [Int64](repeating: 0, count: quarters.count * columns)
        let membership = ArealTransfer.membership(
            xs: addresses.xs, ys: addresses.ys, areas: quarters, isCoverage: true)
        for (column, name) in [(1, "pop"), (2, "foreign"), (3, "u18")] {
            let residents = try addresses.layer.wholeNumbers(name)
            for quarter in quarters.indices {
                var sum = 0
                for origin in membership.origins[membership.entries(ofArea: quarter)] { sum += residents[Int(origin)] }
                table[quarter * columns + column] = Int64(sum)
            }
        }
        for quarter in quarters.indices {
            table[quarter * columns] = Int64(membership.entries(ofArea: quarter).count)
        }
        recorder.endPhase("join")

        let assignments = QuarterAssignment.assign(
            xs: places.xs, ys: places.ys, quarters: quarters, borderTolerance: 0)
        for (place, assignment) in assignments.enumerated() where assignment.situation == .inside {
            table[Int(assignment.quarter) * columns + firstCategory + Int(categories[place])] += 1
        }
        recorder.endPhase("join places")

        func total(_ counted: Range<Int>) -> JSONValue {
            .integer(table.indices.reduce(0) { counted.contains($1 % columns) ? $0 + Int(table[$1]) : $0 })
        }
        recorder.record("assigned", total(0..<1))
        recorder.record("pop", total(1..<2))
        recorder.record("foreign", total(2..<3))
        recorder.record("places", total(firstCategory..<columns))
        recorder.record("table", digest(table))
        recorder.endPhase("totals")
    }
}
