/// How far given and found areas are the same, measured in people.
///
/// A person at a point lies in an area or not. Of a cell that borders cut, only the shares f and g in each of the two are
/// known; where both are cut, the part that lies in both is between max(0, f + g − 1) and min(f, g), and f·g stands for it.
struct GivenAndFound: Sendable, Hashable {
    /// People in found areas.
    private(set) var found = 0.0
    /// People in given areas.
    private(set) var given = 0.0
    /// People in both.
    private(set) var both = 0.0
    /// The least that can be in both.
    private(set) var leastBoth = 0.0
    /// The most that can be in both.
    private(set) var mostBoth = 0.0

    /// - Parameters:
    ///   - counts: the people at each origin.
    ///   - found: the share of each origin in found areas.
    ///   - given: the share of each origin in given areas.
    init(counts: [Double], found: [Double], given: [Double]) {
        for (people, (one, other)) in zip(counts, zip(found, given)) {
            self.found += people * one
            self.given += people * other
            both += people * one * other
            leastBoth += people * max(0, one + other - 1)
            mostBoth += people * min(one, other)
        }
    }

    /// The share of the people in found areas who live in given ones; nil where nobody lives in found areas.
    var foundInGiven: Double? { found > 0 ? min(1, both / found) : nil }

    /// The share of the people in given areas who live in found ones; nil where nobody lives in given areas.
    var givenInFound: Double? { given > 0 ? min(1, both / given) : nil }

    /// Whether borders leave open who lives in both.
    var isEstimated: Bool { mostBoth - leastBoth > 1e-9 * max(1, mostBoth) }
}
