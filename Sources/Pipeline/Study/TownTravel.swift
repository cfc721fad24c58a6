internal import Features
internal import Indicators
internal import Overlay
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Town
internal import Travel

/// How people get around in a town: a network and its searches for each profile.
struct TownTravel: Sendable {
    /// A profile with its network.
    struct Way: Sendable {
        /// The profile.
        let profile: TravelProfile
        /// The searches.
        let travel: NetworkTravel
        /// What the network was made of.
        let report: NetworkReport
        /// Whether each origin of the population reaches a street.
        let connected: [Bool]
    }

    /// The profiles; walking first.
    let ways: [Way]
    /// What was asked.
    let entry: TravelEntry

    /// Walking speeds beside the profile's own, in km/h.
    static let band = [TravelProfile.walkingBand.slow, TravelProfile.walkingBand.fast]
    /// The minutes on foot within which stops are looked for.
    static let stopMinutes = 10.0

    /// Builds the networks; nil where the project asks for straight lines, where there are no streets, and where nobody
    /// can walk on any of them.
    init?(_ inputs: TownInputs, population: PopulationTable?, findings: inout [Diagnostic]) {
        let entry = inputs.project.travel
        guard entry.measure == .network, let location = inputs.streets.location else { return nil }
        let streets = inputs.streets.ways
        var ways: [Way] = []
        for asked in entry.profiles {
            guard let standard = TravelProfile.profile(asked.rawValue) else { continue }
            let profile = asked == .walking ? standard.at(speed: entry.speed) ?? standard : standard
            let (network, report) = StreetNetwork.make(streets, profile: profile)
            findings += report.diagnostics(at: location) { place in
                MetricLayer.longitudeLatitude(x: place.x, y: place.y, in: inputs.referenceSystem)
            }
            guard network.edgeCount > 0 else {
                if asked == .walking { return nil }
                continue
            }
            let travel = NetworkTravel(
                network: network, profileID: profile.id, barriers: streets.barriers, snapping: entry.snapping)
            ways.append(
                Way(
                    profile: profile, travel: travel, report: report,
                    connected: TownTravel.connected(population, travel)))
        }
        self.ways = ways
        self.entry = entry
    }

    /// Which origins reach a street that leads away.
    private static func connected(_ population: PopulationTable?, _ travel: NetworkTravel) -> [Bool] {
        guard let population else { return [] }
        // The way back ends where the way out begins.
        let back = NetworkTravel(finder: travel.finder, profileID: travel.methodName, direction: .inward)
        let query = try? ReachQuery(
            xs: population.xs, ys: population.ys, categories: population.xs.map { _ in 0 }, categoryCount: 1,
            limits: [])
        return query.map(back.areConnected) ?? []
    }

    /// What the indicators ask.
    var requests: [ReachRequest] { requests(beside: TownTravel.band) }

    /// What the indicators ask, with walking speeds beside the profile's own.
    func requests(beside band: [Double]) -> [ReachRequest] {
        ways.enumerated().map { index, way in
            let isFirst = index == 0
            return ReachRequest(
                profile: way.profile.id, measure: way.travel, minutes: entry.minutes, speed: way.profile.speed,
                band: isFirst ? band : [], connected: way.connected,
                stops: isFirst ? TownTravel.stopMinutes : nil)
        }
    }
}
