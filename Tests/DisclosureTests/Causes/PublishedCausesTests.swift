import Indicators
import Testing

@testable import Disclosure

/// What an edition may tell of causes: planted small mixtures must not get through.
@Suite struct PublishedCausesTests {
    private let key = IndicatorTable.Key(
        level: .quarter, areaID: "q1", indicator: "coverage_share", group: "all", category: "organised_places",
        parameters: "measure=walking;minutes=10")

    private func value(_ number: Double?, _ key: IndicatorTable.Key? = nil, status: Status = .valid) -> IndicatorValue {
        let key = key ?? self.key
        return IndicatorValue(
            level: key.level, areaID: key.areaID, areaName: "Q", group: key.group, category: key.category,
            indicator: key.indicator, parameters: key.parameters, methodVersion: 2, value: number, unit: "share",
            status: status)
    }

    private func table(_ value: IndicatorValue) -> IndicatorTable {
        var table = IndicatorTable(allResidents: "all")
        table.append(value)
        return table
    }

    /// Two causes: 40 % → 50 % of 1,000 people; +7 by places, +3 by ways.
    private func causes(
        before: Double = 0.4, mixtures: [(Double?, Double?)] = [(0.4, 1000), (0.46, 1000), (0.42, 1000), (0.5, 1000)],
        parts: [Double]? = [0.07, 0.03], key: IndicatorTable.Key? = nil
    ) -> CausesOfChange {
        CausesOfChange(
            period: "2023", causes: [.places, .network], shrunken: [], before: table(value(before, key)),
            figures: [
                CausesOfChange.Figure(
                    mixtures: mixtures.map { CausesOfChange.Mixture(value: $0.0, people: $0.1) }, parts: parts)
            ])
    }

    private func released(_ number: Double?, status: Status = .valid, version: Int = 2) -> ReleasedValue {
        ReleasedValue(period: "2023", key: key, value: number, status: status, methodVersion: version)
    }

    private func outcome(
        _ causes: CausesOfChange, after: IndicatorValue? = nil, released: [ReleasedValue]? = nil,
        _ rules: DisclosureRules = DisclosureRules()
    ) -> PublishedCauses.Outcome? {
        PublishedCauses(
            causes, table(after ?? value(0.5)), of: "all", released: released ?? [self.released(0.4)], rules)[key]?
            .outcome
    }

    private let told = PublishedCauses.Outcome.parts([
        .init(cause: .places, steps: 7), .init(cause: .network, steps: 3),
    ])

    @Test func whatIsLargeIsToldInWholePoints() {
        #expect(outcome(causes()) == told)
        // Nothing more exact than a point is in it, and what is nothing is left out.
        let finer = causes(parts: [0.0994, 0.0006])
        #expect(outcome(finer) == .parts([.init(cause: .places, steps: 10)]))
    }

    @Test(
        arguments: [
            // A mixture in which three people reach a place, and one in which three do not.
            (0.003, 1000.0), (0.997, 1000.0),
            // One of twenty people, of three, and of an unknown number.
            (0.5, 20), (1, 3), (0.5, nil),
            // 499 people: a point of a hundred stands for less than five of them.
            (0.5, 499),
        ] as [(Double, Double?)])
    func onePlantedSmallMixtureHidesTheWholeSplit(_ value: Double, _ people: Double?) {
        for place in 1...2 {
            var mixtures: [(Double?, Double?)] = [(0.4, 1000), (0.46, 1000), (0.42, 1000), (0.5, 1000)]
            mixtures[place] = (value, people)
            #expect(outcome(causes(mixtures: mixtures)) == .protected)
        }
    }

    /// 40.45 % and 40.55 % read as 40 and 41; no cause did that.
    @Test func aDifferenceOfRoundingsIsNotSplit() {
        let near = causes(
            before: 0.4045, mixtures: [(0.4045, 1000), (0.405, 1000), (0.405, 1000), (0.4055, 1000)],
            parts: [5e-4, 5e-4])
        #expect(outcome(near, after: value(0.406), released: [released(0.405)]) == .parts([]))
    }

    @Test func rulesOfTheTownDecide() {
        var rules = DisclosureRules()
        rules.protection = 11
        #expect(outcome(causes(), rules) == .protected)
        rules.protection = 10
        #expect(outcome(causes(), rules) == told)
        rules.minimumPopulation = 1_001
        #expect(outcome(causes(), rules) == .protected)
        // Parts of true numbers would undo rounding and noise.
        rules = DisclosureRules()
        rules.method = .rounding(base: 5, seed: 1)
        #expect(outcome(causes(), rules) == .protected)
    }

    @Test func zeroAndEverybodyAreNoSmallNumbers() {
        #expect(outcome(causes(mixtures: [(0.4, 1000), (0, 1000), (1, 1000), (0.5, 1000)])) == told)
    }

    @Test func nothingIsToldThatIsNotOutAtBothDates() {
        #expect(outcome(causes(), released: []) == nil)
        #expect(outcome(causes(), released: [released(nil, status: .suppressed)]) == nil)
        #expect(outcome(causes(), after: value(nil, status: .suppressed)) == nil)
        var other = released(0.4)
        other.period = "2022"
        #expect(outcome(causes(), released: [other]) == nil)
    }

    @Test func otherDataOrMethodsAreNotSplit() {
        #expect(outcome(causes(), released: [released(0.391)]) == .otherData)
        #expect(outcome(causes(), released: [released(0.4, version: 1)]) == .otherData)
        #expect(outcome(causes(before: 0.4004)) == told)
    }

    @Test func groupsAndOtherAreasAreNeverTold() {
        var group = key
        group.group = "foreign"
        var area = key
        area.level = .focusArea
        for key in [group, area] {
            var out = released(0.4)
            out.key = key
            let published = PublishedCauses(
                causes(key: key), table(value(0.5, key)), of: "all", released: [out], DisclosureRules())
            #expect(published[key] == nil)
        }
    }

    @Test func whatHasNoValueInSomeMixtureCannotBeToldApart() {
        let mixtures: [(Double?, Double?)] = [(0.4, 1000), (nil, 1000), (0.42, 1000), (0.5, 1000)]
        #expect(outcome(causes(mixtures: mixtures, parts: nil)) == .inseparable)
    }

    /// With one cause its part is the difference of two numbers that are out already.
    @Test func aSingleCauseTellsNothingNew() {
        var single = causes(mixtures: [(0.4, 80), (0.5, 80)], parts: [0.1])
        single.causes = [.population]
        #expect(outcome(single) == .parts([.init(cause: .population, steps: 10)]))
    }

    @Test func theTownHallSeesEverything() throws {
        let small = causes(mixtures: [(0.4, 10), (0.46, 10), (0.42, 10), (0.5, 10)])
        let split = try #require(PublishedCauses(small, table(value(0.5)))[key])
        #expect(split.outcome == told)
        #expect(split.before.value == 0.4)
        #expect(split.after == 0.5)
    }

    @Test func hoursPerHeadMustNotTellHowMany() {
        func outcome(_ value: Double) -> PublishedCauses.Outcome? {
            func hours(_ number: Double) -> IndicatorValue {
                var result = self.value(number)
                result.unit = "per_1000"
                return result
            }
            let causes = CausesOfChange(
                period: "2023", causes: [.population, .boundaries], shrunken: [], before: table(hours(value)),
                figures: [
                    CausesOfChange.Figure(
                        mixtures: [value, value, value, value + 1].map { .init(value: $0, people: 1_000) },
                        parts: [0.5, 0.5])
                ])
            return PublishedCauses(
                causes, table(hours(value + 1)), of: "all", released: [released(value)], DisclosureRules())[key]?
                .outcome
        }
        // A tenth of 10 hours is 1 in 100 of the people, 10 of 1,000; a tenth of 40 hours 2 or 3 of them.
        #expect(outcome(10) == .parts([.init(cause: .population, steps: 5), .init(cause: .boundaries, steps: 5)]))
        #expect(outcome(40) == .protected)
    }
}
