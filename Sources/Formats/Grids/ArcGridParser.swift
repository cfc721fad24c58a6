internal import Features
internal import Planar

/// Takes the bytes of an Arc/Info ASCII grid one after the other and keeps its numbers.
struct ArcGridParser {
    private let path: String
    private var line = 1
    /// The bytes of the word in progress; longer words than this cannot be numbers.
    private var word: [UInt8] = []
    private static let longestWord = 64
    private var isInComment = false
    private var isAtLineStart = true
    /// The key whose value comes next, in the header.
    private var key: String?
    private var header = ArcGridHeader()
    /// The header once the first number of the body has come.
    private var shape: ArcGridHeader.Shape?
    private var values: [Float] = []

    init(path: String) {
        self.path = path
    }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) throws(Failure) {
        let isLineEnd = byte == UInt8(ascii: "\n")
        if isInComment {
            isInComment = !isLineEnd
        } else if isAtLineStart, byte == UInt8(ascii: "#") {
            isInComment = true
        } else if byte <= 0x20 {
            try endWord()
        } else {
            guard word.count < ArcGridParser.longestWord else { throw failure("word", found: text(of: word)) }
            word.append(byte)
        }
        isAtLineStart = isLineEnd || (isAtLineStart && byte <= 0x20)
        if isLineEnd { line += 1 }
    }

    /// The grid, once all bytes were taken.
    mutating func finish() throws(Failure) -> NumberGrid {
        try endWord()
        if let key { throw failure("number", found: key) }
        let shape = try wholeHeader()
        guard values.count == shape.count,
            let grid = NumberGrid(
                columns: shape.columns, rows: shape.rows, westX: shape.westX, southY: shape.southY,
                spacing: shape.spacing, values: values)
        else { throw failure("count", found: "\(values.count) / \(shape.count)") }
        return grid
    }

    private mutating func endWord() throws(Failure) {
        guard !word.isEmpty else { return }
        defer { word.removeAll(keepingCapacity: true) }
        // The mark of UTF-8 that some programs put before the first key.
        if line == 1, word.starts(with: [0xEF, 0xBB, 0xBF]) { word.removeFirst(3) }
        guard !word.isEmpty else { return }
        if let key {
            try takeHeader(key)
            self.key = nil
        } else if shape == nil, ArcGridParser.isKey(word) {
            key = text(of: word).lowercased()
        } else {
            try takeValue()
        }
    }

    private static func isKey(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        // `nan` may stand for a missing number, and then the header is over.
        let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
        return isLetter && !["nan", "inf"].contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private mutating func takeHeader(_ key: String) throws(Failure) {
        guard ArcGridHeader.keys.contains(key) else { throw failure("key", found: key) }
        guard let number = number(word) else { throw notANumber() }
        guard header.set(key, to: number) else { throw failure("header", found: "\(key) \(text(of: word))") }
    }

    private mutating func takeValue() throws(Failure) {
        let shape = try wholeHeader()
        self.shape = shape
        guard values.count < shape.count else { throw failure("count", found: "> \(shape.count)") }
        guard let number = number(word) else {
            guard text(of: word).lowercased() == "nan" else { throw notANumber() }
            values.append(.nan)
            return
        }
        values.append(number == header.missing ? .nan : Float(number))
    }

    private func wholeHeader() throws(Failure) -> ArcGridHeader.Shape {
        if let shape { return shape }
        if let missing = header.missingKey { throw failure("missing", found: missing) }
        guard let shape = header.shape else { throw failure("header", found: "ncols × nrows") }
        return shape
    }

    /// A finite decimal number. Heights of files mostly have few digits, which are read without a String.
    private func number(_ word: [UInt8]) -> Double? {
        var digits: UInt64 = 0
        var exponent = 0
        var hasPoint = false
        let isNegative = word.first == UInt8(ascii: "-")
        let body = isNegative ? word.dropFirst() : word[...]
        guard !body.isEmpty else { return nil }
        var isPlain = word.count <= 19
        for byte in body where isPlain {
            switch byte {
            case 0x30...0x39:
                digits = digits * 10 + UInt64(byte - 0x30)
                if hasPoint { exponent -= 1 }
            case UInt8(ascii: ".") where !hasPoint && body.count > 1: hasPoint = true
            default: isPlain = false
            }
        }
        if isPlain, let number = nearestDouble(digits, timesTenTo: exponent) { return isNegative ? -number : number }
        // Swift would take `nan`, `inf` and `0x1p3`, too.
        let isDecimal = word.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard isDecimal, let number = Double(text(of: word)), number.isFinite else { return nil }
        return number
    }

    private func notANumber() -> Failure {
        failure(word.contains(UInt8(ascii: ",")) ? "comma" : "number", found: text(of: word))
    }

    private func text(of word: [UInt8]) -> String {
        String(String(decoding: word, as: UTF8.self).unicodeScalars.filter { $0.value > 0x1F && $0.value != 0x7F })
    }

    private func failure(_ reason: String, found: String) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(
                .gridMalformed, at: SourceLocation(file: path, line: line),
                ["@reason": "grid.reason.\(reason)", "found": found]))
    }
}

/// The header of an Arc/Info ASCII grid as far as it was read.
struct ArcGridHeader {
    /// What the header says once it is whole.
    struct Shape {
        var columns: Int
        var rows: Int
        var westX: Double
        var southY: Double
        var spacing: Double
        /// The number of points.
        var count: Int
    }

    /// The keys of a header in lower case.
    static let keys = [
        "ncols", "nrows", "xllcorner", "xllcenter", "yllcorner", "yllcenter", "cellsize", "nodata_value",
    ]
    private var numbers: [String: Double] = [:]

    /// The number that stands for nothing; −9999 unless the header says otherwise.
    var missing: Double { numbers["nodata_value"] ?? -9_999 }

    /// Keeps a number; false where it cannot be or is there already.
    mutating func set(_ key: String, to number: Double) -> Bool {
        guard numbers[key] == nil else { return false }
        switch key {
        case "ncols", "nrows":
            guard number >= 1, number <= Double(ArcGridReader.largestCount), number == number.rounded() else {
                return false
            }
        case "cellsize":
            guard number > 0 else { return false }
        default: break
        }
        numbers[key] = number
        return true
    }

    /// The first key that a whole header has and this one lacks.
    var missingKey: String? {
        for key in ["ncols", "nrows", "cellsize"] where numbers[key] == nil { return key }
        for key in ["xllcorner", "yllcorner"]
        where numbers[key] == nil && numbers[key.replacingCorner] == nil { return key }
        return nil
    }

    /// The whole header; nil where something is missing or there are too many points.
    var shape: Shape? {
        guard let columns = numbers["ncols"].flatMap(Int.init(exactly:)),
            let rows = numbers["nrows"].flatMap(Int.init(exactly:)), let spacing = numbers["cellsize"],
            let westX = numbers["xllcenter"] ?? numbers["xllcorner"].map({ $0 + spacing / 2 }),
            let southY = numbers["yllcenter"] ?? numbers["yllcorner"].map({ $0 + spacing / 2 })
        else { return nil }
        let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
        guard !overflow, count <= ArcGridReader.largestCount else { return nil }
        return Shape(columns: columns, rows: rows, westX: westX, southY: southY, spacing: spacing, count: count)
    }
}

extension String {
    /// `xllcenter` for `xllcorner`.
    fileprivate var replacingCorner: String { String(prefix(3)) + "center" }
}
