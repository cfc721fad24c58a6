import Features
import Formats
import Foundation
import Indicators
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// What a project asks of the catalogue, from its file to `run.json`.
@Suite struct IndicatorChoiceTests {
    /// The findings of a project with a section `indicators`; empty where it is taken.
    private func findings(_ section: String) throws -> [Diagnostic] {
        var town = TinyTown()
        town.more = "indicators: { \(section) }\n"
        let scratch = try Scratch()
        let project = try town.write(to: scratch)
        do throws(Failure) {
            return try TownInputs.readProject(project).1.filter { $0.severity == .error }
        } catch {
            return error.diagnostics.filter { $0.severity == .error }
        }
    }

    @Test(arguments: [
        ("also: [gravity_acess]", "gravity_access", "indicators.also[1]"),
        ("without: [residnts]", "residents", "indicators.without[1]"),
        ("parameters: { funded_acces: { years: 5 } }", "funded_access", "indicators.parameters.funded_acces"),
        ("parameters: { funded_access: { year: 5 } }", "years", "indicators.parameters.funded_access.year"),
    ]) func unknownNamesAreRefusedWithASuggestion(_ section: String, _ near: String, _ key: String) throws {
        let findings = try findings(section)
        #expect(findings.map(\.code) == [.valueInvalid])
        #expect(findings.first?.arguments["suggestion"] == near)
        #expect(findings.first?.arguments["key"] == key)
        #expect(findings.first?.location?.line != nil)
        for language in Language.allCases {
            let text = findings.first?.description(language) ?? ""
            #expect(text.contains(near) && !text.contains("⟨") && !text.contains("{"), "\(text)")
        }
    }

    @Test(arguments: [
        "parameters: { funded_access: { years: 21 } }", "parameters: { funded_access: { years: -1 } }",
        "parameters: { funded_access: { years: [1, 2] } }", "parameters: { open_access: { stay: 0 } }",
    ]) func numbersOutOfRangeAndListsForOneNumberAreRefused(_ section: String) throws {
        let findings = try findings(section)
        #expect(findings.map(\.code) == [.valueInvalid], "\(section)")
        #expect(findings.first?.arguments["reason"] == "not_this_parameter")
        // The message names what would do: `years = 3 (0 … 20)`.
        for language in Language.allCases {
            #expect(findings.first?.description(language).contains("…") == true)
        }
    }

    @Test(arguments: [
        "also: all", "also: [gravity_access], without: [residents]", "parameters: { funded_access: { years: 0 } }",
    ]) func whatTheCatalogueHasIsTaken(_ section: String) throws {
        #expect(try findings(section).isEmpty)
    }

    /// `run.json` of an edition of the tiny town with a section.
    private func record(_ section: String, _ edition: String = "internal") throws -> JSONValue {
        var town = TinyTown()
        town.more = "indicators: { \(section) }\n"
        let scratch = try Scratch()
        let project = try town.write(to: scratch)
        _ = try Run.run(project: project, options: RunOptions(output: scratch.path("out")))
        let data = try String(contentsOf: URL(filePath: scratch.path("out/\(edition)/run.json")), encoding: .utf8)
        return try JSONValue(parsing: data)
    }

    @Test func theRecordNamesWhatWasComputedAndWithWhichNumbers() throws {
        let record = try record(
            "also: [residents_in_reach], without: [room_stages], parameters: { funded_access: { years: 5 } }")
        let indicators = try #require(record["indicators"]?.elements)
        let ids = indicators.compactMap { $0["id"]?.string }
        let usual = IndicatorCatalogue.all.map(\.descriptor).filter(\.isDefault).map(\.id)
        #expect(Set(ids) == Set(usual).union(["residents_in_reach"]).subtracting(["room_stages"]))
        let funded = indicators.first { $0["id"]?.string == "funded_access" }
        #expect(funded?["parameters"]?["years"]?.elements?.compactMap(\.double) == [5])
        let open = indicators.first { $0["id"]?.string == "open_access" }
        #expect(open?["parameters"]?["stay"]?.elements?.compactMap(\.double) == [60])
        #expect(indicators.allSatisfy { $0["version"]?.double ?? 0 >= 1 })
    }

    @Test func identitiesHoldAndThoseOfGroupsStayInside() throws {
        let inside = try #require(record("also: all")["identities"]?.elements)
        let outside = try #require(record("also: all", "draft")["identities"]?.elements)
        for identity in inside {
            #expect(identity["holds"] == .boolean(true), "\(identity)")
            #expect(identity["identity"]?.string?.contains("=") == true)
        }
        // Sums over groups would give away what is hidden: only whether they hold is told.
        let ofGroups = outside.filter { $0["parameters"]?.string?.contains("foreign") == true }
        #expect(ofGroups.allSatisfy { $0["left"] == nil && $0["right"] == nil })
        #expect(outside.count <= inside.count)
    }
}
