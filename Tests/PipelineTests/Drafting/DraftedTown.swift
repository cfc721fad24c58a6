import Features
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// A folder of files as a town has them, from `init` over `check` to `run` with nothing edited in between.
///
/// Positions are counted in metres as in ``TinyTown``: two squares of 1 km side by side, West and East.
struct DraftedTown {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The folder of the files.
    var folder: String { scratch.path("stadt") }

    func write(_ text: String, to name: String) throws { try scratch.write(text, to: "stadt/" + name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try write("", to: name)
        try Data(bytes).write(to: URL(filePath: folder + "/" + name))
    }

    /// Writes the two quarters, `W` and `E`.
    func writeQuarters() throws {
        let quarters = TinyTown().quarters
        try write(Self.collection(quarters), to: "stadtteile.geojson")
    }

    /// Features in a system; nil for a file that does not name it.
    static func collection(_ features: [String], crs: Int? = 25832) -> String {
        let system = crs.map {
            #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::\#($0)"}},"#
        }
        return #"{"type":"FeatureCollection",\#(system ?? "")"features":[\#(features.joined(separator: ","))]}"#
    }

    /// What `init` writes for the folder.
    func draft() throws -> String {
        try ProjectDrafting.draft(files: [folder], folder: folder, period: nil, thisYear: "1999", language: .german)
    }

    /// The figures of the town as drafted, which checks without an error.
    func run() throws -> (rows: IndicatorRows, draft: String) {
        let (draft, report) = try check()
        #expect(report.failure == nil, "\(report.text(.english))\n\(draft)")
        #expect(report.count(.error) == 0, "\(report.text(.english))\n\(draft)")
        _ = try Run.run(
            project: folder + "/quartier.yaml", options: RunOptions(output: scratch.path("out"), overwrite: true))
        return (try IndicatorRows(scratch.path("out/internal/indicators.csv")), draft)
    }

    /// The draft, written into the folder, and what `check` says of it.
    func check() throws -> (draft: String, report: CheckReport) {
        let draft = try draft()
        try write(draft, to: "quartier.yaml")
        return (draft, CheckReport.make(project: folder + "/quartier.yaml"))
    }

    /// The lines of an output.
    func output(_ name: String) throws -> [String] {
        try String(contentsOf: URL(filePath: scratch.path("out/" + name)), encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
    }
}

extension String {
    /// The kinds of the layers of a draft with their files, in its order.
    var draftedLayers: [String] {
        var layers: [String] = []
        for line in split(separator: "\n") {
            if line.hasPrefix("  - kind: ") { layers.append(String(line.dropFirst(10).prefix { $0 != " " })) }
            if line.hasPrefix("    file: "), let last = layers.indices.last {
                layers[last] += " " + line.dropFirst(11).prefix { $0 != "\"" }
            }
        }
        return layers
    }
}
