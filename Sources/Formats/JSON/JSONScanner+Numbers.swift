/// A JSON number where it stands in the text: ± ``digits`` × 10^``exponent``.
struct JSONNumber {
    /// Its bytes.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether it begins with a minus.
    let isNegative: Bool
    /// Whether it has neither point nor exponent.
    let isInteger: Bool
    /// All its digits as one number; meaningless where there are more than 19.
    let digits: UInt64
    /// The power of ten, as far as ``isShort``.
    let exponent: Int
    /// Whether ``digits`` and ``exponent`` hold the number exactly.
    let isShort: Bool

    /// The integer, where the number is written as one and has at most 64 bits.
    @inline(__always) var integer: Int? {
        guard isInteger, isShort else { return nil }
        if let value = Int(exactly: digits) { return isNegative ? -value : value }
        return isNegative && digits == 1 << 63 ? Int.min : nil
    }

    /// The nearest double (ties to even); infinite where the number is too large for one.
    @inline(__always) var double: Double {
        if isShort, let magnitude = nearestDouble(digits, timesTenTo: exponent) {
            return isNegative ? -magnitude : magnitude
        }
        return slowDouble
    }

    /// Stands for an exponent of more than nine digits, which no mantissa makes up for.
    static let endlessExponent = 1_000_000_000

    @inline(never) private var slowDouble: Double {
        if abs(exponent) >= JSONNumber.endlessExponent {
            let isZero = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }.allSatisfy { !(0x31...0x39).contains($0) }
            return isZero || exponent < 0 ? 0 : .infinity
        }
        return Double(String(decoding: bytes, as: UTF8.self)) ?? .infinity
    }
}

extension JSONScanner {
    /// Reads a number; fails where there is none.
    @inline(__always) mutating func scanNumber() throws(JSONError) -> JSONNumber {
        let first = cursor
        let isNegative = skip(UInt8(ascii: "-"))
        var digits: UInt64 = 0
        let integerPart = cursor
        scanDigits(&digits)
        var count = cursor - integerPart
        // At least one digit, and no leading zero.
        guard count > 0, count == 1 || integerPart.pointee != UInt8(ascii: "0") else {
            if count > 1 { cursor = integerPart + 1 }
            throw unexpected()
        }
        var exponent = 0
        var isInteger = true
        var isShort = true
        if skip(UInt8(ascii: ".")) {
            isInteger = false
            let fraction = cursor
            scanDigits(&digits)
            guard cursor > fraction else { throw unexpected() }
            exponent = fraction - cursor
            count -= exponent
        }
        if cursor.pointee | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            isShort = try scanExponent(&exponent)
        }
        return JSONNumber(
            bytes: UnsafeBufferPointer(start: first, count: cursor - first), isNegative: isNegative,
            isInteger: isInteger, digits: digits, exponent: exponent, isShort: isShort && count <= 19)
    }

    /// Passes digits and appends them to a number, which silently overflows behind 19.
    @inline(__always) private mutating func scanDigits(_ number: inout UInt64) {
        while true {
            let digit = cursor.pointee &- 0x30
            guard digit < 10 else { return }
            number = number &* 10 &+ UInt64(digit)
            cursor += 1
        }
    }

    /// Passes `e`, sign and digits and adds them to the exponent; false where they are too many to count.
    @inline(never) private mutating func scanExponent(_ exponent: inout Int) throws(JSONError) -> Bool {
        cursor += 1
        let isNegative = cursor.pointee == UInt8(ascii: "-")
        if isNegative || cursor.pointee == UInt8(ascii: "+") { cursor += 1 }
        let first = cursor
        var value: UInt64 = 0
        scanDigits(&value)
        guard cursor > first else { throw unexpected() }
        var leading = first
        while leading.pointee == UInt8(ascii: "0") { leading += 1 }
        guard cursor - leading <= 9 else {
            exponent = isNegative ? -JSONNumber.endlessExponent : JSONNumber.endlessExponent
            return false
        }
        exponent += isNegative ? -Int(value) : Int(value)
        return true
    }
}
