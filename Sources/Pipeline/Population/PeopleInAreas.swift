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
        do {
            return try ArealTransfer.membership(cells: cells, areas: areas, isCoverage: isCoverage)
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
        }
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
        let free: AreaMembership
        do {
            free = try ArealTransfer.membership(cells: others.map { cells[$0] }, areas: quarters, isCoverage: true)
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
        }
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
