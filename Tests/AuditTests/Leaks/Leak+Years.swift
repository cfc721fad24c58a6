import Audit

/// Leaks that only several years together, or a year and its differences, tell.
extension Leak {
    /// A row of change of the residents of a group, or of all.
    private static func change(
        _ area: String, _ value: String, from: String, to: String = "2024", group: String = "foreign",
        level: String = "quarter", status: String = "valid"
    ) -> SmallPublication.Row {
        .init(
            level: level, area: area, group: group, indicator: "residents_change", parameters: "from=\(from);to=\(to)",
            value: value, status: status)
    }

    /// The year before, in which as many counts are hidden.
    private static func before(_ period: String = "2023") -> SmallPublication {
        var town = SmallPublication()
        town.period = period
        return town
    }

    /// The year after, in which all counts can be shown.
    private static func after() -> SmallPublication {
        var town = SmallPublication()
        town.period = "2025"
        town.show("03", 40)
        town.show("04", 77)
        town.show("T", 621)
        town.mapValues.merge(["03": "40", "04": "77"]) { $1 }
        town.pageCells.merge(["03": "<td>40</td>", "04": "<td>77</td>"]) { $1 }
        return town
    }

    static let overYears: [Leak] = [
        Leak(
            several: "two changes around a hidden year", .hiddenNarrow,
            {
                // From 2023 to 2025 everything is told, and from 2024 to 2025 for the two hidden quarters.
                var last = after()
                last.rows.append(change("03", "37", from: "2024", to: "2025"))
                return [before("2024"), last]
            },
            clean: {
                var last = after()
                last.rows.append(change("01", "0", from: "2024", to: "2025"))
                last.rows.append(change("T", "37", from: "2024", to: "2025", level: "town"))
                return [before("2024"), last]
            }),
        Leak(
            several: "a chain of changes over a year in between", .hiddenNarrow,
            {
                // 2025 less (2025 - 2024) less (2024 - 2023).
                var (middle, last) = (before("2024"), after())
                middle.rows.append(change("03", "2", from: "2023", to: "2024"))
                last.rows.append(change("03", "37", from: "2024", to: "2025"))
                return [before("2023"), middle, last]
            },
            clean: {
                // The change between two hidden numbers alone tells of neither.
                var middle = before("2024")
                middle.rows.append(change("03", "2", from: "2023", to: "2024"))
                return [before("2023"), middle, after()]
            }),
        Leak(
            several: "the changes of all quarters but one, and the town's", .hiddenNarrow,
            {
                var last = after()
                for area in ["01", "02", "05", "06"] { last.rows.append(change(area, "0", from: "2024", to: "2025")) }
                last.rows.append(change("04", "0", from: "2024", to: "2025"))
                return [before("2024"), last]
            },
            clean: {
                var last = after()
                for area in ["01", "02", "05", "06"] { last.rows.append(change(area, "0", from: "2024", to: "2025")) }
                for area in ["03", "04"] {
                    last.rows.append(change(area, "", from: "2024", to: "2025", status: "suppressed"))
                }
                return [before("2024"), last]
            }),
    ]
}
