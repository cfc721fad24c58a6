/// One id for each row of a layer, no two alike: what the file says, or the number of the row, counted from 1.
///
/// Numbers become texts only where they are asked for: a file of millions of points without ids needs no memory here.
public struct RowIDs: Sendable, Hashable, RandomAccessCollection {
    private enum Storage: Sendable, Hashable {
        case rowNumbers(Int)
        case texts([String])
    }

    private let storage: Storage

    /// The numbers of as many rows.
    public init(rowNumbers count: Int) {
        storage = .rowNumbers(count)
    }

    /// The given ids, which must differ from each other.
    init(unique texts: [String]) {
        storage = .texts(texts)
    }

    /// The first row.
    public var startIndex: Int { 0 }

    /// The number of rows.
    public var endIndex: Int {
        switch storage {
        case .rowNumbers(let count): count
        case .texts(let texts): texts.count
        }
    }

    /// The id of a row.
    public subscript(row: Int) -> String {
        switch storage {
        case .rowNumbers: "\(row + 1)"
        case .texts(let texts): texts[row]
        }
    }
}
