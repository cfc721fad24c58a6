internal import Disclosure
internal import Features
internal import Indicators
internal import Project
internal import ReferenceSystems
internal import Town

/// Which figures of a town are computed for every set of causes; what nobody asks for costs most of the time.
struct MixtureScope {
    /// The ids of the indicators; nil for what the later project asks for.
    var indicators: Set<String>?
    /// Whether figures tell of one profile at its own speed, as main figures do.
    var isOnFootOnly = false
    /// Whether there are figures of focus areas and other areas beside those of town and quarters.
    var hasOtherAreas = true
}

/// The figures of a town for every set of causes that could have come between two dates.
struct MixedTables {
    /// The causes that differ, in the order of ``ChangeCause``.
    let causes: [ChangeCause]
    /// The figures of each set: cause i has come in table s where `s >> i & 1` is 1. The first are those of the earlier
    /// date, the last those of the later one.
    let tables: [IndicatorTable]
    /// What shrank implausibly, in the order of kinds.
    let shrunken: [ShrunkenInput]
    /// The periods of both dates.
    let periods: (before: String, after: String)
    /// The town at the later date.
    let study: Study

    /// Computes all mixtures of two readings in one coordinate reference system.
    ///
    /// - Parameter known: the town of the later date and its figures, where they have been computed.
    init(
        from before: TownInputs, to after: TownInputs, scope: MixtureScope,
        known: (study: Study, table: IndicatorTable)? = nil, progress: RunProgress
    ) throws(Failure) {
        let mixture = InputMixture(from: before, to: after)
        var tables: [IndicatorTable] = []
        var last = known?.study
        var travels: [Set<ChangeCause>: TownTravel?] = [:]
        let count = 1 << mixture.causes.count
        for set in 0..<count {
            if set == count - 1, let known {
                tables.append(known.table)
                continue
            }
            let come = mixture.causes.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element)
            progress.report(.mixing, "\(set + 1)/\(count)")
            let inputs = mixture.inputs(with: Set(come), scope)
            let deciding = mixture.travelCauses(Set(come))
            let assembly = try StudyAssembly(inputs, travel: travels[deciding] ?? nil, progress: .silent)
            travels[deciding] = assembly.travel
            if set == count - 1 { last = assembly.study }
            var settings = inputs.settings
            if let indicators = scope.indicators {
                settings.also = indicators
                settings.without = Set(IndicatorCatalogue.all.map(\.descriptor.id)).subtracting(indicators)
            }
            tables.append(
                try Run.table(inputs, assembly, settings: settings, band: scope.isOnFootOnly ? [] : TownTravel.band))
        }
        guard let last else {
            throw Failure(.malformedData, Diagnostic(.internalInconsistency, ["detail": "no mixture"]))
        }
        causes = mixture.causes
        self.tables = tables
        shrunken = LayerEntry.Kind.allCases.compactMap { mixture.shrunken[$0] }
        periods = (before.project.period, after.project.period)
        study = last
    }
}

extension TownInputs {
    /// Reads the projects of two dates in the coordinate reference system of the later one.
    static func read(
        _ earlier: String, _ later: String, missingGrid: MissingGridPolicy, progress: RunProgress
    ) throws(Failure) -> (before: TownInputs, after: TownInputs) {
        let after = try read(later, missingGrid: missingGrid, progress: progress)
        return (try read(earlier, in: after.referenceSystem, missingGrid: missingGrid, progress: progress), after)
    }
}
