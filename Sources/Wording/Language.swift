/// A language of messages and reports.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case german = "de"
    case english = "en"
}
