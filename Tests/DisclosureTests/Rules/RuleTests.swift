import Disclosure
import Testing

/// Each rule at its edges: nobody, the last number that is hidden, the first that is shown.
@Suite struct RuleTests {
    private let rules = DisclosureRules()

    @Test func smallCounts() {
        #expect([0, 1e-9, 5, 6, 400].allSatisfy { !rules.isSmall($0) })
        #expect([0.01, 1, 3, 4, 4.99].allSatisfy { rules.isSmall($0) })
        // A sum of thirds that is five but for rounding is five.
        #expect(!rules.isSmall((0..<15).reduce(0.0) { sum, _ in sum + 1.0 / 3 }))
        var strict = rules
        strict.minimumCount = 10
        #expect(strict.isSmall(9) && !strict.isSmall(10))
    }

    @Test func fullCells() {
        #expect(rules.isFull(320, of: 320) && !rules.isFull(319, of: 320))
        // Nobody of nobody gives nothing away.
        #expect(!rules.isFull(0, of: 0))
        var lenient = rules
        lenient.hidesFullCells = false
        #expect(!lenient.isFull(320, of: 320))
    }

    @Test func groupsInSmallUnits() {
        #expect(rules.hidesGroups(ofUnitWith: 299) && rules.hidesGroups(ofUnitWith: 1))
        #expect(!rules.hidesGroups(ofUnitWith: 300) && !rules.hidesGroups(ofUnitWith: 0))
    }

    @Test func smallUnits() {
        #expect(!rules.hidesUnit(with: 1))
        var strict = rules
        strict.minimumPopulation = 50
        #expect(strict.hidesUnit(with: 49) && !strict.hidesUnit(with: 50) && !strict.hidesUnit(with: 0))
    }

    @Test func smallDenominators() {
        #expect(rules.isSmallDenominator(29) && !rules.isSmallDenominator(30) && !rules.isSmallDenominator(0))
    }

    @Test func fewUsers() {
        #expect(rules.hasFewUsers(2) && rules.hasFewUsers(0.4))
        #expect(!rules.hasFewUsers(3) && !rules.hasFewUsers(0))
    }

    @Test func dominance() {
        #expect(!rules.isDominated([100]))
        var strict = rules
        strict.dominance = .init(contributors: 1, share: 0.8)
        #expect(strict.isDominated([81, 10, 9]) && !strict.isDominated([80, 10, 10]))
        strict.dominance = .init(contributors: 2, share: 0.8)
        #expect(
            strict.isDominated([9, 10, 81]) && strict.isDominated([41, 41, 18]) && !strict.isDominated([40, 30, 30]))
        #expect(!strict.isDominated([]) && !strict.isDominated([0, 0]))
    }

    @Test func everyDefaultLiesInItsRange() {
        let defaults: [String: Double] = [
            "minimum_count": rules.minimumCount, "protection": rules.protection,
            "group_share_residents": rules.groupShareResidents, "minimum_population": rules.minimumPopulation,
            "minimum_denominator": rules.minimumDenominator, "place_users": rules.placeUsers,
        ]
        #expect(Set(defaults.keys) == Set(DisclosureRules.ranges.map(\.key)))
        for (key, number) in defaults { #expect(DisclosureRules.range(key).contains(number), "\(key)") }
    }
}
