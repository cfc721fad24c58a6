import Features
import Project
import Testing
import Town
import Wording

/// The section `travel`, the layers that only travel needs, and maps of OpenStreetMap as layers.
@Suite struct TravelEntryTests {
    private static func decoded(_ more: String) throws -> ProjectFile {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty], "\(findings.map { $0.description(.english) })")
        return try #require(project)
    }

    /// The findings but the one that every least file has.
    private static func findings(_ more: String) -> [Diagnostic] {
        ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q").findings
            .filter { $0.code != .understandingEmpty }
    }

    @Test func withoutTheSectionTheStartingValuesHold() throws {
        let travel = try Self.decoded("").travel
        #expect(travel.profiles == [.walking, .wheelchair, .bicycle])
        #expect(travel.minutes == [5, 10, 15])
        #expect(travel.snapping == 100)
        #expect(travel.speed == 4)
        #expect(travel.measure == .network)
        #expect(travel.margin == 2_000)
    }

    /// Whether a place is looked for near home, in the quarter or in the whole town: what the town says, else what holds
    /// for the category, else the quarter.
    @Test(
        arguments: [
            ("id: library, level: near_home", .nearHome), ("id: town_hall", .wholeTown), ("id: playground", .nearHome),
            ("id: tea_house, kind: meeting_place, name: { de: Teestube, en: Tea house }", .quarter),
            ("id: tea_house, kind: service, level: whole_town, name: { de: Teestube, en: Tea house }", .wholeTown),
        ] as [(String, PlaceTable.Category.Level)]) func levelOfACategory(
            _ entry: String, _ level: PlaceTable.Category.Level
        )
        throws
    {
        let category = try #require(try Self.decoded("categories:\n  - { \(entry) }").categories.first)
        #expect(category.level == level)
    }

    @Test func levelsThatNobodyKnowsAreRefused() {
        let found = Self.findings("categories:\n  - { id: library, level: street }")
        #expect(found.map(\.code) == [.valueInvalid])
    }

    @Test func everyKeyIsRead() throws {
        let travel = try Self.decoded(
            """
            travel: { profiles: [bicycle, child], minutes: [10, 20.5], snapping: 80, speed: 4.8,
                      measure: straight_line, margin: 500 }
            """
        ).travel
        // Reports tell of walking: it is always there, and first.
        #expect(travel.profiles == [.walking, .bicycle, .child])
        #expect(travel.minutes == [10, 20.5])
        #expect(travel.snapping == 80)
        #expect(travel.speed == 4.8)
        #expect(travel.measure == .straightLine)
        #expect(travel.margin == 500)
    }

    @Test(arguments: [
        ("minutes: [15, 5]", "not_ascending"), ("minutes: [5, 121]", "out_of_range"),
        ("minutes: 5", "expected_numbers"),
        ("profiles: []", "empty"), ("profiles: [walking, walking]", "not_listed"), ("profiles: [car]", "not_listed"),
        ("speed: 0", "out_of_range"), ("speed: fast", "expected_number"), ("snapping: 1001", "out_of_range"),
        ("measure: air", "not_listed"), ("margin: 20001", "out_of_range"),
    ]) func oneWrongValueIsOneFinding(_ text: String, _ reason: String) {
        let findings = Self.findings("travel: { \(text) }")
        #expect(findings.map(\.code) == [.valueInvalid])
        #expect(findings.first?.arguments["reason"] == reason)
    }

    @Test(arguments: [
        ("minuts: [5]", "minutes"), ("snaping: 5", "snapping"), ("profile: [walking]", "profiles"),
    ]) func slipsInKeysAreAnswered(_ text: String, _ suggestion: String) {
        let findings = Self.findings("travel: { \(text) }")
        #expect(findings.map(\.code) == [.keyUnknown])
        #expect(findings.first?.arguments["suggestion"] == suggestion)
    }

    @Test func aSlipInAProfileIsAnswered() {
        let findings = Self.findings("travel: { profiles: [walking, wheelchiar] }")
        #expect(findings.first?.arguments["suggestion"] == "wheelchair")
        #expect(findings.first?.arguments["key"] == "travel.profiles[2]")
    }

    @Test func layersOfTravelHaveTheirColumns() throws {
        let project = try Self.decoded(
            """
              - kind: stops
                file: "h.geojson"
                columns: { id: i, name: n, mode: m, departures_weekday: a, departures_saturday: b, departures_sunday: c }
              - { kind: barriers, file: "b.geojson", columns: { id: i } }
              - { kind: heights, file: "h.ASC", crs: "EPSG:25832" }
            """)
        let stops = try #require(project.layers(.stops).first)
        #expect(
            stops.columns == [
                .id: "i", .name: "n", .mode: "m", .departuresWeekday: "a", .departuresSaturday: "b",
                .departuresSunday: "c",
            ])
        #expect(project.layers(.barriers).first?.columns == [.id: "i"])
        #expect(project.layers(.heights).first?.format == .asciiGrid)
        #expect(project.layers(.heights).first?.crs == "EPSG:25832")
    }

    @Test func aMapOfOpenStreetMapIsSeveralLayersAndNeedsNoCategory() throws {
        let project = try Self.decoded(
            """
              - { kind: streets, file: "stadt.osm.pbf" }
              - { kind: places, file: "stadt.osm.pbf", categories: [Bücherei, park], sensitive: true }
              - { kind: stops, file: "stadt.osm.pbf" }
              - { kind: barriers, file: "stadt.osm.pbf" }
            """)
        #expect(project.layers.dropFirst(2).allSatisfy { $0.format == .openStreetMap })
        let places = project.layers(.places)[1]
        // Synonyms become ids.
        #expect(places.categories == ["library", "park"])
        #expect(places.takesSensitive)
        #expect(places.category == nil)
        #expect(project.layers(.streets).first?.takesSensitive == false)
    }

    @Test(arguments: [
        ("a.osm.pbf", LayerEntry.Format.openStreetMap), ("A.OSM", .openStreetMap), ("a.osm.gz", .openStreetMap),
        ("a.osm.bz2", .openStreetMap), ("a.osm.xz", .geoJSON), ("a.pbf", .geoJSON), ("osm", .geoJSON),
        ("a.osm.geojson", .geoJSON), ("a.asc", .asciiGrid), ("asc.json", .geoJSON),
    ]) func theNameSaysTheFormat(_ file: String, _ format: LayerEntry.Format) {
        #expect(LayerEntry.Format(ofFile: file) == format)
    }

    @Test(arguments: [
        ("kind: streets, file: a.osm, crs: \"EPSG:4326\"", "map_knows"),
        ("kind: streets, file: a.osm, columns: { id: x }", "map_knows"),
        ("kind: places, file: a.osm, category: library", "map_knows"),
        ("kind: places, file: a.osm, categories: [libary]", "category"),
        ("kind: places, file: a.osm, categories: [park, park]", "category"),
        ("kind: population, file: a.osm", "format"), ("kind: area, name: n, file: a.osm.pbf", "format"),
        ("kind: streets, file: a.asc", "format"), ("kind: heights, file: a.geojson", "expected_grid"),
        ("kind: heights, file: a.osm", "expected_grid"),
    ]) func keysAndFilesThatDoNotFitAreRefused(_ layer: String, _ reason: String) {
        let findings = Self.findings("  - { \(layer) }").filter { $0.arguments["key"] != "groups" }
        #expect(findings.map(\.code) == [.valueInvalid], "\(findings.map { $0.description(.english) })")
        #expect(findings.first?.arguments["reason"] == reason)
        for language in Language.allCases {
            #expect(findings.allSatisfy { !$0.description(language).contains("⟨") })
        }
    }

    @Test func onlyPlacesOfAMapHaveCategoriesInTheirLayer() {
        for layer in [
            "kind: streets, file: a.osm, categories: [park]", "kind: places, file: p, category: park, sensitive: true",
        ] {
            #expect(Self.findings("  - { \(layer) }").map(\.code) == [.keyUnknown])
        }
    }
}

/// What `init` takes the files of travel for.
@Suite struct TravelGuessTests {
    typealias Column = LayerDescription.Column

    private static func project(_ layers: [LayerDescription]) throws -> ProjectFile {
        let needed = [
            LayerDescription(file: "ortsteile.geojson", shapes: [.polygons], count: 5, columns: []),
            LayerDescription(file: "kitas.geojson", shapes: [.points], count: 5, columns: []),
        ]
        let draft = ProjectDraft(layers: needed + layers, period: "2024", language: .english)
        let (project, findings) = ProjectFile.decode(draft.text, file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty], "\(findings.map { $0.description(.english) })")
        return try #require(project)
    }

    @Test func aMapOfOpenStreetMapBecomesAllLayersButQuarters() throws {
        let map = LayerDescription(file: "stadt.osm.pbf", shapes: [], count: nil, columns: [])
        let kinds = try Self.project([map]).layers.filter { $0.file == map.file }.map(\.kind)
        #expect(kinds == [.places, .streets, .stops, .addresses, .residentialLand, .buildings])
    }

    @Test func stopsBarriersAndHeightsAreKnownByTheirNames() throws {
        let project = try Self.project([
            LayerDescription(
                file: "haltestellen.geojson", shapes: [.points], count: 12,
                columns: [
                    Column(name: "nr", distinctCount: 12), Column(name: "name", distinctCount: 11),
                    Column(name: "abfahrten_werktag", values: .wholeNumbers, distinctCount: 5),
                ]),
            LayerDescription(file: "bahnlinien.geojson", shapes: [.lines], count: 2, columns: []),
            LayerDescription(file: "gewaesser.geojson", shapes: [.lines, .polygons], count: 2, columns: []),
            LayerDescription(file: "strassen.geojson", shapes: [.lines], count: 2, columns: []),
            LayerDescription(file: "dgm.asc", shapes: [], count: nil, columns: []),
        ])
        #expect(project.layers(.stops).map(\.file) == ["haltestellen.geojson"])
        #expect(
            project.layers(.stops).first?.columns == [
                .id: "nr", .name: "name", .departuresWeekday: "abfahrten_werktag",
            ])
        #expect(project.layers(.barriers).map(\.file) == ["bahnlinien.geojson", "gewaesser.geojson"])
        #expect(project.layers(.streets).map(\.file) == ["strassen.geojson"])
        #expect(project.layers(.heights).map(\.file) == ["dgm.asc"])
    }

    @Test func theDraftNamesTheStartingValuesOfTravel() throws {
        #expect(try Self.project([]).travel == TravelEntry())
    }
}
