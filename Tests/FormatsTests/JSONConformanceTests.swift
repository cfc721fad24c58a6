import Features
import Testing

@testable import Formats

/// What RFC 8259 allows and what it forbids, case by case.
@Suite struct JSONConformanceTests {
    @Test(
        arguments: [
            ("null", .null), ("true", true), ("false", false), (" \t\r\n null \t\r\n ", .null), ("\r\ntrue", true),
            ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("10", 10), ("123456789", 123_456_789), ("0.5", 0.5),
            ("-0.5", -0.5), ("0e0", 0.0), ("0E0", 0.0), ("1e2", 100.0), ("1E2", 100.0), ("1e+2", 100.0),
            ("1E-2", 0.01), ("-1.5e-3", -0.0015), ("1.0", 1.0), ("1e00", 1.0), ("1e-00", 1.0), ("20e1", 200.0),
            ("123e65", 123e65), ("0.000000000000000000000000001", 1e-27), ("1e-400", 0.0), ("-1e-400", -0.0),
            ("9007199254740993", 9_007_199_254_740_993), ("100000000000000000000", 1e20), ("-0.0", -0.0),
        ] as [(String, JSONValue)])
    func acceptsScalars(text: String, value: JSONValue) throws {
        try expect(text, value)
        try expect("[\(text)]", .array([value]))
        try expect("{\"a\" : \(text) }", .object([.init("a", value)]))
    }

    @Test(arguments: [
        (#""#, ""), (#" "#, " "), (#"a"#, "a"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"/"#, "/"),
        (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"), (#"\u0000"#, "\u{0}"), (#"\u001f"#, "\u{1F}"), (#"\u0041"#, "A"),
        (#"\u00E4"#, "ä"), (#"\u00e4"#, "ä"), (#"\uABCD"#, "\u{ABCD}"), (#"\uabcd"#, "\u{ABCD}"),
        (#"\ud834\udd1e"#, "\u{1D11E}"), (#"\uD834\uDD1E"#, "\u{1D11E}"), (#"\ud800\udc00"#, "\u{10000}"),
        (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\uffff"#, "\u{FFFF}"), (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}"),
        (#"\u2028\u2029"#, "\u{2028}\u{2029}"), (#"\\u0041"#, "\\u0041"), (#"\\\u0041"#, "\\A"), (#"\\n"#, "\\n"),
        (#"\u005c"#, "\\"), (#"\u0022"#, "\""), ("\u{7F}", "\u{7F}"), ("ä", "ä"), ("€", "€"), ("😀", "😀"),
        ("\u{2028}\u{2029}", "\u{2028}\u{2029}"), ("\u{FEFF}", "\u{FEFF}"), ("\u{80}", "\u{80}"),
        ("\u{7FF}\u{800}", "\u{7FF}\u{800}"), ("\u{FFFF}\u{10000}", "\u{FFFF}\u{10000}"), ("\u{10FFFF}", "\u{10FFFF}"),
        ("a\u{301}", "a\u{301}"), (#"12345678"#, "12345678"), (#"1234567ä9\n1"#, "1234567ä9\n1"),
        (#"[{}],:"#, "[{}],:"),
        (#"// /* */"#, "// /* */"), ("'", "'"),
    ])
    func acceptsTexts(text: String, value: String) throws {
        // Behind texts of every length up to a word of eight bytes, as a value and as a key.
        for count in 0...8 {
            let lead = String(repeating: "x", count: count)
            try expect("\"\(lead)\(text)\"", .string(lead + value))
            try expect("{\"\(lead)\(text)\":0}", .object([.init(lead + value, 0)]))
        }
    }

    @Test(
        arguments: [
            ("[]", []), ("[ ]", []), ("[[]]", [[]]), ("[[],[[]]]", [[], [[]]]), ("[1,2,3]", [1, 2, 3]),
            ("[ 1 , 2 ]", [1, 2]), ("[\n1\n,\n2\n]", [1, 2]), ("[null,true,false]", [.null, true, false]),
            ("[\"a\",\"b\"]", ["a", "b"]), ("[1]\n", [1]), ("{}", [:]), ("{ }", [:]), ("[{}]", [[:]]),
            ("{\"a\":{}}", ["a": [:]]), ("{\"\":0}", ["": 0]), ("{\"a\":1,\"b\":2}", ["a": 1, "b": 2]),
            ("{ \"a\" : 1 , \"b\" : [ ] }", ["a": 1, "b": []]), ("{\"a\":1,\"A\":2}", ["a": 1, "A": 2]),
            ("{\"b\":1,\"a\":2}", ["b": 1, "a": 2]), ("{\"\\u0061b\":1}", ["ab": 1]),
            ("{\"a\":[{\"a\":[{\"a\":0}]}]}", ["a": [["a": [["a": 0]]]]]),
            // Two spellings of ä are two keys: JSON compares code points, not what is seen.
            ("{\"\u{E4}\":1,\"a\u{308}\":2}", .object([.init("\u{E4}", 1), .init("a\u{308}", 2)])),
        ] as [(String, JSONValue)])
    func acceptsStructures(text: String, value: JSONValue) throws {
        try expect(text, value)
    }

    private func expect(_ text: String, _ value: JSONValue) throws {
        let read = try JSONValue(parsing: text)
        #expect(read == value, "\(text)")
        // Texts that are equal to Swift need not be the same: compare bytes, too.
        #expect(read.utf8() == value.utf8(), "\(text)")
        #expect(passedBytes(Array(text.utf8)) != nil, "\(text)")
    }

    static let unexpected: [(String, Int)] = [
        // Literals and letters.
        ("True", 0), ("NULL", 0), ("nule", 3), ("truth", 3), ("fals ", 4), ("nulll", 4), ("true1", 4), ("undefined", 0),
        ("NaN", 0), ("-NaN", 1), ("Infinity", 0), ("-Infinity", 1), ("*", 0), ("?", 0), ("'a'", 0), ("a", 0),
        ("\u{A0}1", 0), ("\u{FEFF}1", 0), ("\u{2028}1", 0), ("\u{B}1", 0), ("\u{C}1", 0), ("1\u{C}", 1), ("\u{0}", 0),
        ("1\u{0}", 1), ("/*c*/1", 0), ("1//c", 1), ("#1", 0),
        // Numbers.
        ("01", 1), ("00", 1), ("-01", 2), ("-00", 2), ("012", 1), ("0123456789", 1), ("+1", 0), ("++1", 0), ("--1", 1),
        ("-+1", 1), ("- 1", 1), (".5", 0), ("-.5", 1), ("1. ", 2), ("1.e1", 2), ("0.e1", 2), ("1.+2", 2), ("1..2", 2),
        ("1.2.3", 3), ("1e ", 2), ("1e+ ", 3), ("1e- ", 3), ("1ee2", 2), ("1e2e3", 3), ("1e2.5", 3), ("1e+-2", 3),
        ("1E.5", 2), ("0x1F", 1), ("1_000", 1), ("1,5", 1), ("1 000", 2), ("1f", 1), ("1d", 1), ("0b1", 1), ("-a", 1),
        ("-]", 1), ("１", 0), ("٣", 0), ("1\u{A0}", 1), ("[1 2]", 3), ("[0 1]", 3), ("[-]", 2), ("[1.]", 3), ("[1e]", 3),
        // Texts.
        ("\"\u{0}\"", 1), ("\"\u{1}\"", 1), ("\"\u{1F}\"", 1), ("\"a\tb\"", 2), ("\"a\nb\"", 2), ("\"a\rb\"", 2),
        ("\"12345678\u{1F}\"", 9), ("\"1234567\u{0}8\"", 8), (#""\a""#, 2), (#""\x41""#, 2), (#""\'""#, 2),
        (#""\0""#, 2),
        (#""\ ""#, 2), (#""\U0041""#, 2), (#""\v""#, 2), ("\"\\\n\"", 2), ("\"\\ä\"", 2), (#""\u""#, 3), (#""\u0""#, 4),
        (#""\u00""#, 5), (#""\u004""#, 6), (#""\u00G0""#, 5), (#""\u+041""#, 3), (#""\u 041""#, 3), (#""\u{41}""#, 3),
        (#""\ud800\u""#, 9), (#""\ud800\u00x0""#, 11), (#""\ud800\x""#, 8), (#""a""b""#, 3), (#""a" "b""#, 4),
        (#""a"x"#, 3), (#"["a" b"]"#, 5), (#"[a"]"#, 1),
        // Lists.
        ("]", 0), ("[,]", 1), ("[,1]", 1), ("[1,]", 3), ("[1,,2]", 3), ("[1;2]", 2), ("[1:2]", 2), ("[1}", 2),
        ("[}", 1),
        ("[]]", 2), ("[][]", 2), ("[],", 2), ("[1]2", 3), ("[1] x", 4), ("[\"a\",]", 5), ("[1\u{B}]", 2), ("[(1)]", 1),
        ("[[1]", 4), ("[...]", 1),
        // Objects.
        ("}", 0), ("{,}", 1), ("{\"a\":1,}", 7), ("{\"a\":1,,\"b\":2}", 7), ("{\"a\"}", 4), ("{\"a\":}", 5),
        ("{\"a\" 1}", 5),
        ("{\"a\"=1}", 4), ("{\"a\"::1}", 5), ("{:1}", 1), ("{1:2}", 1), ("{a:1}", 1), ("{'a':1}", 1), ("{null:1}", 1),
        ("{[]:1}", 1), ("{\"a\":1 \"b\":2}", 7), ("{\"a\":1;\"b\":2}", 6), ("{\"a\":1]", 6), ("{]", 1),
        ("{\"a\",1}", 4),
        ("{\"a\":1,2}", 7), ("{\"a\":1,\"b\"}", 10), ("{} {}", 3), ("{}\u{0}", 2), ("{/**/}", 1), ("{\"a\":a}", 5),
    ]

    @Test(arguments: unexpected)
    func refuses(text: String, offset: Int) {
        // What stands open at the end of the list above is closed by nothing: then the text ends too early.
        let reason: JSONError.Reason = offset < text.utf8.count ? .unexpectedByte : .endOfText
        #expect(throws: JSONError(reason: reason, offset: offset)) { try JSONValue(parsing: text) }
    }

    /// Each text ends inside a value; the fault lies at its end.
    @Test(arguments: [
        "", " ", "\n", "[", "{", "\"", "-", "1.", "1e", "1e+", "1E-", "-1.", "t", "tr", "tru", "f", "fals", "n", "nul",
        "[1", "[1,", "[ ", "[[]", "[\"a\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{ ", "\"a", "\"\\",
        "\"\\u", "\"\\u0", "\"\\u00", "\"\\u004", "\"\\u0041", "\"\\ud834", "\"\\ud834\\", "\"\\ud834\\u",
        "\"\\ud834\\udd1",
        "\"12345678", "\"1234567", "[{\"a\":[", "[1.5e3", "[nul",
    ])
    func missesTheRest(text: String) {
        #expect(throws: JSONError(reason: .endOfText, offset: text.utf8.count)) { try JSONValue(parsing: text) }
    }

    /// Each beginning of a sound text is either sound itself or ends too early: no other fault is named.
    @Test func everyBeginningIsTruncated() throws {
        let text = Array(#"{"a\u00e4ö😀":[1,-2.5e+10,true,false,null,"\ud83d\ude00\n"],"b":{"c":[[],{}]}}"#.utf8)
        _ = try JSONValue(parsing: text)
        for count in text.indices {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text.prefix(count)) }
            #expect(error?.reason == .endOfText, "\(count)")
            // A sequence of bytes that ends too early is named by its first byte.
            #expect((max(0, count - 3)...count).contains(error?.offset ?? -1), "\(count)")
        }
    }

    /// The classes of ill-formed sequences (Unicode 15, table 3-7), each between two letters of a string.
    static let illFormed: [[UInt8]] = [
        // Continuation bytes without a start.
        [0x80], [0xBF], [0x80, 0x80], [0x9F, 0x41],
        // Bytes that never occur.
        [0xC0], [0xC1], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC], [0xFE], [0xFF], [0xFF, 0xFE],
        // Overlong forms.
        [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF],
        // Surrogates, alone and as a pair (CESU-8).
        [0xED, 0xA0, 0x80], [0xED, 0xAF, 0xBF], [0xED, 0xB0, 0x80], [0xED, 0xBF, 0xBF],
        [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
        // Beyond U+10FFFF.
        [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF], [0xF7, 0xBF, 0xBF, 0xBF],
        // Sequences that break off.
        [0xC3], [0xC3, 0xC3, 0xA4], [0xE2], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0], [0xF0, 0x9F],
        [0xF0, 0x9F, 0x98], [0xF0, 0x28, 0x8C, 0xBC], [0xF0, 0x9F, 0x28, 0x80], [0xF0, 0x9F, 0x98, 0x28],
        // ISO 8859-1.
        [0xE4], [0xFC, 0x62], [0xDF],
    ]

    @Test(arguments: illFormed)
    func refusesWhatIsNotUTF8(bytes: [UInt8]) throws {
        // At the start of a word of eight bytes, at its end and across it; as a value and as a key.
        for lead in ["", "a", "äbcde", "abcdefg", "abcdefgh"] {
            let text = "[\"" + lead
            let expected = JSONError(reason: .invalidUTF8, offset: text.utf8.count)
            #expect(throws: expected) { try JSONValue(parsing: Array(text.utf8) + bytes + Array("x\"]".utf8)) }
            #expect(throws: expected) {
                try JSONValue(parsing: Array(("{\"" + lead).utf8) + bytes + Array("x\":1}".utf8))
            }
        }
        // In the features of a file, with line and column.
        let head = Array("{\"type\":\"FeatureCollection\",\"features\":[\n{\"properties\":{\"a\":\"ä".utf8)
        let finding = try #require(failure(head + bytes + Array("x\"}}]}".utf8)))
        #expect(finding.code == .notUTF8)
        #expect(finding.location == location(of: head.count, in: head, feature: 0))
    }

    @Test(arguments: [
        (#""\ud800""#, 1), (#""\udfff""#, 1), (#""a\ud800b""#, 2), (#""\ud800\ud800""#, 1), (#""\ud800\n""#, 1),
        (#""\udc00\ud800""#, 1), (#""\ud834\udd1e\udd1e""#, 13), (#"{"\ud800":1}"#, 2), (#"["x","\ude00"]"#, 6),
        (#""\ud800\u0041""#, 1), (#""\uD800\uE000""#, 1), (#"["\udbff","\udfff"]"#, 2),
    ])
    func refusesHalfSurrogatePairs(text: String, offset: Int) {
        #expect(throws: JSONError(reason: .unpairedSurrogate, offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test(arguments: [
        ("{\"a\":1,\"a\":1}", 7), ("{\"a\":1,\"b\":2,\"a\":3}", 13), ("{\"\":1,\"\":2}", 6),
        ("{\"a\":1,\"\\u0061\":1}", 7),
        ("{\"\\u00e4\":1,\"ä\":1}", 12), ("{\"\\n\":1,\"\\u000A\":1}", 8), ("[{\"a\":{\"b\":1,\"b\":2}}]", 13),
        ("{\"/\":1,\"\\/\":2}", 7), ("{\"😀\":1,\"\\ud83d\\ude00\":2}", 10), ("{\"a\": 1, \n \"a\":2}", 11),
    ])
    func refusesAKeyTwice(text: String, offset: Int) {
        #expect(throws: JSONError(reason: .duplicateKey, offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test(arguments: [
        "1e309", "-1e309", "1.8e308", "1.7976931348623159e308", "1e999999999", "1e9999999999", "-1e+1000000000000",
        // 2^1024 − 2^970, half-way between the largest double and what would be the next.
        "1797693134862315807937289714053034150799341327100378269361737789804449682927647509466490179775872070"
            + "9633028641669288791094655554785194040263065748867150582068190890200070838367627385484581771153176447"
            + "5730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792",
        String(repeating: "9", count: 400), "1" + String(repeating: "0", count: 309) + ".5",
    ])
    func refusesNumbersTooLarge(text: String) throws {
        #expect(throws: JSONError(reason: .numberOutOfRange, offset: 0)) { try JSONValue(parsing: text) }
        #expect(throws: JSONError(reason: .numberOutOfRange, offset: 5)) { try JSONValue(parsing: "[[1, \(text)]]") }
        // In a file, that is a finding of the one feature, which keeps the digits.
        let read = try read(collection(properties: "{\"a\":\(text)}"))
        #expect(read.diagnostics.map(\.code) == [.numberOutOfRange])
        #expect(read.layer.columns.first?.value(at: 0) == .json(text))
    }

    @Test func limitsDepthOfEveryKind() throws {
        let limit = JSONScanner.maximumDepth
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
            let levels = open.utf8.filter { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }.count
            let most = limit / levels
            let sound = String(repeating: open, count: most) + "0" + String(repeating: close, count: most)
            _ = try JSONValue(parsing: sound)
            #expect(passedBytes(Array(sound.utf8)) == sound.utf8.count)
            let error = JSONError(reason: .tooDeep, offset: most * open.utf8.count)
            #expect(throws: error) { try JSONValue(parsing: String(repeating: open, count: most + 1)) }
        }
    }

    /// The same faults inside the properties of a feature: they end reading, at the same byte, with line and column.
    @Test(arguments: unexpected.filter { $0.1 < $0.0.utf8.count && !$0.0.hasSuffix("}") && !$0.0.contains(",") })
    func namesThePlaceInAFile(text: String, offset: Int) throws {
        let head =
            "{\"type\":\"FeatureCollection\",\r\n\"features\":[\n{},\n{\"type\":\"Feature\",\"properties\":{\"ä\":\n "
        let finding = try #require(failure(head + text + "}}]}"))
        // White space before the fault may end on another line.
        let before = Array(head.utf8) + Array(text.utf8.prefix(offset))
        #expect(finding.code == .jsonSyntax)
        #expect(finding.location == location(of: before.count, in: before, feature: 1))
    }

    /// The place of a byte, counted the simple way.
    private func location(of offset: Int, in text: [UInt8], feature: Int) -> Features.SourceLocation {
        let line = text.prefix(offset).count { $0 == 0x0A }
        let start = text.prefix(offset).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Features.SourceLocation(
            file: "test.geojson", line: line + 1, column: offset - start + 1, byteOffset: offset, feature: feature)
    }

    /// How many bytes the scanner that only checks passes, without white space around; nil where it finds a fault.
    private func passedBytes(_ text: [UInt8]) -> Int? {
        let padded = text + [UInt8](repeating: 0, count: JSONScanner.padding)
        return padded.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return nil }
            var scanner = JSONScanner(start, count: text.count)
            scanner.skipWhitespace()
            guard (try? scanner.skipValue()) != nil else { return nil }
            return scanner.offset
        }
    }
}
