internal import Disclosure
internal import Formats
internal import Indicators
internal import Town

/// W12: a town of 40 quarters and 8 groups is published in five years, each year with the earlier ones already out; once with
/// the linear programs, once with the plain greedy method. It reads no file: the town is made from a seed.
enum DisclosureWorkload {
    static func run(quarters: Int = 40, groups: Int = 8, years: Int = 5, _ recorder: inout WorkloadRecorder) throws {
        let town = PublishedTown(quarters: quarters, groups: groups, years: years)
        let years = try (0..<town.years.count).map { (study: try town.study($0), table: town.table($0)) }
        recorder.endPhase("make")
        for method in [SuppressionMethod.linear, .greedy] {
            try recorder.part(method.rawValue) { recorder in
                var released: [ReleasedValue] = []
                var costs: [ProtectionCost] = []
                var (hidden, values) = (0, 0)
                for year in years {
                    let open = try Publication.public(
                        study: year.study, table: year.table, released: released, confirmed: true, choosing: method)
                    released += open.ownValues
                    hidden += open.protection?.hiddenCount ?? 0
                    values += open.protection?.valueCount ?? 0
                    costs += [open.cost].compactMap(\.self)
                }
                recorder.record("values", .integer(values))
                recorder.record("hidden", .integer(hidden))
                recorder.record("loss", .number(costs.reduce(0) { $0 + $1.loss }.rounded()))
                recorder.record("not below", .number(costs.reduce(0) { $0 + $1.lowerBound }.rounded()))
                recorder.record("not protected", .integer(costs.reduce(0) { $0 + $1.unprotected.count }))
                recorder.endPhase("publish")
            }
        }
    }
}
