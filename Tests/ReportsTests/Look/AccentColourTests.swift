import Testing

@testable import Reports

@Suite struct AccentColourTests {
    /// Contrast with white by the formula of WCAG 2.1; white and the light ground of boxes.
    @Test(arguments: [
        (0x000000 as UInt32, true), (0x17596A, true), (0x777777, false), (0x6A6A6A, true), (0xFF0000, false),
        (0xC00000, true), (0xFFFFFF, false), (0xFFCC00, false), (0x0000FF, true),
    ]) func legible(_ value: UInt32, _ isLegible: Bool) {
        #expect((AccentColour(value) != nil) == isLegible)
    }

    @Test func contrastIsThatOfTheDarkestGround() {
        #expect(abs(Colour(0).contrast(with: Palette.paper) - 21) < 1e-9)
        #expect(AccentColour.contrast(of: 0x000000) < 21)
        #expect(AccentColour.contrast(of: 0xF3F6F5) == 1)
        // WebAIM's checker has 4.54 to 1 for #767676 on white.
        #expect(abs(Colour(0x767676).contrast(with: Palette.paper) - 4.54) < 0.005)
        #expect(AccentColour(0x767676) == nil)
    }

    /// What is proposed can be read, is of the same hue, and one step lighter could not.
    @Test(arguments: [0xFFCC00, 0xFF0000, 0xFFFFFF, 0x00FF00, 0xE69F00, 0x80C0FF] as [UInt32])
    func theNearestIsAsLightAsCanBeRead(_ value: UInt32) throws {
        let text = AccentColour.legible(near: value)
        let proposed = try #require(UInt32(text.dropFirst(), radix: 16))
        #expect(AccentColour(proposed) != nil)
        #expect(AccentColour.contrast(of: proposed) < 4.65)
        let (wanted, colour) = (Colour(value), Colour(proposed))
        let largest =
            Double(max(colour.red, colour.green, colour.blue))
            / Double(max(wanted.red, wanted.green, wanted.blue))
        for (before, after) in [(wanted.red, colour.red), (wanted.green, colour.green), (wanted.blue, colour.blue)] {
            #expect(abs(Double(before) * largest - Double(after)) <= 1.01)
        }
    }

    @Test func whatCanBeReadIsItsOwnNearest() {
        #expect(AccentColour.legible(near: 0x17596A) == "#17596a")
        #expect(AccentColour.text(of: 0x00000A) == "#00000a")
    }
}
