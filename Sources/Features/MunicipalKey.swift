/// The official key of a German municipality: AGS with 8 digits (Land 2, Regierungsbezirk 1, Kreis 2, Gemeinde 3) or
/// ARS with 12 (Gemeindeverband 4 before the Gemeinde). Text, never a number: nine Länder begin with 0.
public struct MunicipalKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Why a text is no municipal key.
    public enum Defect: String, Error, Sendable, Hashable, CaseIterable {
        /// There is something else than the digits 0–9.
        case notDigits = "not_digits"
        /// Seven or eleven digits: the leading zero was lost on the way through a table.
        case leadingZeroLost = "leading_zero_lost"
        /// Neither 8 nor 12 digits.
        case wrongLength = "wrong_length"
        /// The first two digits are no Land (01–16).
        case unknownLand = "unknown_land"
    }

    /// The digits as given.
    public let text: String

    /// Reads a key; spaces between groups of digits, as in `01 0 01 000`, are left out.
    public init(_ text: String) throws(Defect) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .notDigits
        }
        if digits.count == 7 || digits.count == 11 { throw .leadingZeroLost }
        guard digits.count == 8 || digits.count == 12 else { throw .wrongLength }
        let land = Int(digits[0] - UInt8(ascii: "0")) * 10 + Int(digits[1] - UInt8(ascii: "0"))
        guard (1...16).contains(land) else { throw .unknownLand }
        self.text = String(decoding: digits, as: UTF8.self)
    }

    /// Whether the key has the 12 digits of the Regionalschlüssel.
    public var isRegional: Bool { text.utf8.count == 12 }

    /// The two digits of the Land, `01` to `16`.
    public var land: String { String(text.prefix(2)) }

    /// The key with 8 digits: of a regional key without its Gemeindeverband.
    public var municipality: String { isRegional ? String(text.prefix(5) + text.suffix(3)) : text }

    /// The digits as given.
    public var description: String { text }

    /// The order of the digits as text.
    public static func < (left: MunicipalKey, right: MunicipalKey) -> Bool { left.text < right.text }
}
