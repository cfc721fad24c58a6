internal import Town
internal import Travel

/// What the residents of a town have, as this theme counts it: at each origin the number of places of each target within
/// the catchment, by the first measure, and the same within a smaller and a larger catchment.
struct CatchmentAccess: Sendable {
    /// How large the catchments are in relation to ``IndicatorContext/catchment``: what could as well have been chosen.
    static let scales = [0.75, 1, 1.25]
    /// The index of the catchment itself.
    static let plain = 1

    /// The canonical parameters: `measure=walking;minutes=15`.
    let parameters: String
    /// The numbers of places: for each scale, for each target, for each origin.
    private let counts: [[[Double]]]

    /// Counts; nil where nobody lives.
    init?(_ context: IndicatorContext) {
        guard let reach = context.reach.first, let pairs = context.pairs, let population = context.study.population,
            !context.limits.isEmpty
        else { return nil }
        parameters = reach.parameters(limit: context.limits.count - 1)
        let limits = CatchmentAccess.scales.map { $0 * context.catchment }
        let targetsOfPlace = CatchmentAccess.targetsOfPlaces(context)
        let width = context.targets.count
        let blocks = pairs.map { block -> (origins: Range<Int>, counts: [Int32]) in
            // For each origin, for each scale all targets.
            var counts = [Int32](repeating: 0, count: block.origins.count * limits.count * width)
            for (row, origin) in block.origins.enumerated() {
                block.forEachPlace(of: origin) { place, cost in
                    for scale in limits.indices where cost <= limits[scale] {
                        for target in targetsOfPlace[place] {
                            counts[(row * limits.count + scale) * width + target] += 1
                        }
                    }
                }
            }
            return (block.origins, counts)
        }
        var columns = limits.map { _ in
            context.targets.map { _ in [Double](repeating: 0, count: population.xs.count) }
        }
        for block in blocks {
            for (row, origin) in block.origins.enumerated() {
                for scale in limits.indices {
                    for target in 0..<width {
                        columns[scale][target][origin] =
                            Double(block.counts[(row * limits.count + scale) * width + target])
                    }
                }
            }
        }
        counts = columns
    }

    /// The number of places of a target at each origin.
    func counts(_ target: Int, scale: Int = CatchmentAccess.plain) -> [Double] { counts[scale][target] }

    /// For each origin 1 where a place of a target is within the catchment, and 0 where none is.
    func coverage(_ target: Int, scale: Int = CatchmentAccess.plain) -> [Double] {
        counts[scale][target].map { $0 > 0 ? 1 : 0 }
    }

    /// The targets that each place counts for.
    private static func targetsOfPlaces(_ context: IndicatorContext) -> [[Int]] {
        let places = context.study.places
        var ofCategory = [[Int]](repeating: [], count: places.categories.count)
        for (index, target) in context.targets.enumerated() {
            for category in target.categories { ofCategory[Int(category)].append(index) }
        }
        return places.categoryIndexes.map { ofCategory.indices.contains(Int($0)) ? ofCategory[Int($0)] : [] }
    }
}

/// Parameters in canonical form with more of them: `epsilon=0.5;measure=walking;minutes=15`.
func canonical(_ parameters: String, _ more: [String: String]) -> String {
    let all = parameters.split(separator: ";").map(String.init) + more.map { "\($0.key)=\($0.value)" }
    return all.sorted { $0.prefix { $0 != "=" } < $1.prefix { $0 != "=" } }.joined(separator: ";")
}
