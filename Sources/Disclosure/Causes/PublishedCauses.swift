public import Indicators

/// Why figures of two dates differ, as far as an edition may tell it and no more exactly than it prints it.
public struct PublishedCauses: Sendable {
    /// What can be said of a figure.
    public struct Split: Sendable, Hashable {
        /// Its value at the earlier date: in public the one that was released.
        public let before: ReleasedValue
        /// Its value now, as the edition has it.
        public let after: Double
        /// What became of the difference.
        public let outcome: Outcome
    }

    /// What became of a difference.
    public enum Outcome: Sendable, Hashable {
        /// The parts that are more than nothing as they are printed, greatest first; they add up to the difference of the
        /// printed values.
        case parts([Part])
        /// Some mixture rests on small numbers: nothing is told.
        case protected
        /// Some mixture has no value: the causes cannot be told apart.
        case inseparable
        /// The data of the earlier date are no longer those that were released: the parts would not add up.
        case otherData
    }

    /// What a cause contributes.
    public struct Part: Sendable, Hashable {
        /// The cause.
        public let cause: ChangeCause
        /// How much, in printed steps: points of a hundred, minutes, metres, tenths of hours.
        public let steps: Int
    }

    /// The earlier date.
    public let period: String
    /// The causes that differ between the dates, in the order of ``ChangeCause``.
    public let causes: [ChangeCause]
    /// What shrank implausibly.
    public let shrunken: [ShrunkenInput]
    private let splits: [IndicatorTable.Key: Split]

    /// What can be said of a figure; nil where nothing is: it is not told at both dates.
    public subscript(key: IndicatorTable.Key) -> Split? { splits[key] }

    /// Everything, rounded as it is printed: for the town hall.
    init(_ causes: CausesOfChange, _ table: IndicatorTable) {
        var splits: [IndicatorTable.Key: Split] = [:]
        for (before, figure) in zip(causes.before.values, causes.figures) {
            guard let now = table[before.key], let after = now.shown, let old = before.shown else { continue }
            splits[now.key] = Split(
                before: ReleasedValue(before, period: causes.period), after: after,
                outcome: PublishedCauses.outcome(figure, causes, from: old, to: after, unit: now.unit))
        }
        self.init(causes, splits)
    }

    /// What everyone may see.
    ///
    /// - Parameters:
    ///   - table: the edition's own table, protected.
    ///   - everybody: the id of all residents.
    ///   - released: what is out of all dates.
    init(
        _ causes: CausesOfChange, _ table: IndicatorTable, of everybody: String?, released: [ReleasedValue],
        _ rules: DisclosureRules
    ) {
        let out = Dictionary(
            released.lazy.filter { $0.period == causes.period }.map { ($0.key, $0) },
            uniquingKeysWith: { _, later in later })
        var splits: [IndicatorTable.Key: Split] = [:]
        for (then, figure) in zip(causes.before.values, causes.figures) {
            let key = then.key
            guard key.level == .town || key.level == .quarter, key.group == everybody, let now = table[key],
                let after = now.shown, let before = out[key], let old = before.value, before.status.hasShownValue
            else { continue }
            let outcome: Outcome
            if before.methodVersion != then.methodVersion || !then.isPublished(as: old) {
                outcome = .otherData
            } else if !figure.mayBeTold(unit: now.unit, causes: causes.causes.count, rules) {
                outcome = .protected
            } else {
                outcome = PublishedCauses.outcome(figure, causes, from: old, to: after, unit: now.unit)
            }
            splits[key] = Split(before: before, after: after, outcome: outcome)
        }
        self.init(causes, splits)
    }

    private init(_ causes: CausesOfChange, _ splits: [IndicatorTable.Key: Split]) {
        period = causes.period
        self.causes = causes.causes
        shrunken = causes.shrunken
        self.splits = splits
    }

    private static func outcome(
        _ figure: CausesOfChange.Figure, _ causes: CausesOfChange, from before: Double, to after: Double, unit: String
    ) -> Outcome {
        guard let parts = figure.parts, parts.count == causes.causes.count,
            let steps = PrintedParts.rounded(parts, from: before, to: after, unit: unit)
        else { return .inseparable }
        // A difference of roundings, with nothing behind it that would read as more than nothing.
        let half = 0.5 / PrintedParts.steps(perUnit: unit)
        if parts.allSatisfy({ abs($0) < half }) { return .parts([]) }
        let shown = zip(causes.causes, steps).filter { $0.1 != 0 }.map { Part(cause: $0, steps: $1) }
        let order = shown.enumerated().sorted { left, right in
            (-abs(left.element.steps), left.offset) < (-abs(right.element.steps), right.offset)
        }
        return .parts(order.map(\.element))
    }
}

extension CausesOfChange.Figure {
    /// Whether the parts may be public: every mixture passes the rules that the figure itself passes, and a printed step
    /// stands for so many people that whoever knows how parts are rounded cannot narrow one further than the rules allow.
    ///
    /// A single cause tells nothing beyond the two values, which are out. With numbers that were rounded or made noisy for
    /// protection the parts, which are made of the true ones, would undo that, so nothing is told.
    fileprivate func mayBeTold(unit: String, causes: Int, _ rules: DisclosureRules) -> Bool {
        guard rules.method == .suppression else { return false }
        return causes < 2 || mixtures.allSatisfy { $0.passes(unit: unit, rules) }
    }
}

extension CausesOfChange.Mixture {
    fileprivate func passes(unit: String, _ rules: DisclosureRules) -> Bool {
        // A mixture without a value withholds no number; the causes cannot be told apart then, and that is said.
        guard let value else { return true }
        guard let people, !rules.isSmall(people), !rules.isSmallDenominator(people), people >= rules.minimumPopulation
        else { return false }
        let step = 1 / PrintedParts.steps(perUnit: unit)
        if unit == "share" {
            let count = value * people
            return !rules.isSmall(count) && !rules.isSmall(people - count) && step * people >= rules.protection
        }
        return value == 0 || step * people / abs(value) >= rules.protection
    }
}

extension IndicatorValue {
    /// The number, where the status says that there is one.
    fileprivate var shown: Double? { status.hasShownValue ? value : nil }

    /// Whether a released number is this one as it would be published now.
    fileprivate func isPublished(as number: Double) -> Bool {
        shown.map { abs(PublishedNumber.rounded($0, unit: unit) - number) <= 1e-9 * max(1, abs(number)) } ?? false
    }
}

extension Status {
    fileprivate var hasShownValue: Bool { [.valid, .estimated, .unreliable].contains(self) }
}

extension ReleasedValue {
    fileprivate init(_ value: IndicatorValue, period: String) {
        self.init(
            period: period, key: value.key, value: value.value, status: value.status,
            methodVersion: value.methodVersion, lower: value.lower, upper: value.upper)
    }
}
