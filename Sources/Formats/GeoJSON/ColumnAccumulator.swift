internal import Features

/// One attribute of a whole file, grown range by range; widens its type when a range needs it.
struct ColumnAccumulator {
    /// The name.
    let name: [UInt8]
    /// The values of the rows that have one.
    private var values = Column.Storage.empty(0)
    /// The rows that have one; nil while all rows so far have one.
    private var rows: [UInt32]?
    /// The number of rows so far; rows behind the last value are not yet counted.
    private var covered = 0

    /// An attribute without values.
    init(name: [UInt8]) {
        self.name = name
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
        let taken = values
        values = .empty(0)
        values = taken.joined(with: piece.values)
    }

    /// The column of `count` rows.
    func finished(count: Int) -> Column {
        let name = String(decoding: name, as: UTF8.self)
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

extension Column.Storage {
    /// These values with others behind, in the narrowest form that holds both.
    fileprivate consuming func joined(with other: Column.Storage) -> Column.Storage {
        switch (consume self, other) {
        case (.empty, let new): return new
        case (.int32(var old), .int32(let new)):
            old.append(contentsOf: new)
            return .int32(old)
        case (.int64(var old), .int64(let new)):
            old.append(contentsOf: new)
            return .int64(old)
        case (.int64(var old), .int32(let new)):
            old.append(contentsOf: new.lazy.map(Int64.init))
            return .int64(old)
        case (.int32(let old), .int64(let new)): return .int64(old.map(Int64.init) + new)
        case (.doubles(var old), .doubles(let new)):
            old.append(contentsOf: new)
            return .doubles(old)
        case (.doubles(var old), .int32(let new)):
            old.append(contentsOf: new.lazy.map(Double.init))
            return .doubles(old)
        case (.int32(let old), .doubles(let new)): return .doubles(old.map(Double.init) + new)
        case (.doubles(var old), .int64(let new)) where new.allSatisfy(\.isExactAsDouble):
            old.append(contentsOf: new.lazy.map(Double.init))
            return .doubles(old)
        case (.int64(let old), .doubles(let new)) where old.allSatisfy(\.isExactAsDouble):
            return .doubles(old.map(Double.init) + new)
        case (.booleans(var old), .booleans(let new)):
            old.append(contentsOf: new)
            return .booleans(old)
        case (.texts(var old), .texts(let new)):
            old.append(contentsOf: new)
            return .texts(old)
        case (let old, let new):
            var (kinds, texts) = old.mixedParts
            let (newKinds, newTexts) = new.mixedParts
            kinds.append(contentsOf: newKinds)
            texts.append(contentsOf: newTexts)
            return .mixed(kinds: kinds, texts: texts)
        }
    }

    /// The values as texts with their types.
    private var mixedParts: ([Column.MixedKind], TextArena) {
        func parts<Value>(_ values: [Value], _ kind: Column.MixedKind) -> ([Column.MixedKind], TextArena) {
            var texts = TextArena()
            for value in values { texts.append("\(value)".utf8) }
            return ([Column.MixedKind](repeating: kind, count: values.count), texts)
        }
        switch self {
        case .int32(let values): return parts(values, .integer)
        case .int64(let values): return parts(values, .integer)
        case .doubles(let values): return parts(values, .double)
        case .booleans(let values): return parts(values.map { $0 != 0 }, .boolean)
        case .texts(let texts): return ([Column.MixedKind](repeating: .text, count: texts.count), texts)
        case .mixed(let kinds, let texts): return (kinds, texts)
        case .empty, .codes, .sparse: return ([], TextArena())
        }
    }

    /// Texts as codes where few distinct ones come back again and again; else the same.
    fileprivate func interned() -> Column.Storage {
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
