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
    /// What is known of its quarters' boundaries; nil where nobody looked.
    let boundaries: ReleasedBoundaries?

    /// The release of the latest period before the one that is told; nil where there is none, or where periods are no
    /// dates. Of several releases of one period the last one given counts.
    init?(
        _ released: [ReleasedValue], offers: [ReleasedOffers], boundaries: ReleasedBoundaries? = nil,
        before period: String
    ) {
        guard let last = ReleasePeriods.last(of: Set(released.map(\.period)), before: period) else { return nil }
        self.period = last
        self.boundaries = boundaries.flatMap { $0.period == last ? $0 : nil }
        values = Dictionary(
            released.lazy.filter { $0.period == last }.map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
        let start = Study.start(ofPeriod: last)
        self.offers = offers.last { $0.period == last }.map {
            FundingAccount(
                $0.funding, from: start, through: start.flatMap { CalendarDate(year: $0.year + 1, month: 12, day: 31) })
        }
    }

    /// What the release said of the same: the same indicator, area, group, category and parameters.
    /// Of quarters it is converted to the boundaries of now.
    subscript(key: IndicatorTable.Key) -> EarlierValue {
        guard key.level == .quarter, let conversion = boundaries?.conversion else {
            return EarlierValue(value: values[key], land: .same)
        }
        return conversion.earlier(key, in: values)
    }
}
