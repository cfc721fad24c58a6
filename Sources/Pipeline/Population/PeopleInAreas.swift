internal import Topology
internal import Town
internal import Features
internal import Overlay
internal import Planar

/// Counts people in areas, whether they are given as points or as cells.
struct PeopleInAreas {
    var population: PopulationReading.Population?
    let groupCount: Int

    /// Which origins lie in which area.
    func membership(
        _ areas: [Geometry], isCoverage: Bool, locator: PolygonLocator? = nil, _ location: SourceLocation
    ) throws(Failure) -> AreaMembership {
        guard let population else { return AreaMembership() }
        guard let cells = population.cells else {
            return ArealTransfer.membership(
                xs: population.table.xs, ys: population.table.ys, areas: areas, isCoverage: isCoverage,
                locator: locator)
        }
        return try membership(
            of: cells, xs: population.table.xs, ys: population.table.ys, areas, isCoverage: isCoverage,
            locator: locator, location)
    }

    /// Cells by their area, points among them whole: a point has no area that could be divided.
    private func membership(
        of shapes: [Geometry], xs: [Double], ys: [Double], _ areas: [Geometry], isCoverage: Bool,
        locator: PolygonLocator?, _ location: SourceLocation
    ) throws(Failure) -> AreaMembership {
        let parts: AreaMembership
        do {
            parts = try ArealTransfer.membership(cells: shapes, areas: areas, isCoverage: isCoverage)
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
        }
        let points = shapes.indices.filter { shapes[$0].kind == .point }
        if points.isEmpty { return parts }
        let whole = ArealTransfer.membership(
            xs: points.map { xs[$0] }, ys: points.map { ys[$0] }, areas: areas, isCoverage: isCoverage,
            locator: locator)
        return PeopleInAreas.merged(parts, whole) { Int32(truncatingIfNeeded: points[Int($0)]) }
    }

    /// What lies in each area by either of two memberships that have no origin in common.
    private static func merged(
        _ cells: AreaMembership, _ points: AreaMembership, origin: (Int32) -> Int32
    ) -> AreaMembership {
        var merged = AreaMembership()
        for area in 0..<cells.areaCount {
            var entries: [(origin: Int32, weight: Double)] = []
            for entry in cells.entries(ofArea: area) { entries.append((cells.origins[entry], cells.weights[entry])) }
            for entry in points.entries(ofArea: area) {
                entries.append((origin(points.origins[entry]), points.weights[entry]))
            }
            entries.sort { $0.origin < $1.origin }
            merged.appendArea(origins: entries.map { $0.origin }, weights: entries.map { $0.weight })
        }
        return merged
    }

    /// Which origins lie in which quarter. What a register counts in a quarter lies in that quarter alone, however the
    /// borders of quarters overlap.
    func quarterMembership(
        _ quarters: [Geometry], locator: PolygonLocator, _ location: SourceLocation
    ) throws(Failure) -> AreaMembership {
        guard let population, !population.quarters.isEmpty, let cells = population.cells else {
            return try membership(quarters, isCoverage: true, locator: locator, location)
        }
        var owned = [[Int32]](repeating: [], count: quarters.count)
        for (origin, quarter) in population.quarters { owned[Int(quarter)].append(origin) }
        let taken = Set(population.quarters.map(\.origin))
        let others = cells.indices.filter { !taken.contains(Int32($0)) }
        let free = try membership(
            of: others.map { cells[$0] }, xs: others.map { population.table.xs[$0] },
            ys: others.map { population.table.ys[$0] }, quarters, isCoverage: true, locator: locator, location)
        var result = AreaMembership()
        for quarter in quarters.indices {
            let entries = free.entries(ofArea: quarter)
            let members =
                (entries.map { (Int32(others[Int(free.origins[$0])]), free.weights[$0]) }
                + owned[quarter].map { ($0, 1) }).sorted { $0.0 < $1.0 }
            result.appendArea(origins: members.map(\.0), weights: members.map(\.1))
        }
        return result
    }

    /// The residents of each group in one area of a membership.
    func residents(_ membership: AreaMembership, area: Int) -> [Double] {
        guard let population else { return [] }
        return population.table.counts.map { membership.sum($0, area: area) }
    }

    /// For each group between what its people in an area lie, nil where they are exact; empty where all counts are.
    func ranges(_ area: OriginWeights) -> [ClosedRange<Double>?] { population?.table.ranges(area) ?? [] }

    /// The residents of each group that no area of the membership holds.
    func outside(_ membership: AreaMembership) -> [Double] {
        guard let population else { return [] }
        var inside = [Double](repeating: 0, count: population.table.xs.count)
        for entry in membership.origins.indices { inside[Int(membership.origins[entry])] += membership.weights[entry] }
        return population.table.counts.map { counts in
            var sum = 0.0
            for origin in counts.indices {
                // Shares are quotients of areas: what rounding leaves over is nobody.
                let share = 1 - inside[origin]
                if share > 1e-9 { sum += counts[origin] * share }
            }
            return sum
        }
    }
}
