internal import Town

/// Which places the residents of an origin choose among, for each question and each sum of categories.
struct PlaceChoice: Sendable {
    let questions: [VisitorQuestion]
    /// For each place the sums of ``ReachTarget/sums`` that count it.
    let sumsOfPlace: [[Int]]
    /// What draws people to each place in Huff's model: its seats; the mean of what is recorded of its kind where they are
    /// not, and 1 where nothing is.
    let attractions: [Double]
    /// The cost beyond which no question asks.
    private let farthest: Double

    /// The number of ``ReachTarget/sums``.
    static let sumCount = ReachTarget.sums.count
    /// A place is counted by at most two sums: that of its kind, and the organised or everyday places.
    static let slots = ReachTarget.sums.map {
        $0 == ReachTarget.organisedPlaces || $0 == ReachTarget.everydayPlaces ? 1 : 0
    }

    init(_ context: IndicatorContext, _ questions: [VisitorQuestion]) {
        self.questions = questions
        sumsOfPlace = context.sumsOfPlaces()
        attractions = PlaceChoice.attractions(context.study.places, kinds: sumsOfPlace.map(\.first))
        farthest = questions.map(\.catchment).max() ?? 0
    }

    private static func attractions(_ places: PlaceTable, kinds: [Int?]) -> [Double] {
        var sums = [Double](repeating: 0, count: sumCount)
        var numbers = sums
        for (place, kind) in kinds.enumerated() {
            guard let kind, let seats = places.capacities[place] else { continue }
            sums[kind] += seats
            numbers[kind] += 1
        }
        return kinds.enumerated().map { place, kind in
            guard let kind, numbers[kind] > 0 else { return places.capacities[place] ?? 1 }
            return places.capacities[place] ?? sums[kind] / numbers[kind]
        }
    }

    /// Walks through the origins of a block; one for each block, since it keeps its columns.
    struct Walk {
        private let choice: PlaceChoice
        private var places = [[Int]](repeating: [], count: sumCount)
        private var costs = [[Double]](repeating: [], count: sumCount)
        private var chosen: [Int] = []
        private var chosenCosts: [Double] = []
        private var attractions: [Double] = []
        private var shares: [Double] = []

        init(_ choice: PlaceChoice) { self.choice = choice }

        /// Calls `body` for each question and sum with a place in reach of an origin, with the places and the part of the
        /// residents that each gets.
        mutating func forEachChoice(
            of origin: Int, in block: PlacePairs.Block,
            _ body: (_ question: Int, _ sum: Int, _ places: [Int], _ shares: [Double]) -> Void
        ) {
            for sum in places.indices {
                places[sum].removeAll(keepingCapacity: true)
                costs[sum].removeAll(keepingCapacity: true)
            }
            block.forEachPlace(of: origin) { place, cost in
                guard cost <= choice.farthest else { return }
                for sum in choice.sumsOfPlace[place] {
                    places[sum].append(place)
                    costs[sum].append(cost)
                }
            }
            for sum in places.indices where !places[sum].isEmpty {
                for (number, question) in choice.questions.enumerated() {
                    choose(sum, question)
                    if !chosen.isEmpty { body(number, sum, chosen, shares) }
                }
            }
        }

        private mutating func choose(_ sum: Int, _ question: VisitorQuestion) {
            chosen.removeAll(keepingCapacity: true)
            chosenCosts.removeAll(keepingCapacity: true)
            attractions.removeAll(keepingCapacity: true)
            for (place, cost) in zip(places[sum], costs[sum]) where cost <= question.catchment {
                if let isOpen = question.isOpen, !isOpen[place] { continue }
                chosen.append(place)
                chosenCosts.append(cost)
                attractions.append(choice.attractions[place])
            }
            question.split.divide(
                costs: chosenCosts, attractions: attractions, least: question.catchment * VisitorQuestion.least,
                into: &shares)
        }
    }
}
