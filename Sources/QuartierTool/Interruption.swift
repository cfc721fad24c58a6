internal import Foundation
internal import Pipeline
internal import Synchronization

/// What happens on Ctrl-C, on `kill`, and when the reader of standard output goes away.
enum Interruption {
    private static let ending = Mutex<(@Sendable () -> Int32)?>(nil)

    /// What is done last on a signal from here on; gives the exit status. For services, which signals end as they should.
    static func onEnd(_ action: @escaping @Sendable () -> Int32) { ending.withLock { $0 = action } }

    /// Removes what a run has half-written and ends with 130 (SIGINT) or 143 (SIGTERM). A broken pipe is told by `write`.
    ///
    /// The signals are blocked in every thread and awaited in one of their own, which may do what a signal handler
    /// may not. Call before any other thread starts.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told by `write`, too.
        signal(SIGXFSZ, SIG_IGN)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let awaited = signals
        Thread.detachNewThread {
            var awaited = awaited
            var number: Int32 = 0
            sigwait(&awaited, &number)
            let status = ending.withLock { $0 }.map { $0() } ?? 128 + number
            OutputFolder.removeUnfinished { _exit(status) }
        }
    }
}
