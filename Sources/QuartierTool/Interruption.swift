internal import Foundation
internal import Pipeline

/// What happens on Ctrl-C, on `kill`, and when the reader of standard output goes away.
enum Interruption {
    /// Blocks the signals that end the process, in every thread: whoever awaits them may do what a signal handler may not.
    /// None is lost meanwhile. A broken pipe is told by `write`. Call before any other thread starts.
    static func block() {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow any more is told by `write`, too.
        signal(SIGXFSZ, SIG_IGN)
        var signals = ending
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Awaits them in a thread of its own: removes what a run has half-written and ends with 130 (SIGINT) or 143 (SIGTERM).
    /// For all commands but services, which await them by themselves.
    static func await() {
        Thread.detachNewThread {
            var (awaited, number) = (ending, Int32(0))
            sigwait(&awaited, &number)
            let status = 128 + number
            OutputFolder.removeUnfinished { _exit(status) }
        }
    }

    private static var ending: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        return signals
    }
}
