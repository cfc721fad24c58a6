import Features
import Planar
import TestSupport
import Testing

@Suite struct GeometryColumnTests {
    static func line(_ xs: [Double], _ ys: [Double]) throws -> Geometry {
        try Geometry(kind: .lineString, xs: xs, ys: ys)
    }

    // MARK: - Keeping rows

    @Test func pointsAndMissingRowsStayColumns() throws {
        var column = GeometryColumn()
        column.append(try Geometry(x: 1, y: 2))
        column.append(nil)
        column.append(try Geometry(x: 3, y: 4))
        #expect(column.count == 3)
        #expect(column.missingCount == 1)
        #expect(column.points == nil)
        let sparse = try #require(column.sparsePoints)
        #expect(sparse.xs == [1, 0, 3] && sparse.ys == [2, 0, 4])
        #expect((0..<3).map { sparse.presence.contains($0) } == [true, false, true])
        #expect(try column[0] == Geometry(x: 1, y: 2) && column[1] == nil && column[2] == Geometry(x: 3, y: 4))
        #expect(column.envelope == Envelope(minX: 1, minY: 2, maxX: 3, maxY: 4))
    }

    @Test func rowsAreFoundByDimension() throws {
        var column = GeometryColumn()
        for row in 0..<3 { column.append(row == 1 ? nil : try Geometry(x: Double(row), y: 0)) }
        #expect(column.rows(ofDimension: 0) == [0, 2])
        #expect(column.rows(ofDimension: 2) == [])
        column.append(try GeometryColumnTests.line([0, 9], [0, -5]))
        column.append(try rectangle(0, 0, 1, 1))
        #expect((0...2).map { column.rows(ofDimension: $0) } == [[0, 2], [3], [4]])
    }

    @Test func anotherKindKeepsTheRowsBeforeIt() throws {
        var column = GeometryColumn()
        let line = try GeometryColumnTests.line([0, 9], [0, -5])
        column.append(try Geometry(x: 1, y: 2))
        column.append(nil)
        column.append(line)
        column.append(try Geometry(x: 3, y: 4))
        #expect(column.sparsePoints == nil && column.points == nil)
        #expect(try (0..<4).map { column[$0] } == [Geometry(x: 1, y: 2), nil, line, Geometry(x: 3, y: 4)])
        #expect(column.missingCount == 1)
        #expect(column.envelope == Envelope(minX: 0, minY: -5, maxX: 9, maxY: 4))
    }

    @Test func anEmptyPointIsAShapeNotAMissingRow() {
        var column = GeometryColumn()
        column.append(Geometry(emptyOf: .point))
        #expect(column[0] == Geometry(emptyOf: .point))
        #expect(column.missingCount == 0)
        #expect(column.envelope.isEmpty)
    }

    @Test func columnsOfPointsAreChecked() throws {
        #expect(throws: GeometryError.malformed("as many x as y are needed")) {
            try GeometryColumn(xs: [1], ys: [])
        }
        #expect(throws: GeometryError.malformed("as many x as y are needed")) {
            try GeometryColumn(xs: [1], ys: [1], presence: Presence(allPresent: 2))
        }
        #expect(throws: GeometryError.notFinite(position: 1)) {
            try GeometryColumn(xs: [1, .nan], ys: [1, 1])
        }
        #expect(try GeometryColumn(xs: [1, 2], ys: [3, 4]).points?.xs == [1, 2])
    }

    // MARK: - Moving positions

    @Test func pointsAreMovedAllAtOnce() throws {
        var column = try GeometryColumn(xs: [1, 2, 3], ys: [4, 5, 6])
        var calls = 0
        let lost = column.movePositions { xs, ys in
            calls += 1
            for index in xs.indices { (xs[index], ys[index]) = (ys[index] * 10, xs[index] * 10) }
            return []
        }
        #expect(calls == 1 && lost.isEmpty)
        #expect(column.points?.xs == [40, 50, 60] && column.points?.ys == [10, 20, 30])
    }

    @Test func aPointWithoutImageLosesItsRowAndMissingRowsAreNotReportedAgain() throws {
        var column = try GeometryColumn(xs: [1, 0, 3], ys: [4, 0, 6], presence: Presence([true, false, true]))
        let lost = column.movePositions { xs, ys in
            xs = [10, .nan, .nan]
            ys = [40, .nan, .nan]
            return [1, 2]
        }
        #expect(lost == [2])
        #expect(column.missingCount == 2)
        #expect(try column[0] == Geometry(x: 10, y: 40) && column[1] == nil && column[2] == nil)
        // What stands in rows without a point is always the same, so that equal columns are equal.
        #expect(column.sparsePoints?.xs == [10, 0, 0] && column.sparsePoints?.ys == [40, 0, 0])
    }

    /// Shapes of every kind, a collection in a collection, missing rows between.
    static func shapes() throws -> [Geometry?] {
        let inner = try Geometry(collection: [
            try Geometry(x: 100, y: 100), try rectangle(10, 10, 12, 12),
        ])
        return [
            try line([0, 1], [0, 1]), nil, try Geometry(collection: [try Geometry(x: 5, y: 6), inner]),
            try polygon([0, 0, 4, 0, 4, 4, 0, 4], [1, 1, 1, 2, 2, 2]),
            try Geometry(joining: [rectangle(0, 0, 1, 1), rectangle(2, 0, 3, 1)]), nil, try Geometry(x: 7, y: 8),
        ]
    }

    @Test func everyPositionOfEveryShapeIsMovedOnce() throws {
        let shapes = try GeometryColumnTests.shapes()
        var column = GeometryColumn(shapes)
        var count = 0
        let lost = column.movePositions { xs, ys in
            count = xs.count
            for index in xs.indices {
                xs[index] += 1_000
                ys[index] *= 2
            }
            return []
        }
        #expect(lost.isEmpty)
        #expect(count == shapes.reduce(0) { $0 + ($1?.positionCount ?? 0) })
        for (row, shape) in shapes.enumerated() {
            let expected = try shape?.mapPositions { xs, ys in
                xs = xs.map { $0 + 1_000 }
                ys = ys.map { $0 * 2 }
            }
            #expect(column[row] == expected, "row \(row)")
        }
    }

    // Positions: 0–1 line, 2–8 collection (1 + 1 + 5), 9–17 polygon (5 + 4), 18–27 multipolygon, 28 point.
    @Test(arguments: [(0, 0), (1, 0), (2, 2), (3, 2), (8, 2), (9, 3), (17, 3), (18, 4), (27, 4), (28, 6)])
    func aPositionWithoutImageCostsItsOwnRowOnly(_ position: Int, _ row: Int) throws {
        let shapes = try GeometryColumnTests.shapes()
        var column = GeometryColumn(shapes)
        let lost = column.movePositions { xs, ys in
            xs[position] = .nan
            ys[position] = .nan
            return [position]
        }
        #expect(lost == [row])
        for other in shapes.indices { #expect(column[other] == (other == row ? nil : shapes[other])) }
    }

    @Test func aRingThatIsTornOpenLosesItsRow() throws {
        let shapes = try GeometryColumnTests.shapes()
        var column = GeometryColumn(shapes)
        // The first corner of the polygon's shell moves, its closing copy does not.
        let lost = column.movePositions { xs, _ in
            xs[9] += 0.5
            return []
        }
        #expect(lost == [3])
        #expect(column[4] == shapes[4] && column[6] == shapes[6])
    }

    @Test func aNumberThatIsNotFiniteLosesItsRowEvenWhenNotReported() throws {
        var column = GeometryColumn(try GeometryColumnTests.shapes())
        let lost = column.movePositions { _, ys in
            ys[0] = .infinity
            return []
        }
        #expect(lost == [0])
        #expect(column[0] == nil)
    }

    // MARK: - Replacing

    @Test func replacingKeepsTheOtherRows() throws {
        var column = try GeometryColumn(xs: [1, 2, 3], ys: [4, 5, 6])
        let square = try rectangle(0, 0, 1, 1)
        column.replace([])
        #expect(column.points != nil)
        column.replace([(1, square), (2, nil)])
        #expect(try (0..<3).map { column[$0] } == [Geometry(x: 1, y: 4), square, nil])
        #expect(column.count == 3 && column.missingCount == 1)
    }
}
