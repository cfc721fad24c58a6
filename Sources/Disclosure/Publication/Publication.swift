public import Indicators
public import Town

/// What an edition may show of a town: the one value that reports, tables, maps and records are written from.
///
/// Only this stage can make one, so nothing that did not pass it can be published. A writer cannot show what is not in it.
public struct Publication: Sendable {
    /// For whom.
    public let edition: Edition
    /// The town's layers and how they lie on each other.
    public let study: Study
    /// The indicator values.
    public let indicators: IndicatorTable
    /// Whether reach of organised meeting places is left out: a list that nobody confirmed makes a place that is
    /// missing in it look like a place that is missing in the town.
    public let withholdsOrganisedReach: Bool
    /// The targets whose reach the edition does not show.
    public let withheldReachTargets: Set<String>

    /// Everything, unprotected, for the town hall.
    public static func `internal`(study: Study, table: IndicatorTable) -> Publication {
        Publication(
            edition: .internal, study: study, indicators: table, withholdsOrganisedReach: false,
            withheldReachTargets: [])
    }

    /// What everyone may see.
    ///
    /// - Parameter confirmed: whether somebody confirmed the list of organised meeting places.
    public static func `public`(study: Study, table: IndicatorTable, confirmed: Bool) -> Publication {
        let withheld = confirmed ? [] : study.organisedTargets
        return Publication(
            edition: .public, study: study.withoutSecrets, indicators: table.withoutSecrets(of: study, withheld: withheld),
            withholdsOrganisedReach: !confirmed, withheldReachTargets: withheld)
    }
}
