import Testing

@testable import Disclosure

@Suite("Numbers as they are published") struct PublishedNumberTests {
    @Test(arguments: [
        ("persons", 12.4, 12.0), ("persons", 12.5, 13), ("persons", 0.4, 0), ("m", 349.6, 350),
        ("person_years", 7.49, 7),
        ("share", 0.12349, 0.123), ("share", 0.1235, 0.124), ("share", 1, 1), ("min", 7.0004, 7),
        ("ratio", 1.23456, 1.235),
        ("persons", -3.5, -4), ("share", -0.00051, -0.001),
    ])
    func roundsToTheDigitsOfItsUnit(unit: String, number: Double, expected: Double) {
        #expect(abs(PublishedNumber.rounded(number, unit: unit) - expected) < 1e-12)
        // What is published stays so.
        let once = PublishedNumber.rounded(number, unit: unit)
        #expect(PublishedNumber.rounded(once, unit: unit) == once)
    }

    @Test(arguments: ["persons", "share", "min"]) func theTruthLiesInTheIntervalOfWhatIsPrinted(unit: String) {
        for step in 0...400 {
            let number = Double(step) * 0.123_457
            let interval = PublishedNumber.interval(number, unit: unit)
            let half = unit == "persons" ? 0.5 : 0.0005
            #expect(interval.contains(number))
            #expect(abs(interval.upperBound - interval.lowerBound - 2 * half) < 1e-9)
            #expect(interval.contains(PublishedNumber.rounded(number, unit: unit)))
        }
    }

    @Test func boundsAreRoundedOutwards() {
        let shares = PublishedNumber.outward(0.1239, 0.4561, unit: "share")
        #expect(shares.lower == 0.123 && shares.upper == 0.457)
        let people = PublishedNumber.outward(7.9, 12.1, unit: "persons")
        #expect(people.lower == 7 && people.upper == 13)
        // A whole number but for the noise of a product stays where it is.
        let noisy = PublishedNumber.outward(8 - 1e-9, 12 + 1e-9, unit: "persons")
        #expect(noisy.lower == 8 && noisy.upper == 12)
        let none = PublishedNumber.outward(nil, 3.2, unit: "persons")
        #expect(none.lower == nil && none.upper == 4)
    }

    @Test(arguments: [Double.infinity, -.infinity, 1e308, -1e308, 1e300]) func hugeNumbersTrapNothing(number: Double) {
        for unit in ["persons", "share"] {
            let rounded = PublishedNumber.rounded(number, unit: unit)
            #expect(rounded == number || !rounded.isNaN)
            let bounds = PublishedNumber.outward(number, number, unit: unit)
            #expect(bounds.lower?.isNaN == false && bounds.upper?.isNaN == false)
        }
    }
}
