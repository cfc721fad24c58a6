/// The share of the group among the neighbours of its members: xPx, see ``TwoGroupUnits/isolation``; corrected by not
/// counting the member itself.
struct Isolation: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "isolation", version: 1, unit: "share", theme: .distribution, needs: [.population, .groups],
        isDefault: false, parameters: DistributionParameter.all, references: ContactReferences.all, sheet: .isolation)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let towns = context.zonedTowns(descriptor)
        return IndicatorResult(
            context.distributionValues(descriptor, towns) { units in
                DistributionFigure(
                    observed: units.isolation, random: units.randomIsolation, corrected: units.isolationWithoutSelf)
            },
            // Who is around a member is a member or another.
            identities: context.distributionIdentities("xPx + xPy = 1", descriptor, towns) { units in
                (units.isolation + units.exposure, 1)
            })
    }
}

/// Where the figures of contacts come from.
enum ContactReferences {
    static let all = [
        "Massey & Denton 1988, Social Forces 67(2):281–315",
        "Reardon & O'Sullivan 2004, Sociological Methodology 34:121–162 (kernel)",
        "Fossett 2017, Springer, doi 10.1007/978-3-319-41304-4, chapter 15 (corrected)",
    ]
}
