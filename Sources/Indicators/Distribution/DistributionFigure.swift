/// A figure of spatial distribution as it always comes: what the units show, what chance alone would show in them on
/// average, and the figure with chance taken off.
struct DistributionFigure: Sendable, Equatable {
    /// The figure of the units as they are.
    let observed: Double
    /// Its mean if everybody drew a home by lot.
    let random: Double
    /// The figure that is 0, or the town's share, if chance alone had spread the group; nil where it has no value.
    let corrected: Double?

    /// The parts by the name that they have among the parameters.
    var parts: [(name: String, value: Double?)] {
        [("observed", observed), ("random", random), ("corrected", corrected)]
    }

    /// The names of the parts.
    static let partNames = ["observed", "random", "corrected"]
}
