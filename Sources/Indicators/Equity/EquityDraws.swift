internal import Parallel
internal import Town

/// How far an index of the town moves with what is not exactly known of counts: the people of all pieces are drawn anew, and
/// the index is computed again; see ``CountDraws``. What the pieces have in their catchment stays as it is.
struct EquityDraws: Sendable {
    private let drawn: [TownPieces]

    /// Nil where counts are exact, or one can be anything.
    init?(_ pieces: TownPieces, _ population: PopulationTable, seed: UInt64 = CountDraws.seed) {
        guard !population.isExact, !population.isOpen else { return nil }
        let order = population.canonicalOrder
        let counts = CountDraws(population, order: order, movesWithinCells: true)
        guard !counts.isExact else { return nil }
        drawn = parallelMap(CountDraws.number(origins: order.count)) {
            pieces.with(counts: counts.counts(draw: $0, seed: seed))
        }
    }

    /// The interval of an index about its value; nil where nothing moves it.
    ///
    /// - Parameters:
    ///   - possible: between what the index lies, whoever lives where.
    ///   - index: the index; nil where it has no value with these people, then the draw is left out.
    func interval(
        about value: Double, in possible: ClosedRange<Double>, index: @Sendable (TownPieces) -> Double?
    ) -> ClosedRange<Double>? {
        let figures = parallelMap(drawn.count) { index(drawn[$0]) }
        return DrawnInterval.about(value, figures.compactMap(\.self), in: possible, withShift: true)
    }
}
