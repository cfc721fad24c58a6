import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Whose access rests on one operator alone.
@Suite struct OperatorLossTests {
    @Test func whatRestsOnOneOperator() throws {
        let table = try DurabilityTown.town().table(also: DurabilityTown.ids)
        // The second home has the Verein alone; of the third's offer nobody recorded who runs it.
        let loss = try DurabilityTown.value(table, "operator_loss", "")
        #expect(isClose(loss.value ?? .nan, 20.0 / 60) && isClose(loss.unrecorded ?? .nan, 0.5))
        let byOperator = table.values.filter { $0.level == .operator && $0.group == "all" }
        #expect(byOperator.map(\.areaID) == ["Stadt", "Verein"])
        #expect(byOperator.allSatisfy { $0.isInternal })
        #expect(byOperator[0].value == 0 && isClose(byOperator[1].value ?? .nan, 20.0 / 60))
        // Half and half at the first home, one alone at the second: (10 · ½ + 20 · 1) / 30.
        let concentration = try DurabilityTown.value(table, "operator_concentration", "")
        #expect(isClose(concentration.value ?? .nan, 25.0 / 30))
        let volunteers = try DurabilityTown.value(table, "volunteer_reliance", "")
        #expect(isClose(volunteers.value ?? .nan, (10 * 0.5 + 20 * 0.5) / 30))
    }

    @Test func anOfferWithoutOperatorIsNotOneOfTheSame() throws {
        var town = try DurabilityTown.town()
        town.offers?.append(TownSketch.Offer(places: ["b"], funding: .permanent))
        let table = try DurabilityTown.table(town)
        let loss = try DurabilityTown.value(table, "operator_loss", "")
        #expect(loss.value == 0)
        // Half of the offers at the second home, all at the third: (20 · ½ + 30) / 60.
        #expect(isClose(loss.unrecorded ?? .nan, 40.0 / 60))
    }

    /// What depends on single operators adds up to what depends on any.
    @Test(arguments: [UInt64(3), 5, 8]) func operatorsAddUpToTheTown(_ seed: UInt64) throws {
        let table = try DurabilityTown.table(TownSketch.random(seed: seed, areCells: false))
        for group in ["all", "foreign"] {
            let whole = try DurabilityTown.value(table, "operator_loss", "", group: group).value
            let parts = table.values.filter { $0.level == .operator && $0.group == group }
            #expect(parts.count == 2 && parts.allSatisfy { $0.isInternal && $0.indicator == "operator_loss" })
            #expect(isClose(parts.reduce(0) { $0 + ($1.value ?? 0) }, whole ?? .nan))
        }
    }

    @Test func noiseGivesItAnInterval() throws {
        let table = try DurabilityTown.table(DurabilityTown.town().noisy(2))
        let loss = try DurabilityTown.value(table, "operator_loss", "")
        // R = 1/3 over 60 people: Var = 2·(2·(1/3)² + (2/3)²) / 60².
        let variance: Double = 2 * (2.0 / 9 + 4.0 / 9) / 3_600
        #expect(isClose(loss.upper ?? .nan, 1.0 / 3 + 1.96 * variance.squareRoot()) && loss.status == .estimated)
    }

    @Test func theSheetSpeaksOfTheTown() throws {
        let table = try DurabilityTown.table(DurabilityTown.town())
        #expect(
            try DurabilityTown.sentence(table, "operator_loss", .english)
                == "In Stadt the offers for 33 % of the people depend on a single operator.")
    }
}
