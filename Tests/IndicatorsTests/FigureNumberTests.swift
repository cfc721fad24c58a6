import Indicators
import Testing
import Wording

@Suite struct FigureNumberTests {
    @Test(arguments: [
        (0.415, "share", "42 %", "42 %"), (24_000, "persons", "24\u{202F}000 Personen", "24,000 persons"),
        (9_870, "persons", "9870 Personen", "9870 persons"), (93, "places", "93 Orte", "93 places"),
        (2.68, "min", "2,7 Minuten", "2.7 minutes"), (-0.0041, "index", "0,00", "0.00"),
        (-0.126, "index", "−0,13", "−0.13"), (1_234_567.4, "m", "1\u{202F}234\u{202F}567", "1,234,567"),
    ]) func numbersSpeakTheLanguage(_ value: Double, _ unit: String, _ german: String, _ english: String) {
        #expect(FigureNumber.text(value, unit: unit, .german).hasPrefix(german))
        #expect(FigureNumber.text(value, unit: unit, .english).hasPrefix(english))
    }

    @Test func whatIsNoNumberIsADash() {
        #expect(FigureNumber.text(.nan, unit: "share", .german) == "–")
        #expect(FigureNumber.text(.infinity, unit: "min", .english) == "–")
    }
}
