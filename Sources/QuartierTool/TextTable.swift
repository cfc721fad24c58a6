/// Rows of words in columns for a terminal: the first columns to the left, numbers to the right.
struct TextTable {
    private var rows: [[String]]
    private let rightAligned: Set<Int>

    /// Begins a table with its header.
    /// - Parameter rightAligned: The indexes of the columns of numbers.
    init(_ header: [String], rightAligned: Set<Int> = []) {
        rows = [header]
        self.rightAligned = rightAligned
    }

    /// Adds a row of as many words.
    mutating func append(_ row: [String]) { rows.append(row) }

    /// All rows, each with a line feed; what would begin a line of its own or steer a terminal shows as a blank.
    var text: String {
        let clean = rows.map { row in
            row.map { word in
                String(word.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
            }
        }
        let widths = (rows.first ?? []).indices.map { column in clean.map { $0[column].count }.max() ?? 0 }
        return clean.map { row in
            var line = ""
            for (column, word) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - word.count)
                line += rightAligned.contains(column) ? padding + word : word + padding
                if column < row.count - 1 { line += "  " }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
