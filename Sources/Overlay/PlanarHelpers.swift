internal import Planar

extension IndexPairs {
    /// The pairs as tuples, as the geometry layer takes them.
    var pairs: [(Int32, Int32)] { zip(left, right).map { ($0, $1) } }
}
