import Features
import Planar
import TestSupport
import Testing

@testable import Formats

/// Random features, written by a few lines here and read by the reader: nothing is lost, wherever the text is cut.
@Suite struct RandomLayerTests {
    /// A value as JSON text and as the reader must give it back; doubles of whole numbers count as equal to integers.
    private static func value(using generator: inout SeededGenerator) -> (text: String, string: String?) {
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: return ("null", nil)
        case 1:
            let flag = Bool.random(using: &generator)
            return ("\(flag)", "\(flag)")
        case 2, 3:
            let number = Int.random(in: -100...100, using: &generator)
            return ("\(number)", "\(number)")
        case 4:
            let number = Int.random(in: .min...(.max), using: &generator)
            return ("\(number)", "\(number)")
        case 5:
            let number = Double(Int.random(in: -1000...1000, using: &generator)) / 8 + 0.0625
            return ("\(number)", "\(number)")
        case 6: return ("[1,{\"b\":[]}]", "[1,{\"b\":[]}]")
        default:
            let text = RandomJSONTests.text(using: &generator)
            return (JSONValue.string(text).text(), text)
        }
    }

    @Test(arguments: 0..<12)
    func everyValueComesBack(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let names = (0..<Int.random(in: 1...6, using: &generator)).map {
            "k\($0)\(["", "ä", "\\n", " long name of a column"][$0 % 4])"
        }
        var lines: [String] = []
        var expected: [[String: String]] = []
        for _ in 0..<80 {
            var members: [String] = []
            var row: [String: String] = [:]
            for name in names.shuffled(using: &generator) where Int.random(in: 0..<4, using: &generator) > 0 {
                let (text, string) = Self.value(using: &generator)
                members.append("\"\(name)\":\(text)")
                row[name.replacing("\\n", with: "\n")] = string
            }
            expected.append(row)
            lines.append(#"{"type":"Feature","properties":{\#(members.joined(separator: ","))},"geometry":null}"#)
        }
        for size in [nil, 30, 300, 2000] {
            let layer = try read(lines.joined(separator: "\n"), rangeSize: size).layer
            for (row, values) in expected.enumerated() {
                let found = layer.columns.compactMap { column in column.string(at: row).map { (column.name, $0) } }
                let pairs = Dictionary(found) { first, _ in first }
                #expect(pairs == values, "row \(row), range size \(size ?? 0)")
            }
            #expect(layer.columns.allSatisfy { $0.count == 80 })
        }
    }

    /// A star-shaped ring round a centre; counterclockwise, closed.
    static func ring(x: Double, y: Double, radius: Double, using generator: inout SeededGenerator) -> (
        [Double], [Double]
    ) {
        let corners = Int.random(in: 3...9, using: &generator)
        var xs: [Double] = []
        var ys: [Double] = []
        for corner in 0..<corners {
            let reach = radius * Double.random(in: 0.3...1, using: &generator)
            // A rational point of the circle instead of sine and cosine: the angles only have to rise.
            let t = Double(corner) / Double(corners) * 4
            let quarter = Int(t) % 4
            let u = t - t.rounded(.down)
            let (c, s) = ((1 - u * u) / (1 + u * u), 2 * u / (1 + u * u))
            let (dx, dy) = [(c, s), (-s, c), (-c, -s), (s, -c)][quarter]
            xs.append(x + reach * dx)
            ys.append(y + reach * dy)
        }
        return (xs + xs.prefix(1), ys + ys.prefix(1))
    }

    private static func area(_ geometry: Geometry) -> Double {
        geometry.elements.reduce(0) { sum, part in
            part.ringEnds.indices.reduce(sum) { sum, ring in
                sum + doubledRingArea(part.xs, part.ys, part.positions(ofRing: ring)) / 2
            }
        }
    }

    @Test func writesAndReadsPolygons() throws {
        var generator = SeededGenerator(seed: 31)
        var shapes: [Geometry?] = []
        for _ in 0..<200 {
            let (xs, ys) = Self.ring(
                x: .random(in: -20...20, using: &generator), y: .random(in: -20...20, using: &generator), radius: 5,
                using: &generator)
            let turned = Bool.random(using: &generator)
            shapes.append(
                try Geometry(
                    kind: .polygon, xs: turned ? xs.reversed() : xs, ys: turned ? ys.reversed() : ys,
                    ringEnds: [Int32(xs.count)]))
        }
        let bytes = GeoJSONWriter.collection(geometries: GeometryColumn(shapes), columns: [])
        let again = try read(bytes)
        #expect(!codes(again).contains(.windingOrder))
        for (row, shape) in shapes.enumerated() {
            let (written, found) = (try #require(shape), try #require(again.layer.geometries[row]))
            #expect(found.positionCount == written.positionCount)
            #expect(Self.area(found) > 0)
            // Seven decimals move a position by at most 5e-8 degrees.
            #expect(abs(abs(Self.area(written)) - Self.area(found)) < 1e-5)
        }
        #expect(GeoJSONWriter.collection(geometries: again.layer.geometries, columns: []) == bytes)
    }

    /// A polygon across the antimeridian is the same polygon elsewhere, cut in two: its area stays, no part crosses.
    @Test func dividedPolygonsKeepTheirArea() throws {
        var generator = SeededGenerator(seed: 32)
        var divided = 0
        for _ in 0..<300 {
            let centre = Double.random(in: 165...195, using: &generator)
            let (xs, ys) = Self.ring(
                x: centre, y: .random(in: -40...40, using: &generator), radius: 12, using: &generator)
            let wrapped = xs.map { $0 > 180 ? $0 - 360 : $0 }
            for longitudes in [xs, wrapped] {
                let polygon = try Geometry(kind: .polygon, xs: longitudes, ys: ys, ringEnds: [Int32(xs.count)])
                let whole = try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: [Int32(xs.count)])
                let pieces = (polygon.dividedAtAntimeridian() ?? polygon).withRightHandRule()
                if pieces.partEnds.count > 1 { divided += 1 }
                #expect(pieces.xs.allSatisfy { $0 >= -180 && $0 <= 180 })
                #expect(abs(Self.area(pieces) - abs(Self.area(whole))) < 1e-9)
                #expect(pieces.elements.allSatisfy { $0.envelope.width <= 24 })
            }
        }
        #expect(divided > 150)
    }

    @Test func dividedLinesKeepTheirLength() throws {
        var generator = SeededGenerator(seed: 33)
        func length(_ geometry: Geometry) -> Double {
            geometry.elements.reduce(0) { sum, line in
                line.xs.indices.dropFirst().reduce(sum) { sum, index in
                    let (dx, dy) = (line.xs[index] - line.xs[index - 1], line.ys[index] - line.ys[index - 1])
                    return sum + (dx * dx + dy * dy).squareRoot()
                }
            }
        }
        for _ in 0..<300 {
            let count = Int.random(in: 2...8, using: &generator)
            let xs = (0..<count).map { _ in Double.random(in: 150...210, using: &generator) }
            let ys = (0..<count).map { _ in Double.random(in: -10...10, using: &generator) }
            let whole = try Geometry(kind: .lineString, xs: xs, ys: ys)
            let pieces = whole.dividedAtAntimeridian() ?? whole
            #expect(pieces.xs.allSatisfy { $0 >= -180 && $0 <= 180 })
            #expect(abs(length(pieces) - length(whole)) < 1e-9)
        }
    }

    @Test func isLeftAloneWhereNothingCrosses() throws {
        let touching = try Geometry(kind: .lineString, xs: [170, 180], ys: [0, 1])
        #expect(touching.dividedAtAntimeridian() == nil)
        let worldWide = try Geometry(
            kind: .polygon, xs: [-180, 0, 180, 180, 0, -180, -180], ys: [-90, -90, -90, 90, 90, 90, -90], ringEnds: [7])
        #expect(worldWide.dividedAtAntimeridian() == nil)
        // A ring round the pole cannot be made continuous; it is written as it is.
        let polar = try Geometry(kind: .polygon, xs: [-120, 0, 120, -120], ys: [80, 80, 80, 80], ringEnds: [4])
        #expect(polar.dividedAtAntimeridian() == nil)
    }
}

/// What a table writer wrote, taken apart by a few lines here.
@Suite struct RandomTableTests {
    /// The cells of all lines (RFC 4180).
    private func cells(_ text: String, separator: Character) -> [[String]] {
        var lines: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        for scalar in text.unicodeScalars.map(Character.init) {
            switch scalar {
            case "\"":
                // A doubled quote inside quotes closes and opens again.
                if !isQuoted, !cell.isEmpty { cell.append("\"") }
                isQuoted.toggle()
            case separator where !isQuoted:
                lines[lines.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted:
                lines[lines.count - 1].append(cell)
                cell = ""
                lines.append([])
            default: cell.append(scalar)
            }
        }
        return Array(lines.dropLast())
    }

    @Test func everyCellComesBack() {
        var generator = SeededGenerator(seed: 41)
        let scalars: [Unicode.Scalar] = ["a", ",", ";", "\"", "\n", "ä", " ", "1"]
        var rows: [[String]] = []
        var writer = CSVWriter(.standard, header: ["a", "b", "c"])
        for _ in 0..<300 {
            let row = (0..<3).map { _ in
                // A letter first: a cell that begins with a quote is tested below.
                "x"
                    + String(
                        String.UnicodeScalarView((0..<4).compactMap { _ in scalars.randomElement(using: &generator) }))
            }
            rows.append(row)
            writer.append(row.map(TableCell.text))
        }
        #expect(cells(String(decoding: writer.bytes, as: UTF8.self), separator: ",") == [["a", "b", "c"]] + rows)
    }

    @Test func quotesWhatBeginsWithAQuote() {
        var writer = CSVWriter(.standard, header: ["a"])
        writer.append([.text("\"x\"")])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a\n\"\"\"x\"\"\"\n")
    }

    @Test func numbersAreNeverFormulas() {
        var writer = CSVWriter(.excelGerman, header: ["a", "b", "c"])
        writer.append([.integer(-1), .number(-1.5), .rounded(-0.04, decimals: 1)])
        #expect(String(decoding: writer.bytes.dropFirst(3), as: UTF8.self) == "a;b;c\r\n-1;-1,5;0,0\r\n")
    }

    @Test func numbersReadBack() throws {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<2000 {
            let value = Double(bitPattern: .random(in: 0...(.max), using: &generator))
            guard value.isFinite else { continue }
            #expect(Double(NumberText.plain(value)) == value)
            #expect(!NumberText.plain(value).contains("e"))
            #expect(Double(NumberText.shortest(value)) == value)
        }
    }
}
