extension WellKnownGeometry {
    /// Reads well-known binary (OGC 06-103r4), big- or little-endian, ISO codes and the flags of EWKB.
    ///
    /// Z and M are read and left out with a note, as are EMPTY elements (a point of NaN counts as one) and an SRID.
    /// Counts are checked against the bytes that are left before anything is stored.
    public init(binary bytes: [UInt8]) throws(WellKnownError) {
        var reader = WellKnownBinaryReader(bytes: bytes)
        self = try reader.read()
    }

    /// Reads well-known binary written as hexadecimal digits; white space around them does not matter.
    public init(hexadecimal text: String) throws(WellKnownError) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8? = nil
        var ended = false
        for (offset, byte) in text.utf8.enumerated() {
            let isSpace = byte == 0x20 || (0x09...0x0d).contains(byte)
            if isSpace {
                ended = ended || !bytes.isEmpty || high != nil
                continue
            }
            guard !ended, let digit = byte.hexadecimalValue else {
                throw WellKnownError(offset: offset, reason: "this is not a hexadecimal digit")
            }
            if let upper = high {
                bytes.append(upper << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else {
            throw WellKnownError(offset: text.utf8.count, reason: "half a byte is missing at the end")
        }
        try self.init(binary: bytes)
    }
}

extension UInt8 {
    /// The value of an ASCII hexadecimal digit.
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Reads one binary form from front to back.
private struct WellKnownBinaryReader {
    let bytes: [UInt8]
    var offset = 0
    var notes: Set<WellKnownNote> = []
    var isLittleEndian = true
    /// The numbers of each position: 2, 3 or 4.
    var dimensions = 2

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(WellKnownError) -> WellKnownGeometry {
        let geometry = try readGeometry(depth: 1)
        guard offset == bytes.count else { throw error("there are more bytes after the geometry") }
        return WellKnownGeometry(geometry: geometry, notes: notes)
    }

    /// Byte order, type code with dimensions, perhaps an SRID.
    private mutating func readHead() throws(WellKnownError) -> Geometry.Kind {
        let start = offset
        switch try readByte() {
        case 0: isLittleEndian = false
        case 1: isLittleEndian = true
        default: throw error("a byte order of 0 or 1 is expected", at: start)
        }
        let code = try readCount()
        var hasZ = code & 0x8000_0000 != 0
        var hasM = code & 0x4000_0000 != 0
        if code & 0x2000_0000 != 0 {
            _ = try readCount()
            notes.insert(.referenceSystemIgnored)
        }
        let plain = code & 0x1fff_ffff
        switch plain / 1_000 {
        case 0: break
        case 1: hasZ = true
        case 2: hasM = true
        case 3: (hasZ, hasM) = (true, true)
        default: throw error("there is no geometry type \(plain)", at: start + 1)
        }
        guard let kind = WellKnownBinaryReader.kinds[plain % 1_000] else {
            throw error("there is no geometry type \(plain)", at: start + 1)
        }
        dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
        if hasZ { notes.insert(.heightsIgnored) }
        if hasM { notes.insert(.measuresIgnored) }
        return kind
    }

    private static let kinds: [UInt32: Geometry.Kind] = [
        1: .point, 2: .lineString, 3: .polygon, 4: .multiPoint, 5: .multiLineString, 6: .multiPolygon, 7: .collection,
    ]

    private mutating func readGeometry(depth: Int) throws(WellKnownError) -> Geometry {
        guard depth <= Geometry.maximumDepth else {
            throw error("collections are nested more than \(Geometry.maximumDepth) deep")
        }
        let start = offset
        let kind = try readHead()
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        switch kind {
        case .point:
            try readPoint(&xs, &ys)
        case .lineString:
            try readPositions(&xs, &ys, isRing: false)
        case .polygon:
            try readRings(&xs, &ys, &ringEnds)
        case .multiPoint, .multiLineString, .multiPolygon, .collection:
            let members = try readMembers(of: kind, depth: depth)
            return try checked(at: start) { () throws(GeometryError) in
                if kind == .collection { return try Geometry(collection: members) }
                return members.isEmpty ? Geometry(emptyOf: kind) : try Geometry(multi: kind, of: members)
            }
        }
        return try checked(at: start) { () throws(GeometryError) in
            try Geometry(kind: kind, xs: xs, ys: ys, ringEnds: ringEnds)
        }
    }

    private func checked(
        at start: Int, _ make: () throws(GeometryError) -> Geometry
    ) throws(WellKnownError) -> Geometry {
        do {
            return try make()
        } catch {
            throw self.error("\(error)", at: start)
        }
    }

    /// The elements of a multi-geometry or collection, empty ones left out.
    private mutating func readMembers(of kind: Geometry.Kind, depth: Int) throws(WellKnownError) -> [Geometry] {
        // An element has at least five bytes of head.
        let count = try readCount(ofAtLeast: 5)
        var members: [Geometry] = []
        for _ in 0..<count {
            let start = offset
            let member = try readGeometry(depth: depth + 1)
            if let expected = WellKnownBinaryReader.elementKinds[kind], member.kind != expected {
                throw error("an element is of the wrong type", at: start)
            }
            if member.isEmpty { notes.insert(.emptyElementsDropped) } else { members.append(member) }
        }
        return members
    }

    private static let elementKinds: [Geometry.Kind: Geometry.Kind] = [
        .multiPoint: .point, .multiLineString: .lineString, .multiPolygon: .polygon,
    ]

    private mutating func readPoint(_ xs: inout [Double], _ ys: inout [Double]) throws(WellKnownError) {
        let start = offset
        let x = try readDouble()
        let y = try readDouble()
        for _ in 2..<dimensions { _ = try readDouble() }
        // An empty point has no other form in binary.
        if x.isNaN, y.isNaN { return }
        guard x.isFinite, y.isFinite else { throw error("a coordinate is not a finite number", at: start) }
        xs.append(x)
        ys.append(y)
    }

    private mutating func readPositions(
        _ xs: inout [Double], _ ys: inout [Double], isRing: Bool
    ) throws(WellKnownError) {
        let start = offset
        let first = xs.count
        let count = try readCount(ofAtLeast: dimensions * 8)
        guard count > 0 else { return }
        guard count >= (isRing ? 3 : 2) else {
            throw error(
                isRing ? "a ring needs at least three positions" : "a line needs at least two positions", at: start)
        }
        for _ in 0..<count {
            let place = offset
            let x = try readDouble()
            let y = try readDouble()
            guard x.isFinite, y.isFinite else { throw error("a coordinate is not a finite number", at: place) }
            for _ in 2..<dimensions { _ = try readDouble() }
            xs.append(x)
            ys.append(y)
        }
        if isRing, xs[first] != xs[xs.count - 1] || ys[first] != ys[ys.count - 1] {
            throw error("the ring is not closed", at: start)
        }
    }

    private mutating func readRings(
        _ xs: inout [Double], _ ys: inout [Double], _ ringEnds: inout [Int32]
    ) throws(WellKnownError) {
        let count = try readCount(ofAtLeast: 4)
        for _ in 0..<count {
            try readPositions(&xs, &ys, isRing: true)
            let end = Int32(xs.count)
            if end == ringEnds.last ?? 0 { notes.insert(.emptyElementsDropped) } else { ringEnds.append(end) }
        }
    }

    // MARK: Numbers

    private mutating func readByte() throws(WellKnownError) -> UInt8 {
        guard offset < bytes.count else { throw error("the bytes end too early") }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func readCount() throws(WellKnownError) -> UInt32 {
        UInt32(truncatingIfNeeded: try readInteger(bytes: 4))
    }

    /// A count of things of at least `size` bytes each, for which there must be room in what is left.
    private mutating func readCount(ofAtLeast size: Int) throws(WellKnownError) -> Int {
        let start = offset
        let count = Int(try readCount())
        guard count <= (bytes.count - offset) / size else {
            throw error("\(count) elements are announced, more than the bytes that are left can hold", at: start)
        }
        return count
    }

    private mutating func readDouble() throws(WellKnownError) -> Double {
        Double(bitPattern: try readInteger(bytes: 8))
    }

    private mutating func readInteger(bytes count: Int) throws(WellKnownError) -> UInt64 {
        guard bytes.count - offset >= count else { throw error("the bytes end too early") }
        var value: UInt64 = 0
        for index in 0..<count {
            let byte = UInt64(bytes[offset + (isLittleEndian ? count - 1 - index : index)])
            value = value << 8 | byte
        }
        offset += count
        return value
    }

    private func error(_ reason: String, at place: Int? = nil) -> WellKnownError {
        WellKnownError(offset: place ?? offset, reason: reason)
    }
}
