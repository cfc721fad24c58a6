public import Features

/// How many offers there are in each state of funding. The parts add up to ``total``.
public struct FundingAccount: Sendable, Hashable {
    /// Without an end.
    public var permanent = 0
    /// Those whose funding ends within the time looked at.
    public var ending = 0
    /// Those whose funding ends later.
    public var endingLater = 0
    /// Those whose funding ended before the time looked at.
    public var ended = 0
    /// Those of which only is recorded that they end.
    public var endUnknown = 0
    /// What takes place once.
    public var oneOff = 0
    /// Those of which nobody wrote down anything on funding.
    public var notRecorded = 0

    /// All offers.
    public var total: Int { permanent + ending + endingLater + ended + endUnknown + oneOff + notRecorded }
    /// Those of which nobody wrote down how long they are paid for.
    public var unknown: Int { endUnknown + notRecorded }

    /// Counts states of funding.
    ///
    /// - Parameters:
    ///   - start: the first day of the time looked at; nil where it is not known, and then nothing has ended before.
    ///   - horizon: its last day; nil where it is not known, and then every end lies later.
    public init(_ funding: some Sequence<Funding>, from start: CalendarDate?, through horizon: CalendarDate?) {
        for state in funding {
            switch state {
            case .permanent: permanent += 1
            case .oneOff: oneOff += 1
            case .notRecorded: notRecorded += 1
            case .limited(until: nil): endUnknown += 1
            case .limited(let until?):
                if let start, until < start {
                    ended += 1
                } else if let horizon, until <= horizon {
                    ending += 1
                } else {
                    endingLater += 1
                }
            }
        }
    }
}
