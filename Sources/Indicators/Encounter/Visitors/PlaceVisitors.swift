internal import Town

/// The expected visitors of each place by group, N_jg = Σ_i P_ig·p_ij, for each question.
struct PlaceVisitors: Sendable {
    private let numbers: [Double]
    private let groupCount: Int
    private let placeCount: Int

    /// The visitors of a group at a place, which is one of the places of a sum.
    func number(_ question: Int, sum: Int, group: Int, place: Int) -> Double {
        numbers[
            PlaceVisitors.position(question, PlaceChoice.slots[sum], group, place, groupCount, placeCount)]
    }

    /// The share of a group among the visitors of a place; 0 where nobody comes.
    func share(_ question: Int, sum: Int, group: Int, place: Int) -> Double {
        let all = number(question, sum: sum, group: 0, place: place)
        return all > 0 ? number(question, sum: sum, group: group, place: place) / all : 0
    }

    init(_ context: IndicatorContext, _ pairs: PlacePairs, _ people: EncounterPeople, _ choice: PlaceChoice) {
        let placeCount = context.study.places.count
        let groupCount = people.counts.count
        let parts = pairs.map { block -> (places: [Int], numbers: [Double]) in
            // A block of origins reaches few of the places of a large town.
            var positions = [Int32](repeating: -1, count: placeCount)
            var places: [Int] = []
            for origin in block.origins {
                block.forEachPlace(of: origin) { place, _ in
                    guard positions[place] < 0 else { return }
                    positions[place] = Int32(truncatingIfNeeded: places.count)
                    places.append(place)
                }
            }
            let width = places.count
            var numbers = [Double](repeating: 0, count: choice.questions.count * 2 * groupCount * width)
            var walk = PlaceChoice.Walk(choice)
            for origin in block.origins where people.counts[0][origin] > 0 {
                walk.forEachChoice(of: origin, in: block) { question, sum, chosen, shares in
                    for group in 0..<groupCount {
                        let count = people.counts[group][origin]
                        if count == 0 { continue }
                        let start = PlaceVisitors.position(
                            question, PlaceChoice.slots[sum], group, 0, groupCount, width)
                        for (place, share) in zip(chosen, shares) {
                            numbers[start + Int(positions[place])] += count * share
                        }
                    }
                }
            }
            return (places, numbers)
        }
        var numbers = [Double](repeating: 0, count: choice.questions.count * 2 * groupCount * placeCount)
        for part in parts {
            let width = part.places.count
            for row in 0..<(width > 0 ? part.numbers.count / width : 0) {
                for (position, place) in part.places.enumerated() {
                    numbers[row * placeCount + place] += part.numbers[row * width + position]
                }
            }
        }
        self.numbers = numbers
        self.groupCount = groupCount
        self.placeCount = placeCount
    }

    private static func position(
        _ question: Int, _ slot: Int, _ group: Int, _ place: Int, _ groupCount: Int, _ placeCount: Int
    ) -> Int {
        ((question * 2 + slot) * groupCount + group) * placeCount + place
    }
}

extension IndicatorContext {
    /// The ways in which the visitors of single places are asked for: an equal split first, then what else could be.
    var visitorQuestions: [VisitorQuestion] { VisitorQuestion.alternatives(catchment: catchment) }

    /// Parameters of what is asked with an equal split.
    func visitorParameters(_ more: [(String, String)] = []) -> String {
        catchmentParameters([("split", VisitorSplit.equal.name)] + more)
    }
}
