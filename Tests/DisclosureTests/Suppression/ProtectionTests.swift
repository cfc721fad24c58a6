import Disclosure
import LinearProgramming
import TestSupport
import Testing

/// The property: nothing hidden can be worked out more narrowly than its protection. The check makes its own
/// linear programs from the cells and relations, in true values, and shares no code with what it checks.
@Suite("Suppression of random towns")
struct ProtectionTests {
    /// How many towns are tried: 50, or as many as QUARTIER_SOAK says (`Scripts/soak`).
    static let townCount = Soak.count ?? 50

    @Test func nothingHiddenIsRecoverable() throws {
        var lossOfLinear = 0.0
        var lossOfGreedy = 0.0
        var bound = 0.0
        for seed in 1...UInt64(Self.townCount) {
            let system = SketchTown.random(seed: seed)
            for method in [SuppressionMethod.linear, .greedy] {
                let result = try system.suppression(by: method)
                try expectSafe(system, result, "\(method), town \(seed)")
                if method == .linear {
                    lossOfLinear += result.loss
                    bound += result.lowerBound ?? 0
                } else {
                    lossOfGreedy += result.loss
                }
            }
        }
        // What is lost is said, and the linear method loses less than the plain one.
        #expect(bound <= lossOfLinear && lossOfLinear < lossOfGreedy)
        Soak.tell(
            "\(Self.townCount) towns: loss \(lossOfLinear) by linear programming, \(lossOfGreedy) by the plain method, no less than \(bound)"
        )
    }

    /// Checks a suppression with linear programs made from scratch.
    private func expectSafe(_ system: LinkedCells, _ result: Suppression, _ name: Comment) throws {
        #expect(result.hidden.count == system.cells.count)
        var program = LinearProgram()
        for (cell, isHidden) in zip(system.cells, result.hidden) {
            let isUnknown: Bool
            switch cell.role {
            case .implied: isUnknown = true
            case .sensitive:
                isUnknown = true
                #expect(isHidden, name)
            case .open: isUnknown = isHidden
            case .released: isUnknown = false
            }
            let known = cell.printedWithin
            let least = max(known.lowerBound, cell.range.lowerBound)
            let greatest = min(known.upperBound, cell.range.upperBound)
            _ = program.addUnknown(isUnknown ? cell.range : least...greatest)
        }
        program.rows = system.relations.map { relation in
            LinearRow(relation.terms.map { LinearTerm($0.cell, $0.factor) }, within: relation.range)
        }
        var solver = try LinearSolver(program)
        let bounds = try system.bounds(hidden: result.hidden)
        for (index, cell) in system.cells.enumerated() {
            var demand: Double?
            switch cell.role {
            case .sensitive(let protection): demand = protection
            case .implied(let protection): demand = protection
            case .open: demand = result.hidden[index] ? system.protection : nil
            case .released: break
            }
            guard let demand else { continue }
            // The totals that are printed have a solution, the truth among them.
            let interval = try solver.range(of: index)
            #expect(interval.lowerBound <= cell.value + 1e-6 && interval.upperBound >= cell.value - 1e-6, name)
            let isWide = interval.upperBound - interval.lowerBound >= demand - 1e-5
            #expect(isWide != result.unprotectable.contains(index), name)
            let own = bounds[index]
            #expect(own.lowerBound.isNear(interval.lowerBound), name)
            #expect(own.upperBound.isNear(interval.upperBound), name)
        }
    }

    @Test func theSameTownIsHiddenAlike() throws {
        let system = SketchTown.random(seed: 7)
        #expect(try system.suppression() == system.suppression())
    }

    @Test func whatIsAlreadyOutStaysAndWhatItGivesAwayIsReported() throws {
        // A total and one of its two parts are out: the other part cannot be protected any more.
        var system = LinkedCells()
        let part = system.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        let other = system.add(.init(value: 17, loss: 1, role: .released))
        let total = system.add(.init(value: 20, loss: 1, role: .released))
        system.add(total, equalsSumOf: [part, other])
        for method in SuppressionMethod.allCases {
            let result = try system.suppression(by: method)
            #expect(result.hidden == [true, false, false] && result.unprotectable == [part])
        }
    }

    @Test func aCellThatCannotBeHiddenSafelyStaysInPrint() throws {
        // Hiding the small open cell would be cheapest, but it can only be 0 to 2.
        var system = LinkedCells()
        let part = system.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        let small = system.add(.init(value: 2, range: 0...2, loss: 1))
        let large = system.add(.init(value: 40, loss: 9))
        let total = system.add(.init(value: 45, loss: 20))
        system.add(total, equalsSumOf: [part, small, large])
        for method in [SuppressionMethod.linear, .exact] {
            let result = try system.suppression(by: method)
            #expect(result.hidden.indices.filter { result.hidden[$0] } == [part, large])
            #expect(result.unprotectable.isEmpty)
        }
    }

    @Test func anImpliedCellIsProtectedByHidingWhatGivesItAway() throws {
        // All residents less the group leave 2 persons: one of the two must go.
        var system = LinkedCells()
        let all = system.add(.init(value: 80, loss: 9))
        let group = system.add(.init(value: 78, loss: 5))
        let rest = system.add(.init(value: 2, loss: 0, role: .implied(protection: 5)))
        system.add(all, equalsSumOf: [group, rest])
        let result = try system.suppression(by: .exact)
        #expect(result.hidden == [false, true, false] && result.loss == 5)
        #expect(try system.suppression(by: .linear).hidden == result.hidden)
    }

    @Test func roundingHidesWhatLiesWithin() throws {
        // A total printed to the nearest ten already leaves the part its width.
        var system = LinkedCells()
        let part = system.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        let other = system.add(.init(value: 17, loss: 1))
        let total = system.add(.init(value: 20, printedWithin: 15...25, loss: 1))
        system.add(total, equalsSumOf: [part, other])
        #expect(try system.suppression().hidden == [true, false, false])
        system.cells[total].printedWithin = 19...21
        #expect(try system.suppression().hidden.count { $0 } == 2)
    }
}
