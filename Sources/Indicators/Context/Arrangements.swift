/// Goes through all ways to deal some values to the first places of a row, n·(n − 1)·… of them; the row is left as it was.
///
/// - Parameters:
///   - places: how many places are dealt to.
///   - body: is given the row with what was dealt in front.
func forEachArrangement(of values: inout [Double], places: Int, _ body: ([Double]) -> Void) {
    func deal(from place: Int) {
        guard place < places else { return body(values) }
        for other in place..<values.count {
            values.swapAt(place, other)
            deal(from: place + 1)
            values.swapAt(place, other)
        }
    }
    deal(from: 0)
}
