/// Writes rules as text: in OpenStreetMap's grammar, or in the words and signs of a language.
public struct HoursWriter: Sendable {
    /// The word for one of the grammar's: `Mo` … `Su`, `Jan` … `Dec`, `PH`, `SH`, `off`, `open`, `unknown`, `week`,
    /// `easter`, `24/7`, `day`, `days`.
    private let word: @Sendable (String) -> String
    /// The sign of a range.
    private let dash: String
    /// What stands between the items of a list.
    private let comma: String
    /// The quotation marks around a comment.
    private let quotes: (open: String, close: String)

    /// A writer with words and signs of its own.
    public init(
        dash: String, comma: String, quotes: (open: String, close: String),
        word: @escaping @Sendable (String) -> String
    ) {
        self.word = word
        self.dash = dash
        self.comma = comma
        self.quotes = quotes
    }

    /// The canonical form.
    public static let openStreetMap = HoursWriter(dash: "-", comma: ",", quotes: ("\"", "\"")) { $0 }

    /// The rules as text.
    public func text(_ rules: [OpeningHours.Rule]) -> String {
        var text = ""
        for (index, rule) in rules.enumerated() {
            if index > 0 { text += [.replacing: "; ", .adding: ", ", .fallback: " || "][rule.joint] ?? "; " }
            text += self.text(rule, followedBy: index + 1 < rules.count ? rules[index + 1] : nil)
        }
        return text
    }

    private func text(_ rule: OpeningHours.Rule, followedBy next: OpeningHours.Rule?) -> String {
        var parts: [String] = []
        if !rule.dates.years.isEmpty { parts.append(list(rule.dates.years.map { numbers($0, last: 9999) })) }
        if !rule.dates.stretches.isEmpty { parts.append(list(rule.dates.stretches.map(stretch))) }
        if !rule.dates.weeks.isEmpty {
            parts.append(word("week") + " " + list(rule.dates.weeks.map { numbers($0, last: nil) }))
        }
        if !rule.days.isEveryDay { parts.append(days(rule.days)) }
        if !rule.times.isEmpty { parts.append(list(rule.times.map(span))) }
        let isBare = parts.isEmpty
        switch rule.state {
        case .closed: parts.append(word("off"))
        // A comment alone already says that nobody can tell.
        case .cannotTell: if isBare || rule.comment == nil { parts.append(word("unknown")) }
        case .open:
            if isBare, rule.comment == nil {
                parts.append(word("24/7"))
            } else if rule.comment != nil || needsState(rule, followedBy: next) {
                parts.append(word("open"))
            }
        }
        if let comment = rule.comment { parts.append(quotes.open + comment + quotes.close) }
        return parts.joined(separator: " ")
    }

    /// Whether an open rule would be read differently without the word: weekdays without times; times behind a comma.
    private func needsState(_ rule: OpeningHours.Rule, followedBy next: OpeningHours.Rule?) -> Bool {
        if rule.times.isEmpty, !rule.days.isEveryDay { return true }
        guard let next, next.joint == .adding else { return false }
        return rule.times.isEmpty || next.dates.isAlways && next.days.isEveryDay && !next.times.isEmpty
    }

    private func list(_ items: [String]) -> String { items.joined(separator: comma) }

    private func numbers(_ numbers: DateSelection.Numbers, last: Int?) -> String {
        if numbers.first == numbers.last { return "\(numbers.first)" + step(numbers.step) }
        if numbers.last == last { return "\(numbers.first)+" + step(numbers.step) }
        return "\(numbers.first)\(dash)\(numbers.last)" + step(numbers.step)
    }

    private func step(_ step: Int) -> String { step == 1 ? "" : "/\(step)" }

    private func month(_ month: Int) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names.indices.contains(month - 1) ? word(names[month - 1]) : ""
    }

    private func stretch(_ stretch: DateSelection.Stretch) -> String {
        switch stretch {
        case .months(let year, let first, let last):
            let months = first == last ? month(first) : month(first) + dash + month(last)
            return (year.map { "\($0) " } ?? "") + months
        case .days(let from, let to):
            if from == to { return point(from) }
            if case .day(let first, _) = from.anchor, case .day(let last, let day) = to.anchor, first == last,
                from.year == to.year, from.offset == 0
            {
                return point(from) + dash + clock(day) + offset(to.offset)
            }
            var end = to
            if from.year == to.year, case .day(let first, _) = from.anchor, case .day(let last, _) = to.anchor,
                first <= last
            {
                end.year = from.year
            }
            return point(from) + dash + point(end)
        }
    }

    private func point(_ point: DateSelection.Point) -> String {
        let year = point.year.map { "\($0) " } ?? ""
        switch point.anchor {
        case .easter: return year + word("easter") + offset(point.offset)
        case .day(let month, let day): return year + self.month(month) + " " + clock(day) + offset(point.offset)
        }
    }

    private func offset(_ days: Int) -> String {
        if days == 0 { return "" }
        return " " + (days < 0 ? "-" : "+") + "\(abs(days)) " + word(abs(days) == 1 ? "day" : "days")
    }

    private func days(_ days: DaySelection) -> String {
        let weekdays = days.weekdays.map { range in
            var text = word(range.first.abbreviation)
            if range.first != range.last { text += dash + word(range.last.abbreviation) }
            if !range.positions.isEmpty {
                text += "[" + range.positions.map { "\($0)" }.joined(separator: ",") + "]"
            }
            return text + offset(range.offset)
        }
        let holidays = days.holidays.map { word($0.kind.rawValue) + offset($0.offset) }
        return days.needsBoth ? list(holidays) + " " + list(weekdays) : list(weekdays + holidays)
    }

    private func span(_ span: TimeSpan) -> String {
        guard let end = span.end else { return time(span.start) + "+" }
        // Within a day of the start an end after midnight is told by being smaller.
        let shown = end > 1440 && end - 1440 < span.start ? end - 1440 : end
        return time(span.start) + dash + time(shown) + (span.isOpenEnded ? "+" : "")
    }

    private func time(_ minutes: Int) -> String { clock(minutes / 60) + ":" + clock(minutes % 60) }

    private func clock(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
