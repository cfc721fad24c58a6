import Foundation
import TestSupport
import Testing

@testable import Indicators

/// What PySAL's access and numpy compute on towns at random: Scripts/fixtures/indicators/floating_catchments.py.
@Suite struct FloatingCatchmentPeerTests {
    struct Expected: Decodable {
        struct Town: Decodable {
            struct Access: Decodable {
                var two_step: [Double]
                var steps: [Double]
                var bell: [Double]
                var three_step: [Double]
                var three_step_uncut: [Double]
            }

            struct Numpy: Decodable {
                var modified: [Double]
                var balanced: [Double]
                var huff_three_step: [Double]
                var huff_load: [Double]
                var availability_half: [Double]
                var competitive: [Double]
            }

            struct Equilibrium: Decodable {
                var costs: [Double]
                var demand: [Double]
            }

            var people: [Double]
            var supply: [Double]
            var costs: [[Double?]]
            var access: Access
            var numpy: Numpy
            var equilibrium: Equilibrium
            var stepwise: [Double]?

            var sketch: CostSketch { CostSketch(people: people, supply: supply, costs: costs, blockSize: 4) }
        }

        var catchment: Double
        var tau: Double
        var towns: [Town]
    }

    static let expected: Expected? = {
        Bundle.module.url(forResource: "floating_catchments", withExtension: "json", subdirectory: "Fixtures")
            .flatMap { try? JSONDecoder().decode(Expected.self, from: Data(contentsOf: $0)) }
    }()

    let expected: Expected

    init() throws { expected = try #require(Self.expected) }

    private func expect(_ values: [Double], _ others: [Double], _ name: Comment) {
        #expect(values.count == others.count && !values.isEmpty, name)
        for (value, other) in zip(values, others) { #expect(isClose(value, other), name) }
    }

    @Test func accessAgrees() {
        let reach = expected.catchment
        for town in expected.towns {
            let sketch = town.sketch
            expect(sketch.solve(.twoStep, .binary(reach)).access, town.access.two_step, "2SFCA")
            expect(sketch.solve(.twoStep, .steps(reach)).access, town.access.steps, "E2SFCA")
            expect(sketch.solve(.twoStep, .gaussian(reach)).access, town.access.bell, "bell")
            expect(sketch.solve(.threeStep, .steps(reach)).access, town.access.three_step, "3SFCA")
        }
        #expect(expected.towns.count == 3)
    }

    @Test func numpyAgrees() {
        let reach = expected.catchment
        for town in expected.towns {
            let sketch = town.sketch
            expect(sketch.solve(.modified, .steps(reach)).access, town.numpy.modified, "M2SFCA")
            expect(sketch.solve(.balanced, .steps(reach)).access, town.numpy.balanced, "BFCA")
            expect(sketch.solve(.huffThreeStep, .steps(reach)).access, town.numpy.huff_three_step, "MH3SFCA")
            expect(sketch.solve(.huffLoad, .power(2, reach)).access, town.numpy.huff_load, "Huff")
            let availability = SpatialAvailability.solve(
                sketch, people: sketch.people,
                places: CompetingPlaces(supply: [sketch.supply], placeCount: sketch.supply.count),
                weights: [.steps(reach)], alpha: 0.5)
            expect(availability[0].access, town.numpy.availability_half, "availability")
        }
    }

    @Test func competitiveAccessAgrees() throws {
        for town in expected.towns {
            var sketch = town.sketch
            // Where there is no way the script takes 60.
            sketch.costs = sketch.costs.map { row in row.map { $0 ?? 60 } }
            let access = try #require(CompetitiveBalance.access(sketch, .exponential(1 / 20, 1_000)))
            expect(access, town.numpy.competitive, "competitive access")
        }
    }

    @Test func rationalAgentsAgree() {
        for town in expected.towns {
            let found = RationalAgents.settle(town.sketch, tau: expected.tau)
            #expect(found.isSettled)
            expect(found.costs.map { $0 ?? .nan }, town.equilibrium.costs, "cost")
            for (value, other) in zip(found.demand, town.equilibrium.demand) {
                #expect(abs(value - other) <= 1e-9 * town.people.reduce(0, +))
            }
        }
    }

    /// What is left open where the search ends before it knows who uses which places.
    @Test func theGapIsSmall() {
        for town in expected.towns {
            let near = RationalAgents.settle(town.sketch, tau: expected.tau, gap: 1e-4)
            #expect(near.isSettled)
            for (cost, other) in zip(near.costs, town.equilibrium.costs) {
                #expect(abs((cost ?? 0) - other) < 0.01 * other)
            }
        }
    }

    /// access moves whole persons step by step and stops; it comes near.
    @Test func rationalAgentsOfAccessComeNear() throws {
        let town = expected.towns[0]
        let stepwise = try #require(town.stepwise)
        for (cost, other) in zip(town.equilibrium.costs, stepwise) {
            #expect(abs(cost - other) < 1e-4 * cost)
        }
    }
}

extension RationalAgents {
    /// The equilibrium of a small town, exact unless a gap is left.
    static func settle(_ town: CostSketch, tau: Double, gap: Double = 0) -> Equilibrium {
        let choices = SupplyPairs(town, people: town.people, supply: town.supply, farthest: .infinity)
        return RationalAgents(
            people: town.people, supply: town.supply, choices: choices ?? SupplyPairs(), tau: tau, gap: gap,
            order: Array(town.people.indices)
        ).settle()
    }
}

extension CompetitiveBalance {
    /// The access in a small town by one weight.
    static func access(_ town: CostSketch, _ weight: CatchmentWeight) -> [Double]? {
        let pairs = SupplyPairs(town, people: town.people, supply: town.supply, farthest: .infinity)
        return CompetitiveBalance(
            people: town.people, supply: town.supply, pairs: pairs ?? SupplyPairs(), weight: weight
        ).access()
    }
}
