public import Indicators
internal import Town

/// A value of a publication that is already out, as its table of indicators has it.
public struct ReleasedValue: Sendable, Hashable {
    /// The year or date that it describes.
    public var period: String
    /// What it is of.
    public var key: IndicatorTable.Key
    /// The number, as it was rounded; nil where there is none.
    public var value: Double?
    /// What it was worth; `suppressed` where it was hidden.
    public var status: Status
    /// The version of the method it was computed by; nil where the table does not say.
    public var methodVersion: Int?
    /// The lower bound, where one was shown.
    public var lower: Double?
    /// The upper bound, where one was shown.
    public var upper: Double?
    /// What it rests on: residents or places, where that was shown.
    public var n: Double?

    /// Makes a released value.
    public init(
        period: String, key: IndicatorTable.Key, value: Double?, status: Status, methodVersion: Int? = nil,
        lower: Double? = nil, upper: Double? = nil, n: Double? = nil
    ) {
        self.period = period
        self.key = key
        self.value = value
        self.status = status
        self.methodVersion = methodVersion
        self.lower = lower
        self.upper = upper
        self.n = n
    }
}

extension Publication {
    /// All values of the edition, as they are out once it is released.
    public var ownValues: [ReleasedValue] {
        indicators.values.map {
            ReleasedValue(period: study.period, key: $0.key, value: $0.value, status: $0.status)
        }
    }
}

/// What is already out: of the period that is published now, and of others.
struct Released {
    /// The period that is published now.
    let period: String
    private var values: [String: [IndicatorTable.Key: ReleasedValue]] = [:]

    /// A value that was hidden in one of several publications but shown in another is out.
    init(_ released: [ReleasedValue], period: String) {
        self.period = period
        for value in released {
            if let known = values[value.period]?[value.key], known.status != .suppressed { continue }
            values[value.period, default: [:]][value.key] = value
        }
    }

    /// Whether the value was hidden.
    func hides(_ key: IndicatorTable.Key) -> Bool { values[period]?[key]?.status == .suppressed }

    /// Whether the number was shown as it would be now.
    func shows(_ number: Double, _ key: IndicatorTable.Key, unit: String) -> Bool {
        guard let shown = values[period]?[key]?.value else { return false }
        return abs(shown - PublishedNumber.rounded(number, unit: unit)) <= 1e-9 * max(1, abs(shown))
    }

    /// What is out of a year; of several dates in it what was shown.
    func value(_ key: IndicatorTable.Key, year: Int) -> ReleasedValue? {
        let known = values.keys.sorted().filter { YearPair.year($0) == year }.compactMap { values[$0]?[key] }
        return known.first { $0.status != .suppressed } ?? known.first
    }

    /// The values of an indicator that are out of all periods, hidden ones left out, in a stable order.
    func shown(_ indicator: String) -> [ReleasedValue] {
        values.keys.sorted().flatMap { period in
            (values[period] ?? [:]).values.filter { $0.key.indicator == indicator && $0.value != nil }.sorted {
                ($0.key.parameters, $0.key.areaID, $0.key.group ?? "")
                    < ($1.key.parameters, $1.key.areaID, $1.key.group ?? "")
            }
        }
    }
}
