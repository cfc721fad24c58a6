/// What a town recorded of participation: the earliest first, those without a day last.
public struct ParticipationLog: Sendable, Codable, Hashable {
    /// The records in their order.
    public let records: [ParticipationRecord]

    /// Puts records into order: by day, then by id.
    public init(_ records: [ParticipationRecord] = []) {
        self.records = records.sorted { left, right in
            switch (left.date, right.date) {
            case (let first?, let second?): (first, left.id) < (second, right.id)
            case (nil, nil): left.id < right.id
            case (let first, _): first != nil
            }
        }
    }

    /// The number of records.
    public var count: Int { records.count }

    /// The records whose people got an answer.
    public var answered: [ParticipationRecord] { records.filter(\.isAnswered) }

    /// The records whose people wait for an answer.
    public var unanswered: [ParticipationRecord] { records.filter { !$0.isAnswered } }

    /// How many records came to an outcome.
    public func count(of outcome: ParticipationOutcome) -> Int { records.count { $0.outcome == outcome } }

    /// The mix of formats, in the order of ``ParticipationFormat``, those that were used only.
    public var formats: [(format: ParticipationFormat, count: Int)] {
        ParticipationFormat.allCases.compactMap { format in
            let count = records.count { $0.format == format }
            return count == 0 ? nil : (format, count)
        }
    }
}
