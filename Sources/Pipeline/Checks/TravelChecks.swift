internal import Features
internal import Overlay
internal import Planar
internal import ReferenceSystems
internal import Town
internal import Travel

/// Looks at people, places and streets together: who does not reach the network on foot.
enum TravelChecks {
    /// The residents within the quarters whom no street reaches, as one finding at the first of them.
    static func residents(
        _ population: PopulationReading.Population, membership: AreaMembership,
        travel: TownTravel, snapping: Double
    ) -> [Diagnostic] {
        guard let connected = travel.ways.first?.connected, connected.count == population.table.xs.count else {
            return []
        }
        let all = population.table.counts[0]
        let inside = Set(membership.origins)
        let lost = all.indices.filter { all[$0] > 0 && !connected[$0] && inside.contains(Int32($0)) }
        guard let first = lost.first else { return [] }
        return [
            Diagnostic(
                .residentsNotConnected, at: population.location(first),
                [
                    "count": "\(lost.count)", "residents": wholeNumber(lost.reduce(0.0) { $0 + all[$1] }),
                    "metres": wholeNumber(snapping),
                ])
        ]
    }

    /// The places of the town that no street reaches. Sensitive places are not looked for and not told.
    static func places(
        _ places: PlaceTable, _ assignments: [Assignment], travel: TownTravel, snapping: Double,
        location: (Int) -> SourceLocation
    ) -> [Diagnostic] {
        guard let walking = travel.ways.first else { return [] }
        var findings: [Diagnostic] = []
        var entrances = ReachQuery.Entrances()
        for place in 0..<places.count {
            let range = places.entrances(ofPlace: place)
            entrances.xs += places.entranceXs[range]
            entrances.ys += places.entranceYs[range]
            entrances.ends.append(Int32(truncatingIfNeeded: entrances.xs.count))
        }
        let query = try? ReachQuery(
            xs: places.xs, ys: places.ys, categories: places.xs.map { _ in 0 }, categoryCount: 1, limits: [],
            entrances: entrances)
        guard let connected = query.map(walking.travel.areConnected) else { return [] }
        for place in 0..<places.count where !connected[place] && assignments[place].situation != .outside {
            guard !places.categories[Int(places.categoryIndexes[place])].isSensitive else { continue }
            findings.append(
                Diagnostic(
                    .placeNotConnected, at: location(place),
                    [
                        "name": places.names[place].isEmpty ? places.ids[place] : places.names[place],
                        "metres": wholeNumber(snapping),
                    ]))
        }
        return findings
    }
}
