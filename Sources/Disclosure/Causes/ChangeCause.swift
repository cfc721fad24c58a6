/// What a difference between two dates can be due to.
///
/// Whatever a project names belongs to one of these, so that the parts of a difference add up to it.
public enum ChangeCause: String, Sendable, Codable, Hashable, CaseIterable {
    /// Who lives where: counts, tables per quarter, and what they are spread over.
    case population
    /// Places, their hours, offers and rooms; and time itself, by which funding ends and holidays fall.
    case places
    /// Streets, barriers, heights and stops.
    case network
    /// Quarters, focus areas and other areas.
    case boundaries
    /// What the project file asks for: profiles, speeds, thresholds, parameters.
    case settings
    /// The rules by which Quartier computes: what the same data give today beside what they gave then.
    case method
    /// Files that shrank so much that a loss of data is likelier than a loss in the town (``ShrunkenInput``).
    case data
}
