import Audit
import Disclosure
import Indicators
import TestSupport
import Testing
import Town
import Wording

/// The property for the whole door: three years of random small towns, each published with the earlier ones out,
/// then attacked together from outside.
@Suite("Three years of random towns") struct YearsTests {
    /// 50, or as many as QUARTIER_SOAK says (`Scripts/soak`).
    private static let seeds = 1...UInt64(Soak.count ?? 50)

    @Test func nothingHiddenIsRecoverable() throws {
        var (hidden, values, hiddenTowns) = (0, 0, 0)
        for seed in Self.seeds {
            let town = RandomTown(seed: seed)
            var released: [ReleasedValue] = []
            var open: [Publication] = []
            for year in town.years {
                let publication = try year.publication(released: released)
                released += publication.ownValues
                open.append(publication)
                let record = try #require(publication.protection)
                #expect(record.unprotectedCount == 0, "town \(seed), \(year.period)")
                hidden += record.hiddenCount
                values += record.valueCount
                expectTrue(publication, year, "town \(seed), \(year.period)")
                hiddenTowns += publication.indicators.values.count {
                    $0.level == .town && $0.indicator == "residents" && $0.status == .suppressed
                }
            }
            let scratch = try Scratch()
            let folders = try open.map { try PublishedFolder(publication: $0).write($0.study.period, in: scratch) }
            let report = try PublicationAudit(folders: folders).report()
            #expect(report.isPassed, "town \(seed): \(report.text(.english))")
        }
        // What was lost is told; towns with a hidden sum are among them, and not everything is hidden.
        #expect(hidden > 0 && hiddenTowns > 0 && hidden < values)
        Soak.tell(
            "\(Self.seeds.count) towns over three years: \(hidden) of \(values) values hidden, \(hiddenTowns) sums of a town"
        )
    }

    /// What is shown is true, nothing small is, what is hidden is empty, sums are what their parts make.
    private func expectTrue(_ open: Publication, _ town: TownInARow, _ name: Comment) {
        for value in open.indicators.values where value.status == .suppressed {
            #expect([value.value, value.lower, value.upper, value.n, value.unrecorded].allSatisfy { $0 == nil }, name)
        }
        for group in town.groups.indices {
            let id = town.groups[group].id
            let truth = town.quarters.map { $0[group] }
            let shown = open.residents(id, quarters: truth.count)
            for (number, count) in zip(shown, truth) {
                if let number { #expect(number == count && (number == 0 || number >= 5), name) }
            }
            if let all = open.value("residents", "town", id)?.value {
                #expect(all == truth.reduce(0, +), name)
                #expect(shown.count { $0 == nil } != 1, name)
            }
            for year in town.earlier.keys {
                let changes = open.indicators.values.filter {
                    $0.indicator == "residents_change" && $0.group == id
                        && $0.parameters == "from=\(year);to=\(town.period)" && $0.level == .quarter
                }
                #expect(changes.count == truth.count, name)
                for (quarter, change) in changes.enumerated() {
                    guard let number = change.value else { continue }
                    #expect(number == truth[quarter] - (town.earlier[year]?[quarter][group] ?? .nan), name)
                }
            }
        }
    }
}
