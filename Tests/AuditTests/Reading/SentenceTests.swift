import Testing

@testable import Audit

@Suite("Numbers in running text")
struct SentenceTests {
    private func persons(_ text: String) -> [Double] {
        Sentence(text).numbers.filter(\.countsPersons).map { $0.value.range.lowerBound }
    }

    @Test(
        "people are counted by what follows the number",
        arguments: [
            ("Hier wohnen 12 ausländische Menschen.", [12.0]), ("Drei Familien und zwei Kinder", [3, 2]),
            ("2.630 Einwohnerinnen", [2630]), ("4 women and 3 men", [4, 3]), ("one person", [1]),
            ("12 Plätze für Kinder", []), ("3 of the children", []), ("12,5 Menschen", []),
            ("mehr als 5 Menschen", []), ("von 20 Kindern", []), ("A4-Blatt: Menschen", []),
            ("am 3.4.2024 waren Menschen da", []), ("Linie 7: Menschen", []), ("", []),
        ])
    func counts(text: String, expected: [Double]) { #expect(persons(text) == expected) }

    @Test("per cent in sign and word", arguments: ["14 %", "14\u{202F}%", "14 Prozent", "14 per cent"])
    func percent(text: String) throws {
        #expect(try #require(Sentence(text).numbers.first).isPercent)
    }

    @Test("a rough number stands for all that round to it")
    func rough() throws {
        for (text, range) in [
            ("etwa 100 Menschen", 50.0...150.0), ("knapp 7 Menschen", 6.5...7.5), ("about 1,250 people", 1245...1255),
            ("100 Menschen", 100...100),
        ] {
            #expect(try #require(Sentence(text).numbers.first, "\(text)").value.range == range)
        }
    }

    @Test("sentences end with a stop before a space, abbreviations of a few letters do not end one")
    func sentences() {
        #expect(
            Sentence.sentences("In Nord leben viele. In Süd leben wenige! Und in West?")
                == ["In Nord leben viele.", "In Süd leben wenige!", "Und in West?"])
        #expect(Sentence.sentences("z. B. 3 Menschen") == ["z. B. 3 Menschen"])
        #expect(Sentence.sentences("").isEmpty)
        #expect(Sentence.sentences("eine lange Zeile.\nnoch eine") == ["eine lange Zeile.", "noch eine"])
    }

    @Test("numbers too long for any count, and signs without a number, end nothing")
    func hostile() {
        let long = String(repeating: "9", count: 5_000)
        #expect(persons(long + " Menschen").isEmpty)
        #expect(persons(String(repeating: "-.,:", count: 1_000) + "3 Menschen").count <= 1)
        #expect(persons("3\u{0}Menschen").count <= 1)
        #expect(Sentence(String(repeating: "7 ", count: 5_000)).numbers.count > 0)
    }
}
