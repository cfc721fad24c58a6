public import ReferenceSystems
public import Wording

/// How much a finding weighs.
public enum Severity: String, Sendable, Codable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; nothing is wrong.
    case note
    /// The data are used, but a person should look.
    case warning
    /// The feature, value or file cannot be used as it is.
    case error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// A note weighs less than a warning, a warning less than an error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// Where in the input a finding lies. Everything but the file is optional.
public struct SourceLocation: Sendable, Codable, Hashable {
    /// The file as the user named it; "-" for standard input.
    public var file: String
    /// The line, counted from 1.
    public var line: Int?
    /// The column in bytes, counted from 1.
    public var column: Int?
    /// The offset in bytes from the start of the file.
    public var byteOffset: Int?
    /// The index of the feature in the file, counted from 0.
    public var feature: Int?
    /// The feature's id as the file (or the mapped column) gives it.
    public var featureID: String?

    /// Makes a location.
    public init(
        file: String, line: Int? = nil, column: Int? = nil, byteOffset: Int? = nil, feature: Int? = nil,
        featureID: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
        self.feature = feature
        self.featureID = featureID
    }
}

/// One finding about the data or the project file: a result, counted and shown, not an error that is thrown.
public struct Diagnostic: Sendable, Codable, Hashable {
    /// The stable code; texts and remedy hang on it.
    public var code: DiagnosticCode
    /// How much it weighs; by default what the code says.
    public var severity: Severity
    /// Where it lies.
    public var location: SourceLocation?
    /// The values for the `{names}` in the code's texts. A name that begins with `@` holds the key of a text, so that
    /// the value has a language, too: `@chapter` fills `{chapter}`. `sketch` holds lines that show the place in the
    /// text, printed below the message.
    public var arguments: [String: String]
    /// What a reference system or transform was refused for; its sentence fills `{detail}`.
    public var cause: ReferenceSystemError?
    /// Longitude and latitude (WGS 84, degrees) of the problem, where it can be shown on a map.
    public var longitudeLatitude: LongitudeLatitude?

    /// Makes a finding.
    public init(
        _ code: DiagnosticCode, at location: SourceLocation? = nil, _ arguments: [String: String] = [:],
        severity: Severity? = nil, longitudeLatitude: LongitudeLatitude? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.location = location
        self.arguments = arguments
        self.longitudeLatitude = longitudeLatitude
    }

    /// What is the matter, as one sentence.
    public func message(_ language: Language) -> String {
        Catalogue.of(language).text(code.rawValue + ".message", resolved(language))
    }

    /// What to do about it, as one sentence.
    public func remedy(_ language: Language) -> String {
        Catalogue.of(language).text(code.rawValue + ".remedy", resolved(language))
    }

    private func resolved(_ language: Language) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in arguments {
            if name.hasPrefix("@") {
                values[String(name.dropFirst())] = Catalogue.of(language).text(value)
            } else {
                values[name] = value
            }
        }
        if let cause { values["detail"] = cause.description(language) }
        return values
    }

    /// `file:line:column: feature 3 (id "x"): severity: message [code]`, the sketch if there is one, and the remedy on
    /// its own line.
    public func description(_ language: Language) -> String {
        var text = ""
        if let location {
            text += location.file
            if let line = location.line { text += ":\(line)" }
            if location.line != nil, let column = location.column { text += ":\(column)" }
            text += ": "
            if let feature = location.feature {
                text += Catalogue.of(language).text("diagnostic.feature", ["index": "\(feature)"])
                if let id = location.featureID { text += " (id \"\(id)\")" }
                text += ": "
            }
        }
        text += Catalogue.of(language).text("severity.\(severity.rawValue)")
        text += ": " + message(language) + " [\(code.rawValue) \(code.name)]"
        for line in arguments["sketch"]?.split(separator: "\n") ?? [] { text += "\n    " + line }
        return text + "\n    " + remedy(language)
    }
}

/// A position on the globe, WGS 84, degrees.
public struct LongitudeLatitude: Sendable, Codable, Hashable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// Makes a position.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
