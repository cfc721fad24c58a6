import Features
import Foundation
import Indicators
import TestSupport
import Testing
import Wording

@testable import Disclosure
@testable import Pipeline

/// A run and a release say it when counts cannot be protected.
@Suite("Counts that cannot be protected") struct UnprotectedTests {
    private func cost(_ keys: [IndicatorTable.Key?]) -> ProtectionCost {
        ProtectionCost(loss: 3, lowerBound: 2, unprotected: keys.map { ProtectionCost.Unprotected(key: $0) })
    }

    private func key(_ area: String) -> IndicatorTable.Key {
        IndicatorTable.Key(level: .quarter, areaID: area, indicator: "residents", group: "foreign")
    }

    @Test func theRunNamesThem() throws {
        #expect(cost([]).finding("quartier.yaml") == nil)
        let finding = try #require(cost([key("01"), key("07")]).finding("quartier.yaml"))
        #expect(finding.code == .countsNotProtected && finding.severity == .warning)
        #expect(finding.location?.file == "quartier.yaml")
        for language in Language.allCases {
            let text = finding.description(language)
            #expect(text.contains("2 ") && text.contains("01 foreign residents, 07 foreign residents"), "\(text)")
            #expect(text.contains("Q707") && !text.contains("{"))
        }
    }

    @Test func ofManyTheFirstAreNamed() throws {
        let many = try #require(cost((1...7).map { key("\($0)") }).finding("p"))
        #expect(many.arguments["n"] == "7")
        #expect(many.arguments["counts"]?.hasSuffix("5 foreign residents, …") == true)
        // What nobody prints has no name, but counts.
        let nameless = try #require(cost([nil, key("1")]).finding("p"))
        #expect(nameless.arguments["n"] == "2" && nameless.arguments["counts"] == "1 foreign residents, …")
    }

    @Test(arguments: [("3", true), ("0", false), ("\"3\"", false), ("null", false)])
    func theReleaseWarns(count: String, isWarned: Bool) throws {
        let scratch = try Scratch()
        try scratch.write(#"{"period":"2024","disclosure":{"not_protected":\#(count)}}"#, to: "run/draft/run.json")
        let warning = Publisher.warning(run: scratch.path("run"))
        #expect((warning?.code == .countsNotProtected) == isWarned)
        if isWarned { #expect(warning?.message(.german).contains("3 Personenzahlen") == true) }
    }

    @Test func withoutADraftThereIsNoWarning() throws {
        let scratch = try Scratch()
        #expect(Publisher.warning(run: scratch.path("nothing")) == nil)
        try scratch.write("{", to: "run/draft/run.json")
        #expect(Publisher.warning(run: scratch.path("run")) == nil)
    }

    @Test func theDraftTellsNoNames() throws {
        // Only how many: which ones they are would be half of the way to them.
        let text = try String(
            contentsOf: URL(filePath: try SampleRuns.folder("2024") + "/draft/run.json"), encoding: .utf8)
        #expect(text.contains("\"not_protected\": 0"))
    }
}
