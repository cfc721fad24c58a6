internal import Disclosure
internal import Features
internal import Indicators
internal import ReferenceSystems
internal import Reports

extension CausesOfChange {
    /// Computes why the main figures of a run differ from those of the earlier date that its project names; nil where it
    /// names none.
    ///
    /// - Throws: `Failure` where the earlier project cannot be read or computed.
    /// - Complexity: a run of some indicators for each set of causes but one: `2^n − 1` of `n` causes that differ.
    static func ofMainFigures(
        _ after: TownInputs, _ assembly: StudyAssembly, _ table: IndicatorTable, thresholds: Thresholds,
        missingGrid: MissingGridPolicy, progress: RunProgress
    ) throws(Failure) -> CausesOfChange? {
        guard let earlier = try EarlierTown.find(after.project, at: after.projectPath) else { return nil }
        let before = try TownInputs.read(
            earlier.path, in: after.referenceSystem, missingGrid: missingGrid, progress: progress)
        let mixed = try MixedTables(
            from: before, to: after,
            scope: MixtureScope(indicators: MainFigureKeys.indicators, isOnFootOnly: true),
            known: (assembly.study, table), progress: progress)
        let keys = MainFigureKeys.all(
            of: assembly.study, table: table, thresholds: thresholds, travel: assembly.travel.map(TravelNote.init))
        var then = IndicatorTable(allResidents: table.allResidents)
        var figures: [Figure] = []
        for key in keys {
            guard let value = mixed.tables.first?[key] else { continue }
            let mixtures = mixed.tables.map { Mixture(value: $0[key]?.value, people: $0[key]?.n) }
            then.append(value)
            figures.append(
                Figure(
                    mixtures: mixtures,
                    parts: ShapleyParts.parts(of: mixtures.compactMap(\.value), count: mixed.causes.count)))
        }
        return CausesOfChange(
            period: mixed.periods.before, causes: mixed.causes, shrunken: mixed.shrunken, before: then, figures: figures
        )
    }
}
