/// How counts of people are understood: the section `population` of the project file.
public struct PopulationEntry: Sendable, Hashable {
    /// How counts per quarter come to the places where people live.
    public enum Spreading: String, Sendable, Hashable, CaseIterable {
        /// By what is known of where people live: cells of the census, else buildings, else residential land, else
        /// evenly.
        case dasymetric
        /// Evenly over the area of each quarter.
        case areal
        /// Smoothly, without jumps at the borders (Tobler 1979).
        case pycnophylactic
    }

    /// The variance of the noise that protects each count of a census cell, in persons²; nil for the default.
    public var noiseVariance: Double?
    /// The town's official number of residents, by which the noise is calibrated.
    public var officialTotal: Double?
    /// How counts per quarter are spread.
    public var spreading = Spreading.dasymetric
    /// Whether what is spread comes as whole persons, rounded by largest remainder within each quarter or cell, so that
    /// its total stays. Fractions are the default: they are the expected numbers, and sums over other areas, such as
    /// those within reach, are not distorted by where rounding put the few people of a group.
    public var wholeNumbers = false

    /// What holds where the project file says nothing.
    public init() {}
}

extension ProjectFile {
    /// The section `population`.
    static func readPopulation(_ root: YAMLMapping) -> PopulationEntry {
        var population = PopulationEntry()
        guard let mapping = root.mapping("population") else { return population }
        population.noiseVariance = mapping.positiveNumber("noise_variance", limit: 1_000)
        population.officialTotal = mapping.positiveNumber("official_total", limit: 100_000_000)
        population.spreading = mapping.choice("spreading") ?? population.spreading
        population.wholeNumbers = mapping.flag("whole_numbers") ?? false
        mapping.finish()
        return population
    }
}
