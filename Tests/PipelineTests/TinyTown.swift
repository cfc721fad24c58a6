import Foundation
import TestSupport

/// A town of two square quarters, side by side, in metres of EPSG:25832, whose figures can be worked out by hand:
///
///     y 2000 ┌──────────┬──────────┐     West: 2 cells of 100 m, East: one cell and half of the cell on the border
///            │   West   │   East   │
///     y 1000 └──────────┴──────────┘
///            x 0      1000      2000     counted from (560 000, 6 017 000)
struct TinyTown {
    static let origin = (x: 560_000.0, y: 6_017_000.0)

    /// GeoJSON objects of the files, by name; a file without features is not named in the project.
    var quarters = [
        TinyTown.area("W", "West", box: (0, 1000, 1000, 2000)),
        TinyTown.area("E", "East", box: (1000, 1000, 2000, 2000)),
    ]
    var places = [
        TinyTown.place("L", "Bücherei", "library", (450, 1550)), TinyTown.place("S", "Markt", "shop", (1550, 1050)),
    ]
    var population = [
        TinyTown.cell("c1", (400, 1500), all: 100, foreign: 20), TinyTown.cell("c2", (0, 1000), all: 50, foreign: 0),
        TinyTown.cell("c3", (1500, 1500), all: 200, foreign: 10), TinyTown.cell("c4", (950, 1200), all: 40, foreign: 8),
    ]
    var focusAreas = [TinyTown.area("F", "Mitte", box: (500, 1000, 1500, 2000), more: #","basis":"council_decision""#)]
    var otherAreas: [String] = []
    var streets: [String] = []
    var stops: [String] = []
    var barriers: [String] = []
    /// Further entries of `layers`.
    var moreLayers = ""
    /// Further lines of the project file.
    var more = ""
    var municipalKey: String? = "01999001"

    static func point(_ at: (Double, Double)) -> String { "[\(origin.x + at.0),\(origin.y + at.1)]" }

    static func feature(_ id: String, _ properties: String, _ kind: String, _ coordinates: String) -> String {
        #"{"type":"Feature","id":"\#(id)","properties":{"id":"\#(id)"\#(properties)},"#
            + #""geometry":{"type":"\#(kind)","coordinates":\#(coordinates)}}"#
    }

    static func area(
        _ id: String, _ name: String, box: (Double, Double, Double, Double), more: String = ""
    ) -> String {
        let corners = [(box.0, box.1), (box.2, box.1), (box.2, box.3), (box.0, box.3), (box.0, box.1)]
        return feature(
            id, #","name":"\#(name)"\#(more)"#, "Polygon",
            "[[" + corners.map(point).joined(separator: ",") + "]]")
    }

    static func place(_ id: String, _ name: String, _ category: String, _ at: (Double, Double)) -> String {
        feature(id, #","name":"\#(name)","category":"\#(category)""#, "Point", point(at))
    }

    /// A cell of 100 m by its lower left corner.
    static func cell(_ id: String, _ at: (Double, Double), all: Int, foreign: Int) -> String {
        let corners = [
            at, (at.0 + 100, at.1), (at.0 + 100, at.1 + 100), (at.0, at.1 + 100), at,
        ]
        return feature(
            id, #","all":\#(all),"foreign":\#(foreign)"#, "Polygon",
            "[[" + corners.map(point).joined(separator: ",") + "]]")
    }

    /// A line through positions.
    static func line(_ id: String, _ at: [(Double, Double)], more: String = "") -> String {
        feature(id, more, "LineString", "[" + at.map(point).joined(separator: ",") + "]")
    }

    /// Residents at a point.
    static func residents(_ id: String, _ at: (Double, Double), all: Int, foreign: Int) -> String {
        feature(id, #","all":\#(all),"foreign":\#(foreign)"#, "Point", point(at))
    }

    /// Writes the town and returns the path of its project file.
    func write(to scratch: Scratch, folder: String = "town") throws -> String {
        var layers = ""
        func layer(_ kind: String, _ features: [String], _ columns: String, name: String? = nil) throws {
            guard !features.isEmpty else { return }
            try scratch.write(
                #"{"type":"FeatureCollection","features":["# + "\n" + features.joined(separator: ",\n") + "\n]}\n",
                to: "\(folder)/\(kind).geojson")
            layers += "  - kind: \(kind)\n    file: \"\(kind).geojson\"\n    crs: \"EPSG:25832\"\n"
            if let name { layers += "    name: \"\(name)\"\n" }
            layers += "    columns: \(columns)\n"
        }
        try layer("quarters", quarters, "{ id: id, name: name }")
        try layer("places", places, "{ id: id, name: name, category: category }")
        try layer("population", population, "{ id: id }")
        try layer("focus_areas", focusAreas, "{ id: id, name: name, basis: basis }")
        try layer("area", otherAreas, "{ id: id, name: name }", name: "Sonstige")
        try layer("streets", streets, "{ id: id }")
        try layer("stops", stops, "{ id: id, mode: mode, departures_weekday: weekday }")
        try layer("barriers", barriers, "{ id: id }")
        layers += moreLayers
        var text = "version: 1\ntown:\n  name: \"Winzig\"\n  crs: \"EPSG:25832\"\n"
        if let municipalKey { text += "  ags: \"\(municipalKey)\"\n" }
        text += "period: \"2024\"\nunderstanding:\n  text: \"Alle gehören dazu.\"\nlayers:\n" + layers
        if !population.isEmpty {
            text += """
                groups:
                  - { id: "all", column: "all", name: { de: "Alle", en: "All" } }
                  - { id: "foreign", column: "foreign", name: { de: "Ausländische", en: "Foreign" } }

                """
        }
        return try scratch.write(text + more, to: "\(folder)/quartier.yaml")
    }
}
