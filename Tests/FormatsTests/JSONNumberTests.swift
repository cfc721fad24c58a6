import TestSupport
import Testing

@testable import Formats

/// Numbers read to the nearest double and written so that they read back; the standard library is the reference.
@Suite struct JSONNumberTests {
    @Test(
        arguments: [
            // The limits of doubles, normal and subnormal.
            ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF), ("-1.7976931348623157e308", 0xFFEF_FFFF_FFFF_FFFF),
            ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF), ("2.2250738585072014e-308", 0x0010_0000_0000_0000),
            ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF), ("2.225073858507201e-308", 0x000F_FFFF_FFFF_FFFF),
            ("5e-324", 1), ("4.9406564584124654e-324", 1), ("2.4703282292062328e-324", 1),
            ("2.4703282292062327e-324", 0),
            ("2e-324", 0), ("1e-323", 2), ("1.2345678901234567e-310", 0x0000_16B9_F4D3_CD48),
            ("1e-1000", 0), ("-1e-1000", 0x8000_0000_0000_0000), ("0e1000", 0), ("-0e-1000", 0x8000_0000_0000_0000),
            ("-0.0", 0x8000_0000_0000_0000), ("0.0", 0), ("0.00e99999999999", 0),
            // Half-way between two doubles: to even, and away from it by the smallest tail.
            ("9007199254740993.0", 0x4340_0000_0000_0000),
            ("9007199254740993.0000000000000000001", 0x4340_0000_0000_0001),
            ("9007199254740992.9999999999999999999", 0x4340_0000_0000_0000),
            ("9007199254740995.0", 0x4340_0000_0000_0002),
            ("9007199254740994.9999999999999999999", 0x4340_0000_0000_0001),
            ("1.00000000000000011102230246251565404236316680908203125", 0x3FF0_0000_0000_0000),
            ("1.00000000000000011102230246251565404236316680908203126", 0x3FF0_0000_0000_0001),
            ("1.00000000000000033306690738754696212708950042724609375", 0x3FF0_0000_0000_0002),
            ("1.00000000000000033306690738754696212708950042724609374", 0x3FF0_0000_0000_0001),
            // Known traps of readers.
            ("2.2250738585072012e-308", 0x0010_0000_0000_0000),
            ("6631236871469758276785396630275967e-4", 0x4620_BD56_1D8F_228A),
            ("3.518437208883201171875e13", 0x42C0_0000_0000_0002), ("62.5364939768271845828", 0x404F_44AB_D5AA_7CA4),
            ("8.10109172351e-10", 0x3E0B_D5CB_AEF0_FD0C), ("1.50000000000000011102230246251565", 0x3FF8_0000_0000_0000),
            ("123456789012345678901234567890e0", 0x45F8_EE90_FF6C_373E), ("1e23", 0x44B5_2D02_C7E1_4AF6),
            ("8.5e22", 0x44B1_FFDB_F6B2_B2EB), ("0.1", 0x3FB9_9999_9999_999A), ("1e22", 0x4480_F0CF_064D_D592),
        ] as [(String, UInt64)])
    func readsHardCases(text: String, bits: UInt64) throws {
        let read = try JSONValue(parsing: text).double?.bitPattern
        // Written down by hand, and what the standard library says: both must agree.
        #expect(read == Double(text)?.bitPattern)
        #expect(read == bits)
    }

    /// Numbers of 17 to 25 digits, with the point anywhere and an exponent that the fast ways may or may not take.
    @Test(arguments: 17...25)
    func readsManyDigits(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        for _ in 0..<1500 {
            var digits = (0..<count).map { _ in UInt8.random(in: 0x30...0x39, using: &generator) }
            digits[0] = UInt8.random(in: 0x31...0x39, using: &generator)
            let point = Int.random(in: 1..<count, using: &generator)
            var text =
                String(decoding: digits[..<point], as: UTF8.self) + "."
                + String(decoding: digits[point...], as: UTF8.self)
            if Bool.random(using: &generator) { text += "e\(Int.random(in: -330...280, using: &generator))" }
            if Bool.random(using: &generator) { text = "-" + text }
            let expected = try #require(Double(text))
            #expect(try JSONValue(parsing: text).double?.bitPattern == expected.bitPattern, "\(text)")
        }
    }

    /// Exactly half-way between two neighbours (a double has at most 767 digits; these have up to 30), and beside it.
    @Test func roundsHalfToEven() throws {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<2000 {
            // An odd number of 54 bits over a small power of two lies half-way; over 2^k it has k decimals.
            let odd = (1 << 53) | UInt64.random(in: 0..<1 << 52, using: &generator) << 1 | 1
            let shift = UInt64.random(in: 0...10, using: &generator)
            let whole = odd >> shift
            var rest = odd & (1 << shift - 1)
            var text = "\(whole)."
            for _ in 0..<max(1, shift) {
                rest *= 10
                text += "\(rest >> shift)"
                rest &= 1 << shift - 1
            }
            let below = Double(odd >> 1) / Double(1 << (shift - (shift > 0 ? 1 : 0))) * (shift > 0 ? 1 : 2)
            let even = (odd >> 1) & 1 == 0 ? below : below.nextUp
            #expect(try JSONValue(parsing: text).double == even, "\(text)")
            #expect(try JSONValue(parsing: text + "00000000001").double == below.nextUp, "\(text)")
        }
    }

    @Test func integersKeepTheirDigits() throws {
        var generator = SeededGenerator(seed: 52)
        for _ in 0..<5000 {
            let value =
                Int.random(in: .min...(.max), using: &generator) >> Int.random(in: 0..<64, using: &generator)
            #expect(try JSONValue(parsing: "\(value)") == .integer(value))
            // With a point the same digits are a number.
            #expect(try JSONValue(parsing: "\(value).0") == .number(Double(value)))
        }
        for (text, value) in [
            ("9223372036854775808", 0x1p63), ("-9223372036854775809", -0x1p63), ("18446744073709551615", 0x1p64),
            ("18446744073709551616", 0x1p64), ("99999999999999999999", 1e20),
        ] {
            #expect(try JSONValue(parsing: text) == .number(value))
        }
    }

    @Test func shortestNumbersReadBack() throws {
        var generator = SeededGenerator(seed: 53)
        for round in 0..<20_000 {
            // Any bits; numbers of few decimals, as data has them; subnormals.
            let value =
                switch round % 3 {
                case 0: Double(bitPattern: .random(in: 0...(.max), using: &generator))
                case 1: Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)) / 1e6
                default: Double(bitPattern: .random(in: 0..<1 << 52, using: &generator))
                }
            guard value.isFinite else { continue }
            let text = JSONValue.number(value).text()
            let read = try JSONValue(parsing: text)
            #expect(read.double == value, "\(text)")
            if value.rounded() != value { #expect(read.double?.bitPattern == value.bitPattern, "\(text)") }
            // 17 digits suffice for every double.
            let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { (0x30...0x39).contains($0) }
            let significant = digits.drop { $0 == 0x30 }.reversed().drop { $0 == 0x30 }
            #expect(significant.count <= 17, "\(text)")
        }
    }

    @Test(
        arguments: [
            (0, "0"), (-0.0, "-0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (100, "100"), (1e15, "1000000000000000"),
            (0.5, "0.5"),
            (1.0 / 3, "0.3333333333333333"), (2.0 / 3, "0.6666666666666666"), (0.1 + 0.2, "0.30000000000000004"),
            (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
            (123.456, "123.456"), (1e21, "1e+21"),
            (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
        ] as [(Double, String)])
    func writesNumbers(value: Double, text: String) {
        #expect(JSONValue.number(value).text() == text)
        #expect(JSONValue.array([.number(value)]).text() == "[\(text)]")
    }

    @Test(arguments: [Int.min, -1, 0, 1, 1 << 53 + 1, Int.max])
    func writesIntegers(value: Int) {
        #expect(JSONValue.integer(value).text() == String(value))
    }
}

/// What the writer of JSON makes of texts and of the order of members.
@Suite struct JSONWriterTests {
    @Test func escapesWhatMustBe() throws {
        for code in UInt32(0)...0x2100 {
            let scalar = try #require(Unicode.Scalar(code))
            let text = JSONValue.string(String(scalar)).text()
            let mustBeEscaped = code < 0x20 || code == 0x22 || code == 0x5C
            let isEscaped = text.utf8.contains(UInt8(ascii: "\\"))
            #expect(isEscaped == (mustBeEscaped || [0x7F, 0x2028, 0x2029].contains(code)), "U+\(code)")
            #expect(try JSONValue(parsing: text).string?.unicodeScalars.first == scalar, "U+\(code)")
        }
    }

    @Test(arguments: [
        ("\u{8}\u{C}", #"\u0008\u000c"#), ("\n\r\t", #"\n\r\t"#), ("\"\\/", #"\"\\/"#), ("\u{7F}", #"\u007f"#),
        ("ä€", "ä€"), ("😀", "😀"), ("</script>", "</script>"), ("\u{FEFF}", "\u{FEFF}"),
    ])
    func writesTexts(text: String, expected: String) {
        #expect(JSONValue.string(text).text() == "\"\(expected)\"")
    }

    @Test(arguments: [
        ("ä€", #"\u00e4\u20ac"#), ("😀", #"\ud83d\ude00"#), ("\u{10FFFF}", #"\udbff\udfff"#), ("\u{FFFF}", #"\uffff"#),
        ("\u{80}", #"\u0080"#), ("az", "az"),
    ])
    func writesASCII(text: String, expected: String) throws {
        let style = JSONValue.Style(isASCII: true)
        #expect(JSONValue.string(text).text(style) == "\"\(expected)\"")
        #expect(JSONValue.object([.init(text, .null)]).text(style) == "{\"\(expected)\":null}")
    }

    /// By Unicode scalars, whatever the UTF-16 units or a language would say; members of one name keep their order.
    @Test func ordersKeysByScalars() {
        let keys = ["b", "a", "B", "", "aa", "ä", "a\u{308}", "z", "\u{FFFF}", "\u{10000}", "1", "10", "2", "_"]
        let value = JSONValue.object(keys.map { JSONValue.Member($0, [:]) })
        let expected = ["", "1", "10", "2", "B", "_", "a", "aa", "a\u{308}", "b", "z", "ä", "\u{FFFF}", "\u{10000}"]
        #expect(value.text(.canonical) == "{" + expected.map { "\"\($0)\":{}" }.joined(separator: ",") + "}")
        #expect(value.text() == "{" + keys.map { "\"\($0)\":{}" }.joined(separator: ",") + "}")
        let nested: JSONValue = ["b": ["d": 1, "c": 2], "a": [["z": 1, "y": 2]]]
        #expect(nested.text(.canonical) == #"{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}"#)
    }

    @Test func indents() {
        let value: JSONValue = ["a": [], "b": [:], "c": [1, ["d": .null]]]
        #expect(
            value.text(.indented) == """
                {
                  "a": [],
                  "b": {},
                  "c": [
                    1,
                    {
                      "d": null
                    }
                  ]
                }
                """)
        #expect(JSONValue.string("a").text(.indented) == "\"a\"")
    }

    @Test func givesItsParts() {
        let value: JSONValue = .members(["a": 1, "b": 2.5, "c": "x", "d": [true, .null]])
        #expect(value["a"]?.double == 1)
        #expect(value["b"]?.double == 2.5)
        #expect(value["c"]?.string == "x")
        #expect(value["d"]?.elements == [true, .null])
        #expect(value["e"] == nil)
        #expect(value["c"]?["x"] == nil)
        #expect(value.string == nil)
        #expect(value.elements == nil)
        #expect(value["c"]?.double == nil)
    }
}
