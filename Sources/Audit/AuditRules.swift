internal import Formats

/// What a publication promises: the rules that the audit holds it to.
///
/// They are no secret: a publication names them in `run.json` under `disclosure`, and what it does not name has the
/// usual value.
public struct AuditRules: Sendable, Hashable {
    /// Counts of persons above zero and below this are secret.
    public var minimumCount: Double
    /// The least width of the interval to which an outsider may narrow a hidden count, in persons.
    public var protection: Double
    /// Figures of a group stand only in units with at least this many residents.
    public var groupResidents: Double
    /// Whether a group that is everybody of a unit is secret.
    public var protectsFullCells: Bool

    /// Makes rules; by default a minimum count of 5, its protection, and 300 residents for figures of groups.
    public init(
        minimumCount: Double = 5, protection: Double? = nil, groupResidents: Double = 300,
        protectsFullCells: Bool = true
    ) {
        self.minimumCount = minimumCount
        self.protection = protection ?? minimumCount
        self.groupResidents = groupResidents
        self.protectsFullCells = protectsFullCells
    }

    /// The rules that a `run.json` names.
    init(run: JSONValue) {
        let named = run["disclosure"]
        self.init(
            minimumCount: named?["minimum_count"]?.double ?? 5, protection: named?["protection"]?.double,
            groupResidents: named?["group_share_residents"]?.double ?? 300,
            protectsFullCells: named?["full_cells"] != .boolean(false))
    }

    /// Of each rule the stricter one, where several folders are audited together.
    func stricter(_ other: AuditRules) -> AuditRules {
        AuditRules(
            minimumCount: max(minimumCount, other.minimumCount), protection: max(protection, other.protection),
            groupResidents: max(groupResidents, other.groupResidents),
            protectsFullCells: protectsFullCells || other.protectsFullCells)
    }
}
