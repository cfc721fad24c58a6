internal import Dispatch
internal import Synchronization

/// Runs `body` for each index of `0..<count` on the machine's cores and returns the results in order of index.
///
/// The result does not depend on the number of cores; errors neither: the one of the lowest index is thrown.
public func parallelMap<Result: Sendable, Failure: Error>(
    _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Result
) throws(Failure) -> [Result] {
    guard count > 1 else {
        guard count == 1 else { return [] }
        return [try body(0)]
    }
    let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
            result = .success(try body(index))
        } catch {
            result = .failure(error)
        }
        results.withLock { $0[index] = result }
    }
    var values: [Result] = []
    values.reserveCapacity(count)
    for result in results.withLock({ $0 }) {
        if let result { values.append(try result.get()) }
    }
    return values
}

/// Cuts `0..<count` into at most `pieces` ranges of nearly equal length, none empty.
public func evenRanges(_ count: Int, pieces: Int) -> [Range<Int>] {
    guard count > 0, pieces > 0 else { return [] }
    let number = min(count, pieces)
    return (0..<number).map { count * $0 / number..<count * ($0 + 1) / number }
}
