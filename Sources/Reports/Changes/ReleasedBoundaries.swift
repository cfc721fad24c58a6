public import Indicators
internal import Town

/// What is known of the quarters of a release beside those of now.
public struct ReleasedBoundaries: Sendable, Hashable {
    /// The year or date that the release describes.
    public var period: String
    /// What brings its figures to the quarters of now; nil where its outlines are not known.
    public var conversion: BoundaryConversion?

    /// Makes a note.
    public init(period: String, conversion: BoundaryConversion?) {
        self.period = period
        self.conversion = conversion
    }
}

/// Which of several releases a report tells changes against.
public enum ReleasePeriods {
    /// The latest period before the one that is told; nil where there is none, or where periods are no dates.
    public static func last(of periods: some Sequence<String>, before period: String) -> String? {
        guard let now = Study.start(ofPeriod: period) else { return nil }
        let starts = Dictionary(
            periods.compactMap { period in Study.start(ofPeriod: period).map { (period, $0) } },
            uniquingKeysWith: { first, _ in first })
        return starts.filter { $0.value < now }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
