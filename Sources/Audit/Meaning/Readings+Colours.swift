/// Counts by the colours of maps: a shape that names its area has the colour of a class of the legend.
extension Readings {
    /// A legend has its classes so near to each other, in texts.
    private static let gap = 3

    mutating func read(coloursOf file: FileContent) {
        /// Runs of classes, each with the first and the last text.
        var legends: [(texts: ClosedRange<Int>, group: String, classes: [String: LegendClass])] = []
        for (number, fragment) in file.fragments.enumerated() {
            guard let colour = fragment.swatch ?? fragment.fill, let bounds = LegendClass(fragment.text),
                let group = bounds.group(of: file.fragments, number, &gazetteer)
            else { continue }
            if let last = legends.last, last.group == group, number - last.texts.upperBound <= Readings.gap {
                legends[legends.count - 1].texts = last.texts.lowerBound...number
                legends[legends.count - 1].classes[colour] = bounds
            } else {
                legends.append((number...number, group, [colour: bounds]))
            }
        }
        guard !legends.isEmpty else { return }
        for (number, fragment) in file.fragments.enumerated() {
            guard let colour = fragment.fill, LegendClass(fragment.text) == nil else { continue }
            let areas = gazetteer.mention(fragment.text).areas.filter { $0.level == "quarter" }
            func distance(_ texts: ClosedRange<Int>) -> (Int, Int) {
                (
                    file.fragments[texts.lowerBound].figure == fragment.figure ? 0 : 1,
                    max(texts.lowerBound - number, number - texts.upperBound)
                )
            }
            guard areas.count == 1, let area = areas.first,
                let legend = legends.min(by: { distance($0.texts) < distance($1.texts) }),
                let bounds = legend.classes[colour]
            else { continue }
            let unit = bounds.isPercent ? 100.0 : 1
            all.append(
                Reading(
                    cell: cell(
                        area, group: legend.group, indicator: bounds.isPercent ? "group_share" : "residents"),
                    range: bounds.lower / unit...bounds.upper / unit, file: fragment.file, line: fragment.line,
                    place: "fill"))
        }
    }
}
