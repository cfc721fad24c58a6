import Hours
import Overlay
import Planar
import TestSupport
import Testing
import Town
import Wording

/// The values of the domain model: the words that outputs and project files hold, and names in two languages.
@Suite struct StudyTests {
    // MARK: Words that stand in files

    // These words stand in project files and outputs of towns: changing one breaks them.
    @Test func theWordsOfTheFilesAreAsAgreed() {
        #expect(
            FocusAreaTable.Basis.allCases.map(\.rawValue) == [
                "local_knowledge", "council_decision", "computed", "unknown",
            ])
        #expect(PlaceTable.Category.Kind.allCases.map(\.rawValue) == ["meeting_place", "service"])
        #expect(PlaceTable.Category.Encounter.allCases.map(\.rawValue) == ["organised", "everyday"])
        #expect(PlaceTable.Wheelchair.allCases.map(\.rawValue) == ["yes", "limited", "no", "unknown"])
        #expect(PlaceTable.Category.Level.allCases.map(\.rawValue) == ["near_home", "quarter", "whole_town"])
    }

    // MARK: Names

    @Test(
        arguments: [
            ([.german: "Alle", .english: "All"], "Alle", "All"), ([.german: "Alle"], "Alle", "Alle"),
            ([.english: "All"], "All", "All"), ([:], "all", "all"),
        ] as [([Language: String], String, String)])
    func aNameInALanguageElseInAnyElseTheID(_ names: [Language: String], _ german: String, _ english: String) {
        let group = PopulationGroup(id: "all", names: names)
        #expect(group.name(.german) == german && group.name(.english) == english)
        let category = PlaceTable.Category(id: "all", names: names, kind: .service, encounter: .organised)
        #expect(category.name(.german) == german && category.name(.english) == english)
        #expect(!category.isSensitive)
    }

    // MARK: Tables

    @Test func tablesCountTheirRows() throws {
        var places = PlaceTable()
        #expect(places.count == 0 && places.categories.isEmpty)
        places.ids = ["a", "b"]
        #expect(places.count == 2)
        let square = try rectangle(0, 0, 1, 1)
        let areas = AreaTable(title: "Q", ids: ["1", "2"], names: ["Nord", "Süd"], geometries: [square, square])
        #expect(areas.count == 2 && areas.title == "Q" && areas.names == ["Nord", "Süd"])
    }

    @Test func whatAStudyIsMadeOfIsWhatItHolds() throws {
        let square = try rectangle(0, 0, 100, 100)
        let quarters = AreaTable(title: "Quartiere", ids: ["q"], names: ["Hafen"], geometries: [square])
        let ground = FocusAreaTable.Ground(
            basis: .councilDecision, role: "Stadtplanung", date: "2023-05-11", reason: "Zuzug", review: nil)
        let focus = FocusAreaTable(areas: quarters, grounds: [ground])
        let population = PopulationTable(xs: [50], ys: [50], counts: [[12], [3]], areCells: true)
        let groups = [PopulationGroup(id: "all", names: [:]), PopulationGroup(id: "foreign", names: [:])]
        let overlay = TownOverlay(
            placeAssignments: [], quarterMembership: AreaMembership(), focusMembership: AreaMembership(),
            otherMemberships: [], focusPieces: [], otherPieces: [], placesByFocusArea: [[]], placesByOtherArea: [],
            residentsOutside: [0, 0])
        let study = Study(
            townName: "Musterstadt", municipalKey: "01999000", period: "2024", referenceSystem: "EPSG:25832",
            quarters: quarters, focusAreas: focus, otherAreas: [], places: PlaceTable(), population: population,
            groups: groups, streets: [], overlay: overlay)
        #expect(study.townName == "Musterstadt" && study.municipalKey == "01999000")
        #expect(study.period == "2024" && study.referenceSystem == "EPSG:25832")
        #expect(study.quarters.geometries == [square])
        #expect(study.focusAreas?.grounds == [ground] && study.focusAreas?.areas.ids == ["q"])
        #expect(study.population?.counts == [[12], [3]] && study.population?.areCells == true)
        #expect(study.groups.map(\.id) == ["all", "foreign"])
        #expect(study.overlay.residentsOutside == [0, 0] && study.overlay.placesByFocusArea == [[]])
    }
}
