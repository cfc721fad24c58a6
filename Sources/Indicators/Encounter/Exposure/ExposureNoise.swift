internal import Town

/// How far exposure moves with what is not exactly known of counts: counts are drawn anew with their noise, those that were
/// not given from anywhere in their range, and everything is computed again.
///
/// The interval is the value ± 1.96 standard deviations of the draws. Where in large cells people live is not drawn.
struct ExposureNoise: Sendable {
    /// What method sheets say of the interval.
    static let german = """
        Das Rauschen geschützter Zahlen und das, was nicht angegeben ist, steht in der Spanne: der Wert ± 1,96 \
        Standardabweichungen aus bis zu \(CountDraws.number) Auslosungen der Zahlen (Anfangswert \(CountDraws.seed)). Wo \
        in großen Zellen Menschen wohnen, wird nicht ausgelost.
        """
    /// The same in English.
    static let english = """
        The noise of protected counts and what was not given is in the range: the value ± 1.96 standard deviations of up \
        to \(CountDraws.number) draws of the counts (seed \(CountDraws.seed)). Where in large cells people live is not \
        drawn.
        """

    private let draws: ExposureDraws

    /// Nil where counts are exact, or one can be anything.
    init?(_ population: PopulationTable, _ people: EncounterPeople, _ town: ClassedTown) {
        guard population.isProtected, !population.isOpen else { return nil }
        let order = people.order(xs: population.xs, ys: population.ys)
        let counts = CountDraws(population, order: order, movesWithinCells: false)
        draws = ExposureDraws(
            town, groups: population.counts.count, count: CountDraws.number(origins: order.count),
            seed: CountDraws.seed
        ) { counts.counts(&$0) }
    }

    /// The interval of a figure within its range; nil where nothing moves it.
    func interval(
        about value: Double, in possible: ClosedRange<Double>, area: Int, sum: Int, group: Int, other: Int,
        _ figure: (ExposureSums.Exposure) -> Double
    ) -> ClosedRange<Double>? {
        DrawnInterval.about(
            value, draws.figures(area: area, sum: sum, group: group, other: other, figure), in: possible,
            withShift: false)
    }
}
