/// A language of messages and reports.
public enum Language: String, Sendable, Codable, Hashable, CaseIterable, CodingKeyRepresentable {
    case german = "de"
    case english = "en"
}
