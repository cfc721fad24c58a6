import Formats
import Foundation
import TestSupport
import Testing

@Suite struct NumberTextTests {
    @Test(arguments: [
        (1.115, 2, "1.12"), (-1.115, 2, "-1.12"), (0.285, 2, "0.29"), (2.5, 0, "3"), (-0.004, 2, "0.00"),
        (9.999, 2, "10.00"), (0, 1, "0.0"), (1e21, 1, "1000000000000000000000.0"), (1.5e-9, 3, "0.000"),
        (0.0005, 3, "0.001"), (99.5, 0, "100"), (0.05, 1, "0.1"), (0.5, 0, "1"), (0.4, 0, "0"),
        (123456.789, 1, "123456.8"),
    ])
    func roundsHalfAwayFromZero(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }

    @Test func trims() {
        #expect(NumberText.fixed(9.5, decimals: 7, trimmed: true) == "9.5")
        #expect(NumberText.fixed(54, decimals: 7, trimmed: true) == "54")
        #expect(NumberText.fixed(100, decimals: 0, trimmed: true) == "100")
        #expect(NumberText.fixed(-0.00000001, decimals: 7, trimmed: true) == "0")
    }

    @Test func writesWithoutExponent() {
        #expect(NumberText.plain(1e-7) == "0.0000001")
        #expect(NumberText.plain(1.5e22) == "15000000000000000000000")
        #expect(NumberText.plain(3) == "3")
        #expect(NumberText.shortest(1e-7) == "1e-07")
        #expect(NumberText.shortest(0.1 + 0.2) == "0.30000000000000004")
    }

    @Test func writesGerman() {
        #expect(NumberText.german("1234.5") == "1234,5")
        #expect(NumberText.german("-1234567.25", separator: "\u{202F}") == "-1\u{202F}234\u{202F}567,25")
        #expect(NumberText.german("12", separator: ".") == "12")
        #expect(NumberText.german("123456", separator: ".") == "123.456")
    }

    @Test func fixedAgreesWithIntegerArithmetic() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let thousandths = Int.random(in: -9_999_999...9_999_999, using: &generator)
            let magnitude = (thousandths.magnitude + 5) / 10
            let text = "\(magnitude / 100).\(magnitude % 100 < 10 ? "0" : "")\(magnitude % 100)"
            let sign = thousandths < 0 && magnitude > 0 ? "-" : ""
            #expect(NumberText.fixed(Double(thousandths) / 1000, decimals: 2) == sign + text)
        }
    }

    /// Away from ties, the exact binary value and the shortest decimal round alike, as long as there are digits to spare.
    @Test func fixedAgreesWithPrintf() {
        var generator = SeededGenerator(seed: 8)
        for round in 0..<5000 {
            let decimals = round % 10
            let value = Double.random(in: -1...1, using: &generator) * [1, 180, 9_999_999][round % 3]
            guard value.magnitude * pow(10, Double(decimals)) < 1e13 else { continue }
            let expected = String(format: "%.\(decimals)f", value)
            guard expected.contains(where: { ("1"..."9").contains($0) }) else { continue }
            #expect(NumberText.fixed(value, decimals: decimals) == expected)
            guard decimals > 0 else { continue }
            let kept = expected.reversed().drop { $0 == "0" }
            let trimmed = String((kept.first == "." ? kept.dropFirst() : kept).reversed())
            #expect(NumberText.fixed(value, decimals: decimals, trimmed: true) == trimmed)
        }
    }
}
