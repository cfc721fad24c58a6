internal import Dispatch
internal import Synchronization

/// Does two different things at the same time and returns both results. Where both throw, the error of the first counts.
///
/// The first is done on the calling thread, the second on another core or, where none is free until then, after the
/// first. Unlike the steps of a ``parallelMap(_:_:)`` both may use all cores themselves: Dispatch does loops that are
/// nested in such steps one step after another once the steps are as many as the cores.
public func parallelPair<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
    let (firstResult, secondResult) = withoutActuallyEscaping(second) { second in
        let offer = Offer(second)
        DispatchQueue.global().async { offer.accept() }
        let firstResult = Result(catching: first)
        return (firstResult, offer.result())
    }
    return (try firstResult.get(), try secondResult.get())
}

/// Work that is done once, by whoever comes first.
private final class Offer<Value: Sendable, Failure: Error>: Sendable {
    typealias Work = @Sendable () throws(Failure) -> Value

    /// Taken out by the one who does it, so that nothing of it is left when its result is there.
    private let work: Mutex<Work?>
    private let outcome = Mutex<Result<Value, Failure>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ work: @escaping Work) { self.work = Mutex(work) }

    /// Does the work unless somebody else does.
    func accept() {
        guard let result = resultIfOpen() else { return }
        outcome.withLock { $0 = result }
        isDone.signal()
    }

    /// The result, from doing the work or from waiting for who does it.
    func result() -> Result<Value, Failure> {
        while true {
            if let result = resultIfOpen() { return result }
            isDone.wait()
            if let result = outcome.withLock({ $0 }) { return result }
        }
    }

    private func resultIfOpen() -> Result<Value, Failure>? {
        let taken = work.withLock { work in
            defer { work = nil }
            return work
        }
        return taken.map { Result(catching: $0) }
    }
}
