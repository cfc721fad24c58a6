import Testing
import Town

@testable import Indicators

/// How many more people live in each quarter than in earlier years.
@Suite struct ResidentsChangeTests {
    private static func values(_ years: [Int: [[Double?]]]) throws -> [IndicatorValue] {
        try DistributionTests.result("residents_change", DistributionChangeTests.town(years)).values
    }

    @Test func eachQuarterAndTheTown() throws {
        let values = try Self.values([2020: DistributionChangeTests.before, 2024: DistributionChangeTests.now])
        let levels: [AreaLevel] = [.town] + Array(repeating: .quarter, count: 5)
        #expect(values.map(\.level) == levels + levels)
        #expect(values.prefix(6).map(\.value) == [40, 20, -20, 30, 0, 10])
        #expect(values.suffix(6).map(\.value) == [60, 40, -20, 30, 0, 10])
        #expect(values.allSatisfy { $0.parameters == "from=2020;to=2024" && $0.status == .valid && $0.n == nil })
        #expect(values.map(\.group) == Array(repeating: "all", count: 6) + Array(repeating: "g0", count: 6))
    }

    @Test func theLastYearIsComparedWithTheOneBeforeAndWithTheFirst() throws {
        let (before, now) = (DistributionChangeTests.before, DistributionChangeTests.now)
        let values = try Self.values([2012: before, 2020: now, 2024: now])
        #expect(Set(values.map(\.parameters)) == ["from=2020;to=2024", "from=2012;to=2024"])
        #expect(values.filter { $0.parameters.hasPrefix("from=2020") }.allSatisfy { $0.value == 0 })
    }

    @Test func aQuarterWithoutANumberLeavesTheTownWithoutOne() throws {
        var before = DistributionChangeTests.before
        before[1][2] = nil
        let values = try Self.values([2020: before, 2024: DistributionChangeTests.now]).suffix(6)
        #expect(values.map(\.value) == [nil, 40, -20, nil, 0, 10])
        #expect(values.map(\.status) == [.cannotTell, .valid, .valid, .cannotTell, .valid, .valid])
        #expect(values.compactMap(\.reason) == [.datesNotComparable, .datesNotComparable])
    }

    @Test func partsOfPersonsAreEstimates() throws {
        var before = DistributionChangeTests.before
        before[1][0] = 49.5
        let values = try Self.values([2020: before, 2024: DistributionChangeTests.now]).suffix(6)
        #expect(values.map(\.status) == [.estimated, .estimated, .valid, .valid, .valid, .valid])
        #expect(values.first?.value == 60.5)
    }

    @Test func oneYearAloneHasNone() throws {
        for years: [Int: [[Double?]]] in [[:], [2_024: DistributionChangeTests.now]] {
            let values = try Self.values(years)
            #expect(values.count == 12)
            #expect(values.allSatisfy { $0.status == .notApplicable && $0.reason == .noEarlierFigures })
        }
    }
}
