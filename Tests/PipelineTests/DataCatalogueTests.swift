import Features
import Formats
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// `dcat-ap.jsonld`, by what DCAT-AP.de 2.0 and its conventions demand of the properties that we write
/// (https://www.dcat-ap.de/def/dcatde/2.0/spec/ and …/implRules/).
@Suite struct DataCatalogueTests {
    /// What a property is in the profile.
    private struct Rule {
        enum Range {
            /// Words, with a language or without.
            case words
            /// A day.
            case day
            /// An address that begins so.
            case address(String)
            /// A node of a class.
            case node(String)
        }

        let property: String
        let isMandatory: Bool
        let isSingle: Bool
        let range: Range

        init(_ property: String, mandatory: Bool = false, single: Bool = true, _ range: Range) {
            (self.property, isMandatory, isSingle, self.range) = (property, mandatory, single, range)
        }
    }

    private static let dataset = [
        Rule("dct:title", mandatory: true, single: false, .words),
        Rule("dct:description", mandatory: true, single: false, .words),
        // Conventions 36, 12 and 13.
        Rule("dct:publisher", mandatory: true, .node("foaf:Organization")),
        Rule("dcatde:contributorID", mandatory: true, .address("http://dcat-ap.de/def/contributors/")),
        Rule("dcat:contactPoint", single: false, .node("vcard:Organization")),
        Rule("dct:identifier", single: false, .words), Rule("dct:issued", .day),
        Rule("dct:temporal", single: false, .node("dct:PeriodOfTime")),
        Rule("dcat:theme", .address("http://publications.europa.eu/resource/authority/data-theme/")),
        Rule("dcat:landingPage", .address("http")), Rule("dcatde:geocodingDescription", .words),
        Rule("dcatde:politicalGeocodingURI", .address("http://dcat-ap.de/def/politicalGeocoding/")),
        Rule("dcatde:politicalGeocodingLevelURI", .address("http://dcat-ap.de/def/politicalGeocoding/Level/")),
        Rule("dcat:distribution", single: false, .node("dcat:Distribution")),
    ]

    private static let nodes = [
        "foaf:Organization": [Rule("foaf:name", mandatory: true, .words)],
        // Convention 1: a mailbox or an address of a form or page.
        "vcard:Organization": [Rule("vcard:fn", .words), Rule("vcard:hasURL", mandatory: true, .address("http"))],
        "dct:PeriodOfTime": [Rule("dcat:startDate", .day), Rule("dcat:endDate", .day)],
        "dcat:Distribution": [
            Rule("dct:title", single: false, .words), Rule("dcat:accessURL", mandatory: true, .address("http")),
            Rule("dcat:downloadURL", .address("http")),
            // Conventions 31 and 32.
            Rule("dct:license", mandatory: true, .address("http://dcat-ap.de/def/licenses/")),
            Rule("dct:format", .address("http://publications.europa.eu/resource/authority/file-type/")),
            Rule("dcat:mediaType", .address("https://www.iana.org/assignments/media-types/")),
        ],
    ]

    private static func keys(_ node: JSONValue) -> [String] {
        guard case .object(let members) = node else { return [] }
        return members.map(\.key)
    }

    /// What breaks the rules in a node and in those that it holds.
    private static func faults(_ node: JSONValue, _ rules: [Rule]) -> [String] {
        let known = rules.map(\.property) + ["@id", "@type", "@context"]
        var faults = keys(node).filter { !known.contains($0) }.map { "\($0) is in no rule" }
        for rule in rules {
            let values = node[rule.property].map { $0.elements ?? [$0] } ?? []
            if rule.isMandatory, values.isEmpty { faults.append("\(rule.property) is missing") }
            if rule.isSingle, values.count > 1 { faults.append("\(rule.property) is there more than once") }
            for value in values { faults += self.faults(value, in: rule) }
        }
        return faults
    }

    private static func faults(_ value: JSONValue, in rule: Rule) -> [String] {
        switch rule.range {
        case .words:
            let words = value.string ?? value["@value"]?.string ?? ""
            return words.isEmpty ? ["\(rule.property) says nothing"] : []
        case .day:
            let isDay =
                value["@type"]?.string == "xsd:date" && CalendarDate(iso: value["@value"]?.string ?? "") != nil
            return isDay ? [] : ["\(rule.property) is no day"]
        case .address(let start):
            let address = value["@id"]?.string ?? ""
            return address.hasPrefix(start) && URL(string: address)?.host() != nil
                ? [] : ["\(rule.property) is no address of \(start)"]
        case .node(let type):
            guard value["@type"]?.string == type else { return ["\(rule.property) is no \(type)"] }
            return faults(value, nodes[type] ?? [])
        }
    }

    private static let section = """
        open_data:
          publisher: "Stadt Winzig"
          contact: "Amt für Stadtentwicklung"
          contact_url: "https://winzig.example/amt"
          description: "Wer was erreicht."
          licence: "dl-de/by-2-0"

        """
    private static let whole =
        section + """
              address: "https://winzig.example/daten/2024"
              issued: "2025-02-03"
              contributor: "schleswigHolstein"

            """

    private func files(_ section: some StringProtocol) throws -> [String: Data] {
        let scratch = try Scratch()
        var town = TinyTown()
        town.more = String(section)
        _ = try Run.run(project: town.write(to: scratch), options: RunOptions(output: scratch.path("out")))
        return try contents(of: scratch.path("out"))
    }

    private func entry(_ files: [String: Data]) throws -> JSONValue {
        try JSONValue(
            parsing: String(decoding: try #require(files["draft/dcat-ap.jsonld"]), as: UTF8.self))
    }

    @Test func theEntryIsWhatTheProfileDemands() throws {
        let files = try files(DataCatalogueTests.whole)
        #expect(files["internal/dcat-ap.jsonld"] == nil)
        let entry = try entry(files)
        #expect(entry["@type"]?.string == "dcat:Dataset")
        #expect(entry["@id"]?.string == "https://winzig.example/daten/2024/#dataset")
        #expect(DataCatalogueTests.faults(entry, DataCatalogueTests.dataset) == [])
        // Every prefix is one that the entry explains.
        let text = String(decoding: try #require(files["draft/dcat-ap.jsonld"]), as: UTF8.self)
        let explained = Set(DataCatalogueTests.keys(try #require(entry["@context"])))
        let used = Set(text.matches(of: /"([a-z]+):[A-Za-z]+"/).map { String($0.1) })
        #expect(used == explained)
    }

    @Test func theEntrySaysWhoWhenAndWhatFor() throws {
        let entry = try entry(files(DataCatalogueTests.whole))
        #expect(entry["dct:publisher"]?["foaf:name"]?.string == "Stadt Winzig")
        #expect(entry["dcat:contactPoint"]?["vcard:fn"]?.string == "Amt für Stadtentwicklung")
        #expect(entry["dct:identifier"]?.string == "quartier-01999001-2024")
        #expect(entry["dct:issued"]?["@value"]?.string == "2025-02-03")
        #expect(entry["dct:temporal"]?["dcat:startDate"]?["@value"]?.string == "2024-01-01")
        #expect(entry["dct:temporal"]?["dcat:endDate"]?["@value"]?.string == "2024-12-31")
        #expect(
            entry["dcatde:contributorID"]?["@id"]?.string == "http://dcat-ap.de/def/contributors/schleswigHolstein")
        #expect(
            entry["dcatde:politicalGeocodingURI"]?["@id"]?.string?.hasSuffix("municipalityKey/01999001") == true)
    }

    @Test func everyTableAndMapIsADistribution() throws {
        let files = try files(DataCatalogueTests.whole)
        let distributions = try #require(try entry(files)["dcat:distribution"]?.elements)
        let paths = try distributions.map { try #require($0["dct:title"]?.string) }
        let expected = files.keys.filter { path in
            path.hasPrefix("draft/")
                && [".csv", ".geojson", ".gpkg", ".xlsx"].contains { path.hasSuffix($0) }
        }
        #expect(Set(paths.map { "draft/" + $0 }) == Set(expected))
        #expect(paths.contains("quarters.geojson"))
        for (distribution, path) in zip(distributions, paths) {
            #expect(distribution["dcat:accessURL"]?["@id"]?.string == "https://winzig.example/daten/2024/" + path)
            #expect(distribution["dct:license"]?["@id"]?.string == "http://dcat-ap.de/def/licenses/dl-by-de/2.0")
        }
    }

    /// What the project does not say is not made up.
    @Test func withoutAnAddressFilesAreNamedBesideTheEntry() throws {
        let entry = try entry(files(DataCatalogueTests.section))
        #expect(entry["@id"]?.string == "#dataset")
        for property in ["dct:issued", "dcatde:contributorID", "dcat:landingPage"] { #expect(entry[property] == nil) }
        let first = entry["dcat:distribution"]?.elements?.first
        #expect(first?["dcat:accessURL"]?["@id"]?.string == "indicators.csv")
    }

    @Test(arguments: [
        ("\"Amt für Stadtentwicklung\"", "\"erika.muster@winzig.example\"", DiagnosticCode.valueInvalid),
        ("dl-de/by-2-0", "free", .valueInvalid), ("  licence: \"dl-de/by-2-0\"\n", "", .keyMissing),
        ("  contact_url: \"https://winzig.example/amt\"\n", "", .keyMissing),
        ("https://winzig.example/daten/2024", "ftp://winzig.example/", .valueInvalid),
        ("schleswigHolstein", "../SH", .valueInvalid), ("2025-02-03", "2025-02-30", .valueInvalid),
    ])
    func whatPortalsCannotUseIsRefused(_ good: String, _ bad: String, _ code: DiagnosticCode) throws {
        #expect(DataCatalogueTests.whole.contains(good))
        let failure = #expect(throws: Failure.self) {
            try files(DataCatalogueTests.whole.replacing(good, with: bad))
        }
        #expect(failure?.diagnostics.first?.code == code)
    }
}
