internal import Indicators

extension ReportContext {
    /// A value of any indicator for a cell: the number with its range; below it how far it moves with other thresholds, what
    /// is not recorded, and why it is to be taken with care; or the word for what stands instead of a number.
    func figureCell(_ value: IndicatorValue) -> [HTMLNode] {
        guard let number = value.number else {
            return [missing(value.status)] + remark(value.reason.map { words.text(ofKey: "reason.\($0.rawValue)") })
        }
        if value.indicator == Figure.placeCount.rawValue, number == 0 { return [noneRecorded] }
        var nodes: [HTMLNode] = []
        if value.status == .estimated { nodes += estimatedMark }
        nodes.append(
            Tag.data(.value(numbers.machine(scaled(number, value), decimals: 4))) { plain(number, value) })
        if let lower = value.lower, let upper = value.upper {
            nodes.append(Tag.span(.class("range")) { " (\(plain(lower, value))–\(plain(upper, value)))" })
        }
        if value.status == .unreliable, value.reason == nil { nodes += remark(status(.unreliable)) }
        if let band = value.band, plain(band.lowerBound, value) != plain(band.upperBound, value) {
            nodes += remark(
                words(
                    "annex.band", ["low": plain(band.lowerBound, value), "high": plain(band.upperBound, value)]))
        }
        if let share = value.unrecorded, share > 0 {
            nodes += remark(words("annex.unrecorded", ["share": numbers.percent(share)]))
        }
        return nodes + remark(value.reason.map { words.text(ofKey: "reason.\($0.rawValue)") })
    }

    private func remark(_ text: String?) -> [HTMLNode] {
        text.map { text in [Tag.span(.class("block word")) { text }] } ?? []
    }

    /// Shares and their differences are shown in hundredths.
    private func scaled(_ number: Double, _ value: IndicatorValue) -> Double {
        value.unit.hasPrefix("share") ? number * 100 : number
    }

    /// A number as its unit wants it: shares in per cent, people, metres and years of residents whole, minutes and
    /// places to a tenth unless they are whole, all else to a hundredth.
    private func plain(_ number: Double, _ value: IndicatorValue) -> String {
        guard number.isFinite else { return "–" }
        switch value.unit {
        case "share": return numbers.percent(number)
        case _ where value.unit.hasPrefix("share"): return numbers.number(number * 100, decimals: 1)
        case "persons", "person_years", "m": return numbers.number(number)
        case "min", "places", "places_difference", "kinds", "hours", "cost", "per_1000", "per_100":
            return numbers.number(number, decimals: number.rounded() == number ? 0 : 1)
        default: return numbers.number(number, decimals: 2)
        }
    }
}
