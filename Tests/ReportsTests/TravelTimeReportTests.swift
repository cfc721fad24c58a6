import Disclosure
import Indicators
import Testing
import Town
import Wording

@testable import Reports

/// Reports on a town whose reach is measured along a street, beside those measured in a straight line.
@Suite struct TravelTimeReportTests {
    private func town(_ language: Language = .german, _ edition: Edition = .internal) -> SmallTown {
        var town = SmallTown()
        town.isTimed = true
        town.language = language
        town.edition = edition
        return town
    }

    private func text(_ town: SmallTown, _ page: String = "index.html") throws -> String {
        try town.read(page).named("main").first?.wholeText ?? ""
    }

    private func table(_ town: SmallTown, _ id: String, _ page: String = "index.html") throws -> [[String]] {
        let table = try town.read(page).named("table").first { $0.attributes["id"] == id }
        return (table?.named("tr") ?? []).map { row in row.children.map { trimmed($0.wholeText) } }
    }

    private func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    @Test func timesAreInMinutesOnFootAndStraightLinesInMetres() throws {
        let timed = try text(town())
        #expect(timed.contains("mit Treffpunkt in 10 Minuten zu Fuß"))
        #expect(timed.contains("zu Fuß mit 4 km/h"))
        #expect(timed.contains("nächster Ort (Minuten, Median)"))
        #expect(!timed.contains("(Luftlinie)"))
        let straight = try text(SmallTown())
        #expect(straight.contains("500\u{202F}m Entfernung (Luftlinie)"))
        #expect(!straight.contains("Minuten zu Fuß"))
        #expect(try text(town(.english)).contains("within 10 minutes on foot"))
    }

    /// From (250, 500) to the meeting place at (200, 500): 20 m + 50 m + 20 m = 81 s, 400 people; (700, 500) 540 m =
    /// 8.1 minutes, 300 people; (900, 300) is not connected; (1400, 500) in Neustadt 1240 m = 18.6 minutes, 334 people.
    @Test func figuresAreThoseOfTheWayAlongTheStreet() throws {
        let rows = try table(town(), "table-reach")
        let organised = try #require(rows.first { $0[0] == "Treffpunkt, gleich welcher" })
        // 400, 700 and 700 of 1034 connected people; half of them have at most 8.1 minutes.
        #expect(organised[1].hasSuffix("39\u{202F}%") && organised[2].hasSuffix("68\u{202F}%"))
        #expect(organised.last?.hasSuffix("8") == true)
        let altstadt = try #require(
            try table(town(), "table-reach", "quarter-01.html").first { $0[0] == "Treffpunkt, gleich welcher" })
        #expect(altstadt[2].hasSuffix("100\u{202F}%"))
    }

    @Test func theBandNamesTheWalkingSpeed() throws {
        // In Altstadt 10 minutes at 3 km/h are 500 m: 400 of 700 people; at 4.8 km/h all.
        let text = try text(town(), "quarter-01.html")
        #expect(text.contains("(zwischen 57\u{202F}% und 100\u{202F}% je nach Gehtempo)"))
        // Nobody in Neustadt has one at any speed: nothing to tell.
        #expect(!(try self.text(town(), "quarter-02.html")).contains("(zwischen 0"))
    }

    @Test func otherWaysOfGettingAboutStandInOneTable() throws {
        let rows = try table(town(), "table-reach-profiles")
        #expect(
            rows.map { $0[0] } == [
                "Unterwegs", "zu Fuß, 4\u{202F}km/h", "zu Fuß, 3\u{202F}km/h", "zu Fuß, 4,8\u{202F}km/h",
                "mit dem Fahrrad, 15\u{202F}km/h",
            ])
        #expect(rows.last?[1].hasSuffix("100\u{202F}%") == true)
        #expect(try table(SmallTown(), "table-reach-profiles").isEmpty)
    }

    @Test func whoIsNotConnectedIsNamed() throws {
        #expect(try text(town()).contains("Nicht ans Wegenetz angeschlossen (prüfen): 200 Menschen."))
        #expect(
            try text(town(), "quarter-01.html").contains("Nicht ans Wegenetz angeschlossen (prüfen): 200 Menschen."))
        #expect(!(try text(town(), "quarter-02.html")).contains("Nicht ans Wegenetz angeschlossen (prüfen):"))
        #expect(!(try text(SmallTown())).contains("Wegenetz angeschlossen (prüfen):"))
    }

    @Test func stopsAreTold() throws {
        // 10 minutes are 666 m: 400 and 300 of 1034 people.
        #expect(
            try text(town()).contains("Eine Haltestelle in 10 Minuten zu Fuß haben: knapp sieben von zehn Menschen."))
        #expect(!(try text(SmallTown())).contains("Haltestelle in"))
    }

    @Test(arguments: Language.allCases) func whatTheDataDoNotShowFitsTheMeasure(_ language: Language) throws {
        let words = Words(language)
        #expect(try text(town(language)).contains(words("limits.travel_time").prefix(30)))
        #expect(!(try text(town(language))).contains(words("limits.straight_line").prefix(30)))
    }

    // MARK: - Public edition

    @Test func organisedReachWaitsForItsConfirmation() throws {
        var unconfirmed = town(.german, .public)
        unconfirmed.confirmation = nil
        let input = try unconfirmed.input().passed()
        let reach = input.indicators.values.filter { Figure.reach.contains($0.indicator) }
        #expect(!reach.isEmpty)
        #expect(reach.contains { $0.indicator == "nearest_time" && $0.category == "everyday_places" })
        for value in reach {
            #expect(!["organised_places", "meeting_places", "community_centre"].contains(value.category ?? ""))
        }
        let pages = try unconfirmed.pages().map(\.text).joined()
        #expect(!pages.contains("mit Treffpunkt in 10"))
        #expect(try table(unconfirmed, "table-reach-profiles").first?.contains("Treffpunkt, gleich welcher") == false)
    }

    @Test func stopsAreShownOfGroupsInTownAndQuartersOnly() throws {
        let values = try town(.german, .public).input().passed().indicators.values.filter {
            $0.indicator == "stop_share"
        }
        #expect(!values.isEmpty && values.contains { $0.group == "foreign" })
        #expect(values.allSatisfy { $0.group == "all" || $0.level == .town || $0.level == .quarter })
    }

    @Test func entrancesOfSensitivePlacesGoWithThem() throws {
        var input = try town(.german, .public).input()
        input.study.places.entranceEnds = [1, 1, 1, 3, 3, 4]
        input.study.places.entranceXs = [201, 1601, 1602, 5001]
        input.study.places.entranceYs = [501, 801, 802, 5001]
        let places = try input.passed().study.places
        #expect(places.entranceEnds == [1, 1, 1, 1, 2])
        #expect(places.entranceXs == [201, 5001] && places.entranceYs == [501, 5001])
    }
}
