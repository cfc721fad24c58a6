internal import Dispatch
internal import Foundation
internal import Logging
internal import Pipeline
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// Runs work that lasts as a service of this process until SIGTERM or SIGINT ends it.
///
/// The work is synchronous and may compute for hours, so it has a thread of its own: the end of the service does not wait for
/// it. Whoever hands in the work sees to it that it may be ended at any moment.
struct ServiceProcess: Service {
    /// What is done until the end; returns or throws where it ends by itself.
    let work: @Sendable () throws -> Void
    /// What is done first when the service is told to end.
    let stopping: @Sendable () -> Void

    /// Runs the service and ends the process with 0 when a signal says so; what is half-written is removed before.
    ///
    /// Signals that came since ``Interruption/block()`` count, too.
    /// - Throws: what the work throws.
    func runToTheEnd() throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: self, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "quartier") { _ in SwiftLogNoOpLogHandler() }))
        let failure = Handover<any Error>()
        let ended = DispatchSemaphore(value: 0)
        Task {
            do { try await group.run() } catch { failure.value = error }
            ended.signal()
        }
        ended.wait()
        if let failure = failure.value { throw failure }
        // Not `exit`: the work may go on, and what it uses must not be taken down under it.
        OutputFolder.removeUnfinished { _exit(0) }
    }

    /// The service as the group runs it: over when the work is, or at once when the group shuts down.
    func run() async throws {
        let (end, ending) = AsyncThrowingStream<Never, any Error>.makeStream()
        try await withGracefulShutdownHandler {
            Thread.detachNewThread {
                do {
                    try work()
                    ending.finish()
                } catch {
                    ending.finish(throwing: error)
                }
            }
            for try await _ in end {}
        } onGracefulShutdown: {
            stopping()
            ending.finish()
        }
    }
}

/// A value that one task leaves for a thread that waits for it.
private final class Handover<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    var value: Value? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
