internal import Town
internal import Indicators
/// A table with a caption, column headers and a header for each row; without merged cells. It scrolls in its own box
/// where the page is narrower.
struct DataTable {
    /// A column: its header and whether it holds numbers.
    struct Column {
        var header: [HTMLNode]
        var isNumeric: Bool

        static func text(_ header: String) -> Column { Column(header: [.text(header)], isNumeric: false) }
        static func number(_ header: String) -> Column { Column(header: [.text(header)], isNumeric: true) }
        static func number(_ header: HTMLNode) -> Column { Column(header: [header], isNumeric: true) }
    }

    /// The id in the page.
    let id: String
    let caption: [HTMLNode]
    let columns: [Column]
    /// Which column is the header of its row.
    var headerColumn = 0
    /// The cells, row by row, as many in each as there are columns.
    var rows: [[[HTMLNode]]] = []
    /// The rows that add up others and are set in bold.
    var strongRows: Set<Int> = []

    init(id: String, caption: [HTMLNode], columns: [Column], headerColumn: Int = 0) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.headerColumn = headerColumn
    }

    var node: HTMLNode {
        Tag.div(.class("scroll"), .role("region"), .tabIndex(0), .labelledBy("\(id)-caption")) {
            Tag.table(.id(id)) {
                Tag.caption(.id("\(id)-caption")) { caption }
                Tag.thead {
                    Tag.tr {
                        for column in columns {
                            if column.isNumeric {
                                Tag.th(.scope(.column), .class("number")) { column.header }
                            } else {
                                Tag.th(.scope(.column)) { column.header }
                            }
                        }
                    }
                }
                Tag.tbody {
                    for (index, row) in rows.enumerated() {
                        if strongRows.contains(index) {
                            Tag.tr(.class("strong")) { cells(row) }
                        } else {
                            Tag.tr { cells(row) }
                        }
                    }
                }
            }
        }
    }

    private func cells(_ row: [[HTMLNode]]) -> [HTMLNode] {
        row.enumerated().map { index, content in
            let isNumeric = columns[checked: index]?.isNumeric ?? false
            if index == headerColumn {
                return isNumeric
                    ? Tag.th(.scope(.row), .class("number")) { content } : Tag.th(.scope(.row)) { content }
            }
            return isNumeric ? Tag.td(.class("number")) { content } : Tag.td { content }
        }
    }
}

extension ReportContext {
    /// A section with its heading; the id is what the table of contents links to.
    func section(_ id: String, _ heading: String, @HTMLBuilder content: () -> [HTMLNode]) -> HTMLNode {
        Tag.section(.id(id), .labelledBy("\(id)-heading")) {
            Tag.h2(.id("\(id)-heading")) { heading }
            content()
        }
    }

    /// A paragraph.
    func paragraph(_ key: String, _ arguments: [String: String] = [:]) -> HTMLNode {
        Tag.p { words(key, arguments) }
    }

    /// A paragraph of less weight, such as what a table does not say.
    func note(_ key: String, _ arguments: [String: String] = [:]) -> HTMLNode {
        Tag.p(.class("note")) { words(key, arguments) }
    }

    /// A text of the data for a cell, or the word for what nobody recorded.
    func textCell(_ text: String?, length: Int = DataText.ordinaryLength) -> [HTMLNode] {
        let text = DataText(text ?? "")
        return text.isEmpty ? [missing(.noData)] : [text.node(length: length)]
    }

    /// A date for a cell.
    func dateCell(_ text: String?) -> [HTMLNode] {
        let text = DataText(text ?? "")
        if text.isEmpty { return [missing(.noData)] }
        let shown = numbers.date(text.whole)
        return shown == text.whole
            ? [text.node(length: 40)] : [Tag.time(.datetime(text.whole)) { shown }]
    }

    /// A date in a sentence.
    func dateNode(_ text: String) -> HTMLNode {
        let text = DataText(text)
        let shown = numbers.date(text.whole)
        return shown == text.whole ? text.node(length: 40) : Tag.time(.datetime(text.whole)) { shown }
    }
}
