import Features
import Foundation
import Project
import Testing
import Wording

@Suite struct ProjectDraftTests {
    typealias Column = LayerDescription.Column

    /// Files like those that the town of Flensburg publishes (CC0, oklabflensburg), as they are described to the draft.
    static let flensburg = [
        LayerDescription(
            file: "kitas.geojson", shapes: [.points], count: 70,
            columns: [
                Column(name: "district", distinctCount: 13), Column(name: "postal_code", distinctCount: 4),
                Column(name: "address", distinctCount: 68), Column(name: "facility", distinctCount: 65),
                Column(name: "institution", distinctCount: 18), Column(name: "opening_hours", distinctCount: 22),
                Column(name: "integrational", values: .wholeNumbers, distinctCount: 3),
                Column(name: "childcare_places", values: .wholeNumbers, distinctCount: 47),
                Column(name: "group_6_14", values: .wholeNumbers, distinctCount: 6),
                Column(name: "slug", distinctCount: 70),
            ]),
        LayerDescription(
            file: "spielplaetze.geojson", shapes: [.points], count: 76,
            columns: [
                Column(name: "place", distinctCount: 76), Column(name: "address", distinctCount: 75),
                Column(name: "details", distinctCount: 70),
            ]),
        LayerDescription(
            file: "stadtteile.geojson", shapes: [.polygons], count: 13,
            columns: [
                Column(name: "LEVEL_ID", distinctCount: 1), Column(name: "AREA_ID", distinctCount: 13),
                Column(name: "AREA_NAME", distinctCount: 13), Column(name: "CLASS_NAME", distinctCount: 1),
            ]),
    ]

    static let cells = LayerDescription(
        file: "daten/zellen_2024.geojson", shapes: [.polygons], count: 900,
        columns: [
            Column(name: "ID", distinctCount: 900), Column(name: "Einwohner", values: .wholeNumbers, distinctCount: 80),
            Column(name: "Ausländer", values: .wholeNumbers, distinctCount: 40),
            Column(name: "unter18", values: .wholeNumbers, distinctCount: 30),
            Column(name: "ab65", distinctCount: 30),
        ], crs: "EPSG:25832")

    private func decoded(_ draft: ProjectDraft) throws -> ProjectFile {
        let (project, findings) = ProjectFile.decode(draft.text, file: "quartier.yaml")
        #expect(findings.map(\.code) == [.understandingEmpty], "\(findings.map { $0.description(.english) })")
        return try #require(project)
    }

    @Test(arguments: Language.allCases) func flensburgsFilesRunUnchanged(_ language: Language) throws {
        let project = try decoded(
            ProjectDraft(
                layers: Self.flensburg, town: TownGuess(name: "Flensburg"), crs: "EPSG:25832", period: "2022",
                language: language))
        #expect(project.town.name == "Flensburg")
        #expect(project.town.crs == "EPSG:25832")
        #expect(project.period == "2022")
        #expect(project.language == language)
        #expect(project.layers.map(\.kind) == [.quarters, .places, .places])
        #expect(project.layers.map(\.category) == [nil, "kindergarten", "playground"])
        #expect(project.layers[0].columns == [.id: "AREA_ID", .name: "AREA_NAME"])
        #expect(
            project.layers[1].columns == [
                .id: "slug", .name: "facility", .capacity: "childcare_places", .hours: "opening_hours",
                .operator: "institution", .address: "address",
            ])
        #expect(project.layers[2].columns == [.name: "place", .address: "address"])
        #expect(project.groups == [])
    }

    @Test(arguments: Language.allCases) func theTextIsAsWritten(_ language: Language) throws {
        let draft = ProjectDraft(
            layers: Self.flensburg, town: TownGuess(name: "Flensburg"), crs: "EPSG:25832", period: "2022",
            language: language)
        let golden = try #require(
            Bundle.module.url(
                forResource: "flensburg-\(language.rawValue)", withExtension: "yaml", subdirectory: "Fixtures"))
        #expect(draft.text == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func populationBringsItsGroups() throws {
        let project = try decoded(
            ProjectDraft(layers: Self.flensburg + [Self.cells], period: "2024", language: .german))
        let population = try #require(project.layers(.population).first)
        #expect(population.file == "daten/zellen_2024.geojson")
        #expect(population.crs == "EPSG:25832")
        #expect(population.columns == [.id: "ID"])
        // ab65 holds other things than whole numbers.
        #expect(project.groups.map(\.id) == ["all", "foreign", "under18"])
        #expect(project.groups.map(\.column) == ["Einwohner", "Ausländer", "unter18"])
        #expect(project.groups[0].names[.english] == "All residents")
    }

    private func kinds(_ layers: [LayerDescription]) -> [String] {
        let text = ProjectDraft(layers: layers, period: "2024", language: .english).text
        return text.split(separator: "\n").filter { $0.hasPrefix("  - kind: ") }
            .compactMap { $0.dropFirst(10).split(separator: " ").first.map(String.init) }
    }

    private func layer(
        _ file: String, _ shapes: Set<LayerDescription.Shape>, _ count: Int = 10, _ columns: [Column] = []
    ) -> LayerDescription {
        LayerDescription(file: file, shapes: shapes, count: count, columns: columns)
    }

    @Test func kindsFollowShapesAndNames() {
        let residents = Column(name: "residents", values: .wholeNumbers, distinctCount: 5)
        #expect(kinds([layer("Schwerpunkte.geojson", [.polygons])]) == ["focus_areas"])
        #expect(kinds([layer("umrisse.geojson", [.polygons])]) == ["quarters"])
        #expect(kinds([layer("umrisse.geojson", [.polygons], 501)]) == ["area"])
        #expect(
            kinds([layer("a.geojson", [.polygons]), layer("Ortsteile.geojson", [.polygons])]) == ["quarters", "area"])
        #expect(kinds([layer("wege.geojson", [.lines])]) == ["streets"])
        #expect(kinds([layer("adressen.geojson", [.points], 10, [residents])]) == ["population"])
        #expect(kinds([layer("quartiere.geojson", [.polygons], 10, [residents])]) == ["quarters"])
        #expect(kinds([layer("mix.geojson", [.points, .polygons])]) == ["places"])
        #expect(kinds([layer("mix.geojson", [.lines, .polygons]), layer("leer.geojson", [])]) == [])
    }

    @Test(arguments: [
        ("kitas.geojson", "kindergarten"), ("daten/Schulen_2024.geojson", "school"), ("Büchereien.json", "library"),
        ("spielplaetze.geojson", "playground"), ("irgendwas.geojson", "social_facility"),
    ]) func categoriesFollowFileNames(_ file: String, _ category: String) throws {
        let text = ProjectDraft(layers: [layer(file, [.points])], period: "2024", language: .english).text
        #expect(text.contains("    category: \"\(category)\"  # guessed"))
    }

    @Test func aColumnOfCategoriesGoesBeforeTheFileName() throws {
        let places = layer("kitas.geojson", [.points], 5, [Column(name: "Art", distinctCount: 2)])
        let project = try decoded(
            ProjectDraft(layers: [Self.flensburg[2], places], period: "2024", language: .english))
        #expect(project.layers[1].columns == [.category: "Art"])
        #expect(project.layers[1].category == nil)
    }

    @Test func aTableOfSchoolHolidaysStandsInTheCalendar() throws {
        let columns = ["name", "von", "bis"].map { name in
            LayerDescription.Column(name: name, values: name == "name" ? .other : .days, distinctCount: 3)
        }
        let holidays = LayerDescription(file: "Schulferien_2024.csv", shapes: [], count: 3, columns: columns)
        let draft = ProjectDraft(layers: Self.flensburg + [holidays], period: "2024", language: .german)
        let project = try decoded(draft)
        #expect(project.calendar.schoolHolidays?.file == "Schulferien_2024.csv")
        #expect(!draft.text.contains("# \"Schulferien_2024.csv\""))
        // neither another table with such columns, nor one without them
        for (file, columns) in [("vermietung.csv", columns), ("Schulferien.csv", Array(columns.dropLast()))] {
            let other = LayerDescription(file: file, shapes: [], count: 3, columns: columns)
            let draft = ProjectDraft(layers: Self.flensburg + [other], period: "2024", language: .german)
            #expect(try decoded(draft).calendar.schoolHolidays == nil)
        }
    }

    @Test func missingLayersStandThereAsComments() {
        let text = ProjectDraft(layers: [layer("x.geojson", [])], period: "2024", language: .english).text
        for kind in LayerEntry.Kind.listed { #expect(text.contains("  # - kind: \(kind.rawValue)\n")) }
        #expect(text.contains("# \"x.geojson\": fits no kind of layer"))
    }

    /// What stands there as a comment is right as soon as its signs are taken away.
    @Test(arguments: Language.allCases) func commentedExamplesDecode(_ language: Language) throws {
        let text = ProjectDraft(layers: [], period: "2024", language: language).text
        let examples = ["# groups:", "# sources:", "#   - ", "  # - kind:", "  # texts:", "  #   "]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard examples.contains(where: { line.hasPrefix($0) }), let sign = line.firstRange(of: "# ") else {
                return String(line)
            }
            return String(line[..<sign.lowerBound] + line[sign.upperBound...])
        }
        let (project, findings) = ProjectFile.decode(
            lines.joined(separator: "\n").replacing("  # goals:\n", with: "  goals:\n"), file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty], "\(findings.map { $0.description(.english) })")
        #expect(project?.layers.map(\.kind) == LayerEntry.Kind.listed)
        #expect(project?.groups.map(\.id) == ["all"])
        #expect(project?.sources.map(\.id) == ["stadt"])
        #expect(project?.understanding?.goals.count == 1)
    }

    /// Names of towns, files and columns are strangers' text: whatever they hold, it comes back as it was.
    @Test(arguments: [
        "a\"b", "a\\b", "a: b # c", "a\tb", "\u{2028}", "NO", "01", "{", "*x", "é\u{301}", "😀", "a'b", " ",
    ])
    func strangeNamesComeBack(_ name: String) throws {
        var quarters = Self.flensburg[2]
        quarters.columns = [Column(name: name + " id", distinctCount: 13), Column(name: name, distinctCount: 1)]
        var places = Self.flensburg[0]
        places.file = name + ".geojson"
        let project = try decoded(
            ProjectDraft(
                layers: [quarters, places], town: TownGuess(name: "T" + name), period: "2024", language: .german))
        #expect(project.town.name == "T" + name)
        #expect(project.layers[1].file == name + ".geojson")
        #expect(project.layers[0].columns[.id] == name + " id")
    }
}
