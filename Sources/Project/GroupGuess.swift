/// A group of the population that the files seem to count, with the columns that do.
struct GroupGuess {
    var id: String
    /// The columns: that of a register first, then that of the census, which says where in a quarter people live.
    var columns: [String]
    /// Whether the columns hold shares.
    var isShare = false

    /// The groups of all guesses, all residents first; empty where nothing counts these.
    ///
    /// A register that knows all residents says which groups there are, since its figures and those of an older census
    /// do not belong together. Without one it is the population layers, a count going before a share.
    static func all(_ guesses: [LayerGuess]) -> [GroupGuess] {
        let registers = guesses.filter { $0.kind == .quarterTable }.map(\.layer)
        let people = guesses.filter { $0.kind == .population }
        let layers = people.flatMap(\.layers)
        func first(_ id: String, _ layers: [LayerDescription], _ values: LayerDescription.Column.Values) -> String? {
            layers.lazy.compactMap { ColumnGuess.counts(in: $0, values)[id] }.first
        }
        let isRegister = first("all", registers, .wholeNumbers) != nil
        guard isRegister || first("all", layers, .wholeNumbers) != nil else { return [] }
        return ColumnGuess.groupIDs.compactMap { id in
            let count = first(id, layers, .wholeNumbers)
            if isRegister {
                guard let column = first(id, registers, .wholeNumbers) else { return nil }
                return GroupGuess(id: id, columns: [column] + (count.map { $0 == column ? [] : [$0] } ?? []))
            }
            if let count { return GroupGuess(id: id, columns: [count]) }
            return first(id, layers, .shares).map { GroupGuess(id: id, columns: [$0], isShare: true) }
        }
    }
}
