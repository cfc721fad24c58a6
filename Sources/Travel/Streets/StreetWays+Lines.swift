public import Features
internal import Planar

extension StreetWays {
    /// Positions this near to each other, in metres, may become one node: positions are compared after rounding to it.
    static let nodeGrid = 0.01

    /// Streets from the lines of a layer, the way in beside OpenStreetMap.
    ///
    /// Every LineString, and every part of a MultiLineString, is a way. Positions that are equal after rounding to whole
    /// centimetres are one node, at the place where the first of them lies; lines that cross without a common position are
    /// not joined. Attributes become tags as ``LineAttributes`` says; where no line has a `highway`, all are free for
    /// all (`highway=road`), so that a plain drawing of streets is a network.
    ///
    /// - Returns: the streets, and what was found: geometries that are no lines (Q210), lines shorter than a centimetre
    ///   (Q212), places where lines cross unjoined (Q527). O(positions · log positions).
    public static func fromLines(_ streets: MetricLayer) -> (ways: StreetWays, diagnostics: [Diagnostic]) {
        var builder = LineJoining(layer: streets.layer)
        for row in 0..<streets.layer.count {
            guard let geometry = streets.layer.geometries[row] else { continue }
            builder.add(geometry, row: row, id: streets.ids[row])
        }
        return builder.finish()
    }
}

/// Puts ways together from lines, one after the other.
private struct LineJoining {
    /// A position in whole centimetres.
    private struct Place: Hashable {
        var x: Int64
        var y: Int64
    }

    private let layer: Layer
    private let attributes: LineAttributes
    private var ways = StreetWays()
    private var diagnostics: [Diagnostic] = []
    private var nodes: [Place: Int32] = [:]
    private var tagIndexes: [TagSet: Int32] = [:]
    private var tooShort: [Int] = []

    init(layer: Layer) {
        self.layer = layer
        attributes = LineAttributes(layer.columns)
    }

    /// Takes the lines of a feature.
    mutating func add(_ geometry: Geometry, row: Int, id: String) {
        let lines = geometry.elements.filter { $0.kind == .lineString }
        if lines.count < geometry.elements.count {
            diagnostics.append(
                Diagnostic(
                    .wrongKind, at: layer.location(ofFeature: row), ["kind": "\(geometry.kind)"], severity: .warning))
        }
        let parts = lines.map { nodeIndexes(of: $0) }
        if parts.contains(where: { $0.count < 2 }) { tooShort.append(row) }
        for (part, indexes) in parts.enumerated() where indexes.count >= 2 {
            ways.ids.append(lines.count == 1 ? id : "\(id)#\(part + 1)")
            ways.nodeIndexes += indexes
            ways.nodeEnds.append(Int32(truncatingIfNeeded: ways.nodeIndexes.count))
            ways.wayTags.append(tagIndex(attributes.tags(ofRow: row)))
        }
    }

    /// The nodes along a line, none twice in a row. Positions too far away to be counted in centimetres are left out.
    private mutating func nodeIndexes(of line: Geometry) -> [Int32] {
        var indexes: [Int32] = []
        for (x, y) in zip(line.xs, line.ys) {
            guard let placeX = Int64(exactly: (x / StreetWays.nodeGrid).rounded()),
                let placeY = Int64(exactly: (y / StreetWays.nodeGrid).rounded())
            else { continue }
            let place = Place(x: placeX, y: placeY)
            let index = nodes[place] ?? Int32(truncatingIfNeeded: ways.xs.count)
            if nodes[place] == nil {
                nodes[place] = index
                ways.xs.append(x)
                ways.ys.append(y)
            }
            if indexes.last != index { indexes.append(index) }
        }
        return indexes
    }

    private mutating func tagIndex(_ tags: TagSet) -> Int32 {
        if let index = tagIndexes[tags] { return index }
        let index = Int32(truncatingIfNeeded: ways.tagSets.count)
        tagIndexes[tags] = index
        ways.tagSets.append(tags)
        return index
    }

    /// The streets with everything found.
    consuming func finish() -> (ways: StreetWays, diagnostics: [Diagnostic]) {
        let source = SourceLocation(file: layer.source.path)
        if let first = tooShort.first {
            diagnostics.append(
                Diagnostic(
                    .duplicatePositions, at: layer.location(ofFeature: first), ["count": "\(tooShort.count)"]))
        }
        let crossings = ways.unjoinedCrossings()
        if crossings > 0 {
            diagnostics.append(Diagnostic(.linesNotJoined, at: source, ["count": "\(crossings)"]))
        }
        return (ways, diagnostics)
    }
}
