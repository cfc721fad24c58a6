import Testing

@testable import Town

@Suite struct OfferProtectionTests {
    @Test(arguments: [
        "Frau Yılmaz", "Herr Dr. Schmidt", "Herrn Schmidt", "Familie Öztürk", "Fam. Meyer", "Mrs Smith",
        "info@verein.example", "Verein, Tel. 0461 123456", "Kontakt: Frau Müller (Nachbarschaft)",
    ]) func personsAreRecognised(_ text: String) {
        #expect(OperatorKind.looksLikePerson(text))
    }

    @Test(arguments: [
        "Stadt Musterstadt", "Weitblick e. V.", "Frauentreff", "Familie und Beruf e. V.", "Frau",
        "Herr-Müller-Stiftung", "Familienzentrum Nord", "Bürgerverein 1848 e. V.", "Haus Frau Holle", "",
        "Straße des 17. Juni 135",
    ]) func bodiesAreNot(_ text: String) {
        #expect(!OperatorKind.looksLikePerson(text))
    }

    @Test func thePublicTableNamesNoPersonAndNothingInternal() {
        let (table, _) = OfferSketch.read([
            [.operator: "Frau Yılmaz", .succession: "nein"],
            [.operator: "Nähstube Nord", .operatorKind: "privat", .newcomers: "ja"],
            [.operator: "Weitblick e. V.", .operatorKind: "Verein", .backing: "ja"],
            [.operator: "Herr Klein", .operatorKind: "Kirche"],
        ])
        let shown = table.withoutInternals
        #expect(shown.operators == [nil, nil, "Weitblick e. V.", nil])
        // That it is a person may be known; what somebody wrote of the kind stays.
        #expect(shown.operatorKinds == [.private, .private, .association, .church])
        for answers in [shown.successionSecured, shown.isOpenToNewcomers, shown.hasBacking] {
            #expect(answers == [.notRecorded, .notRecorded, .notRecorded, .notRecorded])
        }
        #expect(shown.ids == table.ids && shown.funding == table.funding)
    }

    @Test func offersOfHiddenPlacesGoWithThem() {
        let (table, _) = OfferSketch.read([
            [.places: "P1"], [.places: "P1;P3"], [.places: "mobil"], [.places: "P3", .operator: "Stadt"],
        ])
        // P1 is hidden; P2 and P3 move up.
        let shown = table.keepingPlaces([1: 0, 2: 1])
        #expect(shown.ids == ["A2", "A3", "A4"])
        #expect((0..<3).map { Array(shown.places(ofOffer: $0)) } == [[1], [], [1]])
        #expect(shown.operators == [nil, nil, "Stadt"] && shown.isMobile == [false, true, false])
        var columns: [Int] = [shown.names.count, shown.kinds.count, shown.placeEnds.count, shown.isStaffPost.count]
        columns += [shown.hours.count, shown.targetGroups.count, shown.languages.count, shown.operatorKinds.count]
        columns += [shown.staff.count, shown.volunteers.count, shown.funding.count, shown.deciders.count]
        columns += [shown.successionSecured.count, shown.isOpenToNewcomers.count, shown.hasBacking.count]
        columns += [shown.sources.count, shown.dates.count]
        #expect(columns.allSatisfy { $0 == 3 })
    }

    @Test func allPlacesKeptKeepsTheTable() {
        let (table, _) = OfferSketch.read([[.places: "P1"], [.places: "P2;P3"]])
        #expect(table.keepingPlaces([0: 0, 1: 1, 2: 2]) == table)
    }

    @Test func operatorsOfPlaces() {
        var places = OfferSketch.places
        places.operators = ["Familie Öztürk", "Stadt", nil]
        #expect(places.shownOperator(ofPlace: 0) == (nil, .private))
        #expect(places.shownOperator(ofPlace: 1) == ("Stadt", .notRecorded))
        places.operatorKinds = [.notRecorded, .municipal, .private]
        #expect(places.shownOperator(ofPlace: 1) == ("Stadt", .municipal))
        #expect(places.shownOperator(ofPlace: 2) == (nil, .private))
        #expect(places.shownOperator(ofPlace: 99) == (nil, .notRecorded))
    }

    @Test func wordsForKinds() {
        for (word, kind) in [
            ("Städtisch", OperatorKind.municipal), ("e.V.", .association), ("Kirchengemeinde", .church),
            ("GmbH", .company), ("privat", .private), ("Sonstige", .other), ("unbekannt", .notRecorded),
        ] {
            #expect(OperatorKind(word: word) == kind, "\(word)")
        }
        #expect(OperatorKind(word: "Sternwarte") == nil)
        #expect(OperatorKind.hint("Kirchee")["suggestion"] == "Kirche")
    }
}
