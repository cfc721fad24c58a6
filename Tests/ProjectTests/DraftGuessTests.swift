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
        // What an office publishes: lists, registers, the census.
        Town(
            "lists with coordinates and with addresses",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                table("schulen.csv", 30, ["Schulname", "Straße", "Hausnummer", "Lat", "Lon"]),
                table("vereine.csv", 30, ["Name", "Straße", "Hausnummer"]),
                table("hauskoordinaten.csv", 900, ["Straße", "Hausnummer", "x", "y"]),
            ],
            [
                "quarters stadtteile.geojson", "places orte.geojson", "places schulen.csv", "places vereine.csv",
                "addresses hauskoordinaten.csv",
            ]),
        Town(
            "addresses that nothing places",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                table("vereine.csv", 30, ["Name", "Straße", "Hausnummer"]),
            ], ["quarters stadtteile.geojson", "places orte.geojson", "places vereine.csv"]),
        Town(
            "registers whose rows mean quarters",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                register("einwohner.csv", ["Einwohner", "Haushalte"]), register("hunde.csv", ["Hunde"]),
                register("staatsangehoerigkeit.xlsx", ["Ausländer"]),
            ],
            [
                "quarters stadtteile.geojson", "places orte.geojson", "quarter_table einwohner.csv",
                "quarter_table staatsangehoerigkeit.xlsx",
            ]),
        Town(
            "a register of a part of the residents alone",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                register("auslaender.csv", ["Ausländer"]),
            ], ["quarters stadtteile.geojson", "places orte.geojson"]),
        Town(
            "offers",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                table("liste.csv", 30, ["Name", "Finanzierung", "befristet_bis", "Zielgruppe"]),
            ], ["quarters stadtteile.geojson", "places orte.geojson", "offers liste.csv"]),
        Town(
            "two sizes of cells of one census, and an older one",
            [
                layer("stadtteile.geojson", [.polygons], 13), layer("orte.geojson", [.points]),
                census("a.csv", 2022, 100, ["Einwohner"]), census("b.csv", 2022, 100, [], ["AnteilAuslaender"]),
                census("c.csv", 2022, 1_000, ["Insgesamt_Bevölkerung", "Unter18"]),
                census("d.csv", 2022, 10_000, ["Einwohner"]), census("e.csv", 2011, 100, ["Einwohner"]),
            ],
            [
                "quarters stadtteile.geojson", "places orte.geojson", "population a.csv", "population c.csv",
            ]),
        Town(
            "a map alone", [LayerDescription(file: "stadt.osm.pbf", shapes: [], count: nil, columns: [])],
            [
                "quarters stadt.osm.pbf", "places stadt.osm.pbf", "streets stadt.osm.pbf", "stops stadt.osm.pbf",
                "addresses stadt.osm.pbf", "residential_land stadt.osm.pbf", "buildings stadt.osm.pbf",
            ]),
    ]

    private static func table(_ file: String, _ count: Int, _ columns: [String]) -> LayerDescription {
        layer(file, [], count, columns.map { Column(name: $0, distinctCount: count) })
    }

    private static func register(_ file: String, _ counts: [String]) -> LayerDescription {
        var register = layer(file, [], 26, [Column(name: "Stadtteil", distinctCount: 13)] + counts.map(numbers))
        register.quarterColumns = [.id: "Stadtteil"]
        return register
    }

    private static func census(
        _ file: String, _ year: Int, _ size: Int, _ counts: [String], _ shares: [String] = []
    ) -> LayerDescription {
        var census = LayerDescription(
            file: file, shapes: [], count: nil,
            columns: counts.map(numbers)
                + shares.map { Column(name: $0, values: .shares, distinctCount: 0) })
        census.census = LayerDescription.Census(year: year, cellSize: size)
        return census
    }

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
            let lines = text.split(separator: "\n").filter { $0.contains("\"\(layer.file)\"") }
            // A map holds several layers.
            #expect(layer.file.hasSuffix(".pbf") ? lines.count == 7 : lines.count == 1, "\(layer.file)")
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

    /// Groups are those of the newest source; columns of register and census are one group with two names.
    @Test func groupsOfRegisterAndCensus() throws {
        let needed = [Self.layer("stadtteile.geojson", [.polygons], 13), Self.layer("orte.geojson", [.points])]
        let cells = [
            Self.census("a.csv", 2011, 1_000, ["Einwohner"], ["Auslaender_A", "unter18_A", "ab65_A"]),
            Self.census("b.csv", 2011, 100, ["Auslaender"]),
        ]
        func groups(_ layers: [LayerDescription]) throws -> [String] {
            let (project, findings) = ProjectFile.decode(Self.text(needed + layers), file: "q")
            #expect(!findings.contains { $0.severity == .error }, "\(findings.map { $0.description(.english) })")
            return try #require(project).groups.map { group in
                "\(group.id)=\(group.columns.joined(separator: ","))" + (group.isShare ? " %" : "")
            }
        }
        #expect(try groups(cells) == ["all=Einwohner", "foreign=Auslaender", "under18=unter18_A %", "65plus=ab65_A %"])
        var register = Self.register(
            "r.csv", ["residents", "foreign_citizenship", "foreign_born", "age_under_18", "Jahr"])
        register.latestYear = 2022
        #expect(
            try groups(cells + [register]) == [
                "all=residents,Einwohner", "foreign=foreign_citizenship,Auslaender", "foreign_born=foreign_born",
                "under18=age_under_18",
            ])
        #expect(ProjectDraft.period(of: needed + cells) == 2011)
        #expect(ProjectDraft.period(of: needed + cells + [register]) == 2022)
        #expect(ProjectDraft.period(of: needed) == nil)
    }

    @Test func quartersOfAMapAreItsBoundariesWhereTheyAreWhole() throws {
        var map = LayerDescription(file: "stadt.osm.pbf", shapes: [], count: nil, columns: [])
        #expect(try #require(ProjectFile.decode(Self.text([map]), file: "q").project).layers[0].adminLevel == nil)
        map.boundaryLevel = 10
        #expect(try #require(ProjectFile.decode(Self.text([map]), file: "q").project).layers[0].adminLevel == 10)
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
            layers: layers, town: TownGuess(name: "Musterstadt"), crs: "EPSG:25832", period: "2024", language: .german)
        let golden = try #require(
            Bundle.module.url(forResource: "whole-town-de", withExtension: "yaml", subdirectory: "Fixtures"))
        #expect(draft.text == (try String(contentsOf: golden, encoding: .utf8)))
        let (project, findings) = ProjectFile.decode(draft.text, file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty])
        #expect(project?.groups.map(\.id) == ["all", "foreign", "under18"])
    }
}
