internal import Features
internal import Formats
internal import Overlay
internal import Planar

/// W3: residents and places in each quarter.
enum AssignmentWorkload {
    /// The columns before those of the categories: addresses, residents, foreign, under 18.
    static let firstCategory = 4
    /// The columns of the table.
    static var columns: Int { firstCategory + Region.categories.count }

    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        let quarters = try region.areas("quarters").geometries
        let addresses = try region.points("addresses")
        let (places, categories) = try region.places()
        recorder.endPhase("load")

        // A row for each quarter, in the order of the file, which is that of `qid`.
        var table = [Int64](repeating: 0, count: quarters.count * columns)
        let locator = PolygonLocator(quarters)
        recorder.endPhase("cell grid")
        try countResidents(addresses, in: quarters, locator, &table)
        recorder.endPhase("join")
        countPlaces(places, categories, in: quarters, locator, &table)
        recorder.endPhase("join places")
        record(table, &recorder)
        recorder.endPhase("totals")
    }

    /// The values to compare.
    static func record(_ table: [Int64], _ recorder: inout WorkloadRecorder) {
        func total(_ counted: Range<Int>) -> JSONValue {
            .integer(table.indices.reduce(0) { counted.contains($1 % columns) ? $0 + Int(table[$1]) : $0 })
        }
        recorder.record("assigned", total(0..<1))
        recorder.record("pop", total(1..<2))
        recorder.record("foreign", total(2..<3))
        recorder.record("places", total(firstCategory..<columns))
        recorder.record("table", digest(table))
    }

    /// Adds the addresses and their residents to the table; returns which addresses each quarter has.
    @discardableResult static func countResidents(
        _ addresses: PointLayer, in quarters: [Geometry], _ locator: PolygonLocator, _ table: inout [Int64]
    ) throws -> AreaMembership {
        let membership = ArealTransfer.membership(
            xs: addresses.xs, ys: addresses.ys, areas: quarters, isCoverage: true, locator: locator)
        for quarter in quarters.indices {
            table[quarter * columns] = Int64(membership.entries(ofArea: quarter).count)
        }
        for (column, name) in [(1, "pop"), (2, "foreign"), (3, "u18")] {
            guard let residents = try addresses.layer.required(name).gaplessDoubles() else {
                throw WorkloadError.valueMissing(name)
            }
            for quarter in quarters.indices {
                guard let sum = Int64(exactly: membership.sum(residents, area: quarter)) else {
                    throw WorkloadError.valueMissing(name)
                }
                table[quarter * columns + column] = sum
            }
        }
        return membership
    }

    /// Adds the places of each category to the table.
    static func countPlaces(
        _ places: PointLayer, _ categories: [Int32], in quarters: [Geometry], _ locator: PolygonLocator,
        _ table: inout [Int64]
    ) {
        let assignments = QuarterAssignment.assign(
            xs: places.xs, ys: places.ys, quarters: quarters, borderTolerance: 0, locator: locator)
        for (place, assignment) in assignments.enumerated() where assignment.situation == .inside {
            table[Int(assignment.quarter) * columns + firstCategory + Int(categories[place])] += 1
        }
    }
}
