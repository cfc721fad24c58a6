/// What the rows of all folders say of each figure, with what rounding leaves open.
struct KnownCounts {
    /// The residents that are shown, without names.
    private(set) var residents: [AuditCell: ClosedRange<Double>] = [:]
    /// Shares that are shown, as published.
    private(set) var shares: [AuditCell: ClosedRange<Double>] = [:]
    /// Rows that are shown, by their figure.
    private(set) var shown: [AuditCell: PublishedRow] = [:]
    /// Names of areas, by figure of residents.
    private(set) var names: [AuditCell: AuditCell] = [:]

    /// Takes the rows of a folder; what is known already stays.
    mutating func take(_ rows: [PublishedRow]) {
        var decimals: [String: Int] = [:]
        for row in rows { decimals[row.unit] = max(decimals[row.unit] ?? 0, KnownCounts.decimals(row.value)) }
        for row in rows {
            let key = HiddenCells.key(row.cell)
            if names[key] == nil { names[key] = row.cell }
            guard !row.isHidden, shown[key] == nil else { continue }
            guard let number = row.number else {
                if let bounds = KnownCounts.bounds(row), shares[key] == nil { shares[key] = bounds }
                continue
            }
            shown[key] = row
            let digits = decimals[row.unit] ?? 0
            let half = 0.5 / PrintedNumber.powerOfTen(digits)
            // A count that was counted and is whole is that count; an estimate is rounded.
            let isExact = digits == 0 && row.status == "valid" && row.unit == "persons"
            let range = isExact ? number...number : number - half...number + half
            if row.cell.indicator == "residents" {
                residents[key] = max(0, range.lowerBound)...max(0, range.upperBound)
                if number == 0 { residents[key] = 0...0 }
            } else if row.unit == "share" {
                shares[key] = max(0, range.lowerBound)...max(0, min(1, range.upperBound))
            }
        }
    }

    /// What the bounds of a share say that is not told itself, each with what its rounding leaves open.
    private static func bounds(_ row: PublishedRow) -> ClosedRange<Double>? {
        guard row.unit == "share", let least = row.others["lower"], let most = row.others["upper"],
            let lower = Double(least), let upper = Double(most), lower <= upper
        else { return nil }
        func half(_ text: String) -> Double { 0.5 / PrintedNumber.powerOfTen(decimals(text)) }
        return max(0, lower - half(least))...max(0, min(1, upper + half(most)))
    }

    private static func decimals(_ text: String) -> Int {
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return min(9, text[text.index(after: point)...].prefix { $0.isNumber }.count)
    }
}
