internal import Features
internal import Overlay
internal import Town

/// Looks at people and quarters together.
enum PopulationChecks {
    /// Quarters without residents, residents outside all quarters, cells that borders cut.
    static func findings(
        _ population: PopulationReading.Population, membership: AreaMembership,
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
}
