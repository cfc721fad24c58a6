internal import Synchronization

/// Does two different things at the same time and returns both results. Where both throw, the error of the first counts.
public func parallelPair<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
    let other = Mutex<Second?>(nil)
    let results = try parallelMap(2) { (index: Int) throws(Failure) -> First? in
        if index == 0 { return try first() }
        let result = try second()
        other.withLock { $0 = result }
        return nil
    }
    guard let result = results[0], let otherResult = other.withLock({ $0 }) else {
        // Never so: both are there once nothing was thrown.
        return (try first(), try second())
    }
    return (result, otherResult)
}
