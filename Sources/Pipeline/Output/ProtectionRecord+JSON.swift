internal import Disclosure
internal import Formats

extension ProtectionRecord {
    /// The rules, and how many values were hidden for which reason: what an outsider may know.
    var json: JSONValue {
        let method =
            [JSONValue.Member("method", .string(rules.method.name.rawValue))]
            + rules.method.publicParameters.map { JSONValue.Member($0.key, .number($0.number)) }
            + (roundingReach > 0 ? [JSONValue.Member("reach", .integer(roundingReach))] : [])
        let members: [JSONValue.Member] = [
            .init("minimum_count", .number(rules.minimumCount)),
            .init("protection", .number(rules.protection)),
            .init("group_share_residents", .number(rules.groupShareResidents)),
            .init("minimum_population", .number(rules.minimumPopulation)),
            .init("minimum_denominator", .number(rules.minimumDenominator)),
            .init("full_cells", .boolean(rules.hidesFullCells)), .init("place_users", .number(rules.placeUsers)),
            .init(
                "dominance",
                rules.dominance.map { ["n": .integer($0.contributors), "k": .number($0.share)] } ?? .null),
        ]
        let reasons = HidingReason.allCases.compactMap { reason in
            hidden[reason].map { JSONValue.Member(reason.rawValue, .integer($0)) }
        }
        return .object(
            method + members + [
                .init("values", .integer(valueCount)), .init("hidden", .object(reasons)),
                .init("not_protected", .integer(unprotectedCount)),
            ])
    }
}
