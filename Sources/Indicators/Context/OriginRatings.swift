internal import Town

/// Numbers of each origin about the places of each target in its reach.
struct OriginRatings: Sendable {
    /// For each number that was asked for, each target and each origin the rating.
    private let ratings: [[[Double]]]

    /// The rating of an origin.
    func rating(_ number: Int = 0, target: Int, origin: Int) -> Double { ratings[number][target][origin] }

    /// Rates every origin: `rate` is given the costs of the places of one target, ascending, and gives `count` numbers.
    init(
        _ context: IndicatorContext, pairs: PlacePairs, count: Int, _ rate: @Sendable (_ costs: [Double]) -> [Double]
    ) {
        let targets = context.targets
        let categories = context.study.places.categoryIndexes
        let members = targets.map { Set($0.categories) }
        // A category is in few targets: which ones is known beforehand.
        let targetsOf = context.study.places.categories.indices.map { category in
            targets.indices.filter { members[$0].contains(Int32(category)) }
        }
        let parts = pairs.map { block in
            block.origins.map { origin -> [[Double]] in
                var costs = [[Double]](repeating: [], count: targets.count)
                block.forEachPlace(of: origin) { place, cost in
                    for target in targetsOf[Int(categories[place])] { costs[target].append(cost) }
                }
                return costs.map { rate($0.sorted()) }
            }
        }
        var ratings = [[[Double]]](repeating: [[Double]](repeating: [], count: targets.count), count: count)
        for origin in parts.joined() {
            for (target, numbers) in origin.enumerated() {
                for (number, rating) in numbers.prefix(count).enumerated() { ratings[number][target].append(rating) }
            }
        }
        self.ratings = ratings
    }
}

extension IndicatorContext {
    /// The values of an indicator that is the mean of a rating over the residents, with the interval of uncertain counts.
    ///
    /// - Parameters:
    ///   - rating: the rating of an origin for a target.
    ///   - alternatives: how many other ratings could as well have been chosen; the band spans the means of all.
    ///   - alternative: one of those ratings.
    func meanValues(
        _ descriptor: IndicatorDescriptor, parameters: String, most: Double = .infinity, alternatives: Int = 0,
        rating: @escaping (_ target: Int, _ origin: Int) -> Double,
        alternative: @escaping (_ number: Int, _ target: Int, _ origin: Int) -> Double = { _, _, _ in 0 }
    ) -> [IndicatorValue] {
        guard let reach = reach.first else { return unknownReachValues(descriptor) }
        return reachValues(
            descriptor, reach, parameters: parameters,
            interval: { area, target, counts in
                counts.mean(area.people, most: most) { rating(target, $0) }
            },
            band: { area, target, counts in
                let value = area.mean(counts) { rating(target, $0) }
                let others = (0..<alternatives).map { number in
                    area.mean(counts) { alternative(number, target, $0) }
                }
                let all = ([value] + others).compactMap(\.self)
                guard alternatives > 0, let least = all.min(), let greatest = all.max() else { return nil }
                return least...greatest
            },
            { area, target, counts in area.mean(counts) { rating(target, $0) } })
    }
}
