/// Numbers as tables write them: with a decimal point or comma, and signs between groups of three digits.
enum TableNumber {
    /// The number of a cell whose form is known to be one; the sign that is not the decimal sign is passed over.
    /// Nil where there is no digit or another byte, and where the number is too large.
    static func double(_ cell: UnsafeBufferPointer<UInt8>, decimal: TableDialect.DecimalSign) -> Double? {
        let cell = trimmed(cell)
        var (index, digits, count, decimals) = (0, UInt64(0), 0, 0)
        let isNegative = cell.first == UInt8(ascii: "-")
        if isNegative { index += 1 }
        guard cell.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
        var isBehindSign = false
        while index < cell.count {
            let byte = cell[index]
            if byte &- 0x30 < 10 {
                // Zeros in front are no digits that count.
                if digits > 0 || byte != 0x30 { count += 1 }
                if count <= 19 { digits = digits &* 10 &+ UInt64(byte &- 0x30) }
                if isBehindSign { decimals += 1 }
            } else if byte == decimal.byte {
                isBehindSign = true
            } else if byte != UInt8(ascii: "."), byte != UInt8(ascii: ",") {
                break
            }
            index += 1
        }
        if index == cell.count, count <= 19, let magnitude = nearestDouble(digits, timesTenTo: -decimals) {
            return isNegative ? -magnitude : magnitude
        }
        // Very many digits, or an exponent.
        let plain = cell.compactMap { byte -> UInt8? in
            if byte == decimal.byte { return UInt8(ascii: ".") }
            return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") ? nil : byte
        }
        return Double(String(decoding: plain, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The whole number of a cell; signs between groups of digits are passed over. Nil where there is no digit or another
    /// byte, and where it has more than 64 bits.
    static func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
        let cell = trimmed(cell)
        var value = 0
        let isNegative = cell.first == UInt8(ascii: "-")
        var hasDigit = false
        for byte in cell.dropFirst(isNegative ? 1 : 0) where byte != UInt8(ascii: ".") && byte != UInt8(ascii: ",") {
            guard byte &- 0x30 < 10 else { return nil }
            let digit = Int(byte &- 0x30)
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflows) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflows, !sumOverflows else { return nil }
            value = sum
            hasDigit = true
        }
        return hasDigit ? value : nil
    }
}
