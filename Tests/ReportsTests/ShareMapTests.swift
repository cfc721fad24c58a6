import Disclosure
import Indicators
import Planar
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// Shades as a printer without colour and as eyes that see fewer colours have them.
@Suite struct GreyPrintTests {
    /// The grey that a printer makes of a colour, 0 to 100 (L* of CIELAB).
    private func lightness(_ colour: Colour) -> Double {
        let luminance = colour.luminance
        return luminance <= 216.0 / 24389 ? luminance * 24389 / 27 : 116 * cubeRoot(luminance) - 16
    }

    private func cubeRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 { root = (2 * root + value / (root * root)) / 3 }
        return root
    }

    @Test func lightnessOfKnownGreys() {
        #expect(abs(lightness(Colour(0xFFFFFF)) - 100) < 1e-6 && abs(lightness(Colour(0x000000))) < 1e-9)
        // sRGB 119 is the middle grey of CIELAB.
        #expect(abs(lightness(Colour(0x777777)) - 50.03) < 0.01)
    }

    @Test func classesAreToldApartInGrey() {
        for (light, dark) in zip(Palette.classes, Palette.classes.dropFirst()) {
            #expect(lightness(light) - lightness(dark) >= 9, "\(light.hex) \(dark.hex)")
        }
    }

    @Test(arguments: 1...4) func reachedLandIsToldApartInGrey(_ count: Int) {
        let colours = Palette.reachedLand(count: count)
        #expect(colours.count == count)
        for (dark, light) in zip(colours, colours.dropFirst()) { #expect(lightness(light) - lightness(dark) >= 9) }
    }

    @Test func theGroundIsQuiet() {
        for ground in [Palette.water, Palette.green] {
            #expect(ground.contrast(with: Palette.land) < 1.3)
            #expect(Palette.ink.contrast(with: ground) >= 4.5 && Palette.quiet.contrast(with: ground) >= 4.5)
            for kind in PlaceKind.allCases { #expect(kind.colour != ground) }
        }
        #expect(abs(lightness(Palette.water) - lightness(Palette.green)) >= 3)
    }

    @Test(arguments: [
        Palette.bar, Palette.organised, Palette.everydayLine, Palette.ink, Palette.noData, Palette.border,
    ])
    func marksOfChartsAreSeen(_ colour: Colour) {
        #expect(colour.contrast(with: Palette.paper) >= 3)
    }

    @Test func dotsOfProtectedValuesAreSeen() {
        #expect(Palette.noData.contrast(with: Palette.hiddenGround) >= 3)
        #expect(Palette.hiddenGround != Palette.paper)
    }

    @Test func nothingIsRed() {
        let all =
            [Palette.bar, Palette.organised, Palette.everydayLine, Palette.service, Palette.focus, Palette.accent]
            + Palette.classes
        for colour in all { #expect(!(colour.red > 150 && colour.green < 90 && colour.blue < 90), "\(colour.hex)") }
    }
}

@Suite struct GroundTests {
    private func square(_ x: Double, _ y: Double, _ size: Double) throws -> Geometry {
        try Geometry(
            kind: .polygon, xs: [x, x + size, x + size, x, x], ys: [y, y, y + size, y + size, y], ringEnds: [5])
    }

    private var drawing: MapDrawing {
        MapDrawing(
            id: "m", frame: MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000)),
            numbers: NumberStyle(language: .german))
    }

    private func read(_ base: BaseAreas) throws -> [MarkupReader.Element] {
        try MarkupReader.read("<!DOCTYPE html>" + HTMLWriter.fragment([Tag.g { drawing.ground(base) }])).named("path")
    }

    @Test func greenLiesUnderWater() throws {
        let paths = try read(BaseAreas(water: [square(200, 200, 100)], green: [square(100, 100, 500)]))
        #expect(paths.compactMap { $0.attributes["fill"] } == [Palette.green.hex, Palette.water.hex])
    }

    @Test func whatCannotBeSeenIsNotDrawn() throws {
        #expect(try read(BaseAreas()).isEmpty)
        #expect(try read(BaseAreas(water: [square(10, 10, 1)], green: [square(5000, 0, 500)])).isEmpty)
    }

    @Test func aForestOfManyPartsStaysSmall() throws {
        var random = SeededGenerator(seed: 3)
        let ponds = try (0..<4000).map { _ in
            try square(Double.random(in: 0...980, using: &random), Double.random(in: 0...980, using: &random), 12)
        }
        let paths = try read(BaseAreas(water: ponds + [square(300, 300, 300)]))
        #expect((paths.first?.attributes["d"]?.utf8.count ?? .max) < 60_000)
        // The largest is never left out.
        let alone = try read(BaseAreas(water: [square(300, 300, 300)])).first?.attributes["d"] ?? "?"
        #expect(paths.first?.attributes["d"]?.hasPrefix(alone) == true)
    }

    @Test func mapsOfPlacesShowTheGroundAndSaySo() throws {
        var input = try SmallTown().input()
        input.study.base = BaseAreas(water: [try square(100, 600, 300)], green: [try square(1200, 200, 400)])
        let pages = try ReportSet.render(input)
        let town = try MarkupReader.read(pages[0].text)
        for colour in [Palette.water, Palette.green] {
            #expect(town.named("path").contains { $0.attributes["fill"] == colour.hex })
            #expect(town.named("li").flatMap(\.all).contains { $0.attributes["fill"] == colour.hex })
        }
        // The first quarter has the pond alone on its map.
        let quarter = try MarkupReader.read(pages[1].text).named("figure").first
        #expect(quarter?.wholeText.contains("Wasser") == true)
    }
}

@Suite struct GroupMapTests {
    @Test func eachGroupHasAMapInTheSameClasses() throws {
        let root = try SmallTown().read("index.html")
        let figure = try #require(root.named("figure").first { $0.attributes["class"] == "multiples" })
        let maps = figure.named("svg").filter { $0.attributes["role"] == "img" }
        #expect(
            maps.map { $0.named("title").first?.wholeText } == [
                "Karte: Alle Einwohnerinnen und Einwohner", "Karte: Menschen mit ausländischer Staatsangehörigkeit",
            ])
        #expect(Set(maps.compactMap { $0.attributes["viewBox"] }).count == 1)
        let legend = figure.named("li").count
        #expect(legend == Palette.classes.count + 1)
        // 700 of 900 have a place within 500 m, and 100 of the group's 190.
        let fills = maps.map { map in
            map.named("g").first?.named("path").compactMap { $0.attributes["fill"] }.filter { $0.hasPrefix("#") } ?? []
        }
        #expect(fills[0].contains(Palette.classes[3].hex) && fills[1].contains(Palette.classes[2].hex))
        let table = root.withID("table-quarters-groups")
        #expect(table?.cells.count == 3)
    }

    @Test func protectedValuesAreDottedNeverWhite() throws {
        var town = SmallTown()
        town.edition = .public
        let input = try town.input().passed()
        let context = ReportContext(input)
        let drawing = MapDrawing(
            id: "m", frame: MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 9, maxY: 9)), numbers: context.numbers)
        var value = try #require(input.indicators.values.first { $0.indicator == "coverage_share" })
        (value.value, value.status) = (nil, .suppressed)
        #expect(HTMLWriter.fragment(context.shareFill(value, [], drawing)).contains("url(#m-hidden)"))
        #expect(HTMLWriter.fragment(context.shareLegend([value], drawing)).contains("url(#m-hidden)"))
        #expect(!HTMLWriter.fragment(context.shareLegend([value], drawing)).contains("url(#m-nodata)"))
        value.status = .notApplicable
        #expect(HTMLWriter.fragment(context.shareFill(value, [], drawing)).contains("url(#m-nodata)"))
    }

    @Test func withoutGroupsThereIsNone() throws {
        var town = SmallTown()
        town.hasGroups = false
        #expect(try town.read("index.html").named("figure").allSatisfy { $0.attributes["class"] != "multiples" })
    }
}
