internal import Features

/// One attribute of a whole file, grown range by range; widens its type when a range needs it.
struct ColumnAccumulator {
    /// The name.
    let name: [UInt8]
    /// The values of the rows that have one.
    private var values = ValueAccumulator()
    /// The rows that have one; nil while all rows so far have one.
    private var rows: [UInt32]?
    /// The number of rows so far; rows behind the last value are not yet counted.
    private var covered = 0

    /// An attribute without values.
    init(name: [UInt8]) {
        self.name = name
    }

    /// Gets the memory for as many rows, where each has had a value so far.
    mutating func reserve(_ rows: Int) {
        if self.rows == nil, covered > 0 { values.reserve(rows) }
    }

    /// Appends the values of a range whose first row is `base`.
    mutating func append(_ piece: ColumnPiece, base: Int, count: Int) {
        let added = piece.values.count
        guard added > 0 else { return }
        if rows == nil, base > covered || piece.rows != nil {
            rows = (0..<UInt32(truncatingIfNeeded: covered)).map(\.self)
        }
        if rows != nil {
            let first = UInt32(truncatingIfNeeded: base)
            rows?.append(contentsOf: piece.rows?.map { $0 + first } ?? (0..<UInt32(added)).map { $0 + first })
        }
        covered = base + count
        values.append(piece.values)
    }

    /// The column of `count` rows.
    func finished(count: Int) -> Column {
        let name = String(decoding: name, as: UTF8.self)
        let values = values.storage
        let present = values.count
        guard present > 0 else { return Column(name: name, storage: .empty(count)) }
        let compact = values.interned()
        guard present < count else { return Column(name: name, storage: compact) }
        let rows = rows ?? (0..<UInt32(present)).map(\.self)
        if present < count / 4 {
            return Column(name: name, storage: .sparse(rows: rows, values: compact, count: count))
        }
        return Column(
            name: name, storage: compact.spread(to: rows, of: count), presence: Presence(rows: rows, of: count))
    }
}

/// Values of one attribute in the narrowest form that holds all of them; grows in place.
private struct ValueAccumulator {
    fileprivate enum Form {
        case empty, int32, int64, doubles, booleans, texts, mixed
    }

    // Only the arrays of the form in use hold something.
    private var form = Form.empty
    private var int32s: [Int32] = []
    private var int64s: [Int64] = []
    private var doubles: [Double] = []
    private var booleans: [UInt8] = []
    private var kinds: [Column.MixedKind] = []
    private var texts = TextArena()

    /// The values.
    var storage: Column.Storage {
        switch form {
        case .empty: .empty(0)
        case .int32: .int32(int32s)
        case .int64: .int64(int64s)
        case .doubles: .doubles(doubles)
        case .booleans: .booleans(booleans)
        case .texts: .texts(texts)
        case .mixed: .mixed(kinds: kinds, texts: texts)
        }
    }

    /// Gets the memory for as many values in the present form. Texts have lengths of their own: they grow.
    mutating func reserve(_ count: Int) {
        switch form {
        case .int32: int32s.reserveCapacity(count)
        case .int64: int64s.reserveCapacity(count)
        case .doubles: doubles.reserveCapacity(count)
        case .booleans: booleans.reserveCapacity(count)
        case .empty, .texts, .mixed: break
        }
    }

    /// Appends values, and widens the form where they need it.
    mutating func append(_ new: Column.Storage) {
        widen(for: new)
        switch (form, new) {
        case (.int32, .int32(let new)): int32s.append(contentsOf: new)
        case (.int64, .int64(let new)): int64s.append(contentsOf: new)
        case (.int64, .int32(let new)): int64s.append(contentsOf: new.lazy.map(Int64.init))
        case (.doubles, .doubles(let new)): doubles.append(contentsOf: new)
        case (.doubles, .int32(let new)): doubles.append(contentsOf: new.lazy.map(Double.init))
        case (.doubles, .int64(let new)): doubles.append(contentsOf: new.lazy.map(Double.init))
        case (.booleans, .booleans(let new)): booleans.append(contentsOf: new)
        case (.texts, .texts(let new)): texts.append(contentsOf: new)
        default:
            let (newKinds, newTexts) = new.mixedParts
            kinds.append(contentsOf: newKinds)
            texts.append(contentsOf: newTexts)
        }
    }

    private mutating func widen(for new: Column.Storage) {
        switch (form, new) {
        case (.int32, .int32), (.int64, .int32), (.int64, .int64), (.doubles, .doubles), (.doubles, .int32),
            (.booleans, .booleans), (.texts, .texts), (.mixed, _):
            break
        case (.doubles, .int64(let new)) where new.allSatisfy(\.isExactAsDouble): break
        case (.empty, _): form = .init(new)
        case (.int32, .int64):
            int64s = int32s.map(Int64.init)
            int32s = []
            form = .int64
        case (.int32, .doubles):
            doubles = int32s.map(Double.init)
            int32s = []
            form = .doubles
        case (.int64, .doubles) where int64s.allSatisfy(\.isExactAsDouble):
            doubles = int64s.map(Double.init)
            int64s = []
            form = .doubles
        default:
            let (kinds, texts) = storage.mixedParts
            self = ValueAccumulator()
            (self.kinds, self.texts, form) = (kinds, texts, .mixed)
        }
    }
}

extension ValueAccumulator.Form {
    fileprivate init(_ storage: Column.Storage) {
        switch storage {
        case .empty, .codes, .sparse: self = .empty
        case .int32: self = .int32
        case .int64: self = .int64
        case .doubles: self = .doubles
        case .booleans: self = .booleans
        case .texts: self = .texts
        case .mixed: self = .mixed
        }
    }
}

extension Column.Storage {
    /// The values as texts with their types. Whole doubles count as integers, so that a number's type does not depend
    /// on which numbers stand beside it.
    fileprivate var mixedParts: ([Column.MixedKind], TextArena) {
        var kinds: [Column.MixedKind] = []
        var texts = TextArena()
        func append(_ text: String, _ kind: Column.MixedKind) {
            texts.append(text.utf8)
            kinds.append(kind)
        }
        switch self {
        case .int32(let values): for value in values { append("\(value)", .integer) }
        case .int64(let values): for value in values { append("\(value)", .integer) }
        case .doubles(let values):
            for value in values {
                let (text, kind) = Column.mixedText(value)
                append(text, kind)
            }
        case .booleans(let values): for value in values { append(value != 0 ? "true" : "false", .boolean) }
        case .texts(let texts): return ([Column.MixedKind](repeating: .text, count: texts.count), texts)
        case .mixed(let kinds, let texts): return (kinds, texts)
        case .empty, .codes, .sparse: break
        }
        return (kinds, texts)
    }
}

extension Column {
    /// A double's text and type in a column of several types.
    static func mixedText(_ value: Double) -> (String, MixedKind) {
        if let integer = Int64(exactly: value), integer.isExactAsDouble { return ("\(integer)", .integer) }
        return ("\(value)", .double)
    }
}

extension Column.Storage {
    /// Texts as codes where few distinct ones come back again and again; else the same.
    func interned() -> Column.Storage {
        guard case .texts(let texts) = self, texts.count >= 64 else { return self }
        var values = TextArena()
        var codes: [ArraySlice<UInt8>: UInt16] = [:]
        var rows: [UInt16] = []
        rows.reserveCapacity(texts.count)
        for index in 0..<texts.count {
            let text = texts.bytes(index)
            if let code = codes[text] {
                rows.append(code)
                continue
            }
            // More than a quarter distinct: codes would not pay.
            guard values.count < Int(UInt16.max), values.count < 16 + index / 4 else { return self }
            let code = UInt16(truncatingIfNeeded: values.count)
            codes[text] = code
            values.append(text)
            rows.append(code)
        }
        return .codes(values: values, rows: rows)
    }

    /// The values at their rows among `count`, zeros and empty texts between.
    fileprivate func spread(to rows: [UInt32], of count: Int) -> Column.Storage {
        func spread<Value>(_ values: [Value], _ blank: Value) -> [Value] {
            var all = [Value](repeating: blank, count: count)
            for (row, value) in zip(rows, values) { all[Int(row)] = value }
            return all
        }
        func spread(_ texts: TextArena) -> TextArena {
            var ends = [UInt32](repeating: 0, count: count)
            for (row, end) in zip(rows, texts.ends) { ends[Int(row)] = end }
            for row in ends.indices.dropFirst() { ends[row] = max(ends[row], ends[row - 1]) }
            return TextArena(utf8: texts.utf8, ends: ends) ?? texts
        }
        switch self {
        case .int32(let values): return .int32(spread(values, 0))
        case .int64(let values): return .int64(spread(values, 0))
        case .doubles(let values): return .doubles(spread(values, 0))
        case .booleans(let values): return .booleans(spread(values, 0))
        case .codes(let values, let codes): return .codes(values: values, rows: spread(codes, 0))
        case .texts(let texts): return .texts(spread(texts))
        case .mixed(let kinds, let texts): return .mixed(kinds: spread(kinds, .text), texts: spread(texts))
        case .empty, .sparse: return self
        }
    }
}

extension Int64 {
    /// Whether a double holds the number without loss.
    fileprivate var isExactAsDouble: Bool { magnitude <= 1 << 53 }
}
