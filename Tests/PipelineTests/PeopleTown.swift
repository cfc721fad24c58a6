import Features
import Foundation
import Overlay
import ReferenceSystems
import TestSupport
import Testing
import Town

@testable import Pipeline

/// Two quarters in metres of EPSG:3035, side by side on the cells of the census, with a border through the middle of the
/// tenth column of cells:
///
///     north 1000 ┌─────────┬──────────┐
///                │  West   │   East   │
///     north 0    └─────────┴──────────┘
///            east 0       950       2000     counted from (4 310 000, 3 380 000)
struct PeopleTown {
    static let origin = (east: 4_310_000, north: 3_380_000)
    static let header2022 = "GITTER_ID_100m;x_mp_100m;y_mp_100m;"

    /// Files by name.
    var files: [String: String] = [:]
    /// The entries of `layers` besides quarters and places, each a YAML mapping in braces.
    var layers: [String] = []
    /// The groups, each a YAML mapping in braces.
    var groups = [#"{ id: "all", column: "Einwohner", name: { de: "Alle" } }"#]
    /// Further lines of the project file.
    var more = ""
    /// The quarters: id and box.
    var quarters: [(id: String, box: [Double])] = [("W", [0, 0, 950, 1000]), ("E", [950, 0, 2000, 1000])]

    /// The line of a cell by its column and row from the origin.
    static func cell(_ column: Int, _ row: Int, _ values: String, size: Int = 100) -> String {
        let (east, north) = (origin.east + column * size, origin.north + row * size)
        return "CRS3035RES\(size)mN\(north)E\(east);\(east + size / 2);\(north + size / 2);\(values)\n"
    }

    /// A polygon of GeoJSON by its box.
    static func box(_ id: String, _ box: [Double], more: String = "") -> String {
        let (x, y) = (Double(origin.east), Double(origin.north))
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)].map { "[\(x + box[$0.0]),\(y + box[$0.1])]" }
        return #"{"type":"Feature","id":"\#(id)","properties":{"id":"\#(id)"\#(more)},"#
            + #""geometry":{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}}"#
    }

    static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    /// Writes the town, reads it and puts it together.
    func assemble() throws -> StudyAssembly {
        try StudyAssembly(inputs(), progress: .silent)
    }

    func inputs() throws -> TownInputs {
        let scratch = try Scratch()
        return try TownInputs.read(write(to: scratch), missingGrid: .refuse, progress: .silent)
    }

    /// Writes the town and returns the path of its project file.
    func write(to scratch: Scratch) throws -> String {
        for (name, text) in files { try scratch.write(text, to: name) }
        try scratch.write(
            PeopleTown.collection(
                quarters.map { PeopleTown.box($0.id, $0.box, more: #","name":"Quartier \#($0.id)""#) }),
            to: "quarters.geojson")
        try scratch.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"L","category":"library"},"#
                + #""geometry":{"type":"Point","coordinates":[4310450,3380550]}}]}"#, to: "places.geojson")
        let entries =
            [
                #"{ kind: quarters, file: quarters.geojson, crs: "EPSG:3035", columns: { id: id, name: name } }"#,
                #"{ kind: places, file: places.geojson, crs: "EPSG:3035", columns: { id: id, category: category } }"#,
            ] + layers
        let text =
            "version: 1\ntown:\n  name: \"Klein\"\n  crs: \"EPSG:3035\"\n  ags: \"01999001\"\nperiod: \"2024\"\n"
            + "understanding:\n  text: \"Alle gehören dazu.\"\nlayers:\n" + entries.map { "  - \($0)\n" }.joined()
            + "groups:\n" + groups.map { "  - \($0)\n" }.joined() + more
        return try scratch.write(text, to: "quartier.yaml")
    }
}

extension StudyAssembly {
    /// The people of a group in a quarter.
    func people(_ quarter: Int, group: Int = 0) throws -> Double {
        study.overlay.quarterMembership.sum(try #require(study.population).counts[group], area: quarter)
    }

    /// Between what they lie; nil where they are exact.
    func interval(_ quarter: Int, group: Int = 0) throws -> SpreadInterval? {
        try #require(study.population).interval(
            group: group, OriginWeights(study.overlay.quarterMembership, area: quarter))
    }

    func has(_ code: DiagnosticCode) -> Bool { findings.contains { $0.code == code } }
}

/// Whether two numbers agree to 1e-9 of the larger.
func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
}
