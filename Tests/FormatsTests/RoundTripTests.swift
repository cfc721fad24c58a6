import Features
import Planar
import TestSupport
import Testing

@testable import Formats

/// Written and read again: the same geometry within half of the seventh decimal, whatever its kind.
@Suite struct RoundTripTests {
    /// Random geometries on one side of the antimeridian, rings by the right-hand rule.
    private struct Shapes {
        var generator: SeededGenerator

        mutating func positions(_ count: Int) -> ([Double], [Double]) {
            (
                (0..<count).map { _ in Double.random(in: -80...80, using: &generator) },
                (0..<count).map { _ in Double.random(in: -85...85, using: &generator) }
            )
        }

        mutating func next(_ kind: Geometry.Kind, depth: Int = 0) throws -> Geometry {
            let count = Int.random(in: 1...4, using: &generator)
            switch kind {
            case .point, .multiPoint, .lineString:
                let (xs, ys) = positions(kind == .point ? 1 : kind == .lineString ? count + 1 : count)
                return try Geometry(kind: kind, xs: xs, ys: ys)
            case .multiLineString:
                let (xs, ys) = positions(3 * count)
                return try Geometry(kind: kind, xs: xs, ys: ys, ringEnds: (1...Int32(count)).map { 3 * $0 })
            case .polygon, .multiPolygon:
                var (xs, ys, ringEnds): ([Double], [Double], [Int32]) = ([], [], [])
                let parts = kind == .polygon ? 1 : count
                for _ in 0..<parts {
                    let (x, y) = (
                        Double.random(in: -70...70, using: &generator), Double.random(in: -70...70, using: &generator)
                    )
                    let (outer, inner) = (
                        Double.random(in: 2...9, using: &generator), Double.random(in: 0.1...1, using: &generator)
                    )
                    // A diamond counterclockwise, and one clockwise in it.
                    xs += [x + outer, x, x - outer, x, x + outer] + [x + inner, x, x - inner, x, x + inner]
                    ys += [y, y + outer, y, y - outer, y] + [y, y - inner, y, y + inner, y]
                    ringEnds += [Int32(xs.count - 5), Int32(xs.count)]
                }
                let partEnds = kind == .polygon ? [] : (1...Int32(parts)).map { 2 * $0 }
                return try Geometry(kind: kind, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
            case .collection:
                let kinds = Geometry.Kind.allCases.filter { depth < 3 || $0 != .collection }
                return try Geometry(
                    collection: try (0..<count).map { _ in
                        try next(kinds.randomElement(using: &generator) ?? .point, depth: depth + 1)
                    })
            }
        }
    }

    /// Whether both have the same parts, and no position differs by more than half of the seventh decimal.
    private func agree(_ left: Geometry, _ right: Geometry) -> Bool {
        guard left.kind == right.kind, left.ringEnds == right.ringEnds, left.partEnds == right.partEnds,
            left.xs.count == right.xs.count, left.members.count == right.members.count
        else { return false }
        // 5 · 10⁻⁸ and the rounding of doubles of this size.
        let close = zip(left.xs + left.ys, right.xs + right.ys).allSatisfy { abs($0 - $1) <= 5.0001e-8 }
        return close && zip(left.members, right.members).allSatisfy { agree($0, $1) }
    }

    @Test(arguments: Geometry.Kind.allCases)
    func everyKindComesBack(kind: Geometry.Kind) throws {
        var shapes = Shapes(generator: SeededGenerator(seed: 60 + UInt64(kind.rawValue)))
        var column: [Geometry?] = []
        for row in 0..<150 { column.append(row % 10 == 9 ? nil : try shapes.next(kind)) }
        let text = GeoJSONWriter.collection(geometries: GeometryColumn(column), columns: [])
        for size in [nil, 200] {
            let again = try read(text, rangeSize: size)
            #expect(codes(again) == [.geometryMissing])
            #expect(again.layer.count == column.count)
            for (row, shape) in column.enumerated() {
                let found = again.layer.geometries[row]
                guard let shape, let found else {
                    #expect((shape == nil) == (found == nil))
                    continue
                }
                #expect(agree(shape, found), "row \(row)")
            }
            // A second time nothing is rounded any more.
            #expect(GeoJSONWriter.collection(geometries: again.layer.geometries, columns: []) == text)
        }
    }

    @Test func attributesComeBack() throws {
        var generator = SeededGenerator(seed: 71)
        let texts = (0..<200).map { _ in RandomJSONTests.text(using: &generator) }
        let numbers = (0..<200).map { _ in Double.random(in: -1e6...1e6, using: &generator) }
        let hostile = [
            "</script><script>alert(1)</script>", "\"},{\"type\":\"Feature\"", "]}\n{\"type\":\"FeatureCollection\"",
            "\\\"", "\u{0}",
            "\u{1E}", "\\u0000", "=cmd|' /C calc'!A0", "\u{202E}abc", "\u{FEFF}", "${x}", "%s%n", "'; DROP TABLE x; --",
            "\u{2028}",
        ]
        var arena = TextArena()
        for row in 0..<200 { arena.append((row % 3 == 0 ? hostile[row % hostile.count] : texts[row]).utf8) }
        let columns =
            [
                Column(name: "text", storage: .texts(arena)), Column(name: "n", storage: .doubles(numbers)),
                Column(name: "i", storage: .int64((0..<200).map { Int64($0) << 40 })),
                Column(name: "b", storage: .booleans((0..<200).map { UInt8($0 % 2) })),
            ]
            + hostile.enumerated().map { Column(name: $1, storage: .int32([Int32](repeating: Int32($0), count: 200))) }
        let points = try GeometryColumn((0..<200).map { try Geometry(x: Double($0) / 2, y: 1) })
        let text = GeoJSONWriter.collection(
            geometries: points, columns: columns, ids: columns[0], members: [.init(hostile[0], .string(hostile[1]))])
        let again = try read(text)
        #expect(codes(again) == [.foreignMember])
        #expect(again.layer.columns.map(\.name) == columns.map(\.name))
        for (found, column) in zip(again.layer.columns, columns) {
            for row in 0..<200 { #expect(found.value(at: row) == column.value(at: row), "\(column.name) \(row)") }
        }
        for row in 0..<200 { #expect(again.layer.featureIDs?.string(at: row) == arena[row]) }
        // One line a feature: a text with line feeds does not break that.
        #expect(text.count { $0 == 0x0A } == 200 + 2)
    }

    @Test(arguments: [
        (9.123456749, "9.1234567"), (9.12345675, "9.1234568"), (-9.12345675, "-9.1234568"), (0.00000004, "0"),
        (-0.00000004, "0"),
        (0.00000005, "0.0000001"), (9.99999995, "10"), (1e-300, "0"), (54, "54"), (54.5, "54.5"), (-0.0, "0"),
        (79.1, "79.1"), (0.1 + 0.2, "0.3"),
    ])
    func writesSevenDecimals(degrees: Double, text: String) throws {
        let point = try GeometryColumn([Geometry(x: degrees, y: degrees)])
        let written = String(decoding: GeoJSONWriter.collection(geometries: point, columns: []), as: UTF8.self)
        #expect(written.contains("\"coordinates\":[\(text),\(text)]}"))
        #expect(written.contains("\"bbox\":[\(text),\(text),\(text),\(text)]"))
    }

    @Test func boxesHoldEverything() throws {
        func box(_ shapes: [Geometry?]) throws -> [Double]? {
            let text = GeoJSONWriter.collection(geometries: GeometryColumn(shapes), columns: [])
            return try JSONValue(parsing: text)["bbox"]?.elements?.compactMap(\.double)
        }
        let line = try Geometry(kind: .lineString, xs: [-3, 4], ys: [5, -6])
        let inner = try Geometry(collection: [Geometry(collection: [Geometry(x: 7, y: 8)])])
        #expect(try box([line, nil, inner]) == [-3, -6, 7, 8])
        #expect(try box([nil]) == nil)
        #expect(try box([]) == nil)
        #expect(try box([Geometry(emptyOf: .polygon), line]) == [-3, -6, 4, 5])
        // Divided at the antimeridian, the box would have to run the other way round: it is left out.
        #expect(try box([line, Geometry(kind: .lineString, xs: [179, -179], ys: [0, 0])]) == nil)
    }

    /// Lines across the antimeridian and what they become: first the parts of one world, then those of the next to the
    /// east, each in the direction of the line.
    @Test(
        arguments: [
            ([170, -170], [0, 10], [170, 180, -180, -170], [0, 5, 5, 10], [2, 4]),
            ([-170, 170], [0, 10], [180, 170, -170, -180], [5, 10, 0, 5], [2, 4]),
            (
                [175, 185, 175], [0, 10, 20], [175, 180, 180, 175, -180, -175, -180], [0, 5, 15, 20, 5, 10, 15],
                [2, 4, 7]
            ),
            ([190, 200], [0, 1], [-170, -160], [0, 1], [2]),
            ([-190, -170], [0, 2], [170, 180, -180, -170], [0, 1, 1, 2], [2, 4]),
            ([530, 550], [0, 2], [170, 180, -180, -170], [0, 1, 1, 2], [2, 4]),
        ] as [([Double], [Double], [Double], [Double], [Int32])])
    func dividesLines(xs: [Double], ys: [Double], dividedXs: [Double], dividedYs: [Double], ends: [Int32]) throws {
        let line = try Geometry(kind: .lineString, xs: xs, ys: ys)
        let expected = try Geometry(kind: .multiLineString, xs: dividedXs, ys: dividedYs, ringEnds: ends)
        #expect(line.dividedAtAntimeridian() == expected)
    }

    @Test func dividesWhatStandsInCollections() throws {
        let line = try Geometry(kind: .lineString, xs: [170, -170], ys: [0, 10])
        let point = try Geometry(x: 9, y: 54)
        let whole = try Geometry(collection: [point, Geometry(collection: [line])])
        let divided = try #require(whole.dividedAtAntimeridian())
        #expect(divided.members.first == point)
        #expect(divided.members.last?.members.first?.kind == .multiLineString)
        #expect(try Geometry(collection: [point]).dividedAtAntimeridian() == nil)
        #expect(
            try Geometry(kind: .multiPoint, xs: [179, 181, -541], ys: [0, 0, 0]).dividedAtAntimeridian()?.xs == [
                179, -179, 179,
            ])
    }

    /// Every ring of every kind turns right after writing, however it turned before.
    @Test func turnsEveryRing() throws {
        var shapes = Shapes(generator: SeededGenerator(seed: 81))
        for kind in [Geometry.Kind.polygon, .multiPolygon] {
            for _ in 0..<100 {
                let right = try shapes.next(kind)
                var (xs, ys) = (right.xs, right.ys)
                for ring in right.ringEnds.indices where Bool.random(using: &shapes.generator) {
                    xs[right.positions(ofRing: ring)].reverse()
                    ys[right.positions(ofRing: ring)].reverse()
                }
                let turned = try Geometry(
                    kind: kind, xs: xs, ys: ys, ringEnds: right.ringEnds, partEnds: right.partEnds)
                #expect(turned.withRightHandRule() == right)
                let inside = try Geometry(collection: [turned, Geometry(x: 1, y: 2)])
                #expect(inside.withRightHandRule() == (try Geometry(collection: [right, Geometry(x: 1, y: 2)])))
            }
        }
    }
}
