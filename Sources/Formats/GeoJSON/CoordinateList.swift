/// The `coordinates` of one geometry as they stand in the text: positions in two columns, with the ends of the lists
/// they stand in. What kind of geometry that is, the `type` says, which may come later.
struct CoordinateList {
    /// What is wrong with the lists.
    enum Problem: Sendable {
        /// A list that is no list, a position that is no position, lists nested unevenly.
        case malformed
        /// A number too large for a double.
        case numberOutOfRange
    }

    /// The positions.
    var xs: [Double] = []
    var ys: [Double] = []
    /// The end of each list of positions, counted in positions.
    var ringEnds: [Int32] = []
    /// The end of each list of lists of positions, counted in such lists.
    var partEnds: [Int32] = []
    /// The levels of lists around a position: 0 for a lone position; −1 where there is none.
    var height = -1
    /// A bit for each level at which an empty list stands.
    var emptyLevels: UInt8 = 0
    /// Whether a list of lists begins with an empty list and goes on with a full one.
    var beginsEmpty = false
    /// Whether a position has more than two numbers.
    var hasMoreDimensions = false
    /// The first thing that is wrong, and where.
    var problem: (kind: Problem, offset: Int)?

    /// Begins anew and keeps the memory.
    mutating func clear() {
        xs.removeAll(keepingCapacity: true)
        ys.removeAll(keepingCapacity: true)
        ringEnds.removeAll(keepingCapacity: true)
        partEnds.removeAll(keepingCapacity: true)
        height = -1
        emptyLevels = 0
        beginsEmpty = false
        hasMoreDimensions = false
        problem = nil
    }

    /// Reads the value at the scanner's cursor.
    mutating func scan(_ scanner: inout JSONScanner) throws(JSONError) {
        clear()
        height = try scanList(&scanner, level: 0)
    }

    private mutating func reject(_ kind: Problem, _ scanner: JSONScanner) {
        if problem == nil { problem = (kind, scanner.offset) }
    }

    @inline(__always) private static func beginsNumber(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
    }

    /// Reads a list, or rejects what is none; returns its height, −1 where it holds no position.
    private mutating func scanList(_ scanner: inout JSONScanner, level: Int) throws(JSONError) -> Int {
        // Level 4 would be a position inside four lists: no kind of geometry has that.
        guard level <= 3 || CoordinateList.beginsNumber(scanner.cursor[1]), scanner.cursor.pointee == UInt8(ascii: "[")
        else {
            reject(.malformed, scanner)
            try scanner.skipValue(depth: level + 5)
            return -1
        }
        scanner.cursor += 1
        scanner.skipWhitespace()
        if CoordinateList.beginsNumber(scanner.cursor.pointee) {
            try scanPosition(&scanner)
            return 0
        }
        if scanner.skip(UInt8(ascii: "]")) {
            emptyLevels |= 1 << UInt8(level)
            return -1
        }
        var height = -1
        var isFirstEmpty = false
        repeat {
            let inner: Int
            if scanner.cursor.pointee == UInt8(ascii: "["), CoordinateList.beginsNumber(scanner.cursor[1]) {
                scanner.cursor += 1
                try scanPosition(&scanner)
                inner = 0
            } else {
                inner = try scanList(&scanner, level: level + 1)
            }
            if inner < 0 {
                if height < 0 { isFirstEmpty = true }
            } else if height < 0 {
                height = inner + 1
                if isFirstEmpty, height == 2 { beginsEmpty = true }
            } else if height != inner + 1 {
                reject(.malformed, scanner)
            }
        } while try scanner.nextElement(closing: UInt8(ascii: "]"))
        if height == 1 { ringEnds.append(Int32(clamping: xs.count)) }
        if height == 2 { partEnds.append(Int32(clamping: ringEnds.count)) }
        return height
    }

    /// Reads a position from its first number to behind its bracket.
    @inline(__always) private mutating func scanPosition(_ scanner: inout JSONScanner) throws(JSONError) {
        let x = try scanner.scanNumber().double
        scanner.skipWhitespace()
        guard scanner.cursor.pointee == UInt8(ascii: ",") else {
            reject(.malformed, scanner)
            return try scanner.expect(UInt8(ascii: "]"))
        }
        scanner.cursor += 1
        scanner.skipWhitespace()
        guard CoordinateList.beginsNumber(scanner.cursor.pointee) else {
            reject(.malformed, scanner)
            return try skipRest(&scanner)
        }
        let y = try scanner.scanNumber().double
        if !(x.isFinite && y.isFinite) { reject(.numberOutOfRange, scanner) }
        xs.append(x)
        ys.append(y)
        if scanner.skip(UInt8(ascii: "]")) { return }
        if try !scanner.nextElement(closing: UInt8(ascii: "]")) { return }
        hasMoreDimensions = true
        try skipRest(&scanner)
    }

    /// Passes the elements of a position behind the second.
    @inline(never) private mutating func skipRest(_ scanner: inout JSONScanner) throws(JSONError) {
        repeat {
            if CoordinateList.beginsNumber(scanner.cursor.pointee) {
                _ = try scanner.scanNumber()
            } else {
                reject(.malformed, scanner)
                try scanner.skipValue(depth: 9)
            }
        } while try scanner.nextElement(closing: UInt8(ascii: "]"))
    }
}
