public import Indicators

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

    /// Makes a released value.
    public init(
        period: String, key: IndicatorTable.Key, value: Double?, status: Status, methodVersion: Int? = nil,
        lower: Double? = nil, upper: Double? = nil
    ) {
        self.period = period
        self.key = key
        self.value = value
        self.status = status
        self.methodVersion = methodVersion
        self.lower = lower
        self.upper = upper
    }
}

/// What is already out of the period that is published now.
struct Released {
    private var values: [IndicatorTable.Key: ReleasedValue] = [:]

    /// A value that was hidden in one of several publications but shown in another is out.
    init(_ released: [ReleasedValue], period: String) {
        for value in released where value.period == period {
            if let known = values[value.key], known.status != .suppressed { continue }
            values[value.key] = value
        }
    }

    /// Whether the value was hidden.
    func hides(_ key: IndicatorTable.Key) -> Bool { values[key]?.status == .suppressed }

    /// Whether the number was shown as it would be now.
    func shows(_ number: Double, _ key: IndicatorTable.Key, unit: String) -> Bool {
        guard let shown = values[key]?.value else { return false }
        return abs(shown - PublishedNumber.rounded(number, unit: unit)) <= 1e-9 * max(1, abs(shown))
    }
}
