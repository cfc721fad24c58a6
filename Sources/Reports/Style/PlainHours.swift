internal import Hours
internal import Wording

extension ReportContext {
    /// Opening hours in the words and signs of the report's language. What cannot be read stays as the town wrote it.
    func hours(_ text: String) -> String {
        guard let hours = try? OpeningHours(text) else { return text }
        // A sole remark, such as "nach Absprache", is shown as it stands.
        if hours.rules.count == 1, let rule = hours.rules.first, rule.state == .cannotTell, rule.dates.isAlways,
            rule.days.isEveryDay, rule.times.isEmpty, let comment = rule.comment
        {
            return comment
        }
        let words = words
        let isGerman = language == .german
        let quotes = (open: isGerman ? "„" : "“", close: isGerman ? "“" : "”")
        let writer = HoursWriter(dash: "–", comma: ", ", quotes: quotes) { word in
            words(word == "24/7" ? "hours.always" : "hours.\(word)")
        }
        return writer.text(hours.rules)
    }

    /// A language's name for a code such as `ar`; any other text as it is.
    func languageName(_ code: String) -> String {
        words.ifKnown("language.\(code)") ?? code
    }
}
