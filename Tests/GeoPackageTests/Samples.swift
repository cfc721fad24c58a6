import Features
import Formats
import GeoPackage
import Planar
import ReferenceSystems
import TestSupport

/// Layers to write.
enum Samples {
    /// Quarters with a column of every type, names that collide, and gaps.
    static func quarters() throws -> Layer {
        let texts: [String?] = [
            "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
            "MULTIPOLYGON (((20 0, 30 0, 30 10, 20 0)), ((40 0, 50 0, 50 10, 40 0)))", nil,
        ]
        return Layer(
            name: "Quartiere \"neu\"", source: SourceFile(path: "-"),
            geometries: GeometryColumn(
                try texts.map { try $0.map { try WellKnownGeometry(text: $0).geometry } }),
            columns: [
                column("name", [.text("Mürwik"), .text("it's"), nil]), column("NAME", [.text("a"), nil, nil]),
                column("geom", [.integer(1), .integer(2), .integer(3)]),
                column("large", [.integer(1 << 40), .integer(-1), nil]),
                column("share", [.double(0.1), .double(1e-300), .double(-2.5)]),
                column("open", [.boolean(true), .boolean(false), nil]),
                column("mixed", [.integer(1), .text("x"), nil]), column("none", [nil, nil, nil]),
                column("", [.json("[1,2]"), nil, .json("{}")]),
            ])
    }

    /// Points at seeded places.
    static func points(_ count: Int, seed: UInt64) throws -> Layer {
        var generator = SeededGenerator(seed: seed)
        let xs = (0..<count).map { _ in Double.random(in: 500_000...600_000, using: &generator) }
        let ys = (0..<count).map { _ in Double.random(in: 5_900_000...6_000_000, using: &generator) }
        return Layer(
            name: "points", source: SourceFile(path: "-"), geometries: try GeometryColumn(xs: xs, ys: ys),
            columns: [column("number", (0..<count).map { .integer($0) })])
    }

    /// A table without geometries.
    static func table() -> Layer {
        Layer(
            name: "gpkg_numbers", source: SourceFile(path: "-"), geometries: GeometryColumn([nil, nil]),
            columns: [column("year", [.integer(2024), .integer(2025)])])
    }

    /// A column of values.
    static func column(_ name: String, _ values: [ColumnValue?]) -> Column {
        var collector = ColumnCollector(name: name)
        for value in values { collector.append(value) }
        return collector.finished()
    }

    /// ETRS89 / UTM zone 32N.
    static func utm() throws -> CoordinateReferenceSystem { try CoordinateReferenceSystem("EPSG:25832") }
}
