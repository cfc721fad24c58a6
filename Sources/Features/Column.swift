/// One attribute value as the file gave it.
public enum ColumnValue: Sendable, Hashable {
    /// A whole number of at most 64 bits.
    case integer(Int)
    /// Any other number that a double holds.
    case double(Double)
    /// True or false.
    case boolean(Bool)
    /// A text.
    case text(String)
    /// A list or an object as its JSON text, or a whole number of more than 64 bits, digit for digit.
    case json(String)
}

/// One attribute of a layer: a name, and a value or nothing for each row. JSON's `null` is nothing.
///
/// The values lie in the narrowest typed array that holds all of them without loss: 32-bit, then 64-bit integers,
/// doubles, truth values, texts; and, where the file mixes types, each value's text with its type.
public struct Column: Sendable, Hashable {
    /// How the values are kept. Rows without a value hold zero or an empty text.
    public enum Storage: Sendable, Hashable {
        /// No row has a value; the number of rows.
        case empty(Int)
        case int32([Int32])
        case int64([Int64])
        case doubles([Double])
        /// 0 or 1 per row.
        case booleans([UInt8])
        /// One text per row.
        case texts(TextArena)
        /// Texts of few distinct values: the distinct values, and for each row the index of its value.
        case codes(values: TextArena, rows: [UInt16])
        /// Values of several types: each row's type and text.
        case mixed(kinds: [MixedKind], texts: TextArena)
        /// Few rows have a value: those rows, ascending, and their values; then the number of all rows.
        indirect case sparse(rows: [UInt32], values: Storage, count: Int)
    }

    /// The type of a value in a column of several types.
    public enum MixedKind: UInt8, Sendable, Hashable {
        case integer, double, boolean, text, json
    }

    /// The name, exactly as in the file.
    public var name: String
    /// The values.
    public let storage: Storage
    /// Which rows have a value.
    public let presence: Presence
    /// The signs that stand in place of values; nil where there are none.
    public let marks: ColumnMarks?

    /// Makes a column. Where `presence` is nil, every row has a value.
    /// - Parameter marks: The signs of rows without a value.
    public init(name: String, storage: Storage, presence: Presence? = nil, marks: ColumnMarks? = nil) {
        self.name = name
        self.storage = storage
        self.marks = marks
        switch storage {
        case .empty(let count): self.presence = Presence(allAbsent: count)
        case .sparse(let rows, _, let count): self.presence = Presence(rows: rows, of: count)
        default: self.presence = presence ?? Presence(allPresent: storage.count)
        }
    }

    /// The number of rows.
    public var count: Int { storage.count }

    /// Whether the row has a value.
    public func isPresent(at row: Int) -> Bool { presence.contains(row) }

    /// What stands in place of the value of a row: `–`, `.`, `x` or another sign of official tables, or what a program
    /// wrote, such as `nan`. Nil where the row has a value or nothing at all stands there.
    public func mark(at row: Int) -> String? { marks?[row] }
}

extension Column.Storage {
    /// The number of rows.
    public var count: Int {
        switch self {
        case .empty(let count): count
        case .int32(let values): values.count
        case .int64(let values): values.count
        case .doubles(let values): values.count
        case .booleans(let values): values.count
        case .texts(let texts): texts.count
        case .codes(_, let rows): rows.count
        case .mixed(let kinds, _): kinds.count
        case .sparse(_, _, let count): count
        }
    }
}
