import Features
import Planar
import TestSupport
import Testing

@Suite struct LayerTests {
    static func layer(ids: Column? = nil, lines: [UInt32] = []) throws -> Layer {
        Layer(
            name: "a", source: SourceFile(path: "a.geojson"), geometries: try GeometryColumn(xs: [1, 2], ys: [1, 2]),
            columns: [
                Column(name: "n", storage: .int32([1, 2])), Column(name: "n", storage: .int32([3, 4])),
                Column(name: "ä", storage: .empty(2)),
            ], featureIDs: ids, lines: lines)
    }

    @Test func columnsAreFoundByTheirExactName() throws {
        let layer = try Self.layer()
        #expect(layer.count == 2)
        // Of two columns of one name the first is meant.
        #expect(layer.column(named: "n")?.integers() == [1, 2])
        #expect(layer.column(named: "N") == nil && layer.column(named: "") == nil && layer.column(named: "ä") != nil)
    }

    @Test func aLocationSaysWhatIsKnown() throws {
        let ids = Column(
            name: "id", storage: .texts(ColumnTests.arena(["", "q2"])), presence: Presence([false, true]))
        let layer = try Self.layer(ids: ids, lines: [2, 5])
        #expect(layer.location(ofFeature: 0) == SourceLocation(file: "a.geojson", line: 2, feature: 0))
        #expect(
            layer.location(ofFeature: 1) == SourceLocation(file: "a.geojson", line: 5, feature: 1, featureID: "q2"))
        #expect(try Self.layer().location(ofFeature: 1) == SourceLocation(file: "a.geojson", feature: 1))
    }

    @Test(arguments: [-1, 2, .max]) func aFeatureThatThereIsNotHasNoLine(_ feature: Int) throws {
        let layer = try Self.layer(ids: Column(name: "id", storage: .int32([7, 8])), lines: [2, 5])
        #expect(layer.location(ofFeature: feature) == SourceLocation(file: "a.geojson", feature: feature))
    }

    // MARK: Row ids

    @Test func rowsAreNumberedFromOne() {
        let ids = RowIDs(rowNumbers: 3)
        #expect(Array(ids) == ["1", "2", "3"] && ids.count == 3 && ids.last == "3")
        #expect(RowIDs(rowNumbers: 0).isEmpty)
        #expect(Array(RowIDs(rowNumbers: 4_000_000).suffix(1)) == ["4000000"])
    }

    // MARK: Geometries as points and as shapes

    /// The same rows, once as columns of points, once as whole geometries.
    @Test func pointsAndShapesSayTheSame() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let rows: [Geometry?] = try (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                guard Int.random(in: 0..<4, using: &generator) > 0 else { return nil }
                return try Geometry(
                    x: Double.random(in: -10...10, using: &generator), y: Double.random(in: -10...10, using: &generator)
                )
            }
            var points = GeometryColumn()
            for row in rows { points.append(row) }
            let shapes = GeometryColumn(rows)
            #expect(points.sparsePoints != nil && shapes.sparsePoints == nil)
            #expect(points.count == shapes.count && points.missingCount == shapes.missingCount)
            #expect(points.envelope == shapes.envelope)
            #expect(rows.indices.allSatisfy { points[$0] == rows[$0] && shapes[$0] == rows[$0] })
            for dimension in 0...2 {
                #expect(points.rows(ofDimension: dimension) == shapes.rows(ofDimension: dimension))
            }
            // Moved alike, with the same position lost.
            var movedPoints = points
            var movedShapes = shapes
            let move: (inout [Double], inout [Double]) -> Void = { xs, ys in
                for index in xs.indices { (xs[index], ys[index]) = (ys[index] + 1, xs[index] - 1) }
            }
            let lostPoints = movedPoints.movePositions { xs, ys in
                move(&xs, &ys)
                return []
            }
            let lostShapes = movedShapes.movePositions { xs, ys in
                move(&xs, &ys)
                return []
            }
            #expect(lostPoints.isEmpty && lostShapes.isEmpty)
            #expect(rows.indices.allSatisfy { movedPoints[$0] == movedShapes[$0] })
        }
    }

    @Test func rowsOfADimension() throws {
        let column = GeometryColumn([
            try Geometry(x: 0, y: 0), nil, try rectangle(0, 0, 1, 1),
            try Geometry(kind: .lineString, xs: [0, 1], ys: [0, 1]),
            try Geometry(collection: [try Geometry(x: 0, y: 0), try rectangle(0, 0, 1, 1)]),
        ])
        #expect(column.rows(ofDimension: 0) == [0])
        #expect(column.rows(ofDimension: 1) == [3])
        #expect(column.rows(ofDimension: 2) == [2, 4])
    }

    @Test func aColumnWithoutRows() {
        var column = GeometryColumn()
        #expect(column.count == 0 && column.missingCount == 0 && column.envelope.isEmpty)
        #expect(column.points?.xs == [] && column.rows(ofDimension: 0).isEmpty)
        let lost = column.movePositions { _, _ in [] }
        #expect(lost.isEmpty && column == GeometryColumn())
    }

    /// After a point of a column was replaced by nothing, its coordinates are in no box and in no list.
    @Test func replacedRowsLeaveNothingBehind() throws {
        var column = try GeometryColumn(xs: [1, 100], ys: [1, 100])
        column.replace([(1, nil)])
        #expect(column.envelope == Envelope(minX: 1, minY: 1, maxX: 1, maxY: 1))
        #expect(column.rows(ofDimension: 0) == [0] && column.points == nil)
        column.replace([(1, try Geometry(x: 2, y: 2)), (1, try Geometry(x: 3, y: 3))])
        #expect(try column[1] == Geometry(x: 3, y: 3))
    }
}
