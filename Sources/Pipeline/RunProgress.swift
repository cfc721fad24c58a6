/// What a run is doing, told to whoever watches.
public struct RunProgress: Sendable {
    /// The steps of a run.
    public enum Step: String, Sendable, CaseIterable {
        case fetching, reading, overlaying, computing, mixing, writing, printing
    }

    private let tell: @Sendable (Step, String) -> Void

    /// RunProgress that is told to `tell` with the step and what it works on.
    public init(_ tell: @escaping @Sendable (Step, String) -> Void) {
        self.tell = tell
    }

    /// Nobody watches.
    public static let silent = RunProgress { _, _ in }

    func report(_ step: Step, _ detail: String = "") {
        tell(step, detail)
    }
}
