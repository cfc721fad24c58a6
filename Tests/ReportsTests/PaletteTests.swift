import Testing

@testable import Reports

/// Contrast by WCAG 2.1: 4.5 for text, 3 for lines and symbols that must be seen.
@Suite struct PaletteTests {
    @Test func knownContrasts() {
        #expect(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) == 21)
        #expect(Colour(0xFFFFFF).contrast(with: Colour(0xFFFFFF)) == 1)
        // The grey that is named as the lightest with 4.5 on white.
        #expect(abs(Colour(0x767676).contrast(with: Colour(0xFFFFFF)) - 4.54) < 0.01)
        #expect(Colour(0x0A0BFC).hex == "#0a0bfc")
    }

    @Test(arguments: [Palette.ink, Palette.quiet, Palette.accent]) func textOnItsGrounds(_ text: Colour) {
        for ground in [Palette.paper, Palette.panel, Palette.land, Palette.faintLand] {
            #expect(text.contrast(with: ground) >= 4.5)
        }
    }

    @Test func theMarkOfInternalPages() {
        #expect(Palette.noticeText.contrast(with: Palette.noticeGround) >= 4.5)
        #expect(Palette.noticeEdge.contrast(with: Palette.paper) >= 3)
    }

    @Test(arguments: [Palette.border, Palette.focus, Palette.noData]) func linesOnMaps(_ line: Colour) {
        for ground in [Palette.paper, Palette.land] { #expect(line.contrast(with: ground) >= 3) }
    }

    @Test func labelsOnClasses() {
        for (index, colour) in Palette.classes.enumerated() {
            #expect(Palette.text(onClass: index).contrast(with: colour) >= 4.5)
        }
    }

    @Test func classesDarkenStepByStep() {
        for (light, dark) in zip(Palette.classes, Palette.classes.dropFirst()) {
            #expect(light.contrast(with: dark) > 1.35)
            #expect(light.luminance > dark.luminance)
        }
    }

    @Test(arguments: PlaceKind.allCases) func numbersOnSymbols(_ kind: PlaceKind) {
        #expect(kind.textColour.contrast(with: kind.colour) >= 4.5)
    }

    @Test func symbolsDifferWithoutColour() {
        let shapes = PlaceKind.allCases.map { kind in
            HTMLWriter.fragment([kind.symbol(at: PixelPoint(x: 0, y: 0), radius: 5)]).prefix(8)
        }
        #expect(Set(shapes).count == 3)
    }
}
