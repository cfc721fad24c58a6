internal import Synchronization

/// Counts what several threads have done and tells it as a bar: `▓▓▓▓░░░░ 12/24 report/index.html`.
final class ProgressCounter: Sendable {
    private let total: Int
    private let progress: RunProgress
    private let done = Mutex(0)

    init(total: Int, _ progress: RunProgress) {
        self.total = total
        self.progress = progress
    }

    /// One more is done.
    func tell(_ name: String) {
        done.withLock { done in
            done += 1
            progress.report(.printing, ProgressCounter.bar(done, of: total) + " " + name)
        }
    }

    /// The bar and the numbers.
    static func bar(_ done: Int, of total: Int, width: Int = 16) -> String {
        let filled = total > 0 ? min(width, done * width / total) : width
        return String(repeating: "▓", count: filled) + String(repeating: "░", count: width - filled)
            + " \(done)/\(total)"
    }
}
