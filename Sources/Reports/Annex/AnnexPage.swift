internal import Disclosure
internal import Indicators
internal import Town
internal import Wording

extension ReportContext {
    /// The technical annex: theme by theme each indicator that the table has values of, with its whole method sheet, the
    /// sentence with the town's number, and its values for town and quarters, quarters in the order of their layer.
    func annexPage() -> HTMLNode {
        let shown = annexIndicators
        let themes = IndicatorDescriptor.Theme.allCases.filter { theme in shown.contains { $0.theme == theme } }
        return document(
            title: DataText(words("annex.title")),
            subtitle: words.rich(
                "annex.subtitle",
                ["town": DataText(study.townName).node(), "period": DataText(study.period).node(length: 40)]),
            navigation: [annexContents(themes, shown)],
            sections: [
                Tag.p(.class("lead")) { words("annex.lead") }, paragraph("annex.how"),
                note(input.edition == .public ? "annex.public" : "annex.internal"),
            ] + disclosureParagraph()
                + themes.map { theme in
                    section("theme-\(theme.rawValue)", words.text(ofKey: "theme.\(theme.rawValue)")) {
                        for indicator in shown where indicator.theme == theme { annexEntry(indicator) }
                    }
                })
    }

    /// The indicators that the edition has values of, in the order of the catalogue.
    private var annexIndicators: [IndicatorDescriptor] {
        let ids = Set(input.indicators.values.map(\.indicator))
        return IndicatorCatalogue.all.map(\.descriptor).filter { ids.contains($0.id) }
    }

    private func annexContents(_ themes: [IndicatorDescriptor.Theme], _ shown: [IndicatorDescriptor]) -> HTMLNode {
        Tag.nav(.class("contents"), .label(words("nav.contents"))) {
            Tag.p(.class("nav-title")) { words("nav.contents") }
            Tag.ul {
                Tag.li { Tag.a(.href(.town)) { words("nav.town") } }
                for theme in themes {
                    for indicator in shown where indicator.theme == theme {
                        Tag.li { Tag.a(.href(.part(indicator.id))) { indicator.text(.title, language) } }
                    }
                }
            }
        }
    }

    /// The sheet of an indicator and its values.
    @HTMLBuilder private func annexEntry(_ indicator: IndicatorDescriptor) -> [HTMLNode] {
        Tag.h3(.id(indicator.id)) {
            indicator.text(.title, language)
            " "
            Tag.code { indicator.id }
        }
        if let sentence = indicator.sentence(language, of: DataText(study.townName).shortened(), in: input.indicators) {
            Tag.p { sentence }
        }
        Tag.dl(.class("facts")) {
            for (part, text) in indicator.sheetLines(language) {
                Tag.div {
                    Tag.dt { part }
                    Tag.dd { text }
                }
            }
        }
        if let table = annexTable(indicator) { table.node }
    }
}
