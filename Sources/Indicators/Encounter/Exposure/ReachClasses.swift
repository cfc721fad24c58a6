/// Origins with the same places in reach, put together: with an equal split all of them divide themselves alike. There are
/// far fewer of these classes than origins, so that what is asked a hundred times over need not be searched for each time.
struct ReachClasses: Sendable {
    /// For each origin its class.
    let classOfOrigin: [Int32]
    /// For each class and each sum of places, the places in reach, ascending.
    let places: [[[Int]]]

    /// More pairs of a class and a place than these are not kept: 32 MB.
    static let mostPairs = 4_000_000

    /// Nil where there are too many classes to be kept.
    init?(_ pairs: PlacePairs, sumsOfPlace: [[Int]], catchment: Double) {
        let parts = pairs.map { block -> (classes: [[Int32]], ofOrigin: [Int32]) in
            var numbers: [[Int32]: Int32] = [:]
            var classes: [[Int32]] = []
            let ofOrigin = block.origins.map { origin -> Int32 in
                var found: [Int32] = []
                block.forEachPlace(of: origin) { place, cost in
                    if cost <= catchment, !sumsOfPlace[place].isEmpty { found.append(Int32(place)) }
                }
                if let known = numbers[found] { return known }
                let number = Int32(classes.count)
                numbers[found] = number
                classes.append(found)
                return number
            }
            return (classes, ofOrigin)
        }
        guard parts.reduce(0, { $0 + $1.classes.reduce(0) { $0 + $1.count } }) <= ReachClasses.mostPairs else {
            return nil
        }
        var numbers: [[Int32]: Int32] = [:]
        var classes: [[[Int]]] = []
        var ofOrigin: [Int32] = []
        for part in parts {
            let known = part.classes.map { found -> Int32 in
                if let number = numbers[found] { return number }
                let number = Int32(classes.count)
                numbers[found] = number
                classes.append(
                    (0..<PlaceChoice.sumCount).map { sum in
                        found.map(Int.init).filter { sumsOfPlace[$0].contains(sum) }
                    })
                return number
            }
            ofOrigin += part.ofOrigin.map { known[Int($0)] }
        }
        classOfOrigin = ofOrigin
        places = classes
    }
}
