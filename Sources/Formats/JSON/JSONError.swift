/// Why a text is not JSON as RFC 8259 has it, and where.
public struct JSONError: Error, Sendable, Hashable {
    /// The kinds of fault.
    public enum Reason: UInt8, Sendable, Hashable {
        /// The text ends inside a value.
        case endOfText
        /// A byte that cannot stand here: a missing or superfluous comma, `NaN`, a leading zero, text after the end.
        case unexpectedByte
        /// A byte sequence that is not UTF-8.
        case invalidUTF8
        /// `\u` with half of a surrogate pair.
        case unpairedSurrogate
        /// The same key twice in one object.
        case duplicateKey
        /// Lists and objects nested deeper than ``JSONScanner/maximumDepth``.
        case tooDeep
        /// More different attributes than ``FeatureParser/maximumColumns``.
        case tooManyKeys
        /// A number too large for a double.
        case numberOutOfRange
    }

    /// The kind of fault.
    public let reason: Reason
    /// The offset in bytes from the start of the text.
    public let offset: Int
}
