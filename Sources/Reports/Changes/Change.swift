internal import Disclosure
internal import Indicators

/// What can be said of a value beside the one of the last release.
enum Change: Sendable, Hashable {
    /// There is no earlier value of the same.
    case first
    /// One of the two is protected, not recorded or cannot be told.
    case cannotTell
    /// The method is another: the two numbers do not mean the same.
    case otherMethod
    /// The boundaries are others, and the earlier value cannot be converted to them.
    case otherBoundaries
    /// The same number, and both are exact.
    case unchanged
    /// The two could be the same: their intervals overlap, or one is an estimate that rounds to the same.
    case notReliable
    /// More than before.
    case more
    /// Less than before.
    case less

    /// Compares two values of the same.
    ///
    /// - Parameters:
    ///   - isNoisy: whether numbers were changed for protection, so that one without an interval is not exact.
    ///   - readsAlike: whether both are written alike.
    init(_ now: IndicatorValue, _ before: ReleasedValue?, isNoisy: Bool, readsAlike: (Double, Double) -> Bool) {
        guard let before else {
            self = .first
            return
        }
        guard before.methodVersion == now.methodVersion else {
            self = .otherMethod
            return
        }
        guard let number = now.number, before.status.hasValue, let old = before.value else {
            self = .cannotTell
            return
        }
        let nowRange = Change.range(number, now.lower, now.upper)
        let oldRange = Change.range(old, before.lower, before.upper)
        let isExact = nowRange == number...number && oldRange == old...old
        if isExact, now.status == .valid, before.status == .valid, !isNoisy {
            self = readsAlike(number, old) ? .unchanged : number > old ? .more : .less
        } else if nowRange.overlaps(oldRange) || readsAlike(number, old) || (isExact && isNoisy) {
            self = .notReliable
        } else {
            self = number > old ? .more : .less
        }
    }

    private static func range(_ number: Double, _ lower: Double?, _ upper: Double?) -> ClosedRange<Double> {
        let low = min(lower ?? number, number)
        return low...max(upper ?? number, number, low)
    }
}

extension ReportContext {
    /// What the last release said of the same value; nil where there was none.
    func earlier(_ value: IndicatorValue) -> ReleasedValue? { earlierRelease?[value.key].value }

    /// What became of the land that the last release's value speaks of.
    func earlierLand(_ value: IndicatorValue) -> EarlierLand { earlierRelease?[value.key].land ?? .same }

    /// The value beside the one of the last release.
    func change(_ value: IndicatorValue) -> Change {
        if earlierLand(value) == .notComparable { return .otherBoundaries }
        let isNoisy = input.publication.protection.map { $0.rules.method != .suppression } ?? false
        return Change(value, earlier(value), isNoisy: isNoisy) { readsAs($0, value) == readsAs($1, value) }
    }

    /// A number of a value as sentences write it.
    func readsAs(_ number: Double, _ value: IndicatorValue) -> String {
        switch value.unit {
        case "share": numbers.percent(number)
        case "persons": roundedPersons(number)
        case "per_1000", "hours", "places": numbers.number(number, decimals: 1)
        case "min": number < 1 ? words("under_one_minute") : numbers.number(number) + "\u{202F}min"
        case "m": numbers.number(number) + "\u{202F}m"
        default: numbers.number(number, decimals: 2)
        }
    }

    /// „2023: 38 % (kein belastbarer Unterschied)“, or „erster Bericht“.
    func lastValueText(_ value: IndicatorValue) -> String { lastValueText(value, isShort: false) }

    /// „2023: 38 %“: the same without what can be said of the difference.
    func shortLastValueText(_ value: IndicatorValue) -> String { lastValueText(value, isShort: true) }

    private func lastValueText(_ value: IndicatorValue, isShort: Bool) -> String {
        guard let release = earlierRelease else { return words("change.first_report") }
        let change = change(value)
        let period = DataText(release.period).shortened(ems: 9)
        if change == .otherBoundaries {
            return words("change.last", ["period": period, "value": words("change.other_boundaries")])
        }
        guard change != .first, let before = earlier(value) else {
            return words("change.not_before", ["period": period])
        }
        guard let old = before.value, before.status.hasValue else {
            return words("change.last", ["period": period, "value": status(before.status)])
        }
        let reading = words("change.\(change.textKey)")
        if change == .otherMethod { return words("change.last", ["period": period, "value": reading]) }
        if isShort { return words("change.last", ["period": period, "value": readsAs(old, value)]) }
        let mark = earlierLand(value) == .converted ? words("change.converted") + "; " : ""
        return words(
            "change.last_reading", ["period": period, "value": readsAs(old, value), "reading": mark + reading])
    }
}

extension Change {
    /// The end of the key of its text.
    var textKey: String {
        switch self {
        case .first: "first"
        case .cannotTell: "cannot_tell"
        case .otherMethod: "other_method"
        case .otherBoundaries: "other_boundaries"
        case .unchanged: "unchanged"
        case .notReliable: "not_reliable"
        case .more: "more"
        case .less: "less"
        }
    }
}
