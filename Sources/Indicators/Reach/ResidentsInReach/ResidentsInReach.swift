internal import Town

/// The destination's side of reach: how many residents of each group can come to a place within the catchment,
/// N_jg = Σ_i P_ig·1[c_ij ≤ T]. Nobody is divided among places; one resident counts for every place in reach.
///
/// The figure of groups is internal: who could come to a single house says much about its few neighbours.
struct ResidentsInReach: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "residents_in_reach", version: 1, unit: "persons", theme: .reach, needs: [.population, .places],
        isDefault: false,
        references: [
            "Catchment population; the demand side of Luo & Wang 2003, Environment and Planning B 30(6):865–884"
        ],
        sheet: .residentsInReach)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs, let population = context.study.population else {
            return IndicatorResult(context.withoutPlaces(descriptor))
        }
        let catchment = context.catchment
        let factors = [1, 0.75, 1.25]
        let placeCount = context.study.places.count
        let parts = pairs.map { block -> [[[Double]]] in
            var sums = [[[Double]]](
                repeating: [[Double]](
                    repeating: [Double](repeating: 0, count: placeCount), count: population.counts.count),
                count: factors.count)
            for origin in block.origins {
                block.forEachPlace(of: origin) { place, cost in
                    for (number, factor) in factors.enumerated() where cost <= catchment * factor {
                        for group in population.counts.indices {
                            sums[number][group][place] += population.counts[group][origin]
                        }
                    }
                }
            }
            return sums
        }
        func sum(_ number: Int, _ group: Int, _ place: Int) -> Double {
            parts.reduce(0) { $0 + $1[number][group][place] }
        }
        let parameters = context.canonical([("catchment", plainNumber(catchment))], pairs)
        let values = context.openPlaces.flatMap { place in
            context.study.groups.indices.map { group in
                let sums = factors.indices.map { sum($0, group, place) }
                return context.value(
                    ofPlace: place, descriptor, group: context.study.groups[group].id, parameters: parameters,
                    value: sums[0], status: population.areCells ? .estimated : .valid, n: sums[0],
                    band: min(sums[1], sums[0])...max(sums[2], sums[0]), isInternal: group > 0)
            }
        }
        return IndicatorResult(values.isEmpty ? context.withoutPlaces(descriptor) : values)
    }
}
