import Disclosure
import Foundation
import Indicators
import Overlay
import Testing
import Town
import Travel
import Wording

@testable import Reports

@Suite struct EditionTests {
    private func pages(_ edition: Edition) throws -> String {
        var town = SmallTown()
        town.edition = edition
        return try town.pages().map(\.text).joined()
    }

    @Test func internalPagesAreMarked() throws {
        var town = SmallTown()
        for page in try town.pages() { #expect(page.text.contains("intern – ungeschützt")) }
        town.edition = .public
        for page in try town.pages() {
            #expect(!page.text.contains("ungeschützt"))
            #expect(page.text.contains("öffentliche Ausgabe"))
        }
    }

    @Test func publicTellsOfGroupsInTownAndQuartersOnly() throws {
        let name = "Menschen mit ausländischer Staatsangehörigkeit"
        #expect(try pages(.internal).contains(name))
        #expect(try pages(.public).contains(name))
        #expect(try pages(.public).contains("nur für die Stadt und ihre Quartiere"))
        var town = SmallTown()
        town.edition = .public
        let levels = Set(try town.input().passed().indicators.values.filter { $0.group == "foreign" }.map(\.level))
        #expect(levels == [.town, .quarter])
    }

    /// The door is the only way to a publication, and a publication the only way to a report.
    @Test func nothingElseMakesAPublication() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let door = try String(
            contentsOf: sources.appending(path: "Disclosure/Publication/Publication.swift"), encoding: .utf8)
        // Without an initialiser of its own the one of a struct is internal.
        #expect(!door.contains("public init") && !door.contains("package init"))
        #expect(door.matches(of: /public static func/).count == 2)
        #expect(!door.contains("public var") && !door.contains("package var"))
        let input = try String(contentsOf: sources.appending(path: "Reports/ReportInput.swift"), encoding: .utf8)
        #expect(input.matches(of: /public init\(\s*_ publication: Publication/).count == 1)
        #expect(!input.contains("public var study: Study {\n"))
    }

    @Test func whatIsHiddenIsToldAsSuch() throws {
        var town = SmallTown()
        town.edition = .public
        var input = try town.input()
        // Neustadt has 334 residents; 3 of them are of the group.
        input.study.population?.counts[1] = [40, 60, 90, 3]
        let context = try IndicatorContext(study: input.study, measure: StraightLine(), limits: [300, 500, 1000])
        input.indicators = IndicatorCatalogue.evaluate(context)
        let pages = try ReportSet.render(input)
        let neustadt = try #require(pages.first { $0.path == "quarter-02.html" }?.text)
        #expect(neustadt.contains(">geschützt<"))
        #expect(neustadt.contains("Damit niemand zu erkennen ist"))
        let cells = try MarkupReader.read(neustadt).withID("table-groups")?.cells ?? []
        #expect(cells.last?.dropFirst().first == "geschützt", "\(cells)")
        input.edition = .internal
        #expect(!(try ReportSet.render(input).contains { $0.text.contains("Damit niemand zu erkennen ist") }))
    }

    @Test func publicHasNoFiguresOfGroupsByYear() throws {
        var town = SmallTown()
        town.edition = .public
        var input = try town.input()
        input.study.quarterSeries = QuarterSeries(years: [2020, 2024], counts: [[[100], [10]], [[110], [12]]])
        input.study.statusFigures = StatusFigures(
            kinds: [StatusFigures.Kind(id: "benefits", shares: [0.1], earlierShares: [0.2])], year: 2024,
            earlierYear: 2020, residents: [110])
        let protected = try input.passed().study
        #expect(protected.quarterSeries == nil && protected.statusFigures == nil)
        input.edition = .internal
        #expect(try input.passed().study.quarterSeries == input.study.quarterSeries)
    }

    @Test func publicHasNoSensitivePlaces() throws {
        for words in ["Haus am Wald", "Unterkunft"] {
            #expect(try pages(.internal).contains(words))
            #expect(!(try pages(.public).contains(words)))
        }
        // The others keep their categories and quarters.
        var town = SmallTown()
        town.edition = .public
        let rows = try MarkupReader.read(try town.page("quarter-02.html")).named("table")
            .first { $0.attributes["id"] == "table-places" }?.named("tbody").first?.named("tr")
        #expect(rows?.map { $0.children[1].wholeText } == ["Rathaus"])
        #expect(rows?.map { $0.children[2].wholeText } == ["Rathaus"])
    }

    @Test func publicHasNoComputedFocusAreas() throws {
        #expect(try pages(.internal).contains("Rechenfeld"))
        #expect(!(try pages(.public).contains("Rechenfeld")))
        #expect(try pages(.public).contains("Am Bahnhof"))
    }

    @Test func publicCountsFindingsOnly() throws {
        #expect(try pages(.internal).contains("Q503"))
        #expect(!(try pages(.public).contains("Q503")))
    }

    @Test func protectionKeepsTheColumnsTogether() throws {
        var town = SmallTown()
        town.edition = .public
        let input = try town.input().passed()
        let places = input.study.places
        #expect(places.count == 5)
        #expect(
            [
                places.names.count, places.xs.count, places.ys.count, places.hours.count, places.operators.count,
                places.languages.count, places.wheelchair.count, places.fundedUntil.count, places.capacities.count,
                places.categoryIndexes.count, input.study.overlay.placeAssignments.count,
            ].allSatisfy { $0 == 5 })
        #expect(input.study.groups.map(\.id) == ["all", "foreign"])
        #expect(input.study.population?.counts.count == 1)
        #expect(input.study.overlay.focusPieces.allSatisfy { $0.residents.count == 1 && $0.area == 0 })
    }
}
