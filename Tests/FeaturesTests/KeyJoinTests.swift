import Features
import Planar
import TestSupport
import Testing
import Wording

/// Rows find their areas by key or name; what fits two fits none.
@Suite struct KeyJoinTests {
    private let names = ["03 Nordstadt", "01 Altstadt", "10 Westliche Höhe"]

    @Test func findsKeysAsTheyStand() {
        let join = KeyJoin(keys: ["b", "a", nil, "c", "b", ""], areaIDs: ["a", "b", "x"])
        #expect(join.areas == [1, 0, nil, nil, 1, nil])
        #expect(join.ways == [.key, .key, nil, nil, .key, nil])
        #expect(join.misses == [nil, nil, .empty, .unknown, nil, .empty])
        #expect(join.unmatchedRows == [2, 3, 5] && join.unmatchedAreas == [2])
        #expect(join.count(.key) == 3 && join.count(.name) == 0)
    }

    @Test(arguments: [
        ("süd-ost", KeyJoin.Way.foldedKey), ("SUED OST", .foldedKey), ("Süd-Ost", .key), ("su\u{308}d ost", .foldedKey),
    ])
    func foldsKeys(key: String, way: KeyJoin.Way) {
        let join = KeyJoin(keys: [key], areaIDs: ["Süd-Ost", "Nord"])
        #expect(join.areas == [0] && join.ways == [way])
    }

    @Test func matchesLostZeros() {
        let join = KeyJoin(keys: ["3", "03", "003", "10"], areaIDs: ["03", "10"])
        #expect(join.areas == [0, 0, 0, 1] && join.ways == [.paddedKey, .key, .paddedKey, .key])
        // Where 3 and 03 are two areas, each key means its own, and 003 neither.
        let both = KeyJoin(keys: ["3", "03", "003"], areaIDs: ["03", "3"])
        #expect(both.areas == [1, 0, nil] && both.misses == [nil, nil, .ambiguous])
        // And the other way round: the areas have lost theirs.
        #expect(KeyJoin(keys: ["03", "10"], areaIDs: ["3", "10"]).areas == [0, 1])
    }

    @Test func matchesBehindAPrefix() {
        let ids = ["STGT03", "STGT01", "STGT10"]
        let join = KeyJoin(keys: ["1", "3", "10", "1"], areaIDs: ids)
        #expect(join.areas == [1, 0, 2, 1] && join.prefix == "STGT" && join.count(.prefix) == 4)
        // The prefix may be in the table instead.
        let turned = KeyJoin(keys: ["Q-03", "Q-01"], areaIDs: ["1", "3"])
        #expect(turned.areas == [1, 0] && turned.prefix == "Q-")
        // A total beside a whole match does not hurt; a stranger beside a part does.
        #expect(KeyJoin(keys: ["1", "3", "10", "0"], areaIDs: ids).areas == [1, 0, 2, nil])
        let part = KeyJoin(keys: ["1", "3", "7"], areaIDs: ids)
        #expect(part.areas == [nil, nil, nil] && part.prefix == nil)
        // Two keys for one area are no one-to-one match; nor is a single key.
        #expect(KeyJoin(keys: ["1", "01", "3", "10"], areaIDs: ids).areas == [nil, nil, nil, nil])
        #expect(KeyJoin(keys: ["1"], areaIDs: ids).areas == [nil])
        // Digits are no prefix: 1 is not 11.
        #expect(KeyJoin(keys: ["1", "2", "3"], areaIDs: ["11", "12", "13"]).areas == [nil, nil, nil])
    }

    /// The names must not say otherwise: 3 can be the third quarter of another numbering.
    @Test func namesForbidWrongPrefixes() {
        let ids = ["STGT03", "STGT01", "STGT10"]
        let right = KeyJoin(
            keys: ["1", "3", "10"], names: ["Altstadt", "Nordstadt", "Westl. Höhe"], areaIDs: ids, areaNames: names)
        #expect(right.areas == [1, 0, 2] && right.count(.prefix) == 3)
        let wrong = KeyJoin(
            keys: ["1", "3", "10"], names: ["Nordstadt", "Altstadt", "Westliche Höhe"], areaIDs: ids, areaNames: names)
        #expect(wrong.areas == [0, 1, 2] && wrong.ways == [.name, .name, .name] && wrong.prefix == nil)
        let padded = KeyJoin(
            keys: ["3"], names: ["Altstadt"], areaIDs: ["03", "01"], areaNames: ["Nordstadt", "Altstadt"])
        #expect(padded.areas == [nil] && padded.misses == [.contradiction])
        // The key as it stands counts, with a doubt.
        let exact = KeyJoin(
            keys: ["03"], names: ["Altstadt"], areaIDs: ["03", "01"], areaNames: ["Nordstadt", "Altstadt"])
        #expect(exact.areas == [0] && exact.doubtfulRows == [0])
    }

    @Test func matchesNames() {
        let ids = ["a", "b", "c"]
        let join = KeyJoin(
            keys: [nil, "x", "NORDSTADT", nil, nil],
            names: ["Westliche Hoehe", "03 Nordstadt", nil, "Südstadt", "Nordstadt"],
            areaIDs: ids, areaNames: names)
        #expect(join.areas == [2, 0, 0, nil, 0])
        #expect(join.ways == [.name, .name, .name, nil, .name])
        // Two areas of one name: neither.
        let twins = KeyJoin(keys: [nil], names: ["Mitte"], areaIDs: ["1", "2"], areaNames: ["1 Mitte", "2 Mitte"])
        #expect(twins.areas == [nil] && twins.misses == [.ambiguous])
        #expect(
            KeyJoin(keys: [nil], names: ["2 Mitte"], areaIDs: ["1", "2"], areaNames: ["1 Mitte", "2 Mitte"]).areas == [
                1
            ])
        #expect(KeyJoin(keys: ["a"], areaIDs: ["a", "a"]).misses == [.ambiguous])
    }

    @Test func nothingJoinsNothing() {
        #expect(KeyJoin(keys: [], areaIDs: []).areas.isEmpty)
        #expect(KeyJoin(keys: [], areaIDs: ["a"]).unmatchedAreas == [0])
        #expect(KeyJoin(keys: ["a", "12345678901234567890123"], areaIDs: []).areas == [nil, nil])
    }

    /// Whatever the order of the rows, each finds the same; and no row has both an area and a reason for none.
    @Test func orderDoesNotMatter() {
        var generator = SeededGenerator(seed: 47)
        let pool = ["1", "01", "3", "STGT03", "stgt 10", "Nord", "", "0", "x", "10"]
        for _ in 0..<300 {
            let ids = Array(Set((0..<3).compactMap { _ in pool.randomElement(using: &generator) })).sorted()
            let keys = (0..<6).compactMap { _ in pool.randomElement(using: &generator) }
            let join = KeyJoin(keys: keys, areaIDs: ids)
            let turned = KeyJoin(keys: keys.reversed(), areaIDs: ids)
            #expect(join.areas == turned.areas.reversed() && join.misses == turned.misses.reversed())
            for row in keys.indices {
                #expect((join.areas[row] == nil) == (join.misses[row] != nil))
                #expect((join.areas[row] == nil) == (join.ways[row] == nil))
                if let area = ids.firstIndex(of: keys[row]), !keys[row].isEmpty { #expect(join.areas[row] == area) }
            }
        }
    }

    @Test func givesAnAccount() throws {
        let keys: [String?] = ["3", "9", nil, "Altstadt", "9"]
        let layer = Layer(
            name: "t", source: SourceFile(path: "t.csv"), geometries: GeometryColumn(missing: 5),
            lines: [2, 3, 4, 5, 6])
        let join = KeyJoin(keys: keys, areaIDs: ["03", "01", "10"], areaNames: names)
        let found = join.diagnostics(
            layer: layer, column: "id", texts: keys, areaIDs: ["03", "01", "10"], expectedMisses: [2])
        #expect(found.map(\.code) == [.leadingZerosLost, .joinedByName, .rowsWithoutArea, .areasWithoutRow])
        #expect(found[2].arguments == ["column": "id", "count": "2", "values": "9"] && found[2].location?.line == 3)
        #expect(found[3].arguments["values"] == "10")
        for finding in found {
            for language in [Language.german, .english] {
                #expect(!finding.description(language).contains("{") && !finding.description(language).contains("⟨"))
            }
        }
    }
}

/// Signs in place of numbers, by row.
@Suite struct ColumnMarksTests {
    @Test func findsSigns() {
        var marks = ColumnMarks()
        #expect(marks.isEmpty && marks[0] == nil)
        marks.append("–", row: 2)
        marks.append(".", row: 5)
        marks.append("–", row: 9)
        // Rows come in their order.
        marks.append("x", row: 9)
        #expect(marks.count == 3 && marks.rows == [2, 5, 9] && marks.signs == ["–", "."])
        #expect((0..<11).map { marks[$0] } == [nil, nil, "–", nil, nil, ".", nil, nil, nil, "–", nil])
        let column = Column(
            name: "n", storage: .int32([1, 2, 0]), presence: Presence(rows: [0, 1], of: 3), marks: marks)
        #expect(column.mark(at: 2) == "–" && column.mark(at: 0) == nil && !column.isPresent(at: 2))
        #expect(Column(name: "n", storage: .int32([1])).marks == nil)
    }

    @Test func keepsFewDistinctSigns() {
        var marks = ColumnMarks()
        for row in 0..<300 { marks.append("#\(row)", row: UInt32(row)) }
        #expect(marks.count == 300 && marks.signs.count == 255)
        #expect(marks[254] == "#254" && marks[299] == "#254")
    }

    @Test func columnsMayLackAllGeometries() {
        let column = GeometryColumn(missing: 3)
        #expect(column.count == 3 && column.missingCount == 3 && column[1] == nil && column.points == nil)
        #expect(column.envelope.isEmpty)
    }
}
