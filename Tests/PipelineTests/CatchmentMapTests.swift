import Features
import Formats
import Indicators
import Planar
import ReferenceSystems
import TestSupport
import Testing
import Topology
import Town
import Wording

@testable import Pipeline

/// The land around one place, the places of a quarter and those of a category, on the sample town.
@Suite struct CatchmentMapTests {
    private static let project = Repository.sample("2024/quartier.yaml")

    private func map(_ question: CatchmentMap.Question) throws -> CatchmentMap {
        try CatchmentMap(project: CatchmentMapTests.project, question)
    }

    /// All places of a category have the land that a run maps, and as many people as its indicator says.
    @Test func aCategoryIsTheSameAsInARun() throws {
        let map = try map(.init(category: "library"))
        #expect(map.places == ["Bücherei Altstadt", "Bücherei Lerchenfeld"])
        let inputs = try TownInputs.read(CatchmentMapTests.project, missingGrid: .refuse, progress: .silent)
        let assembly = try StudyAssembly(inputs, progress: .silent)
        let mapped = TownCatchment.all(of: assembly.study.places, travel: try #require(assembly.travel))
            .filter { $0.target == "library" }
        #expect(map.rings.map(\.minutes) == [5, 10, 15] && map.rings.map(\.geometry) == mapped.map(\.geometry))
        let values = try #require(IndicatorCatalogue.indicator("coverage_share")).evaluate(
            try Run.context(inputs, assembly)
        ).values
        for ring in map.rings {
            let key = IndicatorTable.Key(
                level: .town, areaID: "01999000", indicator: "coverage_share", group: "all", category: "library",
                parameters: "measure=walking;minutes=\(Int(ring.minutes))")
            let share = try #require(values.first { $0.key == key }?.value)
            let residents = try #require(ring.residents)
            #expect(abs(residents.value - share * 24_000) < 1e-6 && residents.range == nil)
        }
    }

    /// One place reaches no farther than all of its category, and farther with more time; two of them make up the whole.
    @Test func oneByOneTheyMakeUpTheWhole() throws {
        let minutes = [6.0, 12.0]
        let all = try map(.init(category: "library", minutes: minutes))
        let each = try ["Bücherei Altstadt", "P028"].map { try map(.init(places: [$0], minutes: minutes)) }
        #expect(each.map(\.places) == [["Bücherei Altstadt"], ["Bücherei Lerchenfeld"]])
        for ring in minutes.indices {
            let whole = all.rings[ring]
            let parts = each.map { $0.rings[ring] }
            let union = try TopologyEngine().union(parts[0].geometry, parts[1].geometry).value
            #expect(abs(union.area - whole.geometry.area) < 0.005 * whole.geometry.area)
            let people = try #require(whole.residents).value
            let sum = try parts.map { try #require($0.residents).value }.reduce(0, +)
            #expect(people > 0 && people <= sum + 1e-9)
        }
        for map in each { #expect(map.rings[0].geometry.area < map.rings[1].geometry.area) }
    }

    @Test func questionsNarrowEachOther() throws {
        let quarter = try map(.init(quarter: "Lerchenfeld", category: "meeting_places", minutes: [10]))
        #expect(quarter.places.contains("Bücherei Lerchenfeld") && !quarter.places.contains("Bücherei Altstadt"))
        let nothing = try map(.init(places: ["P027"], quarter: "Lerchenfeld", minutes: [10]))
        #expect(nothing.places.isEmpty && nothing.rings.allSatisfy { $0.geometry.isEmpty && $0.residents?.value == 0 })
        #expect(nothing.text(.german) == "Dort ist kein solcher Ort erfasst.\n")
        let wheels = try map(.init(places: ["P027"], minutes: [10], profile: "wheelchair"))
        let text = wheels.text(.german)
        #expect(text.contains("Erreicht wird: Bücherei Altstadt") && text.contains("10 Minuten im Rollstuhl: von "))
    }

    /// The file is for any map: it has no people in it.
    @Test func theFileHasLandOnly() throws {
        let collection = try JSONValue(
            parsing: String(decoding: try map(.init(places: ["P027"])).geoJSON(), as: UTF8.self))
        let features = try #require(collection["features"]?.elements)
        #expect(features.map { $0["properties"]?["minutes"]?.double } == [5, 10, 15])
        guard case .object(let members)? = features.first?["properties"] else {
            Issue.record("no properties")
            return
        }
        #expect(members.map(\.key) == ["places", "measure", "minutes", "raster_m", "area_m2"])
        #expect(features.first?["properties"]?["places"]?.string == "Bücherei Altstadt")
    }

    /// Neither what there is not, nor a place that must not be found.
    @Test(arguments: [
        (CatchmentMap.Question(places: ["Bücherei Altstat"]), "--place"),
        (CatchmentMap.Question(places: ["Unterkunft Buchenstraße"]), "--place"),
        (CatchmentMap.Question(quarter: "Oststadt"), "--quarter"),
        (CatchmentMap.Question(category: "refugee_accommodation"), "--category"),
        (CatchmentMap.Question(category: "library", profile: "child"), "--profile"),
    ]) func whatThereIsNotIsSaid(_ question: CatchmentMap.Question, _ key: String) throws {
        let failure = #expect(throws: Failure.self) { try map(question) }
        let diagnostic = try #require(failure?.diagnostics.first)
        #expect(failure?.kind == .malformedData && diagnostic.code == .changeTargetUnknown)
        #expect(diagnostic.arguments["key"] == key)
    }
}
