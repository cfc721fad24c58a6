import Features
import Foundation
import Project
import Testing
import Wording

/// Sets of files as towns have them, and what the draft takes each file for.
@Suite struct DraftGuessTests {
    typealias Column = LayerDescription.Column

    private static func numbers(_ name: String) -> Column {
        Column(name: name, values: .wholeNumbers, distinctCount: 9)
    }

    private static func layer(
        _ file: String, _ shapes: Set<LayerDescription.Shape>, _ count: Int = 10, _ columns: [Column] = []
    ) -> LayerDescription {
        LayerDescription(file: file, shapes: shapes, count: count, columns: columns)
    }

    struct Town: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var layers: [LayerDescription]
        /// Kind and file of each entry, in the order of the draft.
        var expected: [String]

        init(_ name: String, _ layers: [LayerDescription], _ expected: [String]) {
            testDescription = name
            self.layers = layers
            self.expected = expected
        }
    }

    static let residents = numbers("einwohner")

    static let towns: [Town] = [
        Town(
            "residents at addresses",
            [
                layer("adressen.geojson", [.points], 9_000, [residents]), layer("quartiere.geojson", [.polygons]),
                layer("kitas.geojson", [.points]),
            ], ["quarters quartiere.geojson", "places kitas.geojson", "population adressen.geojson"]),
        Town(
            "residents in cells, quarters named",
            [
                layer("zellen.geojson", [.polygons], 400, [residents, numbers("auslaender")]),
                layer("ortsteile.geojson", [.polygons], 12), layer("orte.geojson", [.points]),
            ], ["quarters ortsteile.geojson", "places orte.geojson", "population zellen.geojson"]),
        Town(
            "residents in cells, quarters without a telling name",
            [
                layer("a.geojson", [.polygons], 12), layer("zellen.geojson", [.polygons], 400, [residents]),
                layer("b.geojson", [.points]),
            ], ["quarters a.geojson", "places b.geojson", "population zellen.geojson"]),
        Town(
            "cells without counts are areas",
            [
                layer("zellen.geojson", [.polygons], 501, [Column(name: "einwohner", distinctCount: 9)]),
                layer("stadtteile.geojson", [.polygons]),
            ], ["quarters stadtteile.geojson", "area zellen.geojson"]),
        Town(
            "counts on the quarters are no population layer",
            [layer("stadtteile.geojson", [.polygons], 13, [residents])], ["quarters stadtteile.geojson"]),
        Town(
            "two layers of polygons",
            [layer("schulbezirke.geojson", [.polygons], 5), layer("stadtteile.geojson", [.polygons], 13)],
            // Both names speak of districts; the first stays.
            ["quarters schulbezirke.geojson", "area stadtteile.geojson"]),
        Town(
            "focus areas beside quarters",
            [layer("stadtteile.geojson", [.polygons], 13), layer("schwerpunkte.geojson", [.polygons], 3)],
            ["quarters stadtteile.geojson", "focus_areas schwerpunkte.geojson"]),
        Town(
            "two focus layers: one is another area",
            [
                layer("soziale_stadt.geojson", [.polygons], 2), layer("schwerpunkte.geojson", [.polygons], 3),
                layer("stadtteile.geojson", [.polygons], 13),
            ],
            [
                "quarters stadtteile.geojson", "focus_areas soziale_stadt.geojson", "area schwerpunkte.geojson",
            ]),
        Town(
            "streets are lines", [layer("strassen.geojson", [.lines], 4_000), layer("radwege.geojson", [.lines])],
            ["streets radwege.geojson", "streets strassen.geojson"]),
        // Kitas and schools count children and groups, which are no residents.
        Town(
            "places that count",
            [
                layer("kitas.geojson", [.points], 70, [numbers("groups_total"), numbers("places_total")]),
                layer("schulen.geojson", [.points], 30, [numbers("pupils_total"), numbers("total")]),
                layer("daten/Spielplätze 2024.geojson", [.points], 76, [numbers("insgesamt")]),
                layer("stadtteile.geojson", [.polygons], 13),
            ],
            [
                "quarters stadtteile.geojson", "places daten/Spielplätze 2024.geojson", "places kitas.geojson",
                "places schulen.geojson",
            ]),
        Town(
            "files that nobody understands",
            [
                layer("leer.geojson", []), layer("mix.geojson", [.lines, .polygons]),
                layer("alles.geojson", [.points, .lines, .polygons]),
            ], ["places alles.geojson"]),
        Town("no file", [], []),
    ]

    private static func text(_ layers: [LayerDescription], _ language: Language = .english) -> String {
        ProjectDraft(layers: layers, period: "2024", language: language).text
    }

    /// The entries of the draft that are no comments: kind and file.
    private static func entries(_ text: String) -> [String] {
        var entries: [String] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            if line.hasPrefix("  - kind: "), words.count == 3 {
                entries.append(String(words[2].prefix { $0 != " " }))
            } else if line.hasPrefix("    file: \""), let last = entries.popLast() {
                entries.append(last + " " + line.dropFirst(11).prefix { $0 != "\"" })
            }
        }
        return entries
    }

    @Test(arguments: towns) func filesAreTakenForWhatTheyAre(_ town: Town) {
        #expect(Self.entries(Self.text(town.layers)) == town.expected)
    }

    /// Whatever the files, each is named once: as a layer or as one that fits nothing.
    @Test(arguments: towns) func noFileIsForgotten(_ town: Town) {
        let text = Self.text(town.layers)
        for layer in town.layers {
            #expect(text.split(separator: "\n").count { $0.contains("\"\(layer.file)\"") } == 1, "\(layer.file)")
        }
    }

    /// What is written decodes without errors as soon as there are quarters and places.
    @Test(arguments: towns) func draftsDecode(_ town: Town) {
        for language in Language.allCases {
            let (_, findings) = ProjectFile.decode(Self.text(town.layers, language), file: "quartier.yaml")
            let hasBoth = ["quarters", "places"].allSatisfy { kind in town.expected.contains { $0.hasPrefix(kind) } }
            let codes = Set(findings.filter { $0.severity == .error }.map(\.code))
            if hasBoth {
                #expect(codes.isEmpty, "\(findings.map { $0.description(.english) })")
            } else {
                #expect(codes.isSubset(of: [.layerMissing, .keyMissing]) && !codes.isEmpty)
            }
        }
    }

    /// The order in which a folder lists its files does not matter where names tell them apart.
    @Test func theOrderOfFilesDoesNotMatter() {
        let layers = [
            Self.layer("zellen.geojson", [.polygons], 400, [Self.residents]), Self.layer("orte.geojson", [.points]),
            Self.layer("stadtteile.geojson", [.polygons], 13), Self.layer("wege.geojson", [.lines]),
            Self.layer("schwerpunkte.geojson", [.polygons], 3),
        ]
        let expected = Self.text(layers)
        #expect(Self.text(layers.reversed()) == expected)
        #expect(Self.text(Array(layers[2...] + layers[..<2])) == expected)
    }

    /// A whole town as text, read by a person once: population with groups, focus areas, streets, another area, a file
    /// that fits nothing.
    @Test func aWholeTownIsAsWritten() throws {
        let layers = [
            Self.layer("leer.geojson", []), Self.layer("strassen.geojson", [.lines], 2_100),
            Self.layer("foerdergebiet.geojson", [.polygons], 2, [Column(name: "titel", distinctCount: 2)]),
            Self.layer("ortsteile.geojson", [.polygons], 12, [Column(name: "Schlüssel", distinctCount: 12)]),
            LayerDescription(
                file: "zellen.geojson", shapes: [.polygons], count: 400,
                columns: [
                    Self.residents, Self.numbers("auslaender"), Self.numbers("unter18"), Self.numbers("haushalte"),
                ],
                crs: "EPSG:31467"),
            Self.layer(
                "schwerpunkte.geojson", [.polygons], 3,
                [Column(name: "Grundlage", distinctCount: 2), Column(name: "Datum", distinctCount: 3)]),
            Self.layer("orte.geojson", [.points], 40, [Column(name: "Art", distinctCount: 6)]),
        ]
        let draft = ProjectDraft(
            layers: layers, townName: "Musterstadt", crs: "EPSG:25832", period: "2024", language: .german)
        let golden = try #require(
            Bundle.module.url(forResource: "whole-town-de", withExtension: "yaml", subdirectory: "Fixtures"))
        #expect(draft.text == (try String(contentsOf: golden, encoding: .utf8)))
        let (project, findings) = ProjectFile.decode(draft.text, file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty])
        #expect(project?.groups.map(\.id) == ["all", "foreign", "under18"])
    }
}
