import Disclosure
import Testing

/// The size that must be protected in under ten seconds on two cores; measured, not asserted, and only on request.
@Suite("Suppression of a large town", .enabled(if: Soak.count != nil))
struct LargeTownTests {
    @Test(arguments: 1...3) func fortyQuartersEightGroupsFiveYears(seed: UInt64) throws {
        let system = SketchTown(.init(quarters: 40, groups: 8, years: 5), seed: seed).system
        let sensitive = system.cells.count { $0.role.isSensitive }
        Soak.tell("\(system.cells.count) cells, \(system.relations.count) relations, \(sensitive) sensitive")
        let clock = ContinuousClock()
        for method in [SuppressionMethod.linear, .greedy] {
            var suppression: Suppression?
            let time = try clock.measure { suppression = try system.suppression(by: method) }
            let result = try #require(suppression)
            #expect(try system.narrowCells(hidden: result.hidden) == result.unprotectable)
            let hidden = result.hidden.count { $0 }
            let bound = try system.lowerBound(rounds: method == .linear ? 3 : 0)
            #expect(bound <= result.loss)
            Soak.tell(
                "\(method): \(hidden) hidden, loss \(result.loss), no less than \(bound), ratio \(result.ratio ?? .nan), \(time)"
            )
        }
    }
}
