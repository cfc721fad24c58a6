/// What the rows of all folders say of each figure, with what rounding leaves open.
struct KnownCounts {
    /// The residents that are shown, without names: what the true counts can be.
    private(set) var residents: [AuditCell: ClosedRange<Double>] = [:]
    /// The same counts as they are printed.
    private(set) var printed: [AuditCell: ClosedRange<Double>] = [:]
    /// How counts are printed, by period.
    private(set) var printing: [String: CountPrinting] = [:]
    /// Shares that are shown, as published.
    private(set) var shares: [AuditCell: ClosedRange<Double>] = [:]
    /// Rows that are shown, by their figure.
    private(set) var shown: [AuditCell: PublishedRow] = [:]
    /// Names of areas, by figure of residents.
    private(set) var names: [AuditCell: AuditCell] = [:]

    /// Takes the rows of a folder; what is known already stays.
    mutating func take(_ rows: [PublishedRow], _ printing: CountPrinting) {
        var decimals: [String: Int] = [:]
        for row in rows { decimals[row.unit] = max(decimals[row.unit] ?? 0, KnownCounts.decimals(row.value)) }
        for row in rows {
            let key = HiddenCells.key(row.cell)
            // Of several publications of a period the most exact one tells.
            let known = self.printing[key.period] ?? printing
            self.printing[key.period] = known.reach < printing.reach ? known : printing
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
                let shown = number == 0 ? 0...0 : max(0, range.lowerBound)...max(0, range.upperBound)
                printed[key] = shown
                residents[key] = printing.counts(shown, areWhole: isExact)
            } else if row.unit == "share" {
                shares[key] = max(0, range.lowerBound)...max(0, min(1, range.upperBound))
            }
        }
    }

    /// The greatest difference between printed and true counts of a period.
    func reach(_ period: String) -> Double {
        printing[period].map { $0.reach > 0 ? $0.reach + 1 : 0 } ?? 0
    }

    /// How many persons a count may be that is printed as zero; any number where zero is zero, since then it is no secret.
    func zeroLeaves(_ period: String) -> Double {
        printing[period].flatMap { $0.reach > 0 ? $0.reach : nil } ?? .infinity
    }

    /// What the bounds of a share say that is not told itself, each with what its rounding leaves open.
    private static func bounds(_ row: PublishedRow) -> ClosedRange<Double>? {
        guard row.unit == "share", let least = row.others["lower"], let most = row.others["upper"],
            let lower = PublishedRow.number(least), let upper = PublishedRow.number(most), lower <= upper, lower <= 1
        else { return nil }
        func half(_ text: String) -> Double { 0.5 / PrintedNumber.powerOfTen(decimals(text)) }
        return max(0, lower - half(least))...max(0, min(1, upper + half(most)))
    }

    private static func decimals(_ text: String) -> Int {
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return min(9, text[text.index(after: point)...].prefix { $0.isNumber }.count)
    }
}
