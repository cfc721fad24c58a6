public import Wording

/// Why a coordinate reference system or a transform between two cannot be had.
public struct ReferenceSystemError: Error, Sendable, Codable, Hashable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
        /// No such code, or a text that PROJ cannot read.
        case unknown
        /// A text that is not taken from files; see ``ReferenceSystemError/refusal``.
        case refused
        /// Not projected, or not in metres, where metres are needed.
        case notMetric
        /// The datum shift needs a grid file that is not installed.
        case gridMissing
        /// Only an operation that leaves the datum shift out is known.
        case ballpark
        /// No operation leads from one system to the other.
        case noOperation
        /// PROJ failed.
        case failed
    }

    /// Why a text is not taken.
    public enum Refusal: String, Sendable, Codable, Hashable, CaseIterable {
        /// A PROJ string or pipeline.
        case projString
        /// A link other than the two forms of OGC identifiers.
        case link
        /// A name, a file name or other text without the form of a code, WKT or PROJJSON.
        case form
        /// More than 100,000 bytes.
        case tooLong
        /// Control characters or deep nesting.
        case malformed
        /// WKT or PROJJSON that carries PROJ strings or names grid files.
        case embeddedFile
        /// Not a geographic or projected system in two dimensions.
        case kind
        /// Axes that do not point east and north.
        case axes
    }

    /// Which kind.
    public let kind: Kind
    /// Why it is refused, where it is.
    public let refusal: Refusal?
    /// What it is about: the text (shortened), the operation, the names of the grids, PROJ's own words.
    public let detail: String

    /// Makes an error.
    public init(_ kind: Kind, detail: String, refusal: Refusal? = nil) {
        self.kind = kind
        self.refusal = refusal
        self.detail = detail
    }

    /// The error as whole sentences.
    public func description(_ language: Language) -> String {
        let catalogue = Catalogue.of(language)
        let reason = refusal.map { catalogue.text("crs.refusal.\($0.rawValue)") } ?? ""
        return catalogue.text("crs.error.\(kind.rawValue)", ["detail": detail, "reason": reason])
    }

    /// The error as whole sentences, in English.
    public var description: String { description(.english) }

    /// A text from a file made fit for a message: one line, at most 60 characters.
    static func excerpt(_ text: String) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            if count == 60 { return result + "…" }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result.unicodeScalars.append(isControl ? " " : scalar)
            count += 1
        }
        return result
    }
}
