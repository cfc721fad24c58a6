import Disclosure
import Planar
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

@Suite struct LabelLayoutTests {
    private let bounds = Envelope(minX: 0, minY: 0, maxX: 720, maxY: 600)

    private func square(_ x: Double, _ y: Double, _ size: Double) -> PixelPolygon {
        PixelPolygon(
            rings: [
                [(x, y), (x + size, y), (x + size, y + size), (x, y + size)].map { PixelPoint(x: $0.0, y: $0.1) }
            ])
    }

    @Test(arguments: UInt64(1)...12) func labelsOfRandomLayoutsNeverOverlap(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var placement = LabelPlacement(fontSize: 14, bounds: bounds)
        placement.take(Envelope(minX: 680, minY: 0, maxX: 720, maxY: 52))
        var boxes = placement.taken
        for number in 0..<40 {
            let x = Double.random(in: 0...650, using: &random)
            let y = Double.random(in: 0...550, using: &random)
            let area = square(x, y, Double.random(in: 5...200, using: &random))
            if Bool.random(using: &random) {
                placement.avoid(Envelope(minX: x, minY: y, maxX: x + 10, maxY: y + 10))
            }
            let wordings = [["\(number) Quartier am Hafen", "60–80 %"], ["\(number)", "60–80 %"], ["\(number)"]]
            guard let label = placement.place(wordings, in: [area]) else { continue }
            #expect(bounds.contains(label.box))
            #expect(!boxes.contains { $0.intersects(label.box) })
            #expect(wordings.contains(label.lines))
            boxes.append(label.box)
        }
        #expect(boxes.count > 5)
        #expect(placement.taken.count == boxes.count)
    }

    @Test func theLongestWordingThatFitsIsTaken() {
        let wordings = [["Ein sehr langer Name", "80–100 %"], ["7", "80–100 %"], ["7"]]
        for (size, expected) in [(300.0, 0), (90, 1), (30, 2), (4, 2)] {
            var placement = LabelPlacement(fontSize: 14, bounds: bounds)
            #expect(placement.place(wordings, in: [square(200, 200, size)])?.lines == wordings[expected])
        }
    }

    @Test func labelsStandInTheLargestPart() {
        var placement = LabelPlacement(fontSize: 14, bounds: bounds)
        let label = placement.place([["A"]], in: [square(10, 10, 50), square(300, 300, 200), square(600, 10, 60)])
        #expect(label.map { abs($0.middle.x - 400) <= 1 && abs($0.middle.y - 400) <= 1 } == true)
        #expect(placement.place([["A"]], in: []) == nil)
    }

    @Test func labelsKeepAwayFromSymbolsWhereTheyCan() {
        var placement = LabelPlacement(fontSize: 14, bounds: bounds)
        let symbol = Envelope(minX: 295, minY: 295, maxX: 305, maxY: 305)
        placement.avoid(symbol)
        let label = placement.place([["1 Altstadt"]], in: [square(200, 200, 200)])
        #expect(label.map { !$0.box.intersects(symbol) } == true)
        // Where symbols are everywhere, the label stays in the middle.
        var crowded = LabelPlacement(fontSize: 14, bounds: bounds)
        crowded.avoid(bounds)
        #expect(crowded.place([["1"]], in: [square(200, 200, 200)]).map { abs($0.middle.x - 300) <= 1 } == true)
    }

    @Test func widerTextsAreEstimatedWider() {
        func width(_ text: String) -> Double { estimatedWidth(of: text, fontSize: 10) }
        #expect(width("") == 0)
        #expect(width("WWW") > width("nnn") && width("nnn") > width("iii"))
        #expect(width("中") > width("a"))
        #expect(width("a\u{301}") == width("a"))
        #expect(width("ab") == width("a") + width("b"))
        #expect(estimatedWidth(of: "Altstadt", fontSize: 20) == 2 * width("Altstadt"))
    }

    @Test func symbolsStayOnTheMapAndApart() {
        var random = SeededGenerator(seed: 5)
        var placement = SymbolPlacement(spacing: 20, bounds: bounds)
        var spots: [PixelPoint] = []
        for _ in 0..<60 {
            let home = PixelPoint(
                x: Double.random(in: 0...720, using: &random), y: Double.random(in: 0...600, using: &random))
            let spot = placement.place(near: home)
            #expect(bounds.contains(x: spot.x, y: spot.y))
            for other in spots {
                let (dx, dy) = (spot.x - other.x, spot.y - other.y)
                #expect((dx * dx + dy * dy).squareRoot() >= 19.9)
            }
            spots.append(spot)
        }
    }
}

@Suite struct LegendTests {
    @Test(arguments: [
        (0.0, "0–20\u{202F}%"), (0.2, "20–40\u{202F}%"), (0.39999, "20–40\u{202F}%"), (0.4, "40–60\u{202F}%"),
        (0.6, "60–80\u{202F}%"), (0.8, "80–100\u{202F}%"), (1, "80–100\u{202F}%"), (-0.1, "0–20\u{202F}%"),
        (1.1, "80–100\u{202F}%"), (.nan, "0–20\u{202F}%"),
    ]) func classesHaveLabels(_ share: Double, _ label: String) {
        #expect(ShareClass(share).label(NumberStyle(language: .german)) == label)
    }

    @Test func legendsSayToWhichClassABoundBelongs() {
        let legends = ShareClass.all.map { $0.legend(NumberStyle(language: .german), Words(.german)) }
        #expect(legends.first == "0 bis unter 20\u{202F}%" && legends.last == "80 bis 100\u{202F}%")
        #expect(legends.count == Palette.classes.count)
        #expect(Set(legends).count == legends.count)
    }

    @Test func classesHaveOneHueAndNoneIsRed() {
        for colour in Palette.classes { #expect(colour.red <= colour.green && colour.green <= colour.blue + 2) }
    }

    @Test(arguments: Language.allCases, Edition.allCases)
    func everyFillOfAMapStandsInItsLegend(_ language: Language, _ edition: Edition) throws {
        var town = SmallTown()
        town.language = language
        town.edition = edition
        for page in try town.pages() {
            for figure in try MarkupReader.read(page.text).named("figure") {
                let map = try #require(figure.named("svg").first { $0.attributes["role"] == "img" })
                let swatches = figure.named("figcaption").flatMap { $0.named("svg") }.flatMap(\.all)
                let legend = Set(swatches.compactMap { $0.attributes["fill"] })
                let drawn = map.named("g").first?.all.compactMap { $0.attributes["fill"] } ?? []
                let subject = Palette.classes.map(\.hex) + [PlaceKind.organised, .everyday, .service].map(\.colour.hex)
                for fill in drawn where fill.hasPrefix("url(") || subject.contains(fill) {
                    #expect(legend.contains(fill), "\(fill) in \(page.path)")
                }
                for symbol in PlaceKind.allCases
                where map.all.contains(where: { $0.attributes["fill"] == symbol.colour.hex }) {
                    #expect(legend.contains(symbol.colour.hex), "\(symbol) in \(page.path)")
                }
            }
        }
    }

    @Test(arguments: [20.0, 50, 700, 5000, 20_000, 400_000])
    func scaleBarsFitAndAreRound(_ metres: Double) throws {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: metres, maxY: metres))
        let drawing = MapDrawing(id: "m", frame: frame, numbers: NumberStyle(language: .german))
        let length = try #require(drawing.scaleMetres)
        #expect(length * frame.scale <= 170 && length * frame.scale > 170 / 2.5 - 1)
        var digits = length
        while digits >= 10 { digits /= 10 }
        #expect([1, 2, 5].contains(digits))
    }

    @Test func idsOfAMapBeginWithItsName() {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
        let drawing = MapDrawing(id: "m", frame: frame, numbers: NumberStyle(language: .english))
        let sheet = HTMLWriter.fragment([
            drawing.sheet(
                title: "T", description: "D", attribution: "A", north: "N", layers: [Tag.g()], above: [Tag.g()])
        ])
        for id in ["m-title", "m-desc", "m-frame", "m-focus", "m-nodata"] { #expect(sheet.contains("id=\"\(id)\"")) }
        #expect(sheet.contains("aria-labelledby=\"m-title\"") && sheet.contains("url(#m-frame)"))
    }
}

@Suite struct OtherAreasTests {
    private var town: SmallTown {
        var town = SmallTown()
        town.hasOtherAreas = true
        return town
    }

    @Test func eachLayerIsAChapterWithItsOwnName() throws {
        let root = try town.read("index.html")
        let section = try #require(root.named("section").first { $0.attributes["id"] == "areas-1" })
        #expect(section.named("h2").first?.wholeText == "Schulbezirke")
        #expect(section.named("h3").map(\.wholeText) == ["Bezirk West", "Bezirk Fern"])
        #expect(section.wholeText.contains("Dieses Gebiet liegt außerhalb aller Quartiere."))
        #expect(root.named("a").contains { $0.attributes["href"] == "#areas-1" && $0.wholeText == "Schulbezirke" })
        let cells = section.named("table").first?.cells.first
        #expect(
            cells == ["Altstadt", "25,0", "100\u{202F}%", "25\u{202F}%", "400", "44\u{202F}%"])
    }

    @Test func quartersNameTheAreasThatLieOnThem() throws {
        let table = try town.read("quarter-01.html").withID("table-areas-1")
        #expect(table?.cells.map(\.first) == ["Bezirk West"])
        #expect(try town.read("quarter-02.html").withID("table-areas-1") == nil)
    }

    @Test func withoutSuchLayersThereIsNoChapter() throws {
        #expect(try SmallTown().read("index.html").named("section").allSatisfy { $0.attributes["id"] != "areas-1" })
    }
}

@Suite struct LargeTownTests {
    /// Forty quarters in a grid, 5,000 pieces of street, a place and residents in each quarter.
    private func input() throws -> UnprotectedInput {
        var input = try SmallTown().input()
        let town = SmallTown()
        let count = 40
        let corners = (0..<count).map { (x: Double($0 % 8) * 1000, y: Double($0 / 8) * 1000) }
        input.study.quarters = AreaTable(
            title: "Quartiere", ids: (1...count).map { "q\($0)" }, names: (1...count).map { "Quartier \($0)" },
            geometries: try corners.map { try town.square($0.x, $0.y, 1000) })
        var random = SeededGenerator(seed: 1)
        input.study.streets = try (0..<5000).map { _ in
            let x = Double.random(in: 0...7900, using: &random)
            let y = Double.random(in: 0...4900, using: &random)
            return try Geometry(kind: .lineString, xs: [x, x + 60, x + 100], ys: [y, y + 20, y + 90])
        }
        return input
    }

    @Test func allPagesAreWrittenAndWellFormed() throws {
        let pages = try ReportSet.render(input())
        // Town and quarters with a guide each, the page for the council, the annex.
        #expect(pages.count == 2 * 41 + 2)
        #expect(pages.map(\.path).suffix(2) == ["leitfaden-40.html", "annex.html"])
        let root = try MarkupReader.read(try #require(pages.first).text)
        #expect(root.withID("table-quarters")?.cells.count == 41)
        let map = root.named("svg").first { $0.attributes["aria-labelledby"] == "map-places-title" }
        let numbers = map?.named("text").filter { $0.attributes["aria-hidden"] == nil }.map(\.text) ?? []
        #expect(numbers.count { $0.hasPrefix("4") } > 0)
        // Streets are one path, not 5,000 elements.
        #expect((map?.named("path").count ?? 0) < 200)
        for page in pages { #expect(page.text.utf8.count < 700_000, "\(page.path)") }
    }
}
