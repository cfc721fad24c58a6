import Testing
import Wording

@testable import Reports

@Suite struct NumberStyleTests {
    static let german = NumberStyle(language: .german)
    static let english = NumberStyle(language: .english)

    @Test(arguments: [
        (0.0, 0, "0", "0"), (7, 0, "7", "7"), (1234.5, 1, "1\u{202F}234,5", "1,234.5"),
        (999.96, 1, "1\u{202F}000,0", "1,000.0"), (-1234, 0, "−1\u{202F}234", "-1,234"),
        (24_000_000, 0, "24\u{202F}000\u{202F}000", "24,000,000"), (0.05, 2, "0,05", "0.05"),
    ]) func numbers(_ value: Double, _ decimals: Int, _ german: String, _ english: String) {
        #expect(Self.german.number(value, decimals: decimals) == german)
        #expect(Self.english.number(value, decimals: decimals) == english.replacing("-", with: "−"))
    }

    @Test func machineNumbersHaveNoStyle() {
        #expect(Self.german.machine(1234.5, decimals: 1) == "1234.5")
        #expect(Self.german.machine(-3) == "-3")
    }

    @Test func whatIsTooLargeIsWrittenNotTrapped() {
        #expect(Self.german.number(1e300) == "1e+300")
        #expect(Self.german.number(.nan) == "nan")
        #expect(pixels(.infinity) == "0")
        #expect(pixels(-12.34) == "-12.3")
        #expect(pixels(-0.04) == "0")
    }

    @Test func shares() {
        #expect(Self.german.percent(0.426) == "43\u{202F}%")
        #expect(Self.english.percent(0.426) == "43%")
    }

    @Test(arguments: [
        (0.0, "0%"), (0.004, "<\u{202F}1%"), (0.005, "1%"), (0.994, "99%"), (0.997, ">\u{202F}99%"),
        (1 - 1e-12, "100%"), (1, "100%"),
    ]) func whatIsNotAllDoesNotReadAsAll(_ share: Double, _ text: String) {
        #expect(Self.english.percent(share) == text)
    }

    @Test(arguments: [
        ("2023-05-11", "11.\u{A0}Mai 2023", "11\u{A0}May 2023"), ("2024", "2024", "2024"),
        ("2023-13-01", "2023-13-01", "2023-13-01"), ("2023-5-1", "2023-5-1", "2023-5-1"),
        ("++23-05-11", "++23-05-11", "++23-05-11"), ("bald", "bald", "bald"),
    ]) func dates(_ text: String, _ german: String, _ english: String) {
        #expect(Self.german.date(text) == german)
        #expect(Self.english.date(text) == english)
    }
}
