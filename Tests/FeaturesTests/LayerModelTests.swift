import Features
import Planar
import Testing

@Suite struct PresenceTests {
    @Test func costsNothingWhileAllArePresent() {
        var presence = Presence(allPresent: 100)
        presence.append(true, count: 1000)
        #expect(presence == Presence(allPresent: 1100))
        #expect(presence.contains(1099))
        #expect(!presence.contains(1100))
        #expect(!presence.contains(-1))
    }

    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 200])
    func remembersEveryRow(count: Int) {
        let rows = (0..<count).map { $0 % 3 != 0 }
        let presence = Presence(rows)
        #expect((0..<count).map { presence.contains($0) } == rows)
        #expect(presence.absentCount == rows.filter { !$0 }.count)
        let listed = (0..<count).filter { rows[$0] }.map { UInt32($0) }
        #expect(Presence(rows: listed, of: count) == presence)
        var joined = Presence(allPresent: 70)
        joined.append(contentsOf: presence)
        #expect((0..<count).map { joined.contains($0 + 70) } == rows)
    }

    @Test func allAbsentHoldsNothing() {
        let presence = Presence(allAbsent: 65)
        #expect(presence.absentCount == 65)
        #expect(!(0..<65).contains { presence.contains($0) })
        #expect(presence == Presence([Bool](repeating: false, count: 65)))
    }
}

@Suite struct TextArenaTests {
    @Test func keepsTexts() throws {
        var arena = TextArena()
        for text in ["Süd", "", "a"] { arena.append(text.utf8) }
        #expect((0..<3).map { arena[$0] } == ["Süd", "", "a"])
        #expect(TextArena(utf8: arena.utf8, ends: arena.ends) == arena)
        var both = arena
        both.append(contentsOf: arena)
        #expect(both[3] == "Süd")
        #expect(both.count == 6)
    }

    @Test func refusesEndsThatDoNotFit() {
        #expect(TextArena(utf8: [1, 2], ends: [1]) == nil)
        #expect(TextArena(utf8: [1, 2], ends: [2, 1, 2]) == nil)
    }
}

@Suite struct GeometryStorageTests {
    @Test func keepsPointsAsTwoColumns() throws {
        let column = try GeometryColumn(xs: [1, 2], ys: [3, 4])
        #expect(column.points?.xs == [1, 2])
        #expect(try column[1] == Geometry(x: 2, y: 4))
        #expect(column.envelope == Envelope(minX: 1, minY: 3, maxX: 2, maxY: 4))
        #expect(column.missingCount == 0)
    }

    @Test func refusesWhatIsNotFinite() {
        #expect(throws: GeometryError.notFinite(position: 1)) { try GeometryColumn(xs: [0, 1], ys: [0, .nan]) }
        #expect(throws: GeometryError.self) { try GeometryColumn(xs: [0, 1], ys: [0]) }
    }

    @Test func keepsMissingPoints() throws {
        var column = GeometryColumn()
        column.append(try Geometry(x: 5, y: 6))
        column.append(nil)
        #expect(column.points == nil)
        #expect(column.sparsePoints?.xs == [5, 0])
        #expect(column[1] == nil)
        #expect(column.missingCount == 1)
        #expect(column.envelope == Envelope(minX: 5, minY: 6, maxX: 5, maxY: 6))
    }

    @Test func becomesShapesWhenNeeded() throws {
        var column = GeometryColumn()
        let point = try Geometry(x: 5, y: 6)
        let line = try Geometry(kind: .lineString, xs: [0, 9], ys: [0, 9])
        for geometry in [point, nil, line, point, Geometry(emptyOf: .point)] { column.append(geometry) }
        #expect((0..<5).map { column[$0] } == [point, nil, line, point, Geometry(emptyOf: .point)])
        #expect(column.sparsePoints == nil)
        #expect(column.missingCount == 1)
        #expect(column.count == 5)
        #expect(column.envelope.maxX == 9)
    }
}

@Suite struct ColumnTests {
    @Test func readsAsNumberAndText() {
        let column = Column(name: "x", storage: .doubles([3, 2.5, 0]), presence: Presence([true, true, false]))
        #expect((0..<3).map { column.string(at: $0) } == ["3", "2.5", nil])
        #expect((0..<3).map { column.integer(at: $0) } == [3, nil, nil])
        #expect(column.doubles() == [3, 2.5, nil])
        #expect(column.value(at: 3) == nil)
    }

    @Test func takesOnlyDecimalNumbersFromTexts() {
        var texts = TextArena()
        let words = ["12", "-1.5e2", "nan", "inf", "0x10", "1e999", "", "1,5", "--1", "1 "]
        for word in words { texts.append(word.utf8) }
        let column = Column(name: "x", storage: .texts(texts))
        #expect(column.doubles() == [12, -150, nil, nil, nil, nil, nil, nil, nil, nil])
        #expect(column.integers() == [12, -150, nil, nil, nil, nil, nil, nil, nil, nil])
    }

    @Test func gaplessNumbersAreAllOrNone() {
        #expect(Column(name: "x", storage: .int32([3, -1])).gaplessDoubles() == [3, -1])
        #expect(Column(name: "x", storage: .doubles([0.5])).gaplessDoubles() == [0.5])
        #expect(Column(name: "x", storage: .int64([1 << 40])).gaplessDoubles() == [1_099_511_627_776])
        #expect(Column(name: "x", storage: .booleans([1, 0])).gaplessDoubles() == nil)
        let gap = Column(name: "x", storage: .int32([3, 0]), presence: Presence([true, false]))
        #expect(gap.gaplessDoubles() == nil)
    }

    @Test func findsRowsOfSparseColumns() {
        let rows: [UInt32] = [2, 3, 97]
        let column = Column(name: "x", storage: .sparse(rows: rows, values: .int32([20, 30, 970]), count: 100))
        #expect(column.count == 100)
        #expect((0..<100).filter { column.isPresent(at: $0) } == [2, 3, 97])
        #expect(column.integers().compactMap { $0 } == [20, 30, 970])
    }

    @Test func knowsWhereItStands() throws {
        let layer = Layer(
            name: "a", source: SourceFile(path: "a.geojson"), geometries: try GeometryColumn(xs: [1, 2], ys: [1, 2]),
            columns: [Column(name: "n", storage: .int32([1, 2]))],
            featureIDs: Column(name: "id", storage: .int32([7, 8])), lines: [2, 5])
        #expect(
            layer.location(ofFeature: 1) == SourceLocation(file: "a.geojson", line: 5, feature: 1, featureID: "8"))
        #expect(layer.location(ofFeature: 9).line == nil)
        #expect(layer.column(named: "n")?.count == 2)
        #expect(layer.column(named: "N") == nil)
    }
}
