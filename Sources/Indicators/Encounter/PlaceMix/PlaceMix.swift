internal import Town

/// How mixed the expected visitors of a place are: Hn_j = −Σ_g π_jg ln π_jg / ln K, π_jg = N_jg / Σ_g N_jg; all groups at
/// once where every resident is in exactly one, otherwise each group against everybody else.
///
/// A high figure is not "like the town": see ``PlaceMixDistance``. Possible visitors, not counted ones; always internal.
struct PlaceMix: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "place_mix", version: 1, unit: "index", theme: .encounter, needs: [.population, .groups, .places],
        isDefault: false, isInternal: true,
        references: [
            "Own definition (mix of expected visitors); entropy: Shannon 1948, Bell System Technical Journal 27:379–423"
        ], sheet: .placeMix)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard context.study.groups.count > 1 else { return [] }
        let values = PlaceMixes(context)?.values(context, descriptor) { mix, _ in mix.evenness } ?? []
        return IndicatorResult(values.isEmpty ? context.withoutPlaces(descriptor) : values)
    }
}
