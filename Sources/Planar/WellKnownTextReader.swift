extension WellKnownGeometry {
    /// Reads well-known text (OGC 06-103r4, with or without the spellings of EWKT).
    ///
    /// Letter case does not matter. Z and M, with or without a tag, are read and left out with a note, as are EMPTY elements
    /// and an `SRID=…;` before the text. `LINEARRING` becomes a line. Numbers must be finite: `nan`, `inf` and numbers
    /// beyond the range of a double are refused.
    public init(text: String) throws(WellKnownError) {
        var reader = WellKnownTextReader(bytes: Array(text.utf8))
        self = try reader.read()
    }
}

/// A recursive descent over the bytes of one text.
private struct WellKnownTextReader {
    let bytes: [UInt8]
    var offset = 0
    var notes: Set<WellKnownNote> = []
    /// Whether the third number of a position is a measure: the geometry is tagged `M`.
    var thirdIsMeasure = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(WellKnownError) -> WellKnownGeometry {
        skipSpace()
        if let word = peekWord(), word == "SRID" { try skipReferenceSystem() }
        let geometry = try readGeometry(depth: 1)
        skipSpace()
        guard offset == bytes.count else { throw error("there is more text after the geometry") }
        return WellKnownGeometry(geometry: geometry, notes: notes)
    }

    private mutating func skipReferenceSystem() throws(WellKnownError) {
        _ = readWord()
        try expect("=")
        _ = try readNumber()
        try expect(";")
        notes.insert(.referenceSystemIgnored)
    }

    // MARK: Geometries

    private mutating func readGeometry(depth: Int) throws(WellKnownError) -> Geometry {
        guard depth <= Geometry.maximumDepth else {
            throw error("collections are nested more than \(Geometry.maximumDepth) deep")
        }
        skipSpace()
        let start = offset
        guard let word = readWord() else { throw error("the name of a geometry type is expected") }
        guard let (kind, tag) = kind(of: word) else { throw error("there is no geometry type \(word)", at: start) }
        thirdIsMeasure = tag + readDimensionTag() == "M"
        if takeEmpty() { return Geometry(emptyOf: kind) }
        var columns = TextColumns()
        switch kind {
        case .point:
            try readList { reader throws(WellKnownError) in try reader.readPosition(into: &columns) }
            guard columns.xs.count == 1 else { throw error("a point has one position", at: start) }
        case .lineString:
            try readLine(into: &columns, isRing: false)
            columns.ringEnds = []
        case .polygon:
            try readPolygon(into: &columns)
            columns.partEnds = []
        case .multiPoint:
            try readList { reader throws(WellKnownError) in try reader.readPointElement(into: &columns) }
        case .multiLineString:
            try readList { reader throws(WellKnownError) in
                if reader.takeEmptyElement() { return }
                try reader.readLine(into: &columns, isRing: false)
            }
        case .multiPolygon:
            try readList { reader throws(WellKnownError) in
                if reader.takeEmptyElement() { return }
                try reader.readPolygon(into: &columns)
            }
        case .collection:
            return try readMembers(depth: depth, start: start)
        }
        return try make(kind, columns, at: start)
    }

    private mutating func readMembers(depth: Int, start: Int) throws(WellKnownError) -> Geometry {
        var members: [Geometry] = []
        try readList { reader throws(WellKnownError) in
            let member = try reader.readGeometry(depth: depth + 1)
            if member.isEmpty { reader.notes.insert(.emptyElementsDropped) } else { members.append(member) }
        }
        do {
            return try Geometry(collection: members)
        } catch {
            throw self.error("\(error)", at: start)
        }
    }

    private func make(_ kind: Geometry.Kind, _ columns: TextColumns, at start: Int) throws(WellKnownError) -> Geometry {
        do {
            return try Geometry(
                kind: kind, xs: columns.xs, ys: columns.ys, ringEnds: columns.ringEnds, partEnds: columns.partEnds)
        } catch {
            throw self.error("\(error)", at: start)
        }
    }

    /// The kind a word names, and its dimension tag where the two are written as one: `POINTZ`.
    private func kind(of word: String) -> (kind: Geometry.Kind, tag: String)? {
        if let kind = WellKnownTextReader.kinds[word] { return (kind, "") }
        for tag in ["ZM", "Z", "M"] where word.hasSuffix(tag) {
            if let kind = WellKnownTextReader.kinds[String(word.dropLast(tag.count))] { return (kind, tag) }
        }
        return nil
    }

    private static let kinds: [String: Geometry.Kind] = [
        "POINT": .point, "LINESTRING": .lineString, "LINEARRING": .lineString, "POLYGON": .polygon,
        "MULTIPOINT": .multiPoint, "MULTILINESTRING": .multiLineString, "MULTIPOLYGON": .multiPolygon,
        "GEOMETRYCOLLECTION": .collection,
    ]

    private mutating func readDimensionTag() -> String {
        guard let word = peekWord(), word == "Z" || word == "M" || word == "ZM" else { return "" }
        _ = readWord()
        return word
    }

    // MARK: Parts

    private mutating func readPolygon(into columns: inout TextColumns) throws(WellKnownError) {
        try readList { reader throws(WellKnownError) in
            if reader.takeEmptyElement() { return }
            try reader.readLine(into: &columns, isRing: true)
        }
        let previous = columns.partEnds.last ?? 0
        guard columns.ringEnds.count > previous else { return }
        columns.partEnds.append(Int32(columns.ringEnds.count))
    }

    private mutating func readLine(into columns: inout TextColumns, isRing: Bool) throws(WellKnownError) {
        skipSpace()
        let start = offset
        let first = columns.xs.count
        try readList { reader throws(WellKnownError) in try reader.readPosition(into: &columns) }
        let last = columns.xs.count - 1
        guard last - first >= (isRing ? 2 : 1) else {
            throw error(
                isRing ? "a ring needs at least three positions" : "a line needs at least two positions", at: start)
        }
        if isRing, columns.xs[first] != columns.xs[last] || columns.ys[first] != columns.ys[last] {
            throw error("the ring is not closed", at: start)
        }
        columns.ringEnds.append(Int32(columns.xs.count))
    }

    private mutating func readPointElement(into columns: inout TextColumns) throws(WellKnownError) {
        if takeEmptyElement() { return }
        skipSpace()
        if peek() == UInt8(ascii: "(") {
            try expect("(")
            try readPosition(into: &columns)
            try expect(")")
        } else {
            try readPosition(into: &columns)
        }
    }

    private mutating func readPosition(into columns: inout TextColumns) throws(WellKnownError) {
        guard columns.xs.count < Int(Int32.max) else { throw error("there are more than 2³¹ positions") }
        columns.xs.append(try readNumber())
        columns.ys.append(try readNumber())
        var others = 0
        while others < 2, startsNumber() {
            _ = try readNumber()
            others += 1
        }
        if others > 0 { notes.insert(thirdIsMeasure ? .measuresIgnored : .heightsIgnored) }
        if others > 1 { notes.insert(.measuresIgnored) }
    }

    private mutating func readList(
        _ element: (inout WellKnownTextReader) throws(WellKnownError) -> Void
    ) throws(WellKnownError) {
        try expect("(")
        repeat {
            try element(&self)
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect(")")
    }

    // MARK: Tokens

    private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || (0x09...0x0d).contains(byte) { offset += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(WellKnownError) {
        skipSpace()
        guard take(UInt8(ascii: character)) else { throw error("'\(character)' is expected") }
    }

    private mutating func peekWord() -> String? {
        let start = offset
        defer { offset = start }
        return readWord()
    }

    private mutating func readWord() -> String? {
        skipSpace()
        let start = offset
        while let byte = peek(), (0x41...0x5a).contains(byte & 0xdf) { offset += 1 }
        guard offset > start else { return nil }
        return String(decoding: bytes[start..<offset].map { $0 & 0xdf }, as: UTF8.self)
    }

    private mutating func takeEmpty() -> Bool {
        guard peekWord() == "EMPTY" else { return false }
        _ = readWord()
        return true
    }

    private mutating func takeEmptyElement() -> Bool {
        guard takeEmpty() else { return false }
        notes.insert(.emptyElementsDropped)
        return true
    }

    private mutating func startsNumber() -> Bool {
        skipSpace()
        guard let byte = peek() else { return false }
        return byte != UInt8(ascii: ",") && byte != UInt8(ascii: ")")
    }

    private mutating func readNumber() throws(WellKnownError) -> Double {
        skipSpace()
        let start = offset
        while let byte = peek(), WellKnownTextReader.isPartOfNumber(byte) { offset += 1 }
        guard offset > start, let number = Double(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
            throw error("a number is expected", at: start)
        }
        guard number.isFinite else { throw error("the number is beyond the range of a double", at: start) }
        return number
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        case UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    private func error(_ reason: String, at place: Int? = nil) -> WellKnownError {
        WellKnownError(offset: place ?? offset, reason: reason)
    }
}

/// The columns of a geometry in the making.
private struct TextColumns {
    var xs: [Double] = []
    var ys: [Double] = []
    var ringEnds: [Int32] = []
    var partEnds: [Int32] = []
}
