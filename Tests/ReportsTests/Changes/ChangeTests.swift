import Disclosure
import Features
import Indicators
import Testing
import Town

@testable import Reports

@Suite struct ChangeTests {
    private func value(
        _ number: Double?, _ lower: Double? = nil, _ upper: Double? = nil, status: Status = .valid, version: Int = 1
    ) -> IndicatorValue {
        IndicatorValue(
            level: .town, areaID: "town", areaName: "", group: "all", category: "organised_places",
            indicator: "coverage_share", parameters: "measure=walking;minutes=10", methodVersion: version,
            value: number, unit: "share", status: status, lower: lower, upper: upper)
    }

    private func released(
        _ number: Double?, _ lower: Double? = nil, _ upper: Double? = nil, status: Status = .valid, version: Int? = 1,
        period: String = "2022"
    ) -> ReleasedValue {
        ReleasedValue(
            period: period, key: value(nil).key, value: number, status: status, methodVersion: version, lower: lower,
            upper: upper)
    }

    private func change(_ now: IndicatorValue, _ before: ReleasedValue?, isNoisy: Bool = false) -> Change {
        Change(now, before, isNoisy: isNoisy) { ($0 * 100).rounded() == ($1 * 100).rounded() }
    }

    @Test func intervalsThatOverlapAreNoReliableDifference() {
        #expect(change(value(0.5, 0.45, 0.55), released(0.4, 0.36, 0.46)) == .notReliable)
        #expect(change(value(0.5, 0.47, 0.55), released(0.4, 0.36, 0.46)) == .more)
        #expect(change(value(0.3, 0.25, 0.35), released(0.4, 0.36, 0.46)) == .less)
        #expect(change(value(0.5, 0.35, 0.55), released(0.4)) == .notReliable)
        #expect(change(value(0.5), released(0.4, 0.36, 0.46)) == .more)
    }

    @Test func exactNumbersDifferWhereTheyReadDifferently() {
        #expect(change(value(0.5), released(0.4)) == .more)
        #expect(change(value(0.4), released(0.5)) == .less)
        #expect(change(value(0.502), released(0.5)) == .unchanged)
        // An estimate that rounds to the same is not the same for sure.
        #expect(change(value(0.502, status: .estimated), released(0.5)) == .notReliable)
        #expect(change(value(0.5), released(0.4), isNoisy: true) == .notReliable)
    }

    @Test func otherMethodsAndHiddenValuesAreNotCompared() {
        #expect(change(value(0.5, version: 2), released(0.4)) == .otherMethod)
        #expect(change(value(0.5), released(0.4, version: nil)) == .otherMethod)
        #expect(change(value(nil, status: .suppressed), released(0.4)) == .cannotTell)
        #expect(change(value(0.5), released(nil, status: .suppressed)) == .cannotTell)
        #expect(change(value(0.5), nil) == .first)
    }

    @Test func theLastReleaseIsOfTheLatestEarlierPeriod() throws {
        let values = [
            released(0.1, period: "2020"), released(0.2, period: "2022-06"), released(0.3, period: "2022-06"),
            released(0.4, period: "2024"), released(0.5, period: "2026"), released(0.6, period: "bald"),
        ]
        let release = try #require(EarlierRelease(values, offers: [], before: "2024"))
        #expect(release.period == "2022-06")
        // Of two releases of one period the later one given.
        #expect(release[value(nil).key].value?.value == 0.3)
        #expect(release.offers == nil)
        #expect(EarlierRelease(values, offers: [], before: "2020") == nil)
        #expect(EarlierRelease(values, offers: [], before: "irgendwann") == nil)
        #expect(EarlierRelease([], offers: [], before: "2024") == nil)
    }

    @Test func offersOfTheReleaseAreCountedByItsOwnHorizon() throws {
        let funding: [Funding] = [
            .limited(until: .init(iso: "2023-12-31")), .limited(until: .init(iso: "2024-01-01")), .permanent,
            .notRecorded,
        ]
        let release = try #require(
            EarlierRelease(
                [released(0.1)], offers: [ReleasedOffers(period: "2022", funding: funding)], before: "2024"))
        #expect(release.offers?.ending == 1)
        #expect(release.offers?.unknown == 1)
        #expect(release.offers?.total == 4)
    }
}
