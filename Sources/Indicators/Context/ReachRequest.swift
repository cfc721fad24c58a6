public import Travel

/// One way of getting about and what is asked of it: straight lines within some metres, or walking times within some
/// minutes.
public struct ReachRequest: Sendable {
    /// The value of the parameter `measure`: `straight_line`, or the id of a profile such as `walking`.
    public let name: String
    /// What measures.
    public let measure: any ReachMeasure
    /// What is asked for, the plain limits first, ascending, then those of other speeds.
    public let limits: [ReachLimit]
    /// Whether each origin reaches the streets; nil where that is no question, as in a straight line.
    public let connected: [Bool]?
    /// How far stops are looked for.
    public let stopLimit: ReachLimit?

    /// Straight lines within distances in metres, ascending; stops within the middle one (of two the larger).
    public init(straightLine measure: some ReachMeasure, distances: [Double]) {
        name = measure.methodName
        self.measure = measure
        limits = distances.map { ReachLimit(value: $0) }
        connected = nil
        stopLimit = distances.isEmpty ? nil : ReachLimit(value: distances[distances.count / 2])
    }

    /// Times along streets.
    ///
    /// - Parameters:
    ///   - profile: the id of the profile.
    ///   - measure: measures in seconds.
    ///   - minutes: the times, ascending.
    ///   - speed: the speed of the profile in km/h, which the band is laid around.
    ///   - band: other speeds in km/h that shares are given for as well. The way is the same, only slower or faster, so
    ///     that a time at another speed is a scaled limit at the profile's.
    ///   - connected: whether each origin reaches the streets.
    ///   - stops: the minutes within which stops are looked for; nil for not at all.
    public init(
        profile: String, measure: any ReachMeasure, minutes: [Double], speed: Double, band: [Double] = [],
        connected: [Bool], stops: Double? = nil
    ) {
        name = profile
        self.measure = measure
        self.connected = connected
        limits =
            minutes.map { ReachLimit(value: $0) }
            + band.filter { $0 != speed }.flatMap { other in
                minutes.map { ReachLimit(value: $0, speed: other, scale: other / speed) }
            }
        stopLimit = stops.map { ReachLimit(value: $0) }
    }
}

/// A limit of reach, as parameters and reports name it.
public struct ReachLimit: Sendable, Hashable {
    /// Metres or minutes, after the unit of the measure.
    public let value: Double
    /// The speed in km/h, where it is not that of the profile.
    public let speed: Double?
    /// How much farther one gets at this speed than at the profile's.
    let scale: Double

    init(value: Double, speed: Double? = nil, scale: Double = 1) {
        self.value = value
        self.speed = speed
        self.scale = scale
    }

    /// The limit in the unit of a measure.
    func cost(_ unit: CostUnit) -> Double {
        switch unit {
        case .metres: value
        case .seconds: value * 60 * scale
        }
    }

    /// The canonical parameters, keys ascending: `measure=straight_line;metres=500`, `kmh=3;measure=walking;minutes=10`.
    func parameters(measure: String, _ unit: CostUnit) -> String {
        let limit = unit == .metres ? "metres" : "minutes"
        return (speed.map { "kmh=\(plainNumber($0));" } ?? "") + "measure=\(measure);\(limit)=\(plainNumber(value))"
    }
}

/// A number as parameters have it: without decimals where it is whole.
func plainNumber(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }
