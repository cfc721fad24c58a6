internal import Features
internal import Synchronization

/// Blocks of a source, read one ahead of the parser on whatever core is free.
final class BlockQueue: Sendable {
    private struct State: ~Copyable {
        var source: ByteSource?
        /// A block that was read ahead.
        var ahead: Block?
        /// The memory of a block that is done with.
        var spare = Block()
    }

    /// How many free bytes lie before the text of a block, for the rest of the one before.
    private let headroom: Int
    private let blockSize: Int
    private let state: Mutex<State>

    /// A queue that reads `blockSize` bytes at a time.
    init(_ source: consuming sending ByteSource, blockSize: Int) {
        self.blockSize = blockSize
        headroom = blockSize / 8
        state = Mutex(State(source: source))
    }

    /// Whether there is neither a block read ahead nor anything left in the source.
    var isAtEnd: Bool {
        state.withLock { $0.ahead == nil && $0.source?.isAtEnd != false }
    }

    /// The size of the source as far as it is known beforehand; 0 for pipes.
    var expectedSize: Int {
        state.withLock { $0.source?.expectedSize ?? 0 }
    }

    /// Reads the next block, if there is one, so that ``next(after:)`` finds it ready.
    func readAhead() throws(Failure) {
        try state.withLock { state throws(Failure) in
            guard state.ahead == nil, state.source?.isAtEnd == false else { return }
            var block = state.spare
            state.spare = Block()
            // Before the first block nothing can be left over.
            let isFirst = state.source?.bytesRead == 0
            try state.source?.fill(&block, count: blockSize, headroom: isFirst ? 0 : headroom)
            state.ahead = block
        }
    }

    /// The next block, with the unread rest of the current one before it.
    func next(after rest: consuming Block) throws(Failure) -> Block {
        try readAhead()
        guard var block = takeAhead() else { return rest }
        guard rest.count > block.lower else {
            block.prepend(rest)
            giveBack(rest)
            return block
        }
        // Something is longer than the headroom: join both, and as much again, so that the work stays linear.
        var joined = Block()
        let wanted = 2 * rest.count
        joined.append(rest)
        joined.append(block)
        giveBack(block)
        while joined.count < wanted {
            try readAhead()
            guard let more = takeAhead() else { break }
            joined.append(more)
            giveBack(more)
        }
        return joined
    }

    private func takeAhead() -> Block? {
        state.withLock { state in
            let block = state.ahead
            state.ahead = nil
            return block
        }
    }

    private func giveBack(_ block: Block) {
        state.withLock { $0.spare = block }
    }

    /// What was read, with its checksum.
    func finish(path: String) -> SourceFile {
        state.withLock { state in
            var source: ByteSource?
            swap(&source, &state.source)
            guard let source else { return SourceFile(path: path) }
            return source.finish()
        }
    }
}

extension Block {
    /// Puts the text of another block before this one, into the headroom.
    fileprivate mutating func prepend(_ rest: Block) {
        lower -= rest.count
        bytes.replaceSubrange(lower..<lower + rest.count, with: rest.bytes[rest.lower..<rest.upper])
    }

    /// Puts the text of another block behind this one.
    fileprivate mutating func append(_ other: Block) {
        bytes.removeLast(bytes.count - upper)
        bytes.append(contentsOf: other.bytes[other.lower..<other.upper])
        upper = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: JSONScanner.padding))
    }
}
