internal import LinearProgramming
internal import Parallel

/// Narrows each attacked count as far as the system allows, and tells those that are narrowed too far.
struct IntervalAttack {
    let system: CountSystem
    let rules: AuditRules

    /// A count that is narrowed too far.
    struct Hit: Sendable {
        var number: Int
        var interval: ClosedRange<Double>
        var isHidden: Bool
    }

    /// Rounding of the solver, persons.
    private static let tolerance = 1e-5

    /// The counts that are narrowed too far, and how many could not be attacked.
    func hits() -> (hits: [Hit], abandoned: Int) {
        let components = system.components()
        let results = parallelMap(components.count) { attack(components[$0]) }
        return (results.flatMap(\.hits), results.reduce(0) { $0 + $1.abandoned })
    }

    private func attack(_ component: CountSystem.Component) -> (hits: [Hit], abandoned: Int) {
        let aims = component.members.indices.filter { system.aims[component.members[$0]] != nil }
        if component.program.rows.isEmpty {
            return (
                aims.compactMap { place in
                    hit(component.members[place], component.program.bounds[place], isTight: true)
                }, 0
            )
        }
        do throws(LinearFailure) {
            return (try hits(component, aims, component.program), 0)
        } catch .infeasible {
            guard let relaxed = IntervalAttack.relaxed(component.program),
                let found = try? hits(component, aims, relaxed)
            else { return ([], aims.count) }
            return (found, 0)
        } catch {
            return ([], aims.count)
        }
    }

    private func hits(
        _ component: CountSystem.Component, _ aims: [Int], _ program: LinearProgram
    ) throws(LinearFailure) -> [Hit] {
        var solver = try LinearSolver(program)
        // Every solution is a publication that could be true: what they span needs no proof of its own.
        var least = [Double](repeating: .infinity, count: program.bounds.count)
        var most = [Double](repeating: -.infinity, count: program.bounds.count)
        func extreme(_ place: Int, _ sign: Double) throws(LinearFailure) -> Double {
            do throws(LinearFailure) {
                let found = try solver.minimum(of: [LinearTerm(place, sign)])
                for (number, value) in found.unknowns.enumerated() {
                    least[number] = min(least[number], value)
                    most[number] = max(most[number], value)
                }
                return found.value
            } catch .unbounded {
                return -.infinity
            }
        }
        var found: [Hit] = []
        for place in aims {
            let member = component.members[place]
            if least[place] <= most[place], isSafe(member, least[place], most[place]) { continue }
            let upper = try -extreme(place, -1)
            if isSafe(member, min(least[place], upper), max(most[place], upper)) { continue }
            let lower = try extreme(place, 1)
            if let hit = hit(member, min(lower, upper)...max(lower, upper), isTight: true) { found.append(hit) }
        }
        return found
    }

    /// Whether values that a count may have are far enough apart.
    private func isSafe(_ member: Int, _ least: Double, _ most: Double) -> Bool {
        switch system.aims[member] {
        case .hidden(let limit)?:
            most - least >= min(rules.protection, limit) - IntervalAttack.tolerance && !isSmall(least, most)
        case .implied?: !isSmall(least, most)
        case nil: true
        }
    }

    /// Whether a count is somebody for certain, and few.
    private func isSmall(_ least: Double, _ most: Double) -> Bool {
        least > IntervalAttack.tolerance && most < rules.minimumCount - IntervalAttack.tolerance
    }

    private func hit(_ member: Int, _ interval: ClosedRange<Double>, isTight: Bool) -> Hit? {
        guard !isSafe(member, interval.lowerBound, interval.upperBound) else { return nil }
        let isHidden = if case .hidden? = system.aims[member] { true } else { false }
        return Hit(number: member, interval: interval, isHidden: isHidden)
    }

    /// The system with its rows widened by the least that makes it hold: sums of protected or rounded counts contradict
    /// each other a little.
    private static func relaxed(_ program: LinearProgram) -> LinearProgram? {
        var elastic = program
        var slacks: [LinearTerm] = []
        for row in elastic.rows.indices {
            let (above, below) = (elastic.addUnknown(0...Double.infinity), elastic.addUnknown(0...Double.infinity))
            elastic.rows[row].terms += [LinearTerm(above, 1), LinearTerm(below, -1)]
            slacks += [LinearTerm(above), LinearTerm(below)]
        }
        guard var solver = try? LinearSolver(elastic), let found = try? solver.minimum(of: slacks) else { return nil }
        var relaxed = program
        for row in relaxed.rows.indices {
            let above = found.unknowns[slacks[2 * row].unknown]
            let below = found.unknowns[slacks[2 * row + 1].unknown]
            guard above + below > 1e-9 else { continue }
            let range = relaxed.rows[row].range
            relaxed.rows[row].range = range.lowerBound - above - tolerance...range.upperBound + below + tolerance
        }
        return relaxed
    }
}
