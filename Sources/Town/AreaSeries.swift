public import Features

/// Figures for areas by year and group, as tables of a town give them: for each area, year and group a number, a sign in
/// its place, or nothing.
public struct AreaSeries: Sendable, Hashable {
    /// What a table says about one area, year and group.
    public enum Entry: Sendable, Hashable {
        /// A number.
        case value(Double)
        /// A sign of official tables in place of a number: protected, not sure enough, not meaningful.
        case mark(String)
        /// Nothing.
        case absent

        /// The number, where there is one.
        public var value: Double? {
            if case .value(let value) = self { value } else { nil }
        }
    }

    /// What a total row of the table says.
    public struct Total: Sendable, Hashable {
        /// The row in the table.
        public var row: Int
        /// What the row is called.
        public var label: String
        /// The index into ``AreaSeries/years``.
        public var year: Int
        /// The index into ``AreaSeries/groups``.
        public var group: Int
        /// What the row says.
        public var value: Double
        /// The sum over all areas; nil where an area has no number.
        public var sum: Double?
    }

    /// The number of areas.
    public let areaCount: Int
    /// The years, ascending; one nil alone where the table names none.
    public let years: [Int?]
    /// The groups, in the order in which the table names them.
    public let groups: [String]
    /// How the rows found their areas.
    public let join: KeyJoin
    /// What the rows say that mean all areas together.
    public private(set) var totals: [Total] = []
    private var entries: [Entry]
    /// The row of the table that says each entry; -1 where none does.
    private var entryRows: [Int32]

    init(areaCount: Int, years: [Int?], groups: [String], join: KeyJoin) {
        self.areaCount = areaCount
        self.years = years
        self.groups = groups
        self.join = join
        entries = [Entry](repeating: .absent, count: areaCount * years.count * groups.count)
        entryRows = [Int32](repeating: -1, count: entries.count)
    }

    /// The entry of an area, for the indexes of a year and a group; absent outside of the table.
    public subscript(area: Int, year year: Int, group group: Int) -> Entry {
        place(area, year, group).map { entries[$0] } ?? .absent
    }

    /// The entries of all areas for a year and a group; nil where the table has no such year or group.
    public func entries(group: String, year: Int?) -> [Entry]? {
        guard let yearIndex = years.firstIndex(of: year), let groupIndex = groups.firstIndex(of: group) else {
            return nil
        }
        return (0..<areaCount).map { self[$0, year: yearIndex, group: groupIndex] }
    }

    /// The rows of the table that say the entries of all areas for a year and a group, nil for an area that none tells of;
    /// nil as a whole where the table has no such year or group.
    public func rows(group: String, year: Int?) -> [Int?]? {
        guard let yearIndex = years.firstIndex(of: year), let groupIndex = groups.firstIndex(of: group) else {
            return nil
        }
        return (0..<areaCount).map { area in
            place(area, yearIndex, groupIndex).flatMap { entryRows[$0] < 0 ? nil : Int(entryRows[$0]) }
        }
    }

    /// The numbers of all areas for a year and a group, nil where an area has none; nil as a whole where the table has no
    /// such year or group.
    public func values(group: String, year: Int?) -> [Double?]? {
        entries(group: group, year: year)?.map(\.value)
    }

    /// The year to use where one is wanted: that year, else the last one before it, else the first; without a wish the
    /// last. Nil where the table names no years.
    public func year(for wanted: Int?) -> Int? {
        let known = years.compactMap(\.self)
        guard let wanted else { return known.last }
        return known.last { $0 <= wanted } ?? known.first
    }

    private func place(_ area: Int, _ year: Int, _ group: Int) -> Int? {
        guard (0..<areaCount).contains(area), years.indices.contains(year), groups.indices.contains(group) else {
            return nil
        }
        return (area * years.count + year) * groups.count + group
    }

    /// Sets an entry; false, and no change, where there is another one already.
    mutating func set(_ entry: Entry, area: Int, year: Int, group: Int, row: Int) -> Bool {
        guard let place = place(area, year, group) else { return true }
        if entries[place] != .absent { return entries[place] == entry }
        entries[place] = entry
        entryRows[place] = Int32(truncatingIfNeeded: row)
        return true
    }

    /// Adds what a total row says, with the sum of the parts.
    mutating func addTotal(row: Int, label: String, value: Double, year: Int, group: Int) {
        let parts = (0..<areaCount).compactMap { self[$0, year: year, group: group].value }
        let sum = parts.count == areaCount ? parts.reduce(0, +) : nil
        totals.append(Total(row: row, label: label, year: year, group: group, value: value, sum: sum))
    }
}
