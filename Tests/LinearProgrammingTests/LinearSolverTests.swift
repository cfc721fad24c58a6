import LinearProgramming
import TestSupport
import Testing

@Suite struct LinearSolverTests {
    /// Maximise 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6) (Hillier and Lieberman, Wyndor Glass).
    @Test func textbookProgram() throws {
        let program = LinearProgram(
            bounds: [0...4, 0...6], rows: [LinearRow([LinearTerm(0, 3), LinearTerm(1, 2)], within: -.infinity...18)])
        var solver = try LinearSolver(program)
        let best = try solver.minimum(of: [LinearTerm(0, -3), LinearTerm(1, -5)])
        #expect(abs(best.value + 36) < 1e-9)
        #expect(abs(best.unknowns[0] - 2) < 1e-9 && abs(best.unknowns[1] - 6) < 1e-9)
    }

    /// A 2 × 2 table with known margins has one degree of freedom: each cell lies within the Fréchet bounds.
    @Test func rangesOfATableAreFrechetBounds() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let cells = (0..<4).map { _ in Double(Int.random(in: 0...30, using: &random)) }
            let (rows, columns) = (
                [cells[0] + cells[1], cells[2] + cells[3]], [cells[0] + cells[2], cells[1] + cells[3]]
            )
            let program = LinearProgram(
                bounds: Array(repeating: 0...Double.infinity, count: 4),
                rows: [
                    LinearRow([LinearTerm(0), LinearTerm(1)], equals: rows[0]),
                    LinearRow([LinearTerm(2), LinearTerm(3)], equals: rows[1]),
                    LinearRow([LinearTerm(0), LinearTerm(2)], equals: columns[0]),
                    LinearRow([LinearTerm(1), LinearTerm(3)], equals: columns[1]),
                ])
            var solver = try LinearSolver(program)
            for row in 0..<2 {
                for column in 0..<2 {
                    let found = try solver.range(of: 2 * row + column)
                    #expect(abs(found.lowerBound - max(0, rows[row] + columns[column] - rows[0] - rows[1])) < 1e-6)
                    #expect(abs(found.upperBound - min(rows[row], columns[column])) < 1e-6)
                }
            }
        }
    }

    @Test func changedBoundsCount() throws {
        let sum = LinearRow([LinearTerm(0), LinearTerm(1)], equals: 10)
        var solver = try LinearSolver(LinearProgram(bounds: [0...10, 0...10], rows: [sum]))
        #expect(try solver.range(of: 0) == 0...10)
        try solver.bound(1, to: 3...4)
        #expect(try solver.range(of: 0) == 6...7)
        try solver.bound(1, to: 0...10)
        #expect(try solver.range(of: 0) == 0...10)
    }

    @Test func whatNothingBoundsIsInfinite() throws {
        let difference = LinearRow([LinearTerm(0), LinearTerm(1, -1)], within: 0...(.infinity))
        var solver = try LinearSolver(
            LinearProgram(bounds: Array(repeating: 0...(.infinity), count: 2), rows: [difference]))
        #expect(try solver.range(of: 0) == 0...(.infinity))
        #expect(try solver.range(of: 1) == 0...(.infinity))
    }

    @Test func contradictionsAreSaid() throws {
        let rows = [LinearRow([LinearTerm(0)], equals: 1), LinearRow([LinearTerm(0)], equals: 2)]
        var solver = try LinearSolver(LinearProgram(bounds: [0...5], rows: rows))
        #expect(throws: LinearFailure.infeasible) { try solver.range(of: 0) }
    }

    /// An unknown that stands twice in a row counts with the sum of its factors, one whose factors cancel with none.
    @Test func repeatedTermsAreAdded() throws {
        let rows = [
            LinearRow([LinearTerm(0), LinearTerm(0, 2)], equals: 6),
            LinearRow([LinearTerm(1), LinearTerm(1, -1), LinearTerm(2)], equals: 4),
        ]
        var solver = try LinearSolver(LinearProgram(bounds: Array(repeating: 0...9, count: 3), rows: rows))
        #expect(try solver.range(of: 0) == 2...2)
        #expect(try solver.range(of: 1) == 0...9)
        #expect(try solver.range(of: 2) == 4...4)
    }

    @Test func unusableNumbersAreRefused() throws {
        let hostile: [LinearProgram] = [
            LinearProgram(bounds: [0...1], rows: [LinearRow([LinearTerm(1)], equals: 0)]),
            LinearProgram(bounds: [0...1], rows: [LinearRow([LinearTerm(-1)], equals: 0)]),
            LinearProgram(bounds: [0...1], rows: [LinearRow([LinearTerm(0, .nan)], equals: 0)]),
            LinearProgram(bounds: [0...1], rows: [LinearRow([LinearTerm(0, .infinity)], equals: 0)]),
            LinearProgram(bounds: [.infinity ... .infinity]),
            LinearProgram(bounds: [0...1], rows: [LinearRow([], equals: -.infinity)]),
        ]
        for program in hostile { #expect(throws: LinearFailure.malformed) { _ = try LinearSolver(program) } }
        var solver = try LinearSolver(LinearProgram(bounds: [0...1]))
        #expect(throws: LinearFailure.malformed) { try solver.minimum(of: [LinearTerm(4)]) }
        #expect(throws: LinearFailure.malformed) { try solver.bound(-1, to: 0...1) }
        #expect(try solver.range(of: 0) == 0...1)
    }

    @Test func anEmptySystemHasAnEmptyOptimum() throws {
        var solver = try LinearSolver(LinearProgram())
        #expect(try solver.minimum(of: []).value == 0)
    }
}
