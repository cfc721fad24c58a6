public import Features
internal import Wording

/// Which column of a table means what. A table is long (a row per area, year and group), wide (a column per year or
/// group), or both.
public struct AreaTableLayout: Sendable, Hashable {
    /// A column of figures.
    public struct Figures: Sendable, Hashable {
        /// The name of the column.
        public var column: String
        /// The group that the figures count; where a column of groups is named, that one decides.
        public var group: String
        /// The year of the figures; where a column of years is named, that one decides.
        public var year: Int?

        /// Names a column of figures; by default the group has the name of the column.
        public init(column: String, group: String? = nil, year: Int? = nil) {
            self.column = column
            self.group = group ?? column
            self.year = year
        }
    }

    /// The column of the areas' keys.
    public var key: String?
    /// The column of the areas' names.
    public var name: String?
    /// The column of the years of a long table. A date counts for its year.
    public var year: String?
    /// The column of the groups of a long table.
    public var group: String?
    /// The columns of figures.
    public var figures: [Figures]

    /// Makes a layout.
    public init(
        key: String? = nil, name: String? = nil, year: String? = nil, group: String? = nil, figures: [Figures]
    ) {
        self.key = key
        self.name = name
        self.year = year
        self.group = group
        self.figures = figures
    }

    /// The columns of a wide table whose names hold a year, such as `2021`, `Einwohner 2021` or `31.12.2021`: the year,
    /// and as group what else the name says, or else `group`.
    public static func yearColumns(of layer: Layer, group: String) -> [Figures] {
        layer.columns.compactMap { column in
            guard let (year, name) = yearAndName(of: column.name) else { return nil }
            let words = Folding.words(name)
            return Figures(column: column.name, group: words.isEmpty ? group : words.joined(separator: "_"), year: year)
        }
    }

    /// The year in a column's name, and what else the name says without plain numbers: of `Einwohner 31.12.2021` the words
    /// `Einwohner`, of `2021` none. Nil where the name holds no year.
    public static func yearAndName(of column: String) -> (year: Int, name: String)? {
        guard let year = year(in: column) else { return nil }
        let words = column.replacing("\(year)", with: " ").split { !$0.isLetter && !$0.isNumber }
            .filter { word in !word.allSatisfy(\.isNumber) }
        return (year, words.joined(separator: " "))
    }

    /// The one year in a text: four digits from 1800 to 2200; nil where there is none, or more than one.
    public static func year(in text: String) -> Int? {
        let years = text.split { !("0"..."9").contains($0) }.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
            .filter { (1800...2200).contains($0) }
        return Set(years).count == 1 ? years.first : nil
    }
}
