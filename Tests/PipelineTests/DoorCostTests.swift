import ReferenceSystems
import Project
import Disclosure
import Features
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What protection costs on the sample town, beside the plain greedy method.
@Suite("The door on the sample town") struct DoorCostTests {
    @Test func linearProgramsLoseNoMoreThanThePlainMethod() throws {
        let inputs = try TownInputs.read(
            Repository.sample("2024/quartier.yaml"), missingGrid: .refuse, progress: .silent)
        let assembly = try StudyAssembly(inputs, progress: .silent)
        let table = try Run.table(inputs, assembly, settings: inputs.settings)
        var costs: [ProtectionCost] = []
        for method in [SuppressionMethod.linear, .greedy] {
            let clock = ContinuousClock()
            let start = clock.now
            let open = try Publication.public(
                study: assembly.study, table: table, rules: inputs.project.disclosure.rules, confirmed: true,
                choosing: method)
            let (cost, record) = (try #require(open.cost), try #require(open.protection))
            // Q707 has nothing to say of the sample town.
            #expect(cost.unprotected.isEmpty && cost.finding("quartier.yaml") == nil)
            #expect(cost.lowerBound <= cost.loss && record.hiddenCount > 0 && record.hiddenCount < record.valueCount)
            costs.append(cost)
            if ProcessInfo.processInfo.environment["QUARTIER_SOAK"] != nil {
                print(
                    "\(method): \(record.hiddenCount) of \(record.valueCount) hidden, loss \(cost.loss), "
                        + "not below \(cost.lowerBound), \(clock.now - start)")
            }
        }
        #expect(costs[0].loss <= costs[1].loss)
    }
}
