import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// How much the offers in reach are in few hands.
@Suite struct OperatorConcentrationTests {
    private static func dependence(_ operators: [String?], _ inReach: [[Int]]) throws -> OperatorDependence {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(100, 100, 1, 0)]
        town.places = [TownSketch.Place(x: 100, y: 100, category: "cafe", id: "p")]
        town.offers = operators.map { TownSketch.Offer(places: ["p"], operatorName: $0) }
        return OperatorDependence(try #require(FundedOffers(town.study())), inReach)
    }

    @Test func squaresOfSharesByHand() throws {
        let found = try Self.dependence(["A", "A", "B", "C", nil], [[0, 1, 2, 3], [0, 1], [0, 2, 4], [4], []])
        #expect(found.operators == ["A", "B", "C"])
        #expect(found.concentration(0) == (4 + 1 + 1) / 16 && found.concentration(1) == 1)
        // The one of which nobody recorded who runs it is left out.
        #expect(found.concentration(2) == 0.5 && isClose(found.unrecorded(2), 1.0 / 3))
        #expect(found.concentration(3) == nil && found.unrecorded(3) == 1)
        #expect(found.concentration(4) == nil && found.unrecorded(4) == 0)
        #expect(found.only(1) == 0 && found.only(0) == nil && found.only(3) == nil && found.only(4) == nil)
        // One known and one unknown operator are not one.
        #expect(try Self.dependence(["A", nil], [[0, 1]]).only(0) == nil)
    }

    /// Between 1 and 1/n for n operators, and the least where all have as many; order does not matter.
    @Test(arguments: UInt64(1)...6) func itLiesBetweenOneAndOneByTheirNumber(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let names = (0..<12).map { _ in ["A", "B", "C", "D"].randomElement(using: &generator) }
        let all = Array(names.indices)
        let dependence = try Self.dependence(names, [all, all.shuffled(using: &generator)])
        let value = try #require(dependence.concentration(0))
        #expect(value <= 1 && value >= 1 / Double(dependence.operators.count) * (1 - 1e-12))
        #expect(dependence.concentration(1) == value)
        let even = try Self.dependence(["A", "B", "C", "D"] + ["A", "B", "C", "D"], [Array(0..<8)])
        #expect(even.concentration(0) == 0.25)
    }

    @Test func whereNoOperatorIsRecordedThereIsNoData() throws {
        var town = try DurabilityTown.town()
        for offer in town.offers?.indices ?? 0..<0 { town.offers?[offer].operatorName = nil }
        let value = try DurabilityTown.value(DurabilityTown.table(town), "operator_concentration", "")
        #expect(value.status == .noData && value.value == nil)
    }

    @Test func theSheetSpeaksOfTheTown() throws {
        let table = try DurabilityTown.table(DurabilityTown.town())
        #expect(
            try DurabilityTown.sentence(table, "operator_concentration", .german) == "In Stadt liegt der Wert bei 0,83."
        )
    }
}
