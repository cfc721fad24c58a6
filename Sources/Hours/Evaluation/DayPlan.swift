/// One day, painted rule by rule: the stretches of 0..<1440 in order, without gaps.
struct DayPlan {
    private(set) var intervals = [OpeningInterval(minutes: 0..<1440, state: .closed)]

    /// Nothing said yet: closed.
    mutating func clear() { self = DayPlan() }

    /// Puts a state into a range.
    mutating func paint(_ range: Range<Int>, _ state: OpeningState, _ comment: String?) {
        let range = range.clamped(to: 0..<1440)
        guard !range.isEmpty else { return }
        var painted: [OpeningInterval] = []
        for interval in intervals {
            let covered = interval.minutes.clamped(to: range)
            if covered.isEmpty {
                painted.append(interval)
                continue
            }
            let before = interval.minutes.lowerBound..<covered.lowerBound
            let after = covered.upperBound..<interval.minutes.upperBound
            if !before.isEmpty {
                painted.append(OpeningInterval(minutes: before, state: interval.state, comment: interval.comment))
            }
            painted.append(OpeningInterval(minutes: covered, state: state, comment: comment))
            if !after.isEmpty {
                painted.append(OpeningInterval(minutes: after, state: interval.state, comment: interval.comment))
            }
        }
        intervals = DayPlan.joined(painted)
    }

    /// Takes from another plan what is open or cannot be told where this one is closed.
    mutating func fill(from other: DayPlan) {
        let gaps = intervals.filter { $0.state == .closed }
        for gap in gaps {
            for interval in other.intervals where interval.state != .closed {
                paint(interval.minutes.clamped(to: gap.minutes), interval.state, interval.comment)
            }
        }
    }

    /// What holds in both plans; where they differ nobody can tell.
    func merged(with other: DayPlan) -> DayPlan {
        var result: [OpeningInterval] = []
        for mine in intervals {
            for theirs in other.intervals {
                let common = mine.minutes.clamped(to: theirs.minutes)
                guard !common.isEmpty else { continue }
                let agrees = mine.state == theirs.state
                result.append(
                    OpeningInterval(
                        minutes: common, state: agrees ? mine.state : .cannotTell,
                        comment: agrees && mine.comment == theirs.comment ? mine.comment : nil))
            }
        }
        var plan = DayPlan()
        plan.intervals = DayPlan.joined(result)
        return plan
    }

    /// Makes neighbours that say the same one.
    private static func joined(_ intervals: [OpeningInterval]) -> [OpeningInterval] {
        var result: [OpeningInterval] = []
        for interval in intervals {
            if let last = result.last, last.state == interval.state, last.comment == interval.comment {
                result[result.count - 1].minutes = last.minutes.lowerBound..<interval.minutes.upperBound
            } else {
                result.append(interval)
            }
        }
        return result
    }
}
