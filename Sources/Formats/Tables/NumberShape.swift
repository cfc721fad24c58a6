/// How a cell can be read as a number, before it is known what points and commas mean in its column.
struct NumberShape: OptionSet, Sendable {
    let rawValue: UInt16

    /// Digits only, at most 64 bits with their sign.
    static let whole = NumberShape(rawValue: 1)
    /// A point that can only be a decimal sign: `1.5`, `0.125`, `1234.567`, and with `,` between groups before it.
    static let decimalPoint = NumberShape(rawValue: 2)
    /// A comma that can only be a decimal sign.
    static let decimalComma = NumberShape(rawValue: 4)
    /// Points that can only stand between groups of three digits: `1.234.567`.
    static let groupedByPoints = NumberShape(rawValue: 8)
    /// Commas that can only stand between groups of three digits.
    static let groupedByCommas = NumberShape(rawValue: 16)
    /// One point before three digits: `1.234`.
    static let eitherPoint = NumberShape(rawValue: 32)
    /// One comma before three digits: `1,234`.
    static let eitherComma = NumberShape(rawValue: 64)
    /// A number with an exponent and without point or comma: `1e30`.
    static let exponent = NumberShape(rawValue: 128)
    /// A sign of official tables in place of a number, see ``isPlaceholder(_:)``.
    static let placeholder = NumberShape(rawValue: 256)
    /// What a program wrote in place of a number: `nan`, `#NV`, and numbers too large for a double.
    static let unusable = NumberShape(rawValue: 512)
    /// Digits behind a leading zero: a key.
    static let key = NumberShape(rawValue: 1024)
    /// Any other text, and whole numbers of more than 64 bits.
    static let text = NumberShape(rawValue: 2048)

    /// The shapes of numbers.
    static let numbers: NumberShape = [
        .whole, .decimalPoint, .decimalComma, .groupedByPoints, .groupedByCommas, .eitherPoint, .eitherComma, .exponent,
    ]
    /// The shapes that say that the point is the decimal sign.
    static let pointEvidence: NumberShape = [.decimalPoint, .groupedByCommas]
    /// The shapes that say that the comma is the decimal sign.
    static let commaEvidence: NumberShape = [.decimalComma, .groupedByPoints]
}

extension NumberShape {
    /// The shape of a cell, which must not be empty. White space around it does not count.
    init(_ cell: UnsafeBufferPointer<UInt8>) {
        let cell = trimmed(cell)
        var index = 0
        if index < cell.count, cell[index] == UInt8(ascii: "-") { index += 1 }
        let digits = index
        while index < cell.count, cell[index] &- 0x30 < 10 { index += 1 }
        let wholeDigits = index - digits
        guard wholeDigits > 0 else {
            self = NumberShape.wordShape(cell)
            return
        }
        if wholeDigits > 1, cell[digits] == 0x30 {
            // 01 and 01.02.2024, but also 00,5: nobody writes numbers like that.
            self = index == cell.count ? .key : .text
            return
        }
        if index == cell.count {
            // 18 digits always fit; the others are keys of their own rather than numbers.
            self = wholeDigits <= 18 || NumberShape.fitsInteger(cell) ? .whole : .text
            return
        }
        self = NumberShape.fractionShape(
            cell, from: index, wholeDigits: wholeDigits, startsWithZero: cell[digits] == 0x30)
    }

    private static func fitsInteger(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        Int(String(decoding: cell, as: UTF8.self)) != nil
    }

    /// The shape of a number whose first digits end at `index`, at something else.
    private static func fractionShape(
        _ cell: UnsafeBufferPointer<UInt8>, from start: Int, wholeDigits: Int, startsWithZero: Bool
    ) -> NumberShape {
        var index = start
        // The groups of digits behind points and commas.
        var (points, commas, lastIsComma) = (0, 0, false)
        var groupsAreThree = wholeDigits <= 3 && !startsWithZero
        var lastCount = 0
        var onlyOthersAreThree = groupsAreThree
        var mayGroup = true
        while index < cell.count, cell[index] == UInt8(ascii: ".") || cell[index] == UInt8(ascii: ",") {
            let isComma = cell[index] == UInt8(ascii: ",")
            onlyOthersAreThree = groupsAreThree
            // 1.234,5 may go on, 1,2.345,6 may not: the sign changes at most once, at the last group.
            if points + commas > 0, isComma != lastIsComma {
                if !mayGroup { return .text }
                mayGroup = false
            } else if !mayGroup {
                return .text
            }
            if isComma { commas += 1 } else { points += 1 }
            lastIsComma = isComma
            index += 1
            let first = index
            while index < cell.count, cell[index] &- 0x30 < 10 { index += 1 }
            lastCount = index - first
            guard lastCount > 0 else { return .text }
            if lastCount != 3 { groupsAreThree = false }
        }
        if index < cell.count {
            return exponentShape(cell, from: index, points: points, commas: commas)
        }
        switch (points, commas) {
        case (0, 1): return groupsAreThree ? .eitherComma : .decimalComma
        case (1, 0): return groupsAreThree ? .eitherPoint : .decimalPoint
        case (0, _): return groupsAreThree ? .groupedByCommas : .text
        case (_, 0): return groupsAreThree ? .groupedByPoints : .text
        case (_, 1) where lastIsComma && onlyOthersAreThree: return .decimalComma
        case (1, _) where !lastIsComma && onlyOthersAreThree: return .decimalPoint
        default: return .text
        }
    }

    private static func exponentShape(
        _ cell: UnsafeBufferPointer<UInt8>, from start: Int, points: Int, commas: Int
    ) -> NumberShape {
        guard cell[start] | 0x20 == UInt8(ascii: "e"), points + commas <= 1 else { return .text }
        var index = start + 1
        if index < cell.count, cell[index] == UInt8(ascii: "-") || cell[index] == UInt8(ascii: "+") { index += 1 }
        let digits = index
        while index < cell.count, cell[index] &- 0x30 < 10 { index += 1 }
        guard index == cell.count, index > digits else { return .text }
        guard TableNumber.double(cell, decimal: commas > 0 ? .comma : .point) != nil else { return .unusable }
        return commas > 0 ? .decimalComma : points > 0 ? .decimalPoint : .exponent
    }

    /// The shape of a cell that does not begin as a number.
    private static func wordShape(_ cell: UnsafeBufferPointer<UInt8>) -> NumberShape {
        // The longest is "#DIV/0!".
        guard cell.count <= 8 else { return .text }
        let word = String(decoding: cell, as: UTF8.self)
        if placeholders.contains(word) { return .placeholder }
        return unusableWords.contains(word.lowercased()) ? .unusable : .text
    }

    /// The signs that the German statistical offices set in place of a number (nothing there, unknown or secret, not
    /// sure enough, not meaningful, later), the census grids' dash, and the star of the Federal Employment Agency.
    private static let placeholders: Set<String> = ["-", "–", "—", "−", ".", "x", "X", "…", "...", "/", "*"]

    /// What programs write in place of a number.
    private static let unusableWords: Set<String> = [
        "nan", "-nan", "inf", "-inf", "infinity", "na", "n/a", "#n/a", "#nv", "#wert!", "#value!", "#div/0!", "#ref!",
        "#bezug!", "#zahl!", "#num!", "#name?", "null",
    ]

    /// Whether a text is a sign that official tables set in place of a number: not given, which is neither zero nor
    /// forgotten.
    static func isPlaceholder(_ text: String) -> Bool { placeholders.contains(text) }
}

/// The cell without white space around it (spaces, tabs, no-break spaces).
func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (lower, upper) = (0, cell.count)
    while lower < upper {
        if cell[lower] == 0x20 || cell[lower] == 0x09 || cell[lower] == 0x0A || cell[lower] == 0x0D {
            lower += 1
        } else if upper - lower >= 2, cell[lower] == 0xC2, cell[lower + 1] == 0xA0 {
            lower += 2
        } else if upper - lower >= 3, cell[lower] == 0xE2, cell[lower + 1] == 0x80, cell[lower + 2] == 0xAF {
            lower += 3
        } else {
            break
        }
    }
    while lower < upper {
        let last = cell[upper - 1]
        if last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D {
            upper -= 1
        } else if upper - lower >= 2, last == 0xA0, cell[upper - 2] == 0xC2 {
            upper -= 2
        } else if upper - lower >= 3, last == 0xAF, cell[upper - 2] == 0x80, cell[upper - 3] == 0xE2 {
            upper -= 3
        } else {
            break
        }
    }
    return UnsafeBufferPointer(rebasing: cell[lower..<upper])
}
