// What a row of a column says, in the form the caller needs.

extension Column {
    /// The value of a row as the file gave it; nil where the row has none.
    public func value(at row: Int) -> ColumnValue? {
        presence.contains(row) ? storage.value(at: row) : nil
    }

    /// The value as text: numbers with a point and without superfluous zeros, `true` and `false`, nested values as
    /// their JSON text. `3.0` reads `3`, since tools write whole numbers that way when a row is missing.
    public func string(at row: Int) -> String? {
        switch value(at: row) {
        case .integer(let value): return String(value)
        case .double(let value):
            let text = String(value)
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        case .boolean(let value): return value ? "true" : "false"
        case .text(let value), .json(let value): return value
        case nil: return nil
        }
    }

    /// The value as a finite number; a text counts where it is wholly a decimal number in JSON's notation,
    /// leading zeros allowed.
    public func double(at row: Int) -> Double? {
        switch value(at: row) {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .text(let text), .json(let text): Column.number(text)
        case .boolean, nil: nil
        }
    }

    /// The value as a whole number; nil where it has a fraction or more than 64 bits.
    public func integer(at row: Int) -> Int? {
        switch value(at: row) {
        case .integer(let value): value
        case .text(let text): Column.number(text).flatMap { Int(text) ?? Int(exactly: $0) }
        case .double(let value): Int(exactly: value)
        case .json, .boolean, nil: nil
        }
    }

    /// All values as numbers, nil where ``double(at:)`` is nil.
    public func doubles() -> [Double?] {
        switch storage {
        case .int32(let values): values.indices.map { presence.contains($0) ? Double(values[$0]) : nil }
        case .int64(let values): values.indices.map { presence.contains($0) ? Double(values[$0]) : nil }
        case .doubles(let values): values.indices.map { presence.contains($0) ? values[$0] : nil }
        default: (0..<count).map(double(at:))
        }
    }

    /// All values as numbers; nil as a whole where ``double(at:)`` is nil for any row.
    public func gaplessDoubles() -> [Double]? {
        guard presence.absentCount == 0 else { return nil }
        switch storage {
        case .int32(let values): return values.map(Double.init)
        case .doubles(let values): return values
        default:
            let values = (0..<count).compactMap(double(at:))
            return values.count == count ? values : nil
        }
    }

    /// All values as whole numbers, nil where ``integer(at:)`` is nil.
    public func integers() -> [Int?] {
        switch storage {
        case .int32(let values): values.indices.map { presence.contains($0) ? Int(values[$0]) : nil }
        default: (0..<count).map(integer(at:))
        }
    }

    /// A text that is wholly a decimal number, read; Swift alone would also take `nan`, `inf`, `0x1p3` and `1e999`.
    private static func number(_ text: String) -> Double? {
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }
}

extension Column.Storage {
    /// The value of a row that has one.
    fileprivate func value(at row: Int) -> ColumnValue? {
        switch self {
        case .empty: return nil
        case .sparse(let rows, let values, _):
            // Binary search for the row among those that have a value.
            var (low, high) = (0, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
            }
            return low < rows.count && Int(rows[low]) == row ? values.value(at: low) : nil
        case .int32(let values): return .integer(Int(values[row]))
        case .int64(let values): return .integer(Int(values[row]))
        case .doubles(let values): return .double(values[row])
        case .booleans(let values): return .boolean(values[row] != 0)
        case .texts(let texts): return .text(texts[row])
        case .codes(let values, let rows): return .text(values[Int(rows[row])])
        case .mixed(let kinds, let texts):
            let text = texts[row]
            switch kinds[row] {
            case .integer: return Int(text).map(ColumnValue.integer) ?? .json(text)
            case .double: return Double(text).map(ColumnValue.double) ?? .json(text)
            case .boolean: return .boolean(text == "true")
            case .text: return .text(text)
            case .json: return .json(text)
            }
        }
    }
}
