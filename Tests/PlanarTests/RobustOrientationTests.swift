import Planar
import Testing

@Suite struct RobustOrientationTests {
    /// The sign of the determinant by whole numbers of 128 bits.
    private func exactSign(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
        let left = Int128(a.0 - c.0) * Int128(b.1 - c.1)
        let right = Int128(a.1 - c.1) * Int128(b.0 - c.0)
        return Int((left - right).signum())
    }

    private func sign(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int), scale: Double) -> Int {
        orientation(
            ax: Double(a.0) * scale, ay: Double(a.1) * scale, bx: Double(b.0) * scale, by: Double(b.1) * scale,
            cx: Double(c.0) * scale, cy: Double(c.1) * scale)
    }

    @Test func tellsLeftFromRight() {
        #expect(orientation(ax: 0, ay: 0, bx: 1, by: 0, cx: 0.5, cy: 1) == 1)
        #expect(orientation(ax: 0, ay: 0, bx: 1, by: 0, cx: 0.5, cy: -1) == -1)
        #expect(orientation(ax: 0, ay: 0, bx: 1, by: 0, cx: 7, cy: 0) == 0)
    }

    /// Positions one last digit off a line through large coordinates: plain arithmetic gets many of them wrong.
    @Test(arguments: [1, 0x1p-40, 0x1p+60]) func isExactNextToALine(scale: Double) {
        var generator = SeededGenerator(seed: 1)
        var plainErrors = 0
        for _ in 0..<20_000 {
            let start = (
                Int.random(in: -(1 << 52)...1 << 52, using: &generator),
                Int.random(in: -(1 << 52)...1 << 52, using: &generator)
            )
            let step = (
                Int.random(in: -1_000...1_000, using: &generator), Int.random(in: -1_000...1_000, using: &generator)
            )
            let far = Int.random(in: 1...1 << 40, using: &generator)
            let near = Int.random(in: -(1 << 40)...1 << 40, using: &generator)
            let end = (start.0 + step.0 * far, start.1 + step.1 * far)
            let third = (
                start.0 + step.0 * near + Int.random(in: -1...1, using: &generator),
                start.1 + step.1 * near + Int.random(in: -1...1, using: &generator)
            )
            let expected = exactSign(start, end, third)
            #expect(sign(start, end, third, scale: scale) == expected)
            #expect(sign(end, third, start, scale: scale) == expected)
            #expect(sign(end, start, third, scale: scale) == -expected)
            let plain =
                (Double(start.0) - Double(third.0)) * (Double(end.1) - Double(third.1))
                - (Double(start.1) - Double(third.1)) * (Double(end.0) - Double(third.0))
            if (plain > 0 ? 1 : plain < 0 ? -1 : 0) != expected { plainErrors += 1 }
        }
        #expect(plainErrors > 100)
    }

    /// The example of Kettner and others (2008): the grid of doubles around (0.5, 0.5) against the line through
    /// (12, 12) and (24, 24); the exact answer is the sign of y − x.
    @Test func isExactOnTheKettnerGrid() {
        for column in 0..<256 {
            for row in 0..<256 {
                let x = 0.5 + Double(column) * 0x1p-53
                let y = 0.5 + Double(row) * 0x1p-53
                let expected = y > x ? 1 : y < x ? -1 : 0
                #expect(orientation(ax: 12, ay: 12, bx: 24, by: 24, cx: x, cy: y) == expected)
            }
        }
    }
}
