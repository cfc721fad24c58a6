internal import Features

/// `"name":` in two words, to be compared with the text at a glance; for names that need no escapes and at most 13 bytes.
struct KeyPattern {
    /// The number of bytes.
    let count: Int
    /// The first eight bytes (or fewer, and zeros), and the eight behind them.
    private let words: (UInt64, UInt64)
    private let masks: (UInt64, UInt64)

    /// The pattern of a name; where it does not fit, one that matches nothing.
    init(_ name: [UInt8]) {
        let bytes = [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\""), UInt8(ascii: ":")]
        let fits = bytes.count <= 16 && name.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        count = bytes.count
        var words: [UInt64] = [0, 0]
        var masks: [UInt64] = [0, 0]
        for (index, byte) in bytes.prefix(16).enumerated() {
            words[index >> 3] |= UInt64(byte) << UInt64(8 * (index & 7))
            masks[index >> 3] |= 0xFF << UInt64(8 * (index & 7))
        }
        // A mask of zero and a word of one never agree.
        self.words = fits ? (words[0], words[1]) : (1, 0)
        self.masks = fits ? (masks[0], masks[1]) : (0, 0)
    }

    /// Whether the text is this; at least 16 bytes must be readable.
    @inline(__always) func matches(_ text: UnsafePointer<UInt8>) -> Bool {
        let raw = UnsafeRawPointer(text)
        return raw.loadUnaligned(as: UInt64.self).littleEndian & masks.0 == words.0
            && (raw + 8).loadUnaligned(as: UInt64.self).littleEndian & masks.1 == words.1
    }
}

/// Collects the values of one attribute while a range of features is read: a word and a type for each value.
struct ColumnBuilder {
    /// The type of a value; the raw value is the bit in a set of types.
    enum Kind: UInt8 {
        case int32 = 1
        case int64 = 2
        /// An integer of more than 53 bits, which a double may not hold.
        case wideInteger = 4
        case double = 8
        case boolean = 16
        case text = 32
        /// A nested value, or a number no machine type holds, as JSON text.
        case json = 64
    }

    /// The name, decoded.
    let name: [UInt8]
    /// `"name":` as it stands in the text, to recognise the next one at a glance.
    let pattern: KeyPattern
    /// The last row that had this name, with a value or with null.
    var lastRow = -1

    private var words: [UInt64] = []
    /// The type of each value; empty while all have the same.
    private var kinds: [UInt8] = []
    private var kindSet: UInt8 = 0
    private var text: [UInt8] = []
    /// The rows of the values; empty while the rows 0, 1, 2 … all have one.
    private var rows: [UInt32] = []

    /// A builder without values.
    init(name: [UInt8]) {
        self.name = name
        pattern = KeyPattern(name)
    }

    /// Whether any row had a value.
    var isEmpty: Bool { words.isEmpty }

    @inline(__always) private mutating func append(_ word: UInt64, _ kind: Kind, row: Int) {
        if row != words.count || !rows.isEmpty {
            if rows.isEmpty { rows = (0..<UInt32(truncatingIfNeeded: words.count)).map(\.self) }
            rows.append(UInt32(truncatingIfNeeded: row))
        }
        if kindSet != kind.rawValue { beginKinds(kind) }
        words.append(word)
        if !kinds.isEmpty { kinds.append(kind.rawValue) }
    }

    /// Prepares for a value of another type than all before.
    @inline(never) private mutating func beginKinds(_ kind: Kind) {
        if kinds.isEmpty { kinds = [UInt8](repeating: kindSet, count: words.count) }
        kindSet = words.isEmpty ? kind.rawValue : kindSet | kind.rawValue
    }

    /// Appends a number; false where it is too large for a double, and was kept as text.
    @inline(__always) mutating func append(_ number: JSONNumber, row: Int) -> Bool {
        if let integer = number.integer {
            append(integer, row: row)
            return true
        }
        let value = number.double
        if number.isInteger || !value.isFinite {
            appendJSON(number.bytes, row: row)
            return value.isFinite
        }
        append(value, row: row)
        return true
    }

    /// Appends a whole number.
    @inline(__always) mutating func append(_ integer: Int, row: Int) {
        let kind: Kind =
            Int(Int32(truncatingIfNeeded: integer)) == integer
            ? .int32 : (integer.magnitude <= 1 << 53 ? .int64 : .wideInteger)
        append(UInt64(bitPattern: Int64(integer)), kind, row: row)
    }

    /// Appends a finite number.
    @inline(__always) mutating func append(_ value: Double, row: Int) {
        append(value.bitPattern, .double, row: row)
    }

    /// Appends a truth value.
    mutating func append(_ value: Bool, row: Int) {
        append(value ? 1 : 0, .boolean, row: row)
    }

    /// Appends a text.
    @inline(__always) mutating func append(_ string: JSONString, row: Int) {
        string.appendDecoded(to: &text)
        append(UInt64(text.count), .text, row: row)
    }

    /// Appends a text, or a value as its JSON text.
    mutating func append(_ string: String, isJSON: Bool, row: Int) {
        text.append(contentsOf: string.utf8)
        append(UInt64(text.count), isJSON ? .json : .text, row: row)
    }

    /// Appends a value as its JSON text.
    mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>, row: Int) {
        text.append(contentsOf: bytes)
        append(UInt64(text.count), .json, row: row)
    }

    /// Forgets the values from `row` on.
    mutating func drop(from row: Int) {
        let last = rows.last.map { Int($0) } ?? words.count - 1
        guard last >= row, !words.isEmpty else { return }
        let isText = textKinds.contains(kinds.last ?? kindSet)
        words.removeLast()
        if !kinds.isEmpty { kinds.removeLast() }
        // A number cut short may have had another type than the whole one.
        if words.isEmpty { kindSet = 0 } else if !kinds.isEmpty { kindSet = kinds.reduce(0, |) }
        if !rows.isEmpty { rows.removeLast() }
        guard isText else { return }
        let before = kinds.isEmpty ? words.indices.last : kinds.lastIndex(where: textKinds.contains)
        text.removeLast(text.count - (before.map { Int(words[$0]) } ?? 0))
    }
}

/// The types whose words are the ends of texts.
private let textKinds: Set<UInt8> = [ColumnBuilder.Kind.text.rawValue, ColumnBuilder.Kind.json.rawValue]

/// The values of one attribute in a range of features, in the narrowest form that holds them.
struct ColumnPiece: Sendable {
    /// The name, decoded.
    let name: [UInt8]
    /// The values of the rows that have one.
    let values: Column.Storage
    /// The rows that have one; nil where all have.
    let rows: [UInt32]?
}

extension ColumnBuilder {
    /// The values in their final form, for a range of `count` rows.
    func finished(count: Int) -> ColumnPiece {
        let isDense = words.count == count && rows.isEmpty
        return ColumnPiece(
            name: name, values: values,
            rows: isDense ? nil : (rows.isEmpty ? (0..<UInt32(truncatingIfNeeded: words.count)).map(\.self) : rows))
    }

    private var values: Column.Storage {
        let integers = Kind.int32.rawValue | Kind.int64.rawValue
        switch kindSet {
        case 0: return .empty(0)
        case Kind.int32.rawValue: return .int32(words.map { Int32(truncatingIfNeeded: $0) })
        case Kind.double.rawValue: return .doubles(words.map(Double.init(bitPattern:)))
        case Kind.boolean.rawValue: return .booleans(words.map { UInt8(truncatingIfNeeded: $0) })
        case Kind.text.rawValue:
            return TextArena(utf8: text, ends: words.map { UInt32(truncatingIfNeeded: $0) })
                .map(Column.Storage.texts) ?? .empty(0)
        case _ where kindSet & ~(integers | Kind.wideInteger.rawValue) == 0:
            return .int64(words.map { Int64(bitPattern: $0) })
        case _ where kindSet & ~(integers | Kind.double.rawValue) == 0:
            return .doubles(
                zip(words, kinds).map { word, kind in
                    kind == Kind.double.rawValue ? Double(bitPattern: word) : Double(Int64(bitPattern: word))
                })
        default: return mixedValues
        }
    }

    private var mixedValues: Column.Storage {
        let kinds = kinds.isEmpty ? [UInt8](repeating: kindSet, count: words.count) : kinds
        var texts = TextArena()
        var types: [Column.MixedKind] = []
        var textStart = 0
        for (word, raw) in zip(words, kinds) {
            switch Kind(rawValue: raw) {
            case .double:
                let (text, type) = Column.mixedText(Double(bitPattern: word))
                types.append(type)
                texts.append(text.utf8)
            case .boolean:
                types.append(.boolean)
                texts.append((word == 1 ? "true" : "false").utf8)
            case .text, .json:
                types.append(raw == Kind.text.rawValue ? .text : .json)
                texts.append(text[textStart..<Int(word)])
                textStart = Int(word)
            case .int32, .int64, .wideInteger, nil:
                types.append(.integer)
                texts.append("\(Int64(bitPattern: word))".utf8)
            }
        }
        return .mixed(kinds: types, texts: texts)
    }
}
