internal import Features

/// What lasts until when: a bar for each end from the first day on, the earliest end first; below them what lasts and what
/// nobody wrote down.
struct TimelineChart: Chart {
    /// Until when something lasts.
    enum End: Sendable, Hashable {
        case day(CalendarDate)
        /// It goes on beyond the chart.
        case open
        /// Nobody wrote it down.
        case unknown
    }

    /// Several things that last equally long.
    struct Entry: Sendable {
        var label: String
        var end: End
        /// How many they are, in words: „12 Angebote“.
        var text: String
    }

    let id: String
    let title: String
    var kind: String { "timeline" }
    let rowTitle: String
    let columns: [String]
    var rows: [ChartRow] {
        entries.map { entry in
            ChartRow(
                label: entry.label,
                values: [entry.end == .unknown ? .missing(entry.text) : .number(0, text: entry.text)])
        }
    }
    let start: CalendarDate
    let entries: [Entry]

    private static let rowHeight = 40.0
    /// The room for the label of an end.
    static let labelWidth = 380.0

    init(id: String, title: String, rowTitle: String, column: String, start: CalendarDate, entries: [Entry]) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        columns = [column]
        self.start = start
        self.entries = entries
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let axis = axis
        let bottom = Double(entries.count) * TimelineChart.rowHeight + 2
        var nodes: [HTMLNode] = []
        var free = -Double.infinity
        for tick in axis.years {
            let x = axis.x(Double(tick))
            nodes.append(
                Tag.line(.x1(x), .y1(0), .x2(x), .y2(bottom), .stroke(Palette.hairline), .strokeWidth(1)))
            let middle = max(x, 18)
            guard middle - 18 > free, middle + 18 < ChartSheet.width else { continue }
            nodes.append(
                ChartSheet.text(
                    "\(tick)", x: middle, y: bottom + 15, width: 60, anchor: "middle", fontSize: ChartSheet.axisSize,
                    colour: Palette.quiet))
            free = middle + 18
        }
        for (index, entry) in entries.enumerated() {
            let top = Double(index) * TimelineChart.rowHeight
            let shown = ChartSheet.fitted(entry.label, width: TimelineChart.labelWidth, fontSize: ChartSheet.fontSize)
            nodes.append(
                Tag.rect(
                    .x(ChartSheet.track.lowerBound - 2), .y(top + 1),
                    .width(estimatedWidth(of: shown, fontSize: ChartSheet.fontSize) + 6), .height(17),
                    .fill(Palette.paper)))
            nodes.append(
                ChartSheet.text(
                    entry.label, x: ChartSheet.track.lowerBound, y: top + 14, width: TimelineChart.labelWidth))
            nodes += bar(entry.end, axis, y: top + 21)
            nodes.append(
                ChartSheet.text(
                    entry.text, x: ChartSheet.valueStart, y: top + 31, width: ChartSheet.width - ChartSheet.valueStart,
                    colour: entry.end == .unknown ? Palette.quiet : Palette.ink))
        }
        return ChartDrawing(height: bottom + 22, nodes: nodes)
    }

    private func bar(_ end: End, _ axis: Axis, y: Double) -> [HTMLNode] {
        let (left, right) = (ChartSheet.track.lowerBound, ChartSheet.track.upperBound)
        switch end {
        case .day(let day):
            let x = max(axis.x(day.inYears), left + 2)
            return [
                Tag.rect(.x(left), .y(y), .width(x - left), .height(11), .fill(Palette.bar)),
                Tag.line(.x1(x), .y1(y - 3), .x2(x), .y2(y + 14), .stroke(Palette.ink), .strokeWidth(2)),
            ]
        case .open:
            return [
                Tag.polygon(
                    .points([
                        PixelPoint(x: left, y: y), PixelPoint(x: right - 9, y: y), PixelPoint(x: right, y: y + 5.5),
                        PixelPoint(x: right - 9, y: y + 11), PixelPoint(x: left, y: y + 11),
                    ]), .fill(Palette.bar))
            ]
        case .unknown:
            return [
                ChartSheet.filler(.missing(""), id: id, from: left, to: right, y: y, height: 11)
            ]
        }
    }

    /// The years that the chart covers.
    private struct Axis {
        var first: Double
        var last: Double
        /// The beginnings of years that are marked.
        var years: [Int]

        func x(_ year: Double) -> Double {
            let share = min(max((year - first) / (last - first), 0), 1)
            return ChartSheet.track.lowerBound
                + share * (ChartSheet.track.upperBound - ChartSheet.track.lowerBound)
        }
    }

    private var axis: Axis {
        let ends = entries.compactMap { entry -> Double? in
            if case .day(let day) = entry.end { return day.inYears }
            return nil
        }
        let first = start.inYears
        let last = max(ends.max() ?? first, first + 1)
        let every = Int(exactly: ChartScale.roundStep(max(1, (last - first) / 8)).rounded()) ?? 1
        let (lowest, highest) = (Int(exactly: first.rounded(.up)) ?? 0, Int(exactly: last.rounded(.down)) ?? 0)
        let years = lowest > highest ? [] : (lowest...highest).filter { $0 % every == 0 }
        return Axis(first: first, last: last, years: years)
    }
}

extension CalendarDate {
    /// Where a day lies among years: 2025.5 is the beginning of July. It need only rise with the days.
    var inYears: Double { Double(year) + (Double(month - 1) + Double(day - 1) / 31) / 12 }
}
