import Features
import Testing
import Wording

@testable import Town

@Suite struct OfferReadingTests {
    @Test func aWholeRow() {
        let (table, findings) = OfferSketch.read([
            .id: "A1", .name: " Sprachcafé ", .kind: "Treffen", .places: "P2; P1", .hours: "Mo,We 15:00-19:00",
            .targetGroups: "Kinder; Familien", .languages: "de, ar/uk", .operator: "Weitblick e. V.",
            .operatorKind: "Verein", .staff: "0,3", .volunteers: "70 %", .funding: "befristet",
            .fundedUntil: "31.12.2025", .decidedBy: "Land; Stadt", .succession: "nein", .newcomers: "ja",
            .backing: "", .source: "Umfrage", .date: "2024-11-30",
        ])
        #expect(findings.isEmpty)
        #expect(table.ids == ["A1"] && table.names == ["Sprachcafé"] && table.kinds == ["Treffen"])
        // The order of the file, each place once.
        #expect(Array(table.places(ofOffer: 0)) == [1, 0])
        #expect(table.isMobile == [false] && table.isStaffPost == [false])
        #expect(table.hours == ["Mo,We 15:00-19:00"])
        #expect(table.targetGroups == [["Kinder", "Familien"]] && table.languages == [["de", "ar", "uk"]])
        #expect(table.operators == ["Weitblick e. V."] && table.operatorKinds == [.association])
        #expect(table.staff == [.share(0.3)] && table.volunteers == [.share(0.7)])
        #expect(table.funding == [.limited(until: OfferSketch.day("2025-12-31"))])
        // In the order of the list, not of the text.
        #expect(table.deciders == [[.town, .state]])
        #expect(table.successionSecured == [.no] && table.isOpenToNewcomers == [.yes])
        #expect(table.hasBacking == [.notRecorded])
        #expect(table.sources == ["Umfrage"] && table.dates == [OfferSketch.day("2024-11-30")])
    }

    @Test func anEmptyRowIsNotRecordedNeverPermanent() {
        let (table, findings) = OfferSketch.read([:])
        #expect(findings.isEmpty)
        #expect(table.funding == [.notRecorded] && table.offersOfUnknownEnd == [0])
        #expect(table.targetGroups == [[]] && table.languages == [[]] && table.deciders == [[]])
        #expect(table.operators == [nil] && table.operatorKinds == [.notRecorded])
        #expect(table.staff == [nil] && table.volunteers == [nil] && table.hours == [nil])
        #expect(table.dates == [nil] && table.kinds == [nil])
    }

    // MARK: Funding

    struct FundingCase: CustomTestStringConvertible {
        var word: String
        var day: String
        var expected: Funding
        var codes: [DiagnosticCode] = []
        var testDescription: String { "\(word)|\(day)" }
    }

    static let end = CalendarDate(iso: "2025-06-30")

    @Test(arguments: [
        FundingCase(word: "dauerhaft", day: "", expected: .permanent),
        FundingCase(word: "UNBEFRISTET", day: "", expected: .permanent),
        FundingCase(word: "permanent", day: "", expected: .permanent),
        FundingCase(word: "befristet", day: "2025-06-30", expected: .limited(until: end)),
        FundingCase(word: "befristet bis 30.6.2025", day: "", expected: .limited(until: end)),
        FundingCase(word: "bis zum 30.06.2025", day: "", expected: .limited(until: end)),
        FundingCase(word: "until 2025-06-30", day: "", expected: .limited(until: end)),
        FundingCase(word: "2025-06-30", day: "", expected: .limited(until: end)),
        FundingCase(word: "", day: "30.06.2025", expected: .limited(until: end)),
        FundingCase(word: "unbekannt", day: "30.06.2025", expected: .limited(until: end)),
        FundingCase(word: "einmalig", day: "", expected: .oneOff(on: nil)),
        FundingCase(word: "einmalig am 30.6.2025", day: "", expected: .oneOff(on: end)),
        FundingCase(word: "one-off", day: "2025-06-30", expected: .oneOff(on: end)),
        FundingCase(word: "nicht erfasst", day: "", expected: .notRecorded),
        FundingCase(word: "–", day: "-", expected: .notRecorded),
        FundingCase(word: "befristet", day: "", expected: .limited(until: nil), codes: [.fundingEndMissing]),
        FundingCase(
            word: "befristet", day: "Ende 2025", expected: .limited(until: nil), codes: [.dateUnreadable]),
        FundingCase(word: "", day: "30.02.2025", expected: .limited(until: nil), codes: [.dateUnreadable]),
        FundingCase(
            word: "dauerhaft", day: "2025-06-30", expected: .limited(until: end), codes: [.fundingContradictory]),
        FundingCase(word: "dauerhafft", day: "", expected: .notRecorded, codes: [.wordUnknown]),
        FundingCase(
            word: "befristed", day: "2025-06-30", expected: .limited(until: end), codes: [.wordUnknown]),
        FundingCase(
            word: "befristet", day: "2023-12-31", expected: .limited(until: CalendarDate(iso: "2023-12-31")),
            codes: [.fundingEnded]),
        // An event of last year is over, which is no loss.
        FundingCase(word: "einmalig", day: "2023-05-01", expected: .oneOff(on: CalendarDate(iso: "2023-05-01"))),
    ])
    func fundingIsReadFromWordsAndDays(_ example: FundingCase) {
        let (table, findings) = OfferSketch.read([.funding: example.word, .fundedUntil: example.day])
        #expect(table.funding == [example.expected])
        #expect(findings.map(\.code) == example.codes)
    }

    @Test func deciders() {
        for (text, expected) in [
            ("Stadt", [FundingDecider.town]), ("Landkreis", [.county]), ("BAMF", [.federal]),
            ("ESF+", [.europeanUnion]),
            ("Stiftung/Bund", [.federal, .foundation]), ("Land, Land", [.state]), ("keine Angabe", []),
            ("European Union & county", [.county, .europeanUnion]),
        ] {
            let (table, findings) = OfferSketch.read([.decidedBy: text])
            #expect(table.deciders == [expected], "\(text)")
            #expect(findings.isEmpty, "\(text)")
        }
    }

    @Test func anUnknownWordIsReportedWithASuggestion() throws {
        let (table, findings) = OfferSketch.read([.decidedBy: "Stadt;Lnad", .operatorKind: "Vereim", .backing: "evtl."])
        #expect(table.deciders == [[.town]] && table.operatorKinds == [.notRecorded])
        #expect(findings.map(\.code) == [.wordUnknown, .wordUnknown, .wordUnknown])
        #expect(findings.map { $0.arguments["suggestion"] } == ["Verein", "Land", nil])
        let first = try #require(findings.first)
        #expect(first.location?.line == 2 && first.location?.feature == 0 && first.location?.featureID == "A1")
        for language in Language.allCases {
            #expect(first.message(language).contains("Vereim") && first.remedy(language).contains("Verein"))
        }
    }

    // MARK: Places

    @Test func placesByIdAndName() {
        let (table, findings) = OfferSketch.read([
            [.places: "P1,P1|P3"], [.places: "bücherei"], [.places: "mobil"], [.places: "P2; aufsuchend"],
            [.places: "Stelle"],
        ])
        #expect(findings.isEmpty)
        #expect((0..<5).map { Array(table.places(ofOffer: $0)) } == [[0, 2], [1], [], [1], []])
        #expect(table.isMobile == [false, false, true, true, false])
        #expect(table.isStaffPost == [false, false, false, false, true])
    }

    @Test func aNameThatTwoPlacesHaveSaysNothing() {
        var places = OfferSketch.places
        places.names = ["Spielplatz", "Spielplatz", ""]
        let directory = PlaceDirectory(places)
        #expect(directory.row("Spielplatz") == nil && directory.row("P2") == 1 && directory.row("") == nil)
    }

    @Test func unknownAndMissingPlacesAreReported() {
        let (unknown, findings) = OfferSketch.read([.places: "P1;P12"])
        #expect(Array(unknown.places(ofOffer: 0)) == [0])
        #expect(findings.map(\.code) == [.offerPlaceUnknown])
        #expect(findings.first?.arguments["suggestion"] == "P1")
        #expect(OfferSketch.read([.places: ""]).findings.map(\.code) == [.offerWithoutPlace])
        // The unknown place is what is wrong, not that there is none.
        #expect(OfferSketch.read([.places: "Weltraumbahnhof"]).findings.map(\.code) == [.offerPlaceUnknown])
    }

    @Test func oneOfManyPlacesIsSuggestedWithoutListingAll() throws {
        var places = PlaceTable()
        places.ids = (1...500).map { "Ort\($0)" }
        places.names = [String](repeating: "", count: 500)
        var table = OfferTable()
        let findings = table.append(
            OfferSketch.layer([[.id: "A1", .name: "x", .places: "Ort4999"]]), columns: OfferSketch.columns,
            places: PlaceDirectory(places))
        let finding = try #require(findings.first)
        #expect(finding.arguments["suggestion"] == "Ort499")
        #expect(finding.remedy(.german).utf8.count < 500)
    }

    // MARK: Work

    @Test(arguments: [
        ("0", OfferTable.Work.share(0)), ("1", .share(1)), ("0.25", .share(0.25)), ("0,25", .share(0.25)),
        ("40 %", .share(0.4)), ("40%", .share(0.4)), ("100 Prozent", .share(1)), ("12 h", .weeklyHours(12)),
        ("19,5 Std.", .weeklyHours(19.5)), ("12 h/Woche", .weeklyHours(12)),
    ]) func workIsAShareOrHours(_ text: String, _ expected: OfferTable.Work) {
        let (table, findings) = OfferSketch.read([.staff: text])
        #expect(findings.isEmpty)
        #expect(table.staff == [expected])
    }

    @Test(arguments: ["1.5", "-0.2", "140 %", "viel", "nan", "1e30", "1.234,5", "0,5 Pferde", "12", "-3 h", "%", "0x1"])
    func unreadableWorkIsReportedAndAbsent(_ text: String) {
        let (table, findings) = OfferSketch.read([.volunteers: text])
        #expect(table.volunteers == [nil])
        // A lone sign is an empty field.
        #expect(findings.map(\.code) == (text == "%" ? [] : [.workUnreadable]))
    }

    @Test func sharesAreTogetherAtMostAll() {
        #expect(OfferSketch.read([.staff: "0,7", .volunteers: "0,7"]).findings.map(\.code) == [.workUnreadable])
        #expect(OfferSketch.read([.staff: "0,7", .volunteers: "0,3"]).findings.isEmpty)
        #expect(OfferSketch.read([.staff: "0,7", .volunteers: "20 h"]).findings.isEmpty)
    }

    // MARK: Other columns

    @Test func idsAreUniqueOverRowsAndTables() {
        var (table, findings) = OfferSketch.read([[.id: "A1"], [.id: "A1"], [.id: ""]])
        #expect(table.ids == ["A1", "A1#2", "3"])
        #expect(findings.map(\.code) == [.idDuplicate, .idMissing])
        findings = table.append(
            OfferSketch.layer([[.id: "A1", .name: "x", .places: "P1"]]), columns: OfferSketch.columns,
            places: PlaceDirectory(OfferSketch.places), number: 1)
        #expect(findings.isEmpty && table.ids == ["A1", "A1#2", "3", "2:A1"])
        #expect(Array(table.places(ofOffer: 3)) == [0])
    }

    @Test func whatCannotBeReadIsReported() {
        let (table, findings) = OfferSketch.read([.name: "  ", .hours: "meistens", .date: "gestern"])
        #expect(findings.map(\.code) == [.nameMissing, .hoursUnreadable, .dateUnreadable])
        // The hours stay as the town wrote them.
        #expect(table.hours == ["meistens"] && table.dates == [nil] && table.names == [""])
    }

    @Test func unmappedColumnsAreAbsent() {
        var table = OfferTable()
        let findings = table.append(
            OfferSketch.layer([[.id: "A1", .name: "x", .places: "P1", .funding: "dauerhaft"]]),
            columns: [.id: "id", .name: "name", .places: "places"], places: PlaceDirectory(OfferSketch.places))
        #expect(findings.isEmpty && table.funding == [.notRecorded])
    }

    @Test func noRowsNoOffers() {
        let (table, findings) = OfferSketch.read([])
        #expect(table.count == 0 && findings.isEmpty && table.offersOfUnknownEnd.isEmpty)
        #expect(table.places(ofOffer: 0).isEmpty)
    }
}
