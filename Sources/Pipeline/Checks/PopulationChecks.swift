internal import Features
internal import Overlay
internal import Town

/// Looks at people and quarters together.
enum PopulationChecks {
    /// Quarters without residents, groups that are larger than all residents, residents outside all quarters, cells that
    /// borders cut.
    static func findings(
        _ population: PopulationReading.Population, groups: [PopulationGroup], membership: AreaMembership,
        quarters: AreaTable, quarterRows: [Int], quarterLayer: LoadedLayer
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let all = population.table.counts[0]
        for quarter in 0..<quarters.count where membership.sum(all, area: quarter) == 0 {
            findings.append(
                Diagnostic(
                    .quarterWithoutResidents, at: quarterLayer.location(quarterRows[quarter]),
                    ["name": quarters.names[quarter]]))
        }
        // Within one source rows and cells are compared; of two sources only quarters can be.
        for group in population.groupsOfOtherSources where groups.indices.contains(group) {
            for quarter in 0..<quarters.count where isLargerThanAll(group, in: quarter, population, membership) {
                let location = quarterLayer.location(quarterRows[quarter])
                findings.append(
                    Diagnostic(
                        .groupExceedsResidents, at: location,
                        ["group": groups[group].id, "name": quarters.names[quarter]]))
            }
        }
        var inside = [Double](repeating: 0, count: all.count)
        var cut = Set<Int32>()
        for entry in membership.origins.indices {
            inside[Int(membership.origins[entry])] += membership.weights[entry]
            if membership.weights[entry] < 1 { cut.insert(membership.origins[entry]) }
        }
        let outside = all.indices.filter { all[$0] > 0 && inside[$0] == 0 }
        if let first = outside.first {
            let people = outside.reduce(0.0) { $0 + all[$1] }
            findings.append(
                Diagnostic(
                    .residentsOutside, at: population.location(first),
                    ["count": "\(outside.count)", "residents": wholeNumber(people)]))
        }
        if let first = cut.min() {
            let file = SourceLocation(file: population.location(Int(first)).file)
            findings.append(Diagnostic(.cellsCut, at: file, ["count": "\(cut.count)"]))
        }
        return findings
    }

    /// Whether a quarter has more people of a group than residents, whatever is not exactly known of either.
    private static func isLargerThanAll(
        _ group: Int, in quarter: Int, _ population: PopulationReading.Population, _ membership: AreaMembership
    ) -> Bool {
        let area = OriginWeights(membership, area: quarter)
        let (own, all) = (population.table.counts[group], population.table.counts[0])
        let least = population.table.interval(group: group, area)?.lower ?? membership.sum(own, area: quarter)
        let most = population.table.interval(group: 0, area)?.upper ?? membership.sum(all, area: quarter)
        return least > most * (1 + 1e-9)
    }
}
