/// A page that holds nothing but a table, in the style of the reports.
package enum TablePage {
    /// The text of the page.
    ///
    /// - Parameters:
    ///   - title: the heading, and the caption of the table.
    ///   - columns: the names above the columns. All hold numbers but the first, which names its row.
    ///   - rows: the cells as they are shown, row by row.
    package static func html(title: String, columns: [String], rows: [[String]]) -> String {
        var table = DataTable(
            id: "table", caption: [.text(title)],
            columns: columns.enumerated().map { $0 == 0 ? .text($1) : .number($1) })
        table.rows = rows.map { row in row.map { [.text($0)] } }
        return HTMLWriter.document(
            Tag.html {
                PageHead.node(title: title, style: StyleSheet.text)
                Tag.body {
                    Tag.main {
                        Tag.h1 { title }
                        table.node
                    }
                }
            })
    }
}
