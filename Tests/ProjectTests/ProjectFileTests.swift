import Features
import Project
import Testing
import Town
import Wording

@Suite struct ProjectFileTests {
    @Test func everyKeyIsRead() throws {
        let (decoded, findings) = ProjectFile.decode(Example.whole, file: "quartier.yaml")
        #expect(findings == [])
        let project = try #require(decoded)
        #expect(project.town.name == "Musterstadt")
        #expect(project.town.municipalKey?.text == "01999000")
        #expect(project.town.crs == "EPSG:25832")
        #expect(project.period == "2024")
        #expect(project.language == .german)
        let understanding = try #require(project.understanding)
        #expect(understanding.text == "Alle, die hier leben.")
        #expect(understanding.adoptedBy == "Stadtrat")
        #expect(understanding.adoptedOn == CalendarDate(year: 2023, month: 5, day: 11))
        #expect(understanding.goals.map(\.id) == ["treffpunkt"])
        #expect(understanding.goals.first?.indicators == ["coverage_share", "place_count"])
        #expect(understanding.goals.first?.location.line == 13)
        #expect(project.thresholds.distances == [300, 500.5, 1000])
        #expect(project.thresholds.border == 25)
        #expect(project.thresholds.minimumOverlap == 2.5)
        #expect(project.report.languages == [.english, .german])
        #expect(project.report.title == "Bericht")
        #expect(project.source("stadt")?.attribution == "© Stadt")
        #expect(project.source("stadt")?.date?.description == "2024-12-31")
        #expect(project.source("land") == nil)
    }

    @Test func layersKeepTheirOrderAndColumns() throws {
        let project = try #require(ProjectFile.decode(Example.whole, file: "q").project)
        #expect(
            project.layers.map(\.kind) == [.quarters, .focusAreas, .places, .places, .population, .streets, .area])
        let places = project.layers(.places)
        #expect(places.map(\.file) == ["orte.geojson", "/srv/daten/kitas.geojson"])
        #expect(places[0].columns.count == 10)
        #expect(places[0].columns[.fundedUntil] == "bis")
        #expect(places[0].category == nil)
        // A synonym in the project file ends as the id.
        #expect(places[1].category == "kindergarten")
        #expect(project.layers(.quarters).first?.source == "stadt")
        #expect(project.layers(.quarters).first?.crs == "EPSG:4326")
        #expect(project.layers(.area).first?.name == "Schulbezirke")
        let defaults = try #require(project.layers(.focusAreas).first).defaults
        #expect(defaults.basis == .councilDecision)
        #expect(defaults.role == "Stadtplanung")
        #expect(defaults.date == CalendarDate(iso: "2023-05-11"))
        #expect(defaults.reason == "Zuzug")
        #expect(defaults.review == CalendarDate(iso: "2026-05-11"))
    }

    @Test func groupsAndCategories() throws {
        let project = try #require(ProjectFile.decode(Example.whole, file: "q").project)
        #expect(project.groups.map(\.id) == ["all", "foreign"])
        #expect(project.groups.map(\.column) == ["einwohner", "auslaender"])
        #expect(project.groups[0].names == [.german: "Alle", .english: "All"])
        #expect(project.groups[1].names == [.german: "foreign", .english: "foreign"])
        let cafe = project.categories[0]
        #expect(cafe.kind == .meetingPlace && cafe.encounter == .everyday && !cafe.isSensitive)
        #expect(cafe.names == [.german: "Sprachcafé"])
        // What an override leaves out stays as it is built in.
        let park = project.categories[1]
        #expect(park.kind == .meetingPlace && park.encounter == .everyday && park.isSensitive)
        #expect(park.name(.english) == "Park")
    }

    @Test func leastProjectTakesDefaults() throws {
        let (decoded, findings) = ProjectFile.decode(Example.least, file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty])
        let project = try #require(decoded)
        #expect(project.language == nil)
        #expect(project.understanding == nil)
        #expect(project.groups == [])
        #expect(project.thresholds.distances == [300, 500, 1000])
        #expect(project.thresholds.border == 50)
        #expect(project.thresholds.minimumOverlap == 1)
        #expect(project.report.languages == [.german, .english])
    }

    @Test func scalarsStayText() throws {
        let text = """
            version: 1
            town: { name: NO, ags: 01001000 }
            period: 12:30
            layers:
              - { kind: quarters, file: 0x10, columns: { id: yes, name: 2024-01-01 } }
              - { kind: places, file: 1e3, category: library }
            """
        let project = try #require(ProjectFile.decode(text, file: "q").project)
        #expect(project.town.name == "NO")
        #expect(project.town.municipalKey?.text == "01001000")
        #expect(project.period == "12:30")
        #expect(project.layers[0].file == "0x10")
        #expect(project.layers[0].columns == [.id: "yes", .name: "2024-01-01"])
        #expect(project.layers[1].file == "1e3")
    }

    @Test func jsonIsASubset() throws {
        let json = """
            {"version":1,"town":{"name":"M\\u00fcnster \\"Mitte\\"","ags":null},
            \t"period":"2024","layers":[
            \t\t{"kind":"quarters","file":"q.geojson"},{"kind":"places","file":"p\\/a.geojson","category":"library"}],
            "thresholds":{"distances":[250,1e3]}}
            """
        let (decoded, findings) = ProjectFile.decode(json, file: "quartier.json")
        #expect(findings.map(\.code) == [.understandingEmpty])
        let project = try #require(decoded)
        #expect(project.town.name == "Münster \"Mitte\"")
        #expect(project.town.municipalKey == nil)
        #expect(project.layers[1].file == "p/a.geojson")
        #expect(project.thresholds.distances == [250, 1000])
    }

    @Test func byteOrderMarkAndCarriageReturnsDoNoHarm() throws {
        let text =
            "\u{FEFF}"
            + Example.whole.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        let (project, findings) = ProjectFile.decode(text, file: "q")
        #expect(findings == [])
        #expect(project?.layers.count == 7)
    }

    @Test func emptyUnderstandingWithGoalsKeepsTheGoals() throws {
        let text = Example.whole.replacingCharacters(
            in: try #require(Example.whole.firstRange(of: "\"Alle, die hier leben.\"")), with: "\"\"")
        let (project, findings) = ProjectFile.decode(text, file: "q")
        #expect(findings.map(\.code) == [.understandingEmpty])
        #expect(findings.first?.location?.line == 9)
        #expect(project?.understanding?.goals.count == 1)
    }
}
