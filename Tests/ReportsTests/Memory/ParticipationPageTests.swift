import Disclosure
import Testing
import Town
import Wording

@testable import Reports

@Suite struct ParticipationPageTests {
    @Test func thoseWhoWaitStandFirst() throws {
        let root = try MemorySketch.town().read(PagePath.participation)
        let sections = root.named("section").compactMap { $0.attributes["id"] }
        #expect(sections == ["unanswered", "formats", "records"])
        let waiting = try #require(root.withID("table-unanswered")).cells
        // The oldest first, those without a day last.
        #expect(waiting.map { $0[3] } == ["Mehr Licht", "Nur intern"])
        #expect(waiting.map { $0.last } == ["noch nicht", "noch nicht"])
        #expect(waiting[0][1] == "ganze Stadt" && waiting[1][0] == "nicht erfasst")
        let lead = root.all.first { $0.attributes["class"] == "lead" }?.wholeText
        #expect(
            lead == "Erfasst sind 4 Beteiligungen. Antworten an die Beteiligten: 2 gegeben, 2 noch nicht. "
                + "Was daraus wurde: 1 umgesetzt, 1 nicht übernommen, 2 offen.")
    }

    @Test func theMixOfFormats() throws {
        let rows = try #require(try MemorySketch.town().read(PagePath.participation).withID("table-formats")).cells
        #expect(
            rows == [
                ["Gesprächsrunde, Versammlung", "1", "0"], ["Werkstatt", "keiner erfasst", "–"],
                ["aufsuchend, vor Ort", "1", "0"], ["Fest", "keiner erfasst", "–"], ["online", "keiner erfasst", "–"],
                ["nicht erfasst", "2", "2"],
            ])
    }

    @Test func aRefusalWithoutAReasonIsSeen() throws {
        let rows = try #require(try MemorySketch.town().read(PagePath.participation).withID("table-participation"))
            .cells
        #expect(rows.count == 4)
        #expect(rows[0][4] == "nicht übernommenGrund nicht erfasst" && rows[0][1] == "Altstadt, Treff am Markt")
        #expect(rows[1][4] == "umgesetztim Haushalt" && rows[1][2].contains("Deutsch, Arabisch"))
    }

    @Test func quartersShowTheirOwn() throws {
        let town = MemorySketch.town()
        let rows = try #require(try town.read("quarter-01.html").withID("table-participation")).cells
        #expect(rows.map { $0[2] } == ["Länger öffnen", "Eine Bank"])
        let other = try #require(try town.read("quarter-02.html").withID("participation"))
        #expect(other.wholeText.contains("Es ist keine Beteiligung erfasst.") && other.named("table").isEmpty)
    }

    @Test func attendanceIsNoColumn() throws {
        for language in Language.allCases {
            let root = try MemorySketch.town(.internal, language).read(PagePath.participation)
            let headers = root.named("thead").flatMap { $0.named("th").map(\.wholeText) }.joined(separator: " ")
                .lowercased()
            for word in ["teilnehm", "anwesend", "personen", "attend", "participants"] {
                #expect(!headers.contains(word))
            }
        }
    }

    @Test func anEmptyTableIsNotNoTable() throws {
        var town = SmallTown()
        town.memory = TownMemory(participation: ParticipationLog())
        let root = try town.read(PagePath.participation)
        #expect(root.wholeText.contains("Es ist keine Beteiligung erfasst.") && root.withID("table-unanswered") == nil)
        #expect(try town.read("index.html").withID("participation") != nil)
    }
}
