import Features
import Testing
import Wording

@testable import Project

/// The text of a change file into changes, with every refusal at its place.
@Suite struct ChangeFileTests {
    private func decode(_ text: String) -> (file: ChangeFile?, findings: [Diagnostic]) {
        ChangeFile.decode(text, file: "aenderung.yaml")
    }

    @Test func everyKindOfChangeIsRead() throws {
        let (file, findings) = decode(
            """
            title: "Abends länger"
            changes:
              - { kind: hours, place: "P1", hours: "Mo-Fr 09:00-22:00" }
              - { kind: hours, offer: "A1", hours: "Sa 10:00-12:00" }
              - { kind: new_place, name: "Treff", category: library, lon: 9.5, lat: 54.3, hours: "Su 10:00-12:00" }
              - { kind: new_place, name: "Treff 2", category: library, x: 560000, y: 6017000.5 }
              - { kind: place_closes, place: "Bücherei" }
              - { kind: offer_ends, offer: "A2" }
            """)
        #expect(findings.isEmpty)
        #expect(file?.title == "Abends länger")
        #expect(
            file?.items.map(\.change) == [
                .hoursOfPlace("P1", hours: "Mo-Fr 09:00-22:00"), .hoursOfOffer("A1", hours: "Sa 10:00-12:00"),
                .newPlace(
                    .init(
                        name: "Treff", category: "library",
                        position: .geographic(LongitudeLatitude(longitude: 9.5, latitude: 54.3)),
                        hours: "Su 10:00-12:00")),
                .newPlace(
                    .init(name: "Treff 2", category: "library", position: .projected(x: 560_000, y: 6_017_000.5))),
                .placeCloses("Bücherei"), .offerEnds("A2"),
            ])
        #expect(file?.items.map(\.location.line) == [3, 4, 5, 6, 7, 8])
    }

    @Test func noChangeIsAFileToo() {
        let (file, findings) = decode("changes: []\n")
        #expect(findings.isEmpty && file?.items.isEmpty == true && file?.title == nil)
    }

    @Test(arguments: [
        ("", [DiagnosticCode.keyMissing]), ("changes: [", [.changeFileUnreadable]), ("- 1", [.valueInvalid]),
        ("title: x\n", [.keyMissing]), ("changes: {}\n", [.valueInvalid]), ("changes: [1]\n", [.valueInvalid]),
        ("changes:\n  - { place: P1 }\n", [.keyMissing]),
        ("changes:\n  - { kind: open, place: P1 }\n", [.valueInvalid]),
        ("changes:\n  - { kind: hours, place: P1, offer: A1, hours: \"Mo 10:00-12:00\" }\n", [.valueInvalid]),
        ("changes:\n  - { kind: hours, hours: \"Mo 10:00-12:00\" }\n", [.valueInvalid]),
        ("changes:\n  - { kind: hours, place: P1 }\n", [.keyMissing]),
        ("changes:\n  - { kind: hours, place: P1, hours: \"abends\" }\n", [.hoursUnreadable]),
        ("changes:\n  - { kind: place_closes }\n", [.keyMissing]),
        ("changes:\n  - { kind: place_closes, offer: A1 }\n", [.keyMissing, .keyUnknown]),
        ("changes:\n  - { kind: offer_ends, offer: \" \" }\n", [.valueInvalid]),
        ("changes:\n  - { kind: new_place, name: T, category: c }\n", [.valueInvalid]),
        ("changes:\n  - { kind: new_place, name: T, category: c, lon: 9 }\n", [.valueInvalid]),
        ("changes:\n  - { kind: new_place, name: T, category: c, lon: 9, lat: 91 }\n", [.valueInvalid]),
        ("changes:\n  - { kind: new_place, name: T, category: c, lon: 9, lat: 5, x: 1, y: 1 }\n", [.valueInvalid]),
        (
            "changes:\n  - { kind: new_place, name: T, category: c, lon: nan, lat: 5 }\n",
            [.valueInvalid, .valueInvalid]
        ),
        (
            "changes:\n  - { kind: new_place, name: T, category: c, lon: [9, 9], lat: 5 }\n",
            [.valueInvalid, .valueInvalid]
        ),
        ("changes:\n  - { kind: new_place, lon: 9, lat: 5 }\n", [.keyMissing, .keyMissing]),
        ("chnages: []\n", [.keyMissing, .keyUnknown]), ("changes: &a [*a]\n", [.changeFileUnreadable]),
        ("changes: []\nchanges: []\n", [.keyDuplicate]),
    ])
    func whatCannotBeReadIsNoChange(_ text: String, _ codes: [DiagnosticCode]) {
        let (file, findings) = decode(text)
        #expect(file == nil)
        #expect(findings.map(\.code) == codes, "\(text)")
        #expect(findings.allSatisfy { $0.location?.file == "aenderung.yaml" })
    }

    @Test func moreChangesThanATownHasAreRefused() {
        let lines = (0...ChangeFile.maximumCount).map { "  - { kind: place_closes, place: \"P\($0)\" }" }
        let (file, findings) = decode("changes:\n" + lines.joined(separator: "\n"))
        #expect(file == nil)
        #expect(findings.map(\.code) == [.valueInvalid])
        #expect(findings.first?.message(.english).contains("1000") == true)
    }
}
