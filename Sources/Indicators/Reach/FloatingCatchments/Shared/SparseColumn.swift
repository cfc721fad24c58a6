/// The numbers of a column that are not 0. People of a block reach few of all places, and blocks are many.
struct SparseColumn: Sendable {
    private var indexes: [Int32] = []
    private var numbers: [Double] = []

    /// Takes what is not 0 out of a column.
    init(_ column: [Double]) {
        for (index, number) in column.enumerated() where number != 0 {
            indexes.append(Int32(truncatingIfNeeded: index))
            numbers.append(number)
        }
    }

    /// Adds the numbers to a column as long as theirs was.
    func add(to column: inout [Double]) {
        for (index, number) in zip(indexes, numbers) { column[Int(index)] += number }
    }
}
