import Testing

@testable import Audit

@Suite("Words") struct VocabularyTests {
    @Test(
        "folding",
        arguments: [
            ("Süd  Straße", "sued strasse"), ("ÄÖÜ", "aeoeue"), ("  a\n\tb  ", "a b"), ("", ""), ("   ", ""),
            ("a\u{A0}b", "a b"), ("é1%", "é1%"),
        ])
    func folded(text: String, expected: String) { #expect(Vocabulary.folded(text) == expected) }

    @Test("folding twice is folding once", arguments: ["Süd  Straße", "\u{0130}", "a\u{301}\u{308}", "👩‍👩‍👧 x"])
    func idempotent(text: String) {
        let once = Vocabulary.folded(text)
        #expect(Vocabulary.folded(once) == once)
    }

    @Test(
        "people, and places that sound like them",
        arguments: [
            ("3 Menschen", true), ("die Bewohnerinnen", true), ("20 children", true), ("ein Kindergarten", false),
            ("Frauenhaus", false), ("two families", true), ("12 Plätze", false), ("Kinder", true), ("personal", false),
            ("mankind", false), ("Einwohnerzahl", true),
        ])
    func persons(text: String, arePersons: Bool) {
        #expect(Vocabulary.mentionsPersons(Vocabulary.folded(text)) == arePersons)
    }

    @Test("words are letters, digits and underscores")
    func words() {
        #expect(Vocabulary.words("a-b c_d, 12.") == ["a", "b", "c_d", "12"])
        #expect(Vocabulary.words(",;").isEmpty)
        #expect(
            Vocabulary.mentions("viele plaetze", ["platz", "plaetz"]) && !Vocabulary.mentions("ersatzplatz", ["platz"]))
        #expect(Vocabulary.contains("je 100", ["je"]) && !Vocabulary.contains("jede", ["je"]))
    }

    @Test(
        "places that need protection",
        arguments: [
            ("Gemeinschaftsunterkunft Nord", true), ("shelter", true), ("bus shelter", false), ("Frauenhaus", true),
            ("Frauenzentrum", false), ("Notunterkunft", true), ("Unterkunft", true), ("Unterkunftsverzeichnis", false),
            ("refugee_accommodation", true), ("", false), ("12345678", false), ("Asyl", false),
        ])
    func sensitive(text: String, isSensitive: Bool) {
        #expect(Vocabulary.namesSensitivePlace(Vocabulary.folded(text)) == isSensitive)
    }

    @Test("numbers in words are those of both languages up to ten")
    func numbers() {
        for (german, english, number) in [("zwei", "two", 2.0), ("fuenf", "five", 5), ("zehn", "ten", 10)] {
            #expect(Vocabulary.numbers[german] == number && Vocabulary.numbers[english] == number)
        }
        #expect(Vocabulary.numbers.values.allSatisfy { (1...10).contains($0) })
    }
}
