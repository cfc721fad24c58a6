import Foundation
import TestSupport
import Testing

@testable import Formats

/// Numbers and encodings of single cells, against other ways to read them.
@Suite struct TableNumberTests {
    private func shape(_ text: String) -> NumberShape {
        Array(text.utf8).withUnsafeBufferPointer { NumberShape($0) }
    }

    private func double(_ text: String, _ decimal: TableDialect.DecimalSign) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { TableNumber.double($0, decimal: decimal) }
    }

    private func integer(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { TableNumber.integer($0) }
    }

    @Test(
        arguments: [
            ("1", .whole), ("-1", .whole), ("0", .whole), (" 7\u{202F}", .whole), ("1.5", .decimalPoint),
            ("0.125", .decimalPoint), ("1234.567", .decimalPoint), ("1,5", .decimalComma), ("-0,125", .decimalComma),
            ("1.234", .eitherPoint), ("1,234", .eitherComma), ("1.234.567", .groupedByPoints),
            ("1,234,567", .groupedByCommas), ("1.234,5", .decimalComma), ("1,234.5", .decimalPoint),
            ("1.234.567,89", .decimalComma), ("1e5", .exponent), ("1,5e-3", .decimalComma), ("2.5E+3", .decimalPoint),
            ("1e999", .unusable), ("nan", .unusable), ("#NV", .unusable), ("NaN", .unusable), ("–", .placeholder),
            ("-", .placeholder), (".", .placeholder), ("01", .key), ("-007", .key), ("00", .key), ("0", .whole),
            ("01.5", .text), ("1.", .text), ("1..2", .text), ("1.23.456", .text), ("1234.567,8", .text),
            ("1,2.345,6", .text), ("1.2,3.4", .text), ("12-14", .text), ("5 %", .text), ("+5", .text), ("1 234", .text),
            ("x1", .text), ("1e", .text), ("1e5.0", .text), ("99999999999999999999", .text), ("--1", .text),
            ("1.234,567.8", .text), ("0x1F", .text), ("ä", .text),
        ] as [(String, NumberShape)])
    func seesShapes(text: String, expected: NumberShape) {
        #expect(shape(text) == expected)
    }

    /// Random numbers, written with and without groups in both ways, come back to the last bit.
    @Test func readsWhatIsWritten() {
        var generator = SeededGenerator(seed: 49)
        for _ in 0..<3000 {
            let value = Double(Int.random(in: -999_999_999...999_999_999, using: &generator)) / 1000
            let plain = NumberText.plain(value)
            #expect(double(plain, .point) == value)
            #expect(double(NumberText.german(plain), .comma) == value)
            let grouped = NumberText.german(plain, separator: ".")
            #expect(double(grouped, .comma) == value, "\(grouped)")
            #expect(shape(grouped).isDisjoint(with: .text))
            let bits = Double(bitPattern: .random(in: 0...(.max), using: &generator))
            guard bits.isFinite else { continue }
            #expect(double("\(bits)", .point) == bits)
            let whole = Int.random(in: .min...(.max), using: &generator)
            #expect(integer("\(whole)") == whole)
        }
        #expect(integer("9223372036854775808") == nil && integer("-9223372036854775809") == nil)
        for text in ["", "-", ".", "x", "1x", "–"] {
            #expect(integer(text) == nil && double(text, .point) == nil)
        }
        #expect(double("1e999", .point) == nil && double("1e-999", .point) == 0)
        #expect(double("0." + String(repeating: "3", count: 400), .point) == 1.0 / 3)
    }

    /// All bytes of Windows-1252 as Foundation has them; the five without a sign are control characters.
    @Test func knowsWindows1252() {
        for byte in UInt8.min...UInt8.max {
            var utf8: [UInt8] = []
            Windows1252.append(byte, to: &utf8)
            let expected = String(data: Data([byte]), encoding: .windowsCP1252)
            let isUndefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
            let text = String(decoding: utf8, as: UTF8.self)
            #expect(isUndefined ? text.unicodeScalars.first?.value == UInt32(byte) : text == expected)
            #expect(Array(text.unicodeScalars) == [Windows1252.scalar(byte)])
        }
    }

    /// Random bytes: valid exactly where the standard library says so.
    @Test func knowsUTF8() {
        var generator = SeededGenerator(seed: 50)
        let pool: [UInt8] = [
            0x41, 0x80, 0xBF, 0xC2, 0xC0, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                pool.randomElement(using: &generator) ?? 0
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(bytes.withUnsafeBufferPointer { isUTF8($0) } == isValid, "\(bytes)")
        }
        let cut = Array("aä€😀".utf8)
        for count in 0...cut.count {
            #expect(cut.prefix(count).withUnsafeBufferPointer { isUTF8($0, mayBeCut: true) })
        }
    }
}
