internal import Project
internal import Town

/// The noise that the intervals of a run reckon with, and where its variance comes from.
struct UsedNoise: Sendable, Codable, Hashable {
    /// Where the variance comes from.
    enum Basis: String, Sendable, Codable, Hashable {
        /// Nobody said anything: the default.
        case assumed
        /// The project file states it.
        case stated
        /// The official total of the town points to more than was assumed or stated.
        case calibrated
    }

    /// The noise of a count.
    private(set) var noise: CountNoise
    /// Where it comes from.
    private(set) var basis: Basis

    /// The noise that the project file states, else the assumed one.
    init(_ entry: PopulationEntry) {
        let stated = entry.noiseVariance.flatMap(CountNoise.init(variance:))
        noise = stated ?? .assumed
        basis = stated == nil ? .assumed : .stated
    }

    /// Takes over that variances were raised; a factor of 1 says that they were not.
    mutating func raise(by factor: Double) {
        guard factor > 1, let raised = CountNoise(variance: noise.variance * factor) else { return }
        noise = raised
        basis = .calibrated
    }
}
