internal import Town

extension IndicatorContext {
    /// The sums of targets: all meeting places, organised, everyday ones, services.
    var sumTargets: [Int] { targets.indices.filter { ReachTarget.sums.contains(targets[$0].id) } }

    /// For each place the sums that count it.
    func sumsOfPlaces() -> [[Int]] {
        let members = sumTargets.map { Set(targets[$0].categories) }
        return study.places.categoryIndexes.map { category in
            members.indices.filter { members[$0].contains(category) }
        }
    }
}
