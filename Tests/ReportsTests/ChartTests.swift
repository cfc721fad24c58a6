import Features
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// One chart of each kind from the same rows, so that each is looked at in the same way.
struct ChartSamples {
    var labels = ["Alle", "Menschen mit ausländischer Staatsangehörigkeit", "Unter 18"]
    var values: [ChartValue] = [
        .number(0.84, from: 0.8, to: 0.88, text: "≈ 84 % (80–88 %)"), .number(0.4, text: "40 %"), .hidden("geschützt"),
    ]
    var style = ChartStyle(words: Words(.german), numbers: NumberStyle(language: .german))

    var rows: [ChartRow] { zip(labels, values).map { ChartRow(label: $0, values: [$1]) } }

    var bars: BarChart {
        BarChart(
            id: "c", title: "Titel", rowTitle: "Gruppe", column: "Anteil", unit: .share,
            bars: zip(labels, values).map { ($0, $1) }, isFirstApart: true)
    }

    var all: [any Chart] {
        let pairs = rows.map { ChartRow(label: $0.label, values: $0.values + $0.values) }
        return [
            bars,
            DotPlot(id: "c", title: "Titel", rowTitle: "Gruppe", columns: ["a", "b"], unit: .share, rows: pairs),
            StripPlot(
                id: "c", title: "Titel", rowTitle: "Gruppe", columns: labels, unit: .number("Orte"),
                rows: labels.map { ChartRow(label: $0, values: values) }, wholes: values, wholeName: "Stadt"),
            SlopeChart(
                id: "c", title: "Titel", rowTitle: "Gruppe", before: "2022", after: "2024", unit: .number(""),
                rows: zip(labels, values).map { ($0, $1, $1) }),
            TimelineChart(
                id: "c", title: "Titel", rowTitle: "bis", column: "Angebote", start: ChartSamples.day("2024-01-01"),
                entries: zip(labels, values).enumerated().map { index, pair in
                    TimelineChart.Entry(
                        label: pair.0,
                        end: [.day(ChartSamples.day("2025-06-30")), .open, .unknown][index % 3], text: pair.1.text)
                }),
            LorenzChart(
                id: "c", title: "Titel", rowTitle: "Menschen", people: "Menschen", amount: "Orte",
                curves: [LorenzCurve(name: labels.first ?? "", people: [1, 2, 3], amounts: [3, 2, 1])],
                numbers: style.numbers),
            ScatterChart(
                id: "c", title: "Titel", rowTitle: "Quartier", own: labels.first ?? "", neighbours: labels.last ?? "",
                unit: .number(""), rows: pairs, whole: 0.5, isReliable: [true, false, true]),
        ]
    }

    static func day(_ text: String) -> CalendarDate {
        CalendarDate(iso: text) ?? CalendarDate(year: 2000, month: 1, day: 1).unsafelyUnwrapped
    }

    func read(_ chart: any Chart) throws -> MarkupReader.Element {
        func sheet(_ chart: some Chart) -> HTMLNode { ChartSheet.sheet(chart, chart.drawing(style), style) }
        return try MarkupReader.read("<!DOCTYPE html>" + HTMLWriter.fragment([sheet(chart)]))
    }
}

@Suite struct ChartTests {
    private func number(_ element: MarkupReader.Element, _ name: String) -> Double {
        element.attributes[name].flatMap(Double.init) ?? .nan
    }

    /// A text as it is shown: the reader of the tests leaves entities as they are. By bytes, since a mark joins with the end
    /// of an entity.
    private func plain(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            bytes = Array(
                bytes.split(separator: Array(entity.utf8), omittingEmptySubsequences: false).joined(
                    separator: Array(sign.utf8)))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func barsHaveLengthsOfTheirValues() throws {
        let samples = ChartSamples()
        let rects = try samples.read(samples.bars).named("rect").filter { $0.attributes["fill"] == Palette.bar.hex }
        #expect(rects.count == 2)
        let track = ChartSheet.track.upperBound - ChartSheet.track.lowerBound
        #expect(abs(number(rects[0], "width") - 0.84 * track) < 0.06)
        #expect(abs(number(rects[1], "width") - 0.4 * track) < 0.06)
        #expect(rects.allSatisfy { number($0, "x") == ChartSheet.track.lowerBound })
    }

    @Test func negativeBarsGoToTheLeftOfNothing() throws {
        var samples = ChartSamples()
        samples.values = [.number(-3, text: "−3"), .number(5, text: "5"), .missing("fehlt")]
        let chart = BarChart(
            id: "c", title: "T", rowTitle: "R", column: "C", unit: .number("Orte"),
            bars: zip(samples.labels, samples.values).map { ($0, $1) })
        let bars = try samples.read(chart).named("rect").filter { $0.attributes["fill"] == Palette.bar.hex }
        #expect(abs(number(bars[0], "x") + number(bars[0], "width") - number(bars[1], "x")) < 0.11)
    }

    @Test func intervalsLieOnTheirBars() throws {
        let samples = ChartSamples()
        let lines = try samples.read(samples.bars).named("path").filter {
            $0.attributes["stroke"] == Palette.ink.hex
        }
        // Only the first has one: from 80 to 88 %.
        #expect(lines.count == 1)
        let scale = ChartScale.share(pixels: ChartSheet.track)
        #expect(lines[0].attributes["d"]?.hasPrefix("M\(pixels(scale.position(0.8))) ") == true)
    }

    @Test func hiddenValuesAreSeenAsHidden() throws {
        for chart in ChartSamples().all.prefix(4) {
            let root = try ChartSamples().read(chart)
            let isDrawn = root.all.contains { $0.attributes["fill"] == "url(#c-hidden)" }
            let isTold = root.named("text").contains { $0.text.contains("geschützt") }
            #expect(isDrawn || isTold, "\(chart.kind)")
            #expect(root.withID("c-hidden") != nil)
            #expect(root.named("desc").first?.wholeText.contains("geschützt") == true, "\(chart.kind)")
        }
        var samples = ChartSamples()
        samples.values[2] = .missing("fehlt")
        #expect(try samples.read(samples.bars).all.contains { $0.attributes["fill"] == "url(#c-missing)" })
        #expect(try !samples.read(samples.bars).all.contains { $0.attributes["fill"] == "url(#c-hidden)" })
    }

    @Test(arguments: 0..<7) func chartsHaveTitleDescriptionAndTable(_ index: Int) throws {
        let samples = ChartSamples()
        let chart = samples.all[index]
        let root = try samples.read(chart)
        let svg = try #require(root.named("svg").first)
        #expect(svg.attributes["role"] == "img" && svg.attributes["aria-labelledby"] == "c-title")
        #expect(root.withID("c-title")?.wholeText == "Titel")
        #expect((root.withID("c-desc")?.wholeText.count ?? 0) > 20)
        let table = chart.table(samples.style)
        #expect(table.rows.count == chart.rows.count)
        #expect(table.rows.allSatisfy { $0.count == chart.columns.count + 1 })
        #expect(table.columns.count == chart.columns.count + 1)
    }

    /// Every text lies within the sheet and none covers another, whatever the names are.
    @Test(
        arguments: 0..<7,
        [
            "", "Alle", String(repeating: "Ä", count: 10_000), "<script>alert(1)</script>", "مركز \u{202E}abc",
            "\"\u{301}x", "👩‍👩‍👧‍👦🏳️‍🌈",
        ])
    func textsFit(_ index: Int, _ name: String) throws {
        var samples = ChartSamples()
        samples.labels = [name, "B" + name, "C" + name]
        samples.values[0].text = "≈ 84 % (80–88 %)" + name
        let chart = samples.all[index]
        let root = try samples.read(chart)
        let height = chart.drawing(samples.style).height
        #expect(root.named("script").isEmpty)
        var boxes: [(Double, Double, Double, Double)] = []
        for text in root.named("text") {
            let size = number(text, "font-size")
            let bold = text.attributes["font-weight"] == nil ? 1 : 1.1
            let width = estimatedWidth(of: plain(text.text), fontSize: size * bold)
            let (x, y) = (number(text, "x"), number(text, "y"))
            let left =
                x
                - (text.attributes["text-anchor"] == "end"
                    ? width : text.attributes["text-anchor"] == "middle" ? width / 2 : 0)
            #expect(left >= -0.5 && left + width <= ChartSheet.width + 0.5, "\(chart.kind): \(text.text)")
            #expect(y - size * 0.8 >= -0.5 && y + size * 0.2 <= height + 0.5, "\(chart.kind): \(text.text)")
            let box = (left, y - size * 0.7, left + width, y)
            for other in boxes where !text.text.isEmpty {
                let covers =
                    box.0 < other.2 - 0.5 && other.0 < box.2 - 0.5 && box.1 < other.3 - 0.5 && other.1 < box.3 - 0.5
                #expect(!covers, "\(chart.kind): \(text.text)")
            }
            if !text.text.isEmpty { boxes.append(box) }
        }
    }

    @Test(arguments: [
        [], [ChartValue.number(0.5, text: "x")], [.number(1e308, text: "x"), .number(-1e308, text: "y")],
    ])
    func fewAndExtremeValuesAreDrawn(_ values: [ChartValue]) throws {
        var samples = ChartSamples()
        samples.labels = values.map(\.text)
        samples.values = values
        for chart in samples.all {
            let root = try samples.read(chart)
            for element in root.all {
                for (name, value) in element.attributes
                where ["x", "y", "width", "height", "cx", "cy", "d"].contains(name) {
                    #expect(!value.contains("nan") && !value.contains("inf"), "\(chart.kind) \(name)")
                }
                if element.name == "rect" { #expect(number(element, "width") >= 0) }
            }
        }
    }

    @Test func manyValuesAreSummedUpForThoseWhoHear() {
        var samples = ChartSamples()
        samples.labels = (1...20).map { "Q\($0)" }
        samples.values = (1...20).map { .number(Double($0) / 20, text: "\($0 * 5) %") }
        samples.values[3] = .hidden("geschützt")
        samples.values[4] = .missing("kein Wert")
        let text = samples.bars.description(samples.style)
        #expect(text == "Balkendiagramm. Anteil: von 5 % bis 100 %. 1 Wert ist geschützt. 1 Wert fehlt.")
    }

    @Test func labelsOfSlopesSpreadAndKeepTheirOrder() {
        let spread = SlopeChart.spread([50, 50, 50, 10, 99], distance: 17, within: 0...100)
        #expect(spread[3] < spread[0] && spread[0] < spread[1] && spread[1] < spread[2] && spread[2] < spread[4])
        let sorted = spread.sorted()
        for (above, below) in zip(sorted, sorted.dropFirst()) { #expect(below - above >= 17 - 1e-9) }
        #expect(SlopeChart.spread([5], distance: 17, within: 0...100) == [5])
        #expect(SlopeChart.spread([], distance: 17, within: 0...100) == [])
    }

    @Test func dotsOfAStripNeverCoverEachOther() {
        let levels = StripPlot.levels([10, nil, 11, 12, 30, 10])
        #expect(levels[1] == nil)
        #expect(Set([0, 2, 3, 5].compactMap { levels[$0] }).count == 4)
        #expect(levels[4] == 0)
    }

    @Test func timelinesEndWhereTheMoneyEnds() throws {
        let chart = TimelineChart(
            id: "c", title: "T", rowTitle: "bis", column: "n", start: ChartSamples.day("2024-01-01"),
            entries: ["2024-07-01", "2026-01-01"].map {
                TimelineChart.Entry(label: $0, end: .day(ChartSamples.day($0)), text: "1")
            })
        let root = try ChartSamples().read(chart)
        let bars = root.named("rect").filter { $0.attributes["fill"] == Palette.bar.hex }.map { number($0, "width") }
        #expect(abs(bars[0] * 4 - bars[1]) < 0.5)
        #expect(
            root.named("text").map(\.text).filter { $0.hasPrefix("20") && $0.count == 4 } == ["2024", "2025", "2026"])
    }

    @Test func dateSpansOfCenturiesHaveFewYears() throws {
        let chart = TimelineChart(
            id: "c", title: "T", rowTitle: "bis", column: "n", start: ChartSamples.day("0001-01-01"),
            entries: [TimelineChart.Entry(label: "", end: .day(ChartSamples.day("9999-12-31")), text: "1")])
        #expect(try ChartSamples().read(chart).named("text").count < 20)
    }
}
