public import Features

/// Columns whose cells are texts from elsewhere than a text file, typed by the rules that hold for those.
public enum TextColumns {
    /// A column of as many rows as there are cells; nil and white space are no value.
    ///
    /// Whole numbers and numbers, with decimal comma or point, become such; digits behind a leading zero anywhere keep the
    /// column text; where `1.234` may be a thousand or one and a bit, it stays text.
    public static func typed(name: String, cells: some Collection<String?>) -> Column {
        var column = TableColumn(name: name)
        let encoding = CellEncoding(declared: .utf8)
        var isWhole = true
        for cell in cells {
            guard var text = cell else {
                column.appendEmpty()
                continue
            }
            text.withUTF8 { isWhole = column.append($0, encoding: encoding) && isWhole }
        }
        guard isWhole else { return Column(name: name, storage: .empty(cells.count)) }
        // Semicolons, since whoever types numbers as text types them as people around here do.
        let dialect = TableDialect(separator: UInt8(ascii: ";"), decimal: .comma, decimalCertainty: .assumed)
        return column.typed(dialect).column
    }

    /// Whether a text is a sign that official tables set in place of a number: not given, neither zero nor forgotten.
    public static func isPlaceholder(_ text: String) -> Bool { NumberShape.isPlaceholder(text) }
}
