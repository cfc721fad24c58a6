import TestSupport
import Testing

@testable import Formats

/// Random JSON values, written and read again.
@Suite struct RandomJSONTests {
    /// A value of any kind, smaller the deeper it lies.
    static func value(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &generator) {
        case 0: return .null
        case 1: return .boolean(.random(using: &generator))
        case 2:
            return .integer(
                Int.random(in: .min...(.max), using: &generator) >> Int.random(in: 0..<64, using: &generator))
        case 3:
            let number = Double(bitPattern: .random(in: 0...(.max), using: &generator))
            // A whole number is read as an integer; the writer writes it as one.
            return number.isFinite && number.rounded() != number ? .number(number) : .number(0.5)
        case 4: return .string(text(using: &generator))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<5, using: &generator)).map { _ in value(depth: depth + 1, using: &generator) })
        default:
            return .object(
                (0..<Int.random(in: 0..<5, using: &generator)).map { index in
                    .init(text(using: &generator) + "\(index)", value(depth: depth + 1, using: &generator))
                })
        }
    }

    /// A text with quotes, control characters, umlauts, emoji and combining marks.
    static func text(using generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "ä", "ß", "€", "\u{301}", "😀", "\u{FFFF}",
            "\u{10FFFF}",
            "\u{2028}", "\u{FEFF}", " ",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<9, using: &generator) {
            text.append(scalars.randomElement(using: &generator) ?? "a")
        }
        return String(text)
    }

    private static let styles = [
        JSONValue.Style.compact, .indented, JSONValue.Style(isASCII: true),
        JSONValue.Style(isIndented: true, isASCII: true),
    ]

    @Test(arguments: styles.indices)
    func readsBackWhatItWrote(style: Int) throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            let value = Self.value(depth: 0, using: &generator)
            #expect(try JSONValue(parsing: value.text(Self.styles[style])) == value)
        }
    }

    @Test func sortedKeysMakeOrderIrrelevant() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let members = (0..<6).map { JSONValue.Member(Self.text(using: &generator) + "\($0)", .integer($0)) }
            let shuffled = members.shuffled(using: &generator)
            #expect(JSONValue.object(members).text(.canonical) == JSONValue.object(shuffled).text(.canonical))
        }
    }

    /// The scanner that only checks and the one that builds values agree on every text, sound or broken.
    @Test func skippingAndReadingAgree() throws {
        var generator = SeededGenerator(seed: 13)
        var broken = 0
        for _ in 0..<3000 {
            var text = Self.value(depth: 0, using: &generator).utf8()
            if let place = text.indices.randomElement(using: &generator) {
                text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            let padded = text + [UInt8](repeating: 0, count: JSONScanner.padding)
            padded.withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                var reading = JSONScanner(start, count: text.count)
                var skipping = reading
                let readError = error { () throws(JSONError) in _ = try reading.scanValue() }
                let skipError = error { () throws(JSONError) in try skipping.skipValue() }
                if readError != nil { broken += 1 }
                // Only reading looks at the size of numbers.
                if readError?.reason == .numberOutOfRange { return }
                #expect(readError == skipError)
                if readError == nil { #expect(reading.offset == skipping.offset) }
                #expect(reading.unpairedSurrogate == skipping.unpairedSurrogate)
            }
        }
        #expect(broken > 300 && broken < 2900)
    }

    private func error(_ body: () throws(JSONError) -> Void) -> JSONError? {
        do throws(JSONError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func countsLinesOutsideStrings() throws {
        let text = Array("[1,\n\n{\"a\\n\":\r\n2}\n]".utf8)
        let padded = text + [UInt8](repeating: 0, count: JSONScanner.padding)
        try padded.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(try #require(buffer.baseAddress), count: text.count)
            try scanner.skipValue()
            #expect(scanner.newlines == 4)
            #expect(scanner.cursor == scanner.end)
        }
    }
}

@Suite struct NearestDoubleTests {
    /// 10^e as digits behind the number: what `Double` makes of the text is the reference.
    @Test func agreesWithTheStandardLibraryWhereItAnswers() throws {
        var generator = SeededGenerator(seed: 21)
        var answered = 0
        for _ in 0..<50_000 {
            let digits =
                UInt64.random(in: 0...(.max), using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
            let exponent = Int.random(in: -35...35, using: &generator)
            guard let nearest = nearestDouble(digits, timesTenTo: exponent) else { continue }
            answered += 1
            #expect(nearest == Double("\(digits)e\(exponent)"), "\(digits)e\(exponent)")
        }
        #expect(answered > 25_000)
    }

    @Test(
        arguments: [
            // 2^53 + 1 lies half-way: to even. 2^53 + 3, too, but up.
            (9_007_199_254_740_993, 0, 9_007_199_254_740_992.0), (9_007_199_254_740_995, 0, 9_007_199_254_740_996.0),
            (90_071_992_547_409_930, -1, 9_007_199_254_740_992.0),
            (90_071_992_547_409_931, -1, 9_007_199_254_740_994.0),
            (UInt64.max, 0, 18_446_744_073_709_551_615.0), (UInt64.max, -27, 1.8446744073709551615e-8),
            (0, -27, 0.0), (0, 300, 0.0), (1, 22, 1e22), (1, -22, 1e-22), (5, -1, 0.5),
        ] as [(UInt64, Int, Double)])
    func roundsToEven(digits: UInt64, exponent: Int, expected: Double) {
        #expect(nearestDouble(digits, timesTenTo: exponent) == expected)
    }

    @Test func leavesTheRestToOthers() {
        #expect(nearestDouble(1 << 60, timesTenTo: -28) == nil)
        #expect(nearestDouble(1 << 60, timesTenTo: 1) == nil)
        #expect(nearestDouble(1, timesTenTo: 23) == nil)
    }

    @Test func readsNumbersOfManyDigits() throws {
        let texts = [
            "0.1000000000000000055511151231257827021181583404541015625", "179769313486231570000e288", "4.9e-324",
            "2.4e-324",
            "123456789012345678901234567890", "0.000000000000000000000000000000000000000000000001",
            "1e0000000000000000000001",
            "1E-0000000000000000000001", "1.7976931348623157e308", "9007199254740993.00000000000000000000000000000001",
        ]
        for text in texts {
            #expect(try JSONValue(parsing: text).double == Double(text), "\(text)")
        }
        #expect(throws: JSONError(reason: .numberOutOfRange, offset: 0)) { try JSONValue(parsing: "1.8e308") }
        #expect(throws: JSONError(reason: .numberOutOfRange, offset: 0)) { try JSONValue(parsing: "1e99999999999") }
        #expect(try JSONValue(parsing: "1e-99999999999").double == 0)
        #expect(try JSONValue(parsing: "0.00e99999999999").double == 0)
    }
}
