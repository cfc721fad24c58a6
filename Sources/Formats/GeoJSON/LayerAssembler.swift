internal import Features
internal import Planar

/// A place in a text: byte, line and start of that line, the way messages count them.
struct TextPlace {
    /// Bytes from the start of the file.
    var offset = 0
    /// Line feeds before.
    var line = 0
    /// The offset of the first byte of the line.
    var lineStart = 0

    /// Moves on over text that begins here.
    mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
        for index in text.indices where text[index] == 0x0A {
            line += 1
            lineStart = offset + index + 1
        }
        offset += text.count
    }

    /// Moves on over text that begins here and has that many line feeds.
    mutating func advance(over text: UnsafeBufferPointer<UInt8>, lines: Int) {
        if lines > 0, let last = text.lastIndex(of: 0x0A) { lineStart = offset + last + 1 }
        line += lines
        offset += text.count
    }

    /// The place as messages give it, counted from 1.
    func location(in path: String, feature: Int? = nil) -> SourceLocation {
        SourceLocation(
            file: path, line: line + 1, column: offset - lineStart + 1, byteOffset: offset, feature: feature)
    }
}

/// Joins the pieces of a file in their order into one layer.
struct LayerAssembler {
    /// The path for locations.
    let path: String
    /// The number of features so far.
    private(set) var count = 0
    private var isMemoryReserved = false
    /// The number of attributes so far.
    var columnCount: Int { columns.count }
    private var geometries = GeometryAccumulator()
    private var columns: [ColumnAccumulator] = []
    private var columnIndex: [[UInt8]: Int] = [:]
    private var ids = ColumnAccumulator(name: Array("id".utf8))
    private var idCount = 0
    private var lines: [UInt32] = []
    private var findings = FindingTally()

    /// An assembler for a file.
    init(path: String) {
        self.path = path
    }

    /// Gets the memory that a file of `size` bytes will need if it goes on as it began, so that columns do not grow by
    /// copying. Only the first call with features counts.
    mutating func expect(_ size: Int, bytesSoFar: Int) {
        guard !isMemoryReserved, count > 0, bytesSoFar > 0 else { return }
        isMemoryReserved = true
        // A hundredth more, since rows differ; and never as if features were shorter than any point is written.
        let rows = min(1.01 * Double(count) / Double(bytesSoFar), 1 / 64) * Double(size)
        guard let expected = Int(exactly: rows.rounded(.up)), expected > count else { return }
        geometries.reserve(expected)
        lines.reserveCapacity(expected)
        for index in columns.indices { columns[index].reserve(expected) }
        ids.reserve(expected)
    }

    /// Appends a piece.
    /// - Parameters:
    ///   - text: The block the piece was read from.
    ///   - place: Where the piece begins.
    mutating func append(_ piece: FeaturePiece, text: UnsafePointer<UInt8>, place: TextPlace) {
        for column in piece.columns {
            let index = columnIndex[column.name] ?? columns.count
            if index == columns.count {
                columnIndex[column.name] = index
                columns.append(ColumnAccumulator(name: column.name))
            }
            columns[index].append(column, base: count, count: piece.count)
        }
        if let values = piece.ids {
            ids.append(values, base: count, count: piece.count)
            idCount += values.values.count
        }
        geometries.append(piece.geometries)
        let firstLine = UInt32(clamping: place.line + 1)
        lines.append(contentsOf: piece.lines.lazy.map { $0 &+ firstLine })
        appendFindings(piece, text: text, place: place)
        count += piece.count
    }

    private mutating func appendFindings(_ piece: FeaturePiece, text: UnsafePointer<UInt8>, place: TextPlace) {
        let findings =
            piece.findings.listed.map { ($0, 0) } + piece.findings.counted.map { ($0.first, $0.count) }
        var place = place
        var offset = piece.start
        // In the order of the text, so that lines are counted only once.
        for (finding, times) in findings.sorted(by: { $0.0.offset < $1.0.offset }) {
            place.advance(over: UnsafeBufferPointer(start: text + offset, count: finding.offset - offset))
            offset = finding.offset
            let diagnostic = Diagnostic(
                finding.code, at: place.location(in: path, feature: count + finding.row), finding.arguments,
                longitudeLatitude: finding.longitudeLatitude)
            if times == 0 { list(diagnostic) } else { tally(diagnostic, times) }
        }
    }

    /// Adds a finding, listed one by one unless there are too many of its code.
    mutating func list(_ diagnostic: Diagnostic) { findings.list(diagnostic) }

    /// Adds findings of which only the first is shown, with the number of all.
    mutating func tally(_ diagnostic: Diagnostic, _ times: Int) { findings.count(diagnostic, times: times) }

    /// The layer and all findings: notes and what was only counted by code, then the others in the order of the text.
    consuming func finished(name: String, source: SourceFile, crsText: String?) -> ReadLayer {
        let count = count
        let featureIDs = idCount > 0 ? ids.finished(count: count) : nil
        var diagnostics = findings.diagnostics
        for index in diagnostics.indices {
            guard let feature = diagnostics[index].location?.feature else { continue }
            diagnostics[index].location?.featureID = featureIDs?.string(at: feature)
        }
        let layer = Layer(
            name: name, source: source, crsText: crsText, geometries: geometries.finished(),
            columns: columns.map { $0.finished(count: count) }, featureIDs: featureIDs, lines: lines)
        return ReadLayer(layer: layer, diagnostics: diagnostics)
    }
}

/// The geometries of a whole file, grown range by range.
private struct GeometryAccumulator {
    private var xs: [Double] = []
    private var ys: [Double] = []
    private var missing: [UInt32] = []
    private var shapes: [Geometry?]?

    mutating func reserve(_ rows: Int) {
        if shapes == nil {
            xs.reserveCapacity(rows)
            ys.reserveCapacity(rows)
        }
        shapes?.reserveCapacity(rows)
    }

    mutating func append(_ piece: GeometryPiece) {
        if shapes == nil, piece.shapes == nil {
            let base = UInt32(truncatingIfNeeded: xs.count)
            missing.append(contentsOf: piece.missing.lazy.map { $0 + base })
            xs.append(contentsOf: piece.xs)
            ys.append(contentsOf: piece.ys)
            return
        }
        if shapes == nil {
            shapes = zip(xs, ys).map { try? Geometry(x: $0, y: $1) }
            for row in missing { shapes?[Int(row)] = nil }
            (xs, ys, missing) = ([], [], [])
        }
        shapes?.append(contentsOf: piece.takeShapes())
    }

    consuming func finished() -> GeometryColumn {
        if let shapes { return GeometryColumn(shapes) }
        var presence: Presence?
        if !missing.isEmpty {
            var isPresent = [Bool](repeating: true, count: xs.count)
            for row in missing { isPresent[Int(row)] = false }
            presence = Presence(isPresent)
        }
        return (try? GeometryColumn(xs: xs, ys: ys, presence: presence)) ?? GeometryColumn()
    }
}
