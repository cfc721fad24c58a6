internal import Dispatch
public import Features
internal import Synchronization

/// A small service for machines without timers: does what is due, tells of it, and waits for the next date. It may be ended
/// and killed at any moment, as updates may.
public struct ScheduleService: Sendable {
    /// What the service did last.
    public enum Event: Sendable {
        /// An update, and what could not be told of it.
        case updated(UpdateOutcome, [Diagnostic])
        /// Nothing: the next update is due at a moment.
        case waiting(Int)
        /// Nothing: the schedule has no date any more.
        case idle
        /// It could not even begin; it is tried again.
        case failed(Failure)
    }

    /// The project file.
    let project: String
    /// Whom to tell how the service is.
    let manager: ServiceManager

    /// The service of a project.
    public init(project: String, manager: ServiceManager) {
        self.project = project
        self.manager = manager
    }

    /// How often the project file, the schedule and the files for monitors are looked at, seconds: a clock that was set or a
    /// machine that slept is noticed within that time.
    public static let pace = 60
    /// An update that takes longer than this, in seconds, does not live any more for a manager that watches.
    static let longest = 12 * 3_600

    /// Runs until `wait` says that it is over. That it stops, the manager hears from whoever stops it.
    ///
    /// - Parameters:
    ///   - options: how updates are made at a moment, seconds after 1970-01-01 00:00:00 UTC.
    ///   - now: the clock.
    ///   - wait: waits some seconds; false ends the service.
    ///   - report: is told what the service did.
    /// - Throws: `Failure` where the project has no schedule when the service begins.
    public func run(
        options: (Int) -> UpdateOptions, now: () -> Int, wait: (Int) -> Bool, report: (Event) -> Void
    ) throws(Failure) {
        _ = try ProjectSchedule(project: project)
        let life = SignsOfLife(manager)
        defer { life.stop() }
        manager.tell(.ready)
        while true {
            life.beat()
            let event = step(options(now()))
            life.beat()
            report(event)
            var pause = ScheduleService.pace
            if case .waiting(let moment) = event { pause = max(1, min(pause, moment - now())) }
            guard wait(pause) else { break }
        }
    }

    private func step(_ options: UpdateOptions) -> Event {
        do throws(Failure) {
            switch try Tick.run(project: project, options: options) {
            case .updated(let outcome, _):
                return .updated(outcome, Notifier.tell(outcome, project: project, language: options.language))
            case .later(let moment):
                _ = Notifier.refresh(project: project, now: options.now, language: options.language)
                return .waiting(moment)
            case .never:
                _ = Notifier.refresh(project: project, now: options.now, language: options.language)
                return .idle
            }
        } catch {
            return .failed(error)
        }
    }
}

/// Tells a manager that watches, from a thread of its own, that the service lives, as long as its work goes on.
private final class SignsOfLife: Sendable {
    private let lastBeat = Mutex(DispatchTime.now())
    private let end = DispatchSemaphore(value: 0)

    init(_ manager: ServiceManager) {
        guard let interval = manager.interval else { return }
        DispatchQueue.global().async { [self] in
            while end.wait(timeout: .now() + .seconds(interval)) == .timedOut {
                let silence = lastBeat.withLock { DispatchTime.now().uptimeNanoseconds - $0.uptimeNanoseconds }
                if silence < UInt64(ScheduleService.longest) * 1_000_000_000 { manager.tell(.alive) }
            }
        }
    }

    func beat() { lastBeat.withLock { $0 = .now() } }

    func stop() { end.signal() }
}
