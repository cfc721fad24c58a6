internal import Features
internal import Planar

/// Reads GeoJSON features from one range of a block into columns. A value type without references to anything shared,
/// so that ranges can be read side by side.
struct FeatureParser {
    /// Between what the features stand.
    enum Layout: Sendable {
        /// In the list of a feature collection, with commas between.
        case list
        /// One after the other: newline-delimited, or a text sequence (RFC 8142) with a record separator before each.
        /// - Parameter isSeparated: Whether such a separator stands before the place where reading begins.
        case sequence(isSeparated: Bool)

        /// The same, where reading begins at the start of a feature that was found separated from the one before.
        var separated: Layout {
            switch self {
            case .list: .list
            case .sequence: .sequence(isSeparated: true)
            }
        }
    }

    /// The byte before each text of a sequence (RFC 8142).
    static let recordSeparator: UInt8 = 0x1E

    var scanner: JSONScanner
    var piece: FeaturePiece
    var columns: [ColumnBuilder] = []
    var columnIndex: [[UInt8]: Int] = [:]
    /// The column that will come next if this feature has the shape of the one before.
    var expectedColumn = 0
    var ids = ColumnBuilder(name: Array("id".utf8))
    var coordinates = CoordinateList()
    /// The row being read.
    var row = 0
    /// The rows that are certain; the next may have to be read again with more text.
    private var committedRow = 0
    /// Findings about rows that are not yet certain, and whether each is only counted.
    private var pending: [(finding: Finding, isNote: Bool)] = []

    /// A parser for the text of a block that begins reading at `offset`.
    init(_ text: UnsafePointer<UInt8>, count: Int, from offset: Int) {
        scanner = JSONScanner(text, count: count)
        scanner.cursor = text + offset
        piece = FeaturePiece(start: offset)
    }

    /// Reads features until the first one that begins at or behind `limit`, or until the features end.
    mutating func parse(_ layout: Layout, until limit: Int) -> FeaturePiece {
        piece.end = scanner.offset
        do throws(JSONError) {
            switch layout {
            case .list: try parseList(until: limit)
            case .sequence(let isSeparated): try parseSequence(until: limit, isSeparated: isSeparated)
            }
        } catch {
            piece.stop = .failed(error)
            row = committedRow
            for index in columns.indices { columns[index].drop(from: row) }
            ids.drop(from: row)
            piece.geometries.drop(from: row)
            piece.lines.removeLast(piece.lines.count - row)
        }
        piece.columns = columns.map { $0.finished(count: row) }
        piece.ids = ids.isEmpty ? nil : ids.finished(count: row)
        return piece
    }

    /// The features so far are whole, and what separates the next one from them was passed: reading could begin anew
    /// here.
    @inline(__always) private mutating func commit() {
        committedRow = row
        if !pending.isEmpty { keepPending() }
        piece.end = scanner.offset
        piece.newlines = scanner.newlines
    }

    private mutating func parseList(until limit: Int) throws(JSONError) {
        scanner.skipWhitespace()
        while true {
            try parseFeature()
            if try !scanner.nextElement(closing: UInt8(ascii: "]")) {
                piece.stop = .closed
                return commit()
            }
            commit()
            if scanner.offset >= limit {
                piece.stop = .limit
                return
            }
        }
    }

    private mutating func parseSequence(until limit: Int, isSeparated: Bool) throws(JSONError) {
        var isSeparated = isSeparated
        while true {
            let newlines = scanner.newlines
            scanner.skipWhitespace()
            while scanner.skip(FeatureParser.recordSeparator) {
                isSeparated = true
                scanner.skipWhitespace()
            }
            isSeparated = isSeparated || scanner.newlines > newlines
            commit()
            if scanner.cursor == scanner.end {
                piece.stop = .exhausted(isSeparated: isSeparated)
                return
            }
            guard isSeparated else { throw scanner.unexpected() }
            if scanner.offset >= limit {
                piece.stop = .limit
                return
            }
            isSeparated = false
            switch try peekedType() {
            case .collection:
                piece.stop = .collection
                return
            case .geometry: try parseBareGeometry()
            case .feature, nil: try parseFeature()
            }
            // A number at the end of the text may go on in the next block (RFC 7464, 2.4).
            if scanner.cursor == scanner.end, 0x30...0x39 ~= scanner.cursor[-1] {
                throw JSONError(reason: .endOfText, offset: scanner.offset)
            }
        }
    }
}

/// What kind of GeoJSON object a text is.
enum ObjectType {
    case feature
    case collection
    case geometry

    /// The kind that a `type` member names.
    init?(_ name: JSONString) {
        if name.equals("Feature") {
            self = .feature
        } else if name.equals("FeatureCollection") {
            self = .collection
        } else if Geometry.Kind(geoJSON: name) != nil {
            self = .geometry
        } else {
            return nil
        }
    }
}

extension FeatureParser {
    /// Looks for the `type` of the object at the cursor without moving.
    private func peekedType() throws(JSONError) -> ObjectType? {
        var ahead = scanner
        guard ahead.skip(UInt8(ascii: "{")) else { return nil }
        ahead.skipWhitespace()
        if ahead.skip(UInt8(ascii: "}")) { return nil }
        repeat {
            let key = try ahead.scanKey()
            if key.equals("type"), ahead.skip(UInt8(ascii: "\"")) {
                return ObjectType(try ahead.scanString())
            }
            try ahead.skipValue()
        } while try ahead.nextElement(closing: UInt8(ascii: "}"))
        return nil
    }

    /// Lists a finding about the feature being read.
    @inline(never) mutating func report(
        _ code: DiagnosticCode, at offset: Int, _ arguments: [String: String] = [:],
        longitudeLatitude: LongitudeLatitude? = nil
    ) {
        let finding = Finding(
            code: code, row: row, offset: offset, arguments: arguments, longitudeLatitude: longitudeLatitude)
        pending.append((finding, false))
    }

    /// Counts a note about the feature being read.
    @inline(never) mutating func note(_ code: DiagnosticCode, at offset: Int, _ arguments: [String: String] = [:]) {
        pending.append((Finding(code: code, row: row, offset: offset, arguments: arguments), true))
    }

    /// Ends the row.
    @inline(__always) private mutating func finishRow(line: Int) {
        piece.lines.append(UInt32(truncatingIfNeeded: line))
        if let offset = scanner.unpairedSurrogate {
            report(.unpairedSurrogate, at: offset)
            scanner.unpairedSurrogate = nil
        }
        row += 1
    }

    private mutating func keepPending() {
        for (finding, isNote) in pending {
            if isNote {
                piece.findings.count(finding)
            } else {
                piece.findings.list(finding)
            }
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Reads a geometry that stands for a feature.
    private mutating func parseBareGeometry() throws(JSONError) {
        let line = scanner.newlines
        note(.notACollection, at: scanner.offset)
        try parseGeometryMember()
        finishRow(line: line)
    }

    /// Reads one feature; the cursor stands on its first byte.
    mutating func parseFeature() throws(JSONError) {
        let start = scanner.offset
        let line = scanner.newlines
        guard scanner.skip(UInt8(ascii: "{")) else {
            try scanner.skipValue(depth: 3)
            report(.memberMalformed, at: start, ["member": "features"])
            piece.geometries.append(nil)
            return finishRow(line: line)
        }
        var seen = Members()
        scanner.skipWhitespace()
        if !scanner.skip(UInt8(ascii: "}")) {
            repeat { try parseMember(&seen) } while try scanner.nextElement(closing: UInt8(ascii: "}"))
        }
        if !seen.hasType { report(.memberMalformed, at: start, ["member": "type"]) }
        if !seen.hasProperties { report(.memberMalformed, at: start, ["member": "properties"]) }
        if !seen.hasGeometry {
            report(.memberMalformed, at: start, ["member": "geometry"])
            piece.geometries.append(nil)
        }
        finishRow(line: line)
    }

    /// Which members of a feature were there already.
    private struct Members {
        var hasType = false
        var hasGeometry = false
        var hasProperties = false
        var hasID = false
        var hasBox = false
        var foreign: KeySet?
    }

    /// Reads one member of a feature, from its key to behind its value.
    @inline(__always) private mutating func parseMember(_ seen: inout Members) throws(JSONError) {
        let keyOffset = scanner.offset
        let key = try scanner.scanKey()
        let isRepeated: Bool
        if key.equals("type") {
            isRepeated = seen.hasType
            seen.hasType = true
            try parseType()
        } else if key.equals("geometry") {
            isRepeated = seen.hasGeometry
            seen.hasGeometry = true
            if !isRepeated { try parseGeometryMember() }
        } else if key.equals("properties") {
            isRepeated = seen.hasProperties
            seen.hasProperties = true
            if !isRepeated { try parseProperties() }
        } else if key.equals("id") {
            isRepeated = seen.hasID
            seen.hasID = true
            if !isRepeated { try parseID() }
        } else if key.equals("bbox") {
            isRepeated = seen.hasBox
            seen.hasBox = true
            try parseBox()
        } else {
            isRepeated = try skipForeignMember(key, at: keyOffset, &seen.foreign)
        }
        if isRepeated { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
    }

    /// Passes the value of a member that GeoJSON does not know; tells whether its key was there already.
    @inline(never) mutating func skipForeignMember(
        _ key: JSONString, at offset: Int, _ keys: inout KeySet?
    ) throws(JSONError) -> Bool {
        note(.foreignMember, at: offset, ["member": key.string])
        var seen = keys ?? KeySet()
        let isNew = seen.insert(key)
        keys = seen
        try scanner.skipValue(depth: 5)
        return !isNew
    }

    private mutating func parseType() throws(JSONError) {
        let offset = scanner.offset
        if scanner.skip(UInt8(ascii: "\"")) {
            if try scanner.scanString().equals("Feature") { return }
        } else {
            try scanner.skipValue(depth: 4)
        }
        report(.memberMalformed, at: offset, ["member": "type"])
    }

    private mutating func parseID() throws(JSONError) {
        let offset = scanner.offset
        switch scanner.cursor.pointee {
        case UInt8(ascii: "\""):
            scanner.cursor += 1
            ids.append(try scanner.scanString(), row: row)
        case UInt8(ascii: "-"), 0x30...0x39:
            if !ids.append(try scanner.scanNumber(), row: row) { report(.numberOutOfRange, at: offset) }
        default:
            let first = scanner.cursor
            try scanner.skipValue(depth: 4)
            ids.appendJSON(UnsafeBufferPointer(start: first, count: scanner.cursor - first), row: row)
            report(.memberMalformed, at: offset, ["member": "id"])
        }
    }

    /// Reads a `bbox`, which must be a list of four or six numbers; its values are not used.
    mutating func parseBox() throws(JSONError) {
        let offset = scanner.offset
        var numbers = 0
        var isSound = scanner.skip(UInt8(ascii: "["))
        if isSound {
            scanner.skipWhitespace()
            if !scanner.skip(UInt8(ascii: "]")) {
                repeat {
                    switch scanner.cursor.pointee {
                    case UInt8(ascii: "-"), 0x30...0x39: _ = try scanner.scanNumber()
                    default:
                        isSound = false
                        try scanner.skipValue(depth: 5)
                    }
                    numbers += 1
                } while try scanner.nextElement(closing: UInt8(ascii: "]"))
            }
        } else {
            try scanner.skipValue(depth: 4)
        }
        if !isSound || (numbers != 4 && numbers != 6) { report(.memberMalformed, at: offset, ["member": "bbox"]) }
    }
}
