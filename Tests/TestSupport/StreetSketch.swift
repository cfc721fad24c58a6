internal import Planar
public import Travel

/// Streets drawn as text, for tests that can be read:
///
///     A----B----C
///     |    |   /
///     |  1 |  /
///     D----+-E
///          |
///          F
///
///     ABC highway=footway
///     B   barrier=gate
///     C   ele=12.5
///
/// - One character is one step (10 m unless said otherwise) to the east, one line one step to the south. The lower left
///   corner of the drawing is the origin.
/// - Letters are nodes. `-`, `|`, `/` and `\` are streets between them, in straight lines. At `+` two streets cross
///   without meeting, as on a bridge.
/// - Digits are positions beside the streets or on them, such as doors; streets run on below them.
/// - Runs of `#` along a line or a column are barriers for legs; a single `#` is none. Neighbours in both directions join.
/// - Behind an empty line stand tags. A name of two letters or more is a way along these nodes, drawn or not; one letter
///   is a node. `ele` is the height of a node in metres. A drawn street that no way runs along is a way of its own with
///   `highway=residential`, named by its ends from west to east, from north to south where there is no west.
///
/// Nodes are numbered in alphabetical order, ways come in the order of their names.
public struct StreetSketch: Sendable {
    /// The streets, in metres.
    public let ways: StreetWays
    private let marks: [Character: (x: Double, y: Double)]
    private let names: [Character]

    /// Reads a drawing.
    /// - Parameter step: the metres between neighbouring characters.
    public init(_ text: String, step: Double = 10) throws(StreetSketchError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        let end = lines.firstIndex { $0.allSatisfy(\.isWhitespace) } ?? lines.count
        let drawing = StreetDrawing(lines: Array(lines[..<end]), step: step)
        marks = try drawing.marks()
        names = marks.keys.filter(\.isLetter).sorted()
        var streets = try drawing.streets()
        var tags: [(name: String, tags: [(String, String)])] = []
        for line in lines[end...] where !line.allSatisfy(\.isWhitespace) {
            let words = String(line).split(separator: " ")
            let pairs = try words.dropFirst().map { word throws(StreetSketchError) in
                let parts = word.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { throw StreetSketchError("\(word) is no tag") }
                return (String(parts[0]), String(parts[1]))
            }
            let name = String(words[0])
            tags.append((name, pairs))
            for (tail, head) in zip(name, name.dropFirst()) {
                streets.removeAll { $0 == [tail, head] || $0 == [head, tail] }
            }
        }
        tags += streets.map { (String($0), [("highway", "residential")]) }
        ways = try StreetSketch.ways(tags, names, marks, barriers: drawing.barriers())
    }

    /// The position of a letter or digit, in metres.
    public func position(_ name: Character) throws(StreetSketchError) -> (x: Double, y: Double) {
        guard let mark = marks[name] else { throw StreetSketchError("\(name) is not drawn") }
        return mark
    }

    /// The node of ``ways`` that a letter stands for.
    public func node(_ name: Character) throws(StreetSketchError) -> Int32 {
        guard let index = names.firstIndex(of: name) else { throw StreetSketchError("\(name) is no node") }
        return Int32(index)
    }

    /// The node of a network made from ``ways`` that a letter stands for, the lowest where there are copies.
    public func node(_ name: Character, of network: StreetNetwork) throws(StreetSketchError) -> Int32 {
        let node = network.nodes(ofSources: names.count)[Int(try node(name))]
        guard node >= 0 else { throw StreetSketchError("\(name) is no junction of the network") }
        return node
    }

    private static func ways(
        _ tags: [(name: String, tags: [(String, String)])], _ names: [Character],
        _ marks: [Character: (x: Double, y: Double)], barriers: [Geometry]
    ) throws(StreetSketchError) -> StreetWays {
        var ways = StreetWays()
        ways.barriers = barriers
        for name in names {
            ways.xs.append(marks[name]?.x ?? 0)
            ways.ys.append(marks[name]?.y ?? 0)
        }
        for (name, pairs) in tags.sorted(by: { $0.name < $1.name }) {
            let nodes = try name.map { letter throws(StreetSketchError) in
                guard let node = names.firstIndex(of: letter) else {
                    throw StreetSketchError("\(letter) of \(name) is not drawn")
                }
                return Int32(node)
            }
            let isNode = nodes.count == 1
            if isNode, let height = pairs.first(where: { $0.0 == "ele" }).flatMap({ Double($0.1) }) {
                if ways.heights.isEmpty { ways.heights = names.map { _ in .nan } }
                ways.heights[Int(nodes[0])] = height
            }
            let set = TagSet(pairs.filter { !isNode || $0.0 != "ele" })
            if isNode, set.isEmpty { continue }
            let index = Int32(ways.tagSets.firstIndex(of: set) ?? ways.tagSets.count)
            if Int(index) == ways.tagSets.count { ways.tagSets.append(set) }
            if isNode {
                ways.nodeTags[nodes[0]] = index
            } else {
                ways.ids.append(name)
                ways.wayTags.append(index)
                ways.nodeIndexes += nodes
                ways.nodeEnds.append(Int32(ways.nodeIndexes.count))
            }
        }
        return ways
    }
}

/// What is wrong with a drawing.
public struct StreetSketchError: Error, CustomStringConvertible {
    /// One sentence without a point.
    public let description: String

    init(_ description: String) { self.description = description }
}
