/// A table that a reader of the publication sees, from whatever file: all values are texts as they stand there.
struct PublishedTable: Sendable {
    /// How a table tells what its numbers are about.
    enum Form: Sendable {
        /// One row for each thing, its columns named: CSV, properties of GeoJSON, tables of a GeoPackage.
        case records
        /// Headers of rows and columns in words: a table or list of a web page.
        case page
    }

    /// A value and where it stands.
    struct Cell: Sendable {
        /// The text; empty where nothing is written.
        var text: String
        /// What attributes of the cell and of the elements in it say, by the attribute's name.
        var attributes: [(name: String, text: String)] = []
    }

    /// The form.
    var form: Form
    /// The file.
    var file: String
    /// The name of the table in its file: a layer, or the caption of a table in a page.
    var name: String
    /// The headings above a table of a page, the nearest first.
    var headings: [String] = []
    /// The names of the columns.
    var columns: [String]
    /// For each row the words that name it; empty for records.
    var rowHeaders: [String] = []
    /// The values of each row; as many as there are columns.
    var rows: [[Cell]]
    /// The line of each row; empty where the file has none.
    var lines: [Int] = []

    /// The line of a row.
    func line(_ row: Int) -> Int? { lines.indices.contains(row) ? lines[row] : nil }

    /// The number of a column by one of its names.
    func column(_ names: String...) -> Int? {
        for name in names {
            if let found = columns.firstIndex(where: { $0.lowercased() == name }) { return found }
        }
        return nil
    }

    /// The text of a value; empty where there is no such column.
    func text(_ row: Int, _ column: Int?) -> String {
        guard let column, rows.indices.contains(row), rows[row].indices.contains(column) else { return "" }
        return rows[row][column].text
    }
}

/// A piece of text outside tables.
struct TextFragment: Sendable {
    /// Where the text stands in its file.
    enum Kind: String, Sendable {
        case prose, attribute, comment, script, drawing
    }

    /// The kind.
    var kind: Kind
    /// The file.
    var file: String
    /// The line it begins on, counted from 1.
    var line: Int
    /// The text; of an element's attributes all of them, as `name=text`.
    var text: String
    /// The headings above it, the nearest first.
    var headings: [String] = []
    /// The colour of the shape that the text belongs to, as it is written; nil where there is none.
    var fill: String?
    /// The colour of the last shape before the text, as in a legend; nil where another text stands between.
    var swatch: String?
    /// Which figure of the page it stands in, or between which; the same for texts of the same figure.
    var figure = 0
}
