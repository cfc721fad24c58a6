/// The classes of status and dynamics, by standard deviations of the sums.
struct StatusDynamics: Sendable, Hashable {
    /// The status.
    enum Status: Int, Sendable, Hashable, CaseIterable {
        /// More than one standard deviation below the mean of the sums.
        case high = 1
        /// Within one standard deviation.
        case middle
        /// More than one standard deviation above, up to one and a half.
        case low
        /// More than one and a half standard deviations above.
        case veryLow

        init(score: Double) {
            self = score > 1.5 ? .veryLow : score > 1 ? .low : score < -1 ? .high : .middle
        }
    }

    /// The development between two dates.
    enum Dynamics: Int, Sendable, Hashable, CaseIterable {
        /// More than one standard deviation below the mean of the changes.
        case positive = 1
        /// Within one standard deviation.
        case stable
        /// More than one standard deviation above.
        case negative

        init(score: Double) { self = score > 1 ? .negative : score < -1 ? .positive : .stable }
    }

    /// Below so many units a standard deviation of the units says little, and classes change with a single one.
    static let fewestUnits = 30

    /// The status of each unit.
    let status: [Status]
    /// The development of each unit.
    let dynamics: [Dynamics]
    /// The index that status rests on.
    let statusIndex: StatusIndex
    /// The index that dynamics rest on.
    let dynamicsIndex: StatusIndex

    /// From the shares at a date and at an earlier one, one column for each kind; nil where an index has no value or there
    /// are fewer than ``fewestUnits``. The development of a kind is the difference of the two shares.
    init?(now: [[Double]], before: [[Double]]) {
        guard now.first?.count ?? 0 >= StatusDynamics.fewestUnits, now.count == before.count else { return nil }
        let changes = zip(now, before).map { zip($0, $1).map { $0 - $1 } }
        guard let statusIndex = StatusIndex(now), let dynamicsIndex = StatusIndex(changes) else { return nil }
        self.statusIndex = statusIndex
        self.dynamicsIndex = dynamicsIndex
        status = statusIndex.scores.map(Status.init(score:))
        dynamics = dynamicsIndex.scores.map(Dynamics.init(score:))
    }

    /// The twelve groups in the order in which they are shown: 1 for high status with positive development, 12 for very low
    /// status with negative development.
    func group(of unit: Int) -> Int { (status[unit].rawValue - 1) * Dynamics.allCases.count + dynamics[unit].rawValue }
}
