internal import Disclosure
internal import Features
internal import Indicators
public import Town

/// What a release said of the town's offers.
public struct ReleasedOffers: Sendable, Hashable {
    /// The year or date that the release describes.
    public var period: String
    /// How long each was paid for.
    public var funding: [Funding]

    /// Makes a note.
    public init(period: String, funding: [Funding]) {
        self.period = period
        self.funding = funding
    }
}

/// The last release of an earlier period: what changes are told against.
struct EarlierRelease: Sendable {
    /// The year or date that it describes.
    let period: String
    private let values: [IndicatorTable.Key: ReleasedValue]
    /// How its offers were paid for; nil where it had no table of offers.
    let offers: FundingAccount?

    /// The release of the latest period before the one that is told; nil where there is none, or where periods are no
    /// dates. Of several releases of one period the last one given counts.
    init?(_ released: [ReleasedValue], offers: [ReleasedOffers], before period: String) {
        guard let now = Study.start(ofPeriod: period) else { return nil }
        let starts = Dictionary(
            Set(released.map(\.period)).compactMap { period in Study.start(ofPeriod: period).map { (period, $0) } },
            uniquingKeysWith: { first, _ in first })
        let earlier = starts.filter { $0.value < now }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let last = earlier?.key else { return nil }
        self.period = last
        values = Dictionary(
            released.lazy.filter { $0.period == last }.map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
        let start = Study.start(ofPeriod: last)
        self.offers = offers.last { $0.period == last }.map {
            FundingAccount(
                $0.funding, from: start, through: start.flatMap { CalendarDate(year: $0.year + 1, month: 12, day: 31) })
        }
    }

    /// What the release said of the same: the same indicator, area, group, category and parameters.
    subscript(key: IndicatorTable.Key) -> ReleasedValue? { values[key] }
}
