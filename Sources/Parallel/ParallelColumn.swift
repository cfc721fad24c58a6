internal import Dispatch

/// Runs `body` for ranges that together are `0..<count`, on the machine's cores; returns once all are done.
///
/// For work that writes into columns which lie ready: every range has its own part of them. The ranges do not depend on
/// the machine. Short work, up to some thousand indexes, is done at once on the calling thread.
public func parallelRanges(_ count: Int, _ body: @Sendable (Range<Int>) -> Void) {
    // Handing a piece to another core takes some microseconds, about what a thousand simple steps take.
    let ranges = evenRanges(count, pieces: count < 4_096 ? 1 : 16)
    guard ranges.count > 1 else {
        ranges.forEach(body)
        return
    }
    DispatchQueue.concurrentPerform(iterations: ranges.count) { body(ranges[$0]) }
}

/// A column of `count` numbers, each from its index, made on the machine's cores.
@inlinable
public func parallelColumn<Number: BitwiseCopyable>(_ count: Int, _ number: @Sendable (Int) -> Number) -> [Number] {
    guard count > 0 else { return [] }
    return [Number](unsafeUninitializedCapacity: count) { column, filled in
        // The ranges do not overlap, and all are done before the column is handed over.
        nonisolated(unsafe) let column = column
        parallelRanges(count) { range in
            for index in range { column.initializeElement(at: index, to: number(index)) }
        }
        filled = count
    }
}
