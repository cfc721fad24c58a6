internal import Dispatch
internal import Foundation
internal import Pipeline
internal import Synchronization

/// What happens on Ctrl-C, on `kill`, and when the reader of standard output goes away.
enum Interruption {
    private static let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Removes what a run has half-written and ends with 130 (SIGINT) or 143 (SIGTERM); a broken pipe ends with 0.
    static func prepare() {
        signal(SIGPIPE) { _ in _exit(0) }
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                OutputFolder.removeUnfinished()
                _exit(128 + number)
            }
            source.resume()
            sources.withLock { $0.append(source) }
        }
    }
}
