/// How people get around: the section `travel` of the project file.
public struct TravelEntry: Sendable, Hashable {
    /// Who is under way. The names are those of the profiles in `Travel`.
    public enum Profile: String, Sendable, Hashable, CaseIterable {
        /// On foot.
        case walking
        /// A child on foot.
        case child
        /// With a wheelchair, within the limits of DIN 18040-3.
        case wheelchair
        /// By bicycle.
        case bicycle
    }

    /// What reach is measured along.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// Streets and paths; a straight line where the project has none.
        case network
        /// A straight line, whether there are streets or not.
        case straightLine = "straight_line"
    }

    /// Who is under way, each once; walking is always among them and comes first, since reports tell of it.
    public var profiles: [Profile] = [.walking, .wheelchair, .bicycle]
    /// The times in minutes that reach is measured within, ascending.
    public var minutes: [Double] = [5, 10, 15]
    /// How far in metres a door may lie from the nearest street; what lies farther is not connected.
    public var snapping: Double = 100
    /// The speed on foot in km/h.
    public var speed: Double = 4
    /// What reach is measured along.
    public var measure = Measure.network
    /// How far in metres around the quarters a map of OpenStreetMap is read.
    public var margin: Double = 2_000

    /// What holds where the project file says nothing.
    public init() {}

    /// The longest time in minutes that can be asked for: searches end at two hours.
    static let longestTime = 120.0
}

extension ProjectFile {
    /// The section `travel`.
    static func readTravel(_ root: YAMLMapping) -> TravelEntry {
        var travel = TravelEntry()
        guard let mapping = root.mapping("travel") else { return travel }
        if let profiles: [TravelEntry.Profile] = mapping.choices("profiles") {
            travel.profiles = [.walking] + profiles.filter { $0 != .walking }
        }
        travel.minutes =
            mapping.ascendingNumbers("minutes", limit: TravelEntry.longestTime) ?? travel.minutes
        travel.snapping = mapping.positiveNumber("snapping", limit: 1_000) ?? travel.snapping
        travel.speed = mapping.positiveNumber("speed", limit: 10) ?? travel.speed
        travel.measure = mapping.choice("measure") ?? travel.measure
        travel.margin = mapping.positiveNumber("margin", limit: 20_000) ?? travel.margin
        mapping.finish()
        return travel
    }
}
