import Testing

@testable import Audit

@Suite("Numbers as they are printed")
struct PrintedNumberTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let range: ClosedRange<Double>
        var isPercent = false
        var testDescription: String { text }
    }

    @Test(
        "German and English: thousands, decimals, signs, units, ranges",
        arguments: [
            Case(text: "24.000", range: 24_000...24_000), Case(text: "24,000", range: 24_000...24_000),
            Case(text: "24'000", range: 24_000...24_000), Case(text: "24’000", range: 24_000...24_000),
            Case(text: "1 234 567", range: 1_234_567...1_234_567), Case(text: "1,234.5", range: 1234.45...1234.55),
            Case(text: "0,178", range: 0.1775...0.1785), Case(text: "0.5", range: 0.45...0.55),
            Case(text: "12,50", range: 12.495...12.505), Case(text: "12,3456", range: 12.34555...12.34565),
            Case(text: "−37", range: -37 ... -37), Case(text: "-0,5", range: -0.55 ... -0.45),
            Case(text: "ca. 40", range: 40...40), Case(text: "~ 40", range: 40...40),
            Case(text: "5 – 9", range: 5...9), Case(text: "5-9", range: 5...9),
            Case(text: "1,5–2,5", range: 1.5...2.5), Case(text: "10–15 %", range: 10...15, isPercent: true),
            Case(text: "≤ 4", range: 0...4), Case(text: "< 5", range: 0...5), Case(text: "<-5", range: 0...0),
            Case(text: "0,4\u{A0}%", range: 0.35...0.45, isPercent: true),
            Case(text: "007", range: 7...7), Case(text: "999.999.999.999", range: 999_999_999_999...999_999_999_999),
        ])
    func reads(case: Case) throws {
        let number = try #require(PrintedNumber(`case`.text))
        #expect(abs(number.range.lowerBound - `case`.range.lowerBound) < 1e-9)
        #expect(abs(number.range.upperBound - `case`.range.upperBound) < 1e-9)
        #expect(number.isPercent == `case`.isPercent)
    }

    @Test("more than has no end", arguments: [">5", "≥ 5"])
    func open(text: String) throws {
        let range = try #require(PrintedNumber(text)).range
        #expect(range.lowerBound == 5 && range.upperBound > 1e300)
    }

    @Test(
        "what is not one number alone",
        arguments: [
            "9–5", "12 €", "1234 567", "1 23", "12 Min.", "5–", "<", "%", "-", "1e5", "0x1F", "٣", "1/2", "12:30",
            "1234567890123456789", "5 % von 20", "3 4", "31.12.2024", "1.23.456", "1234.567.890",
        ])
    func refused(text: String) { #expect(PrintedNumber(text) == nil) }

    @Test("the decimals that are printed say what rounding leaves open", arguments: 0...6)
    func decimals(count: Int) throws {
        let text = count == 0 ? "7" : "7," + String(repeating: "5", count: count)
        let number = try #require(PrintedNumber(text == "7,555" ? "7,5550" : text))
        let digits = text == "7,555" ? 4 : count
        #expect(number.decimals == digits)
        let width = digits == 0 ? 0 : 1 / PrintedNumber.powerOfTen(digits)
        #expect(abs(number.range.width - width) < 1e-12)
    }

    @Test("a number of records is taken as programs write it, before people's ways")
    func records() throws {
        #expect(try #require(PrintedNumber(plain: "2.630")).range == 2.63...2.63)
        #expect(try #require(PrintedNumber(plain: "1e3")).range == 1000...1000)
        #expect(try #require(PrintedNumber(plain: "2 630")).range == 2630...2630)
        #expect(PrintedNumber(plain: "inf") == nil && PrintedNumber(plain: "") == nil)
    }

    @Test("every whole number is read again, however its thousands are parted")
    func roundTrip() throws {
        for value in [0, 4, 12, 999, 1_000, 12_345, 999_999, 1_000_000, 123_456_789] {
            for sign in [".", ",", " ", "\u{202F}", "\u{A0}", "\u{2009}", "'"] {
                var digits = Array(String(value))
                var text = ""
                while digits.count > 3 {
                    text = sign + String(digits.suffix(3)) + text
                    digits.removeLast(3)
                }
                text = String(digits) + text
                #expect(try #require(PrintedNumber(text), "\(text)").range == Double(value)...Double(value))
            }
        }
    }
}
