internal import Town

/// How far the mix of the expected visitors of a place is from that of the whole town:
/// KL_j = Σ_g π_jg ln(π_jg / π_town,g), in nats; 0 where both are the same.
///
/// Possible visitors, not counted ones; always internal.
struct PlaceMixDistance: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "place_mix_distance", version: 1, unit: "nats", theme: .encounter,
        needs: [.population, .groups, .places], isDefault: false, isInternal: true,
        references: [
            "Own definition (mix of expected visitors); "
                + "Kullback & Leibler 1951, Annals of Mathematical Statistics 22(1):79–86"
        ], sheet: .placeMixDistance)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard context.study.groups.count > 1 else { return [] }
        let mixes = PlaceMixes(context)
        let values =
            mixes?.values(context, descriptor) { mix, division in
                mixes?.mix(ofTown: context, division).flatMap { mix.distance(from: $0) }
            } ?? []
        return IndicatorResult(values.isEmpty ? context.withoutPlaces(descriptor) : values)
    }
}
