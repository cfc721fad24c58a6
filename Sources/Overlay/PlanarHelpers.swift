internal import Planar

extension IndexPairs {
    /// The pairs as tuples, as the geometry layer takes them.
    var pairs: [(Int32, Int32)] { zip(left, right).map { ($0, $1) } }
}

extension PolygonLocator {
    /// The polygon of each position, border included: the lowest that holds it inside, else the lowest whose border
    /// it lies on, else −1. So every position of a coverage has exactly one.
    func owners(xs: [Double], ys: [Double]) -> [Int32] {
        places(xs: xs, ys: ys).map {
            switch $0 {
            case .inside(let polygon), .boundary(let polygon): polygon
            case .outside: -1
            }
        }
    }
}
