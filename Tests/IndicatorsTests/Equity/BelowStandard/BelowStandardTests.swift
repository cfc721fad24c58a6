import TestSupport
import Testing

@testable import Indicators

@Suite struct BelowStandardTests {
    /// Three homes, 400 m, 1,000 m and 2,420 m from the only library.
    private func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = [
            TownSketch.home(100, 500, 50, 5), TownSketch.home(100, 1_100, 30, 20), TownSketch.home(1_600, 1_999, 20, 1),
        ]
        town.places = [TownSketch.Place(x: 100, y: 100, category: "library")]
        town.limits = [500, 1_000]
        return town
    }

    private func value(_ table: IndicatorTable, _ area: String, _ parameters: String) -> IndicatorValue? {
        table.find("below_standard", area, group: "all", category: "library", parameters: parameters)
    }

    @Test func theWayBeyondTheStandardByHand() throws {
        let table = try town().table(["below_standard": ["standard": [800]]])
        // √(1,500² + 1,899²) m, in whole thousandths.
        let far = (1_500.0 * 1_500 + 1_899 * 1_899).squareRoot()
        for (alpha, expected) in [
            (0, 0.5), (1, 0.3 * 0.2 + 0.2 * (far - 800) / far),
            (2, 0.3 * 0.04 + 0.2 * (far - 800) * (far - 800) / (far * far)),
        ] {
            let row = try #require(value(table, "town", "alpha=\(alpha);measure=straight_line;standard=800"))
            #expect(abs((row.value ?? 0) - expected) < 1e-6, "alpha \(alpha)")
            #expect(row.n == 100 && row.status == .valid)
        }
    }

    /// Without a standard of its own a town has its largest threshold, and then the measure is what coverage leaves over.
    @Test func byDefaultItIsWhatCoverageLeavesOver() throws {
        let table = try town().table([:])
        for area in ["town", "sw", "nw", "ne"] {
            let below = value(table, area, "alpha=0;measure=straight_line;standard=1000")?.value
            let share = table.find("coverage_share", area, group: "all", category: "library", metres: 1_000)?.value
            #expect(agree(below, share.map { 1 - $0 }))
        }
        // Exactly 1,000 m is within 1,000 m.
        #expect(value(table, "town", "alpha=0;measure=straight_line;standard=1000")?.value == 0.2)
        let identities = table.identities.filter { $0.indicator == "below_standard" }
        #expect(!identities.isEmpty && identities.allSatisfy { $0.holds })
        #expect(identities.contains { $0.parameters.contains("category=library") && $0.right == 100 })
    }

    @Test func theBandIsThatOfStricterAndLooserStandards() throws {
        let band = try #require(
            value(try town().table([:]), "town", "alpha=0;measure=straight_line;standard=1000")?.band)
        // Within 750 m only the first home, within 1,250 m the second as well.
        #expect(agree(band.lowerBound, 0.2) && agree(band.upperBound, 0.5))
    }

    @Test func aStandardMayAskForANumberOfPlaces() throws {
        let town = EquityTown()
        let table = try town.sketch().table(["below_standard": ["places": [2], "alpha": [0, 1]]])
        let below = town.access.filter { $0.libraries < 2 }
        let all = town.access.reduce(0) { $0 + $1.all }
        let parameters = "catchment=1000;measure=straight_line;places=2"
        #expect(
            agree(
                value(table, "town", "alpha=0;" + parameters)?.value, below.reduce(0) { $0 + $1.all } / all))
        #expect(
            agree(
                value(table, "town", "alpha=1;" + parameters)?.value,
                below.reduce(0) { $0 + $1.all * (2 - $1.libraries) / 2 } / all))
        #expect(value(table, "town", "alpha=2;" + parameters) == nil)
        // Nobody asked for a number of places: no such rows.
        #expect(!(try town.sketch().table([:])).values.contains { $0.parameters.contains("places=") })
    }

    @Test func noiseGivesItAnInterval() throws {
        let row = try #require(
            value(try town().noisy(2).table([:]), "town", "alpha=0;measure=straight_line;standard=1000"))
        #expect(row.status == .estimated)
        #expect((row.lower ?? 1) < 0.2 && (row.upper ?? 0) > 0.2)
    }
}
