import TestSupport
import Testing

@testable import Formats

@Suite struct JSONTests {
    @Test func readsEveryKind() throws {
        let value = try JSONValue(parsing: #" {"a":[1,-2.5e1,true,false,null,"x\n\u00e4\ud83d\ude00"],"b":{}} "#)
        #expect(value == ["a": [1, -25.0, true, false, .null, "x\nä😀"], "b": [:]])
    }

    @Test(arguments: [
        ("", 0, JSONError.Reason.endOfText), ("[1,]", 3, .unexpectedByte), ("{\"a\":1,}", 7, .unexpectedByte),
        ("[01]", 2, .unexpectedByte), ("[1.]", 3, .unexpectedByte), ("[-]", 2, .unexpectedByte),
        ("[NaN]", 1, .unexpectedByte), ("[Infinity]", 1, .unexpectedByte), ("[1e]", 3, .unexpectedByte),
        ("[+1]", 1, .unexpectedByte), ("[.5]", 1, .unexpectedByte), ("nul", 3, .endOfText),
        ("[1] x", 4, .unexpectedByte),
        ("[1", 2, .endOfText), ("\"a", 2, .endOfText), ("\"\\u12\"", 5, .unexpectedByte),
        ("\"\\x\"", 2, .unexpectedByte),
        ("\"a\u{1}\"", 2, .unexpectedByte), ("\"\\ud800\"", 1, .unpairedSurrogate),
        ("\"\\udc00\"", 1, .unpairedSurrogate),
        ("{\"a\":1,\"\\u0061\":2}", 7, .duplicateKey), ("[1e999]", 1, .numberOutOfRange), ("'a'", 0, .unexpectedByte),
        ("[1 2]", 3, .unexpectedByte), ("{\"a\" 1}", 5, .unexpectedByte), ("{1:2}", 1, .unexpectedByte),
        ("// x", 0, .unexpectedByte), ("[1]\u{0}", 3, .unexpectedByte),
    ])
    func refuses(text: String, offset: Int, reason: JSONError.Reason) {
        #expect(throws: JSONError(reason: reason, offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22],
        ] as [[UInt8]])
    func refusesWhatIsNotUTF8(bytes: [UInt8]) {
        #expect(throws: JSONError(reason: .invalidUTF8, offset: 1)) { try JSONValue(parsing: bytes) }
    }

    @Test func limitsDepth() throws {
        let limit = JSONScanner.maximumDepth
        _ = try JSONValue(parsing: String(repeating: "[", count: limit) + String(repeating: "]", count: limit))
        let tooDeep = JSONError(reason: .tooDeep, offset: limit)
        #expect(throws: tooDeep) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
    }

    @Test func findsTheSeventeenthKeyTwice() throws {
        let keys = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(try JSONValue(parsing: "{\(keys)}")["k39"] == 0)
        #expect(throws: JSONError.self) { try JSONValue(parsing: "{\(keys),\"k30\":1}") }
        #expect(throws: JSONError.self) { try JSONValue(parsing: "{\(keys),\"k3\":1}") }
    }

    @Test func readsIntegersExactly() throws {
        #expect(try JSONValue(parsing: "9223372036854775807") == .integer(.max))
        #expect(try JSONValue(parsing: "-9223372036854775808") == .integer(.min))
        #expect(try JSONValue(parsing: "9223372036854775808") == .number(9_223_372_036_854_775_808))
        #expect(try JSONValue(parsing: "-0") == .integer(0))
        #expect(try JSONValue(parsing: "-0.0") == .number(-0.0))
    }

    @Test func readsNumbersLikeTheStandardLibrary() throws {
        var generator = SeededGenerator(seed: 1)
        func check(_ text: String) throws {
            let expected = try #require(Double(text))
            guard expected.isFinite else { return }
            let read = try JSONValue(parsing: text).double
            #expect(read?.bitPattern == expected.bitPattern || (read == expected && expected == 0), "\(text)")
        }
        for _ in 0..<20_000 {
            let digits =
                UInt64.random(in: 0...(.max), using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
            let exponent = Int.random(in: -30...30, using: &generator)
            try check("\(digits)e\(exponent)")
            let text = String(digits)
            let point = text.index(text.startIndex, offsetBy: Int.random(in: 1...text.count, using: &generator))
            if point < text.endIndex { try check(text[..<point] + "." + text[point...]) }
            let any = Double(bitPattern: .random(in: 0...(.max), using: &generator))
            if any.isFinite { try check("\(any)".replacing("+", with: "")) }
        }
        // Half-way cases and their neighbours: 2^53 + 1 and so on, with and without a tail.
        for shift in 53..<63 {
            let half = (UInt64(1) << UInt64(shift)) + (UInt64(1) << UInt64(shift - 53))
            for digits in half - 1...half + 1 {
                try check("\(digits)")
                try check("\(digits).0")
                try check("\(digits).00000000000000000000000000000000000000001")
            }
        }
    }

    @Test func writesCanonically() throws {
        let value: JSONValue = ["b": [1, 2.5, "ä\"\\\n\u{1}\u{2028}"], "a": .null, "Z": [:], "c": []]
        #expect(value.text(.canonical) == #"{"Z":{},"a":null,"b":[1,2.5,"ä\"\\\n\u0001\u2028"],"c":[]}"#)
        #expect(value.text(JSONValue.Style(isASCII: true)).utf8.allSatisfy { $0 < 0x80 })
        #expect(try JSONValue(parsing: value.text(.indented)) == value)
        #expect(
            JSONValue.array([1, .object([.init("k", "😀")])]).text(JSONValue.Style(isIndented: true, isASCII: true))
                == "[\n  1,\n  {\n    \"k\": \"\\ud83d\\ude00\"\n  }\n]")
        #expect(JSONValue.number(.nan).text() == "null")
    }
}
