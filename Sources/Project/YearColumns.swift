internal import Town
internal import Wording

/// The columns of a wide table of quarters that hold the figures of one year each, such as `2022` or `Einwohner 2022`.
struct YearColumns {
    /// The years, ascending.
    let years: [Int]
    /// The names of the columns of years.
    let names: Set<String>
    /// A column for each group, called as in the names without the years, in the order of the file.
    let groups: [LayerDescription.Column]
    /// What the table counts by the name of its file, where its columns are called by nothing but years; then it is the
    /// only group.
    let subject: String?

    /// The columns of a table; nil where fewer than two years have a column, and where a column names the year.
    init?(_ layer: LayerDescription) {
        guard !layer.quarterColumns.isEmpty, ColumnGuess.roles(of: layer, as: .quarterTable)[.year] == nil else {
            return nil
        }
        var years: Set<Int> = []
        var names: Set<String> = []
        var groups: [String] = []
        for column in layer.columns
        where column.values == .wholeNumbers && !layer.quarterColumns.values.contains(column.name) {
            guard let (year, name) = AreaTableLayout.yearAndName(of: column.name) else { continue }
            years.insert(year)
            names.insert(column.name)
            if !groups.contains(name) { groups.append(name) }
        }
        guard years.count > 1 else { return nil }
        // Nothing but years: the file's name must say of whom.
        subject = groups.contains("") ? ColumnGuess.groupWord(in: layer.stem, layer.table) : nil
        let named = subject.map { [$0] } ?? groups.filter { !$0.isEmpty }
        guard !named.isEmpty else { return nil }
        self.years = years.sorted()
        self.names = names
        self.groups = named.map { .init(name: $0, values: .wholeNumbers, distinctCount: layer.count ?? 0) }
    }
}
