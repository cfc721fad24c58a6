internal import Town
/// The number of recorded places inside an area, by category and for all meeting places and services together.
///
/// A category without any place in the whole town is `no_data` ("none recorded"); one with places elsewhere counts 0.
struct PlaceCount: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "place_count", version: 1, unit: "places", theme: .reach, needs: [.places], references: ["own definition"],
        sheet: .placeCount)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let categoryIndexes = context.study.places.categoryIndexes
        return context.areas.flatMap { area in
            var counts = [Int](repeating: 0, count: context.study.places.categories.count)
            for place in area.places { counts[Int(categoryIndexes[Int(place)])] += 1 }
            return context.targets.map { target in
                guard target.placeCount > 0 else {
                    return area.value(descriptor, category: target.id, value: nil, status: .noData, n: 0)
                }
                let sum = target.categories.reduce(0) { $0 + counts[Int($1)] }
                return area.value(descriptor, category: target.id, value: Double(sum), status: .valid, n: Double(sum))
            }
        }
    }
}
