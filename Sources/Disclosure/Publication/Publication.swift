public import Features
public import Indicators
internal import LinearProgramming
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
    /// What must hold among values and data, and whether it does.
    public let checks: [Check]
    /// How small numbers were protected; nil where they were not.
    public let protection: ProtectionRecord?
    /// What that cost and what it did not protect: for the town hall only; nil where nothing was hidden for the sake of
    /// others.
    public let cost: ProtectionCost?
    /// Whether the number of those who live in no quarter is left out because it is protected.
    public let hidesResidentsOutside: Bool
    /// Whether reach of organised meeting places is left out: a list that nobody confirmed makes a place that is
    /// missing in it look like a place that is missing in the town.
    public let withholdsOrganisedReach: Bool
    /// The targets whose reach the edition does not show.
    public let withheldReachTargets: Set<String>
    /// The values that are already out, of all periods: what changes are told against.
    public let released: [ReleasedValue]
    /// Why main figures differ from those of an earlier date; nil where nobody asked.
    public let causes: PublishedCauses?

    /// An identity that was looked at.
    public struct Check: Sendable, Hashable {
        /// The indicator's id.
        public let indicator: String
        /// The parameters in canonical form.
        public let parameters: String
        /// What is compared, in the words of a formula.
        public let name: String
        /// Whether both sides are the same but for rounding.
        public let holds: Bool
        /// The two sides; nil where they are not told, since they are sums over what may be hidden.
        public let sides: Sides?

        /// The two sides of an identity.
        public struct Sides: Sendable, Hashable {
            /// The one side.
            public let left: Double
            /// The other side.
            public let right: Double
        }

        init(_ identity: Identity, sides: Sides?) {
            (indicator, parameters, name) = (identity.indicator, identity.parameters, identity.name)
            (holds, self.sides) = (identity.holds, sides)
        }
    }

    /// Everything, unprotected, for the town hall.
    public static func `internal`(
        study: Study, table: IndicatorTable, released: [ReleasedValue] = [], causes: CausesOfChange? = nil
    ) -> Publication {
        Publication(
            edition: .internal, study: study, indicators: table,
            checks: table.identities.map {
                Check($0, sides: Check.Sides(left: $0.left, right: $0.right))
            }, protection: nil, cost: nil, hidesResidentsOutside: false, withholdsOrganisedReach: false,
            withheldReachTargets: [], released: released, causes: causes.map { PublishedCauses($0, table) })
    }

    /// What everyone may see.
    ///
    /// - Parameters:
    ///   - rules: what is hidden.
    ///   - released: the values that are already out; those of other periods change nothing.
    ///   - confirmed: whether somebody confirmed the list of organised meeting places.
    ///   - method: how the counts are chosen that are hidden for the sake of others.
    ///   - causes: why figures differ from those of an earlier date; told only where that date's are released.
    /// - Throws: `Failure` where the linked numbers contradict each other, which no data can make them, or where the rules
    ///   name a method with numbers that it cannot have.
    public static func `public`(
        study: Study, table: IndicatorTable, rules: DisclosureRules = DisclosureRules(),
        released: [ReleasedValue] = [], confirmed: Bool, choosing method: SuppressionMethod = .linear,
        causes: CausesOfChange? = nil
    ) throws(Failure) -> Publication {
        let withheld = confirmed ? [] : study.organisedTargets
        let shown = study.withoutSecrets
        let secretGroups = Set(study.groups.map(\.id)).subtracting(shown.groups.map(\.id))
        let values = table.withoutSecrets(of: study, withheld: withheld)
        let known = Released(released, period: study.period)
        do throws(LinearFailure) {
            let (hidden, people, indicators): (HiddenValues, Study, IndicatorTable)
            if let noise = CountNoise(rules) {
                let units = PublicUnits(shown)
                let printed = try PrintedPeople(shown, units, rules, noise)
                hidden = HiddenValues(values, shown, units, rules, released: known, printed: printed)
                people = shown.published(printed)
                indicators = values.published(hidden, PrintedFigures(shown, units, printed, noise, released: known))
            } else if rules.method == .suppression {
                hidden = try HiddenValues(values, shown, PastCounts(study), rules, released: known, by: method)
                people = shown.published(hidden)
                indicators = values.published(hidden, of: shown, rules)
            } else {
                throw .malformed
            }
            return Publication(
                edition: .public, study: people, indicators: indicators,
                checks: values.checks(table.identities, without: secretGroups),
                protection: hidden.record(values, rules), cost: hidden.cost,
                hidesResidentsOutside: hidden.outside != nil,
                withholdsOrganisedReach: !confirmed, withheldReachTargets: withheld, released: released,
                causes: causes.map {
                    PublishedCauses($0, indicators, of: study.groups.first?.id, released: released, rules)
                })
        } catch {
            throw Failure(.malformedData, Diagnostic(.internalInconsistency, ["detail": "disclosure: \(error)"]))
        }
    }
}
