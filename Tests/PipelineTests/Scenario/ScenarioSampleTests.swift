import Formats
import Foundation
import Indicators
import Project
import ReferenceSystems
import TestSupport
import Testing
import Town
import Wording

@testable import Pipeline

/// What if, on the sample town along its streets.
@Suite struct ScenarioSampleTests {
    private static let project = Repository.sample("2024/quartier.yaml")

    /// What people have at their doors adds up to what the catalogue says of the town, its quarters and groups.
    @Test func theMeansAreTheIndicators() throws {
        let inputs = try TownInputs.read(ScenarioSampleTests.project, missingGrid: .refuse, progress: .silent)
        let assembly = try StudyAssembly(inputs, progress: .silent)
        let context = try Run.context(inputs, assembly)
        let comparison = ScenarioComparison(
            ChangeFile(items: []), from: context, to: context, findings: [])
        let ids: Set<String> = ["coverage_share", "places_within", "open_access", "reachable_hours"]
        var table: [IndicatorTable.Key: Double] = [:]
        for id in ids {
            for value in try #require(IndicatorCatalogue.indicator(id)).evaluate(context).values {
                table[value.key] = value.value
            }
        }
        var compared = 0
        for row in comparison.rows where ids.contains(row.subject.indicator) {
            let key = IndicatorTable.Key(
                level: row.level, areaID: row.areaID, indicator: row.subject.indicator, group: row.group.id,
                category: row.subject.category, parameters: row.subject.parameters)
            guard let value = table[key] else { continue }
            let mean = try #require(row.means).before
            #expect(abs(mean - value) <= 1e-9 * max(1, abs(value)), "\(key)")
            compared += 1
        }
        // 4 sums of places × (1 share + 1 number + 5 parts of the week + hours) × 4 groups × town and 8 inhabited quarters
        #expect(compared == 4 * 8 * 4 * 9)
    }

    @Test func theSampleChangeIsTold() throws {
        let comparison = try ScenarioComparison.between(
            project: ScenarioSampleTests.project, changes: Repository.sample("2024/aenderung.yaml"))
        #expect(comparison.findings.isEmpty)
        let german = comparison.text(.german)
        #expect(german.contains("Nur für die Verwaltung"))
        #expect(german.contains("Nachbarschaftstreff Weststadt (Nachbarschaftstreff), offen Mo-Fr 15:00-21:00"))
        #expect(german.contains("Organisierte Treffpunkte (alle): mindestens einer in 10 Minuten zu Fuß"))
        #expect(german.contains("Weg zum nächsten zu Fuß"))
        #expect(german.contains("einer offen in 15 Minuten zu Fuß, werktags abends"))
        #expect(!german.contains("⟨") && !comparison.text(.english, everything: true).contains("⟨"))
        #expect(comparison.text(.english, everything: true).count > comparison.text(.english).count)
        let json = try JSONValue(parsing: comparison.json())
        #expect(json["visibility"]?.string == "internal")
        let figures = try #require(json["figures"]?.elements)
        #expect(figures.count == comparison.rows.count)
        // Numbers of people are tens or few, in every row.
        for figure in figures {
            for key in ["gaining", "losing", "unchanged"] {
                let count = try #require(figure[key])
                if let persons = count["persons"]?.double {
                    #expect(persons.truncatingRemainder(dividingBy: 10) == 0)
                } else {
                    #expect(count["fewer_than"]?.double == 5)
                }
            }
        }
    }

    @Test(arguments: [
        (0.0, "nobody"), (0.4, "nobody"), (1, "fewer than five"), (4.9, "fewer than five"), (5, "10"), (14, "10"),
        (16, "20"), (1_284, "1280"),
    ])
    func numbersOfPeopleAreTensOrFew(_ value: Double, _ text: String) {
        #expect(PersonText.text(.init(value: value, range: nil), .english) == text)
    }

    @Test func rangesAreRoundedOutward() {
        #expect(PersonText.text(.init(value: 120, range: 81...155), .english) == "120 (between 80 and 160)")
        #expect(PersonText.text(.init(value: 3, range: 0...12), .english) == "fewer than five (between 0 and 20)")
    }
}
