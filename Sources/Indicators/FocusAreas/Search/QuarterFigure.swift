internal import Town

/// One figure of a quarter with what it is worth.
struct QuarterFigure {
    /// What is known of a quarter.
    enum Told: Sendable, Hashable {
        /// Its figures; nil for one that cannot be told.
        case figures([Double?], Reason? = nil)
        /// Nobody lives there.
        case nobody
        /// Nothing can be told.
        case refused(Reason)

        /// The first of the figures, where it can be told.
        var first: Double? {
            if case .figures(let figures, _) = self { figures.first ?? nil } else { nil }
        }
    }

    /// The value.
    let value: Double?
    /// What it is worth.
    let status: Status
    /// Why there is none.
    let reason: Reason?

    /// The figure of a number; `told` is nil without people at all.
    init(_ told: Told?, _ number: Int, _ area: AnalysisArea, _ context: IndicatorContext) {
        guard let population = context.study.population, let told else {
            (value, status, reason) = (nil, .noData, nil)
            return
        }
        switch told {
        case .nobody:
            (value, reason) = (nil, nil)
            status = area.withoutResidents(population.uncertain(group: 0))
        case .refused(let why):
            (value, status, reason) = (nil, .cannotTell, why)
        case .figures(let figures, let why):
            value = figures[number]
            status =
                value == nil
                ? .cannotTell
                : population.isOpen ? .unreliable : area.isEstimated || !population.isExact ? .estimated : .valid
            reason = value == nil ? why : nil
        }
    }
}
