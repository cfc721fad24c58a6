/// What a census file says about one characteristic of one cell.
public enum CensusState: UInt8, Sendable, Hashable, CaseIterable {
    /// The file has no row for the cell, or nothing stands there.
    case notGiven
    /// A number stands there.
    case counted
    /// A number stands there and is marked as uncertain: `KLAMMERN` (2022), or a quality column above 0 (2011).
    case unreliable
    /// There is nothing, or too little to be shown: `–` (2022), −1 (2011).
    case noneOrFew
    /// There is something that must not be shown: `.`, `x`, `/` (2022), −9 (2011).
    case suppressed

    /// Whether the file gives a number.
    public var hasValue: Bool { self == .counted || self == .unreliable }
}

/// One value of a census file.
struct CensusValue: Sendable, Hashable {
    /// What the file says.
    var state: CensusState
    /// The number; 0 where there is none.
    var number = 0.0
    /// How many decimals the number has as it is printed.
    var decimals: UInt8 = 0

    /// Why a text is no value.
    enum Fault: Error, Sendable, Hashable {
        /// It is no number, or has an exponent or more than 15 digits.
        case notANumber
        /// `1.234` between semicolons: a thousand or a fraction?
        case ambiguous
        /// No characteristic is below zero.
        case negative
        /// A share above 100 %, or more people than there are.
        case tooLarge

        /// The key of the reason in the catalogues of texts.
        var textKey: String {
            switch self {
            case .notANumber: "census.reason.number"
            case .ambiguous: "census.reason.ambiguous"
            case .negative: "census.reason.negative"
            case .tooLarge: "census.reason.too_large"
            }
        }
    }

    /// The largest number that is believed: more than there are people.
    private static let largest = 1e10

    /// Reads a field without white space and quotes around it.
    /// - Parameter decimalSign: The sign that numbers of the file have before their decimals; the other one is understood,
    ///   too, unless it may stand between thousands.
    static func read(
        _ field: UnsafeBufferPointer<UInt8>, measure: CensusMeasure, decimalSign: UInt8
    ) throws(Fault) -> CensusValue {
        guard let first = field.first else { return CensusValue(state: .notGiven) }
        if field.count == 1 || first >= 0x80 || first == UInt8(ascii: "."), let state = sign(field) {
            return CensusValue(state: state)
        }
        // Official tables print uncertain numbers in brackets.
        if first == UInt8(ascii: "("), field.last == UInt8(ascii: ")") {
            let inner = UnsafeBufferPointer(rebasing: field.dropFirst().dropLast())
            var value = try number(inner, decimalSign)
            try check(&value, measure)
            if value.state == .counted { value.state = .unreliable }
            return value
        }
        var value = try number(field, decimalSign)
        try check(&value, measure)
        return value
    }

    /// The state a sign stands for, in UTF-8 or Windows-1252.
    private static func sign(_ field: UnsafeBufferPointer<UInt8>) -> CensusState? {
        switch field.count {
        case 1:
            switch field[0] {
            // 0x96 and 0x97 are the dashes of Windows-1252.
            case UInt8(ascii: "-"), 0x96, 0x97: return .noneOrFew
            case UInt8(ascii: "."), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "/"): return .suppressed
            // The ellipsis of Windows-1252: "will follow later".
            case 0x85: return .notGiven
            default: return nil
            }
        case 3:
            if field.elementsEqual("–".utf8) || field.elementsEqual("—".utf8) || field.elementsEqual("−".utf8) {
                return .noneOrFew
            }
            return field.elementsEqual("…".utf8) || field.elementsEqual("...".utf8) ? .notGiven : nil
        default: return nil
        }
    }

    /// Turns −1 and −9 into states and refuses what cannot be.
    private static func check(_ value: inout CensusValue, _ measure: CensusMeasure) throws(Fault) {
        switch value.number {
        case 0...: break
        case -1: value = CensusValue(state: .noneOrFew)
        case -9: value = CensusValue(state: .suppressed)
        default: throw .negative
        }
        guard value.number <= (measure == .share ? 100 : largest) else { throw .tooLarge }
    }

    /// A decimal number: a sign, digits, perhaps a comma or point and further digits.
    private static func number(
        _ field: UnsafeBufferPointer<UInt8>, _ decimalSign: UInt8
    ) throws(Fault) -> CensusValue {
        var digits: UInt64 = 0
        var count = 0
        var decimals: Int?
        var isOtherSign = false
        var isNegative = false
        for (index, byte) in field.enumerated() {
            switch byte {
            case 0x30...0x39:
                guard count < 15 else { throw .notANumber }
                digits = digits * 10 + UInt64(byte - 0x30)
                count += 1
                decimals? += 1
            case UInt8(ascii: ","), UInt8(ascii: "."):
                guard count > 0, decimals == nil else { throw .notANumber }
                decimals = 0
                isOtherSign = byte != decimalSign
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: "+") where index == 0: break
            default: throw .notANumber
            }
        }
        guard count > 0, decimals != 0, let number = nearestDouble(digits, timesTenTo: -(decimals ?? 0)) else {
            throw .notANumber
        }
        if isOtherSign, decimals == 3 { throw .ambiguous }
        return CensusValue(
            state: .counted, number: isNegative ? -number : number, decimals: UInt8(clamping: decimals ?? 0))
    }

    /// A whole or decimal number of any sign that is no value, such as the middle of a cell; nil where it is none.
    static func plainNumber(_ field: UnsafeBufferPointer<UInt8>, decimalSign: UInt8) -> Double? {
        guard let value = try? number(field, decimalSign) else { return nil }
        return value.number
    }
}
