/// The double nearest to `digits` × 10^`exponent`, ties to even, where that can be had with a few machine operations;
/// nil for the others, which need arithmetic of many digits.
///
/// Two exact ways. Clinger 1990 ("How to read floating point numbers accurately"): digits and power of ten are both
/// doubles without error, so one multiplication or division rounds once. Otherwise, for 0 ≥ exponent ≥ −27, 5^27 has
/// 63 bits: divide 128 bits by 64 and round the quotient by hand; the remainder says whether anything lies behind.
@inline(__always) func nearestDouble(_ digits: UInt64, timesTenTo exponent: Int) -> Double? {
    if digits <= 1 << 53 {
        if exponent == 0 { return Double(digits) }
        if exponent < 0, exponent >= -22 { return Double(digits) / powersOfTen[-exponent] }
        if exponent > 0, exponent <= 22 { return Double(digits) * powersOfTen[exponent] }
    }
    return roundedQuotient(digits, exponent)
}

@inline(never) private func roundedQuotient(_ digits: UInt64, _ exponent: Int) -> Double? {
    guard digits > 0, exponent <= 0, exponent >= -27 else { return digits == 0 ? 0 : nil }
    let divisor = powersOfFive[-exponent]
    let divisorShift = divisor.leadingZeroBitCount
    let digitsShift = digits.leadingZeroBitCount
    // digits · 2^digitsShift · 2^63 by divisor · 2^divisorShift: the quotient has 63 or 64 bits.
    let high = (digits << UInt64(digitsShift)) >> 1
    let low = (digits << UInt64(digitsShift)) << 63
    let (quotient, remainder) = (divisor << UInt64(divisorShift)).dividingFullWidth((high, low))
    let spare = 11 - quotient.leadingZeroBitCount
    var mantissa = quotient >> UInt64(spare)
    let half: UInt64 = 1 << UInt64(spare - 1)
    let behind = quotient & (half << 1 - 1)
    if behind > half || (behind == half && (remainder > 0 || mantissa & 1 == 1)) { mantissa += 1 }
    // The power of two: undo the shifts, and 10^−k = 5^−k · 2^−k.
    let power = spare - 63 - digitsShift + divisorShift + exponent
    // −143 ≤ power ≤ 1: 2^power is a normal double, and the product of 53 bits with it is exact.
    return Double(mantissa) * Double(bitPattern: UInt64(power + 1023) << 52)
}

/// 10^0 … 10^22, all exact.
private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
]

/// 5^0 … 5^27.
private let powersOfFive: [UInt64] = (0...27).map { power in (0..<power).reduce(1) { value, _ in value * 5 } }
