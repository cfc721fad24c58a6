internal import Disclosure
internal import Formats
internal import Indicators
internal import Town

/// W12: a town of 40 quarters and 8 groups is published in five years, each year with the earlier ones already out. For
/// comparison the plain greedy method, which takes a minute for a year, has the first two. Its numbers stand
/// by year. It reads no file: the town is
/// made from a seed.
enum DisclosureWorkload {
    static func run(quarters: Int = 40, groups: Int = 8, years: Int = 5, _ recorder: inout WorkloadRecorder) throws {
        let town = PublishedTown(quarters: quarters, groups: groups, years: years)
        let years = try (0..<town.years.count).map { (study: try town.study($0), table: town.table($0)) }
        recorder.endPhase("make")
        for (method, count) in [(SuppressionMethod.linear, years.count), (.greedy, min(years.count, 2))] {
            try recorder.part(method.rawValue) { recorder in
                var released: [ReleasedValue] = []
                var open: [Publication] = []
                for year in years.prefix(count) {
                    let own = try Publication.public(
                        study: year.study, table: year.table, released: released, confirmed: true, choosing: method)
                    released += own.ownValues
                    open.append(own)
                }
                func record(_ name: String, _ number: (Publication) -> Int?) {
                    recorder.record(name, .array(open.map { .integer(number($0) ?? 0) }))
                }
                record("values") { $0.protection?.valueCount }
                record("hidden") { $0.protection?.hiddenCount }
                record("loss") { $0.cost.map { Int($0.loss.rounded()) } }
                record("not below") { $0.cost.map { Int($0.lowerBound.rounded()) } }
                record("not protected") { $0.cost?.unprotected.count }
                recorder.endPhase("publish")
            }
        }
    }
}
