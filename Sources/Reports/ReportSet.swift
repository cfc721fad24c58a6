internal import Town

/// The pages of a report.
public enum ReportSet {
    /// A page: its path inside the report's folder and its text.
    public struct Page: Sendable, Hashable {
        /// The path, chosen by the program: `index.html`, `quarter-01.html` …, `kurzfassung.html`, `beteiligung.html`,
        /// `leitfaden.html` …, `annex.html`.
        public let path: String
        /// The HTML, UTF-8.
        public let text: String
    }

    /// Writes all pages: the town's first, then one for each quarter in the order of the layer, unless there is only
    /// one, of which the town's page says all; then the page for the council, what became of participation and the guides
    /// for conversations; the technical annex last. The same input gives the same bytes. Linear in the size of the study;
    /// streets are gone through once for each page.
    public static func render(_ input: ReportInput) -> [Page] {
        let context = ReportContext(input)
        let quarters = (context.onlyQuarter == nil ? Array(context.study.quarters.ids.indices) : []).map { quarter in
            Page(path: PagePath.quarter(quarter), text: HTMLWriter.document(context.quarterPage(quarter)))
        }
        return [Page(path: PagePath.town, text: HTMLWriter.document(context.townPage()))] + quarters
            + [Page(path: PagePath.council, text: context.councilPage())] + context.memoryPages()
            + [Page(path: PagePath.annex, text: HTMLWriter.document(context.annexPage()))]
    }
}
