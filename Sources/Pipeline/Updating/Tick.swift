public import Features
internal import Scheduling

/// Does what is due now, once, and ends: what a timer starts, however often.
public enum Tick {
    /// What a tick did.
    public enum Outcome: Sendable {
        /// An update, for a date of the schedule.
        case updated(UpdateOutcome, date: Int)
        /// Nothing: the next update is due later, at a moment.
        case later(Int)
        /// Nothing: the schedule has no date any more.
        case never
    }

    /// Updates a project if an update is due at `options.now`.
    ///
    /// An update that began and failed is tried again after an hour, up to five times for each date, see ``Retry``. One that
    /// could not begin, or was killed, does not count, so the next tick makes up for it.
    /// - Throws: `Failure` where the project has no schedule, and as ``Update/run(project:options:progress:)``.
    public static func run(
        project path: String, options: UpdateOptions, progress: RunProgress = .silent
    ) throws(Failure) -> Outcome {
        let schedule = try ProjectSchedule(project: path)
        switch schedule.due(at: options.now) {
        case .never: return .never
        case .later(let moment): return .later(moment)
        case .now(let date):
            return .updated(try Update.run(project: path, options: options, progress: progress), date: date)
        }
    }
}
