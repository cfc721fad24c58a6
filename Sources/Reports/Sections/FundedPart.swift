internal import Indicators
internal import Town

extension ReportContext {
    /// For how many people an offer in reach is surely paid for, day by day; the day on which most ends at once; and, inside
    /// the town hall, for how many everything hangs on one operator, who is not named. Nothing where no offers are recorded.
    @HTMLBuilder func fundedPart(_ area: AreaKey) -> [HTMLNode] {
        let days = figuresOfAll("funded_access", area).filter { $0.number != nil && $0.parameter("date") != nil }
        if let first = days.first, let limit = catchment(of: first) {
            Tag.h3(.id("funded")) { words("funded.heading") }
            paragraph("funded.intro", ["limit": limit])
            Tag.ul {
                for value in days {
                    let date = numbers.date(value.parameter("date") ?? "")
                    Tag.li { words("funded.on", ["date": date, "people": plainShare(value)]) }
                }
            }
            Tag.p { fundedSentences(area, unrecorded: first.unrecorded ?? 0).joined(separator: " ") }
            saysNot("funded_access")
        }
    }

    private func fundedSentences(_ area: AreaKey, unrecorded: Double) -> [String] {
        var sentences: [String] = []
        if unrecorded > 0 { sentences.append(words("funded.unrecorded", ["share": numbers.percent(unrecorded)])) }
        // Of equal ends the earlier one is told.
        let ends = figuresOfAll("access_cliff", area).filter { ($0.number ?? 0) > 0 }
        if let last = ends.map({ $0.value ?? 0 }).max(), let cliff = ends.first(where: { $0.value == last }) {
            sentences.append(
                words(
                    "funded.cliff",
                    ["date": numbers.date(cliff.parameter("last_day") ?? ""), "people": plainShare(cliff)]))
        } else if figuresOfAll("access_cliff", area).contains(where: { $0.number != nil }) {
            sentences.append(words("funded.no_cliff"))
        }
        if let loss = figuresOfAll("operator_loss", area).first, loss.number != nil {
            sentences.append(words("funded.one_operator", ["people": plainShare(loss)]))
        }
        return sentences
    }
}
