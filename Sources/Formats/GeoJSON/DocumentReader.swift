internal import Features
internal import Parallel

/// Walks through one GeoJSON text block by block: what stands around the features here, the features by
/// ``FeatureParser``.
struct DocumentReader {
    private let queue: BlockQueue
    private let options: GeoJSONReader.Options
    private let path: String
    private var block = Block()
    /// Where the text of the block begins.
    private var place = TextPlace()
    private var assembler: LayerAssembler
    private var envelope = CollectionMembers()
    private var crsText: String?
    /// The bytes between two features as they stood before the second one, with its first bytes: where this comes
    /// again, a feature probably begins.
    private var pattern: [UInt8] = []

    init(_ source: consuming sending ByteSource, options: GeoJSONReader.Options) {
        path = source.path
        assembler = LayerAssembler(path: source.path)
        queue = BlockQueue(source, blockSize: options.blockSize)
        self.options = options
    }

    /// Reads everything.
    mutating func read(name: String) throws(Failure) -> ReadLayer {
        block = try queue.next(after: block)
        try skipByteOrderMark()
        var isFirst = true
        var mayBegin = true
        while true {
            let isSeparated = try skipBetweenTexts()
            guard block.count > 0 else { break }
            let head = try withGrowingText { scanner throws(JSONError) in
                guard mayBegin || isSeparated else { throw scanner.unexpected() }
                return try CollectionMembers.scanHead(&scanner)
            }
            isFirst = false
            // Behind a sequence a text begins that the parser saw is separated; behind a collection, none may.
            mayBegin = false
            switch head {
            case .notGeoJSON(let member, let offset): throw notGeoJSON(member, at: offset)
            case .sequence:
                try readFeatures(.sequence(isSeparated: true))
                mayBegin = true
            case .list(let members, let end, let isEmpty):
                envelope = members
                consume(end)
                if !isEmpty { try readFeatures(.list) }
                try readTail()
            }
        }
        if isFirst { throw Failure(.malformedData, Diagnostic(.fileEmpty, at: SourceLocation(file: path))) }
        return assembler.finished(name: name, source: queue.finish(path: path), crsText: crsText)
    }

    /// Moves on by as many bytes of the block.
    private mutating func consume(_ count: Int) {
        block.withText { text in place.advance(over: UnsafeBufferPointer(start: text, count: count)) }
        block.lower += count
    }

    /// Gets more text behind the block; false at the end of the source.
    private mutating func grow() throws(Failure) -> Bool {
        guard !queue.isAtEnd else { return false }
        var rest = Block()
        swap(&rest, &block)
        block = try queue.next(after: rest)
        return true
    }

    /// Reads something at the start of the block; if the text ends inside it, gets more text and reads it anew.
    private mutating func withGrowingText<Result>(
        _ body: (inout JSONScanner) throws(JSONError) -> Result
    ) throws(Failure) -> Result {
        while true {
            let count = block.count
            do throws(JSONError) {
                let result = try block.withText { (text) throws(JSONError) -> Result in
                    var scanner = JSONScanner(text, count: count)
                    return try body(&scanner)
                }
                guard let result else { throw JSONError(reason: .endOfText, offset: 0) }
                return result
            } catch {
                guard error.reason == .endOfText, try grow() else { throw failure(error) }
            }
        }
    }

    private mutating func skipByteOrderMark() throws(Failure) {
        while block.count < 3, try grow() {}
        let first = block.bytes[block.lower..<min(block.lower + 3, block.upper)]
        if first.elementsEqual([0xEF, 0xBB, 0xBF]) {
            assembler.tally(Diagnostic(.byteOrderMark, at: place.location(in: path)), 1)
            block.lower += 3
            place.offset += 3
            place.lineStart = 3
        } else if first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE]) || first.prefix(2).contains(0) {
            // UTF-16 or UTF-32.
            throw failure(JSONError(reason: .invalidUTF8, offset: 0))
        }
    }

    /// Passes white space and record separators; tells whether a line ended or a separator stood there.
    private mutating func skipBetweenTexts() throws(Failure) -> Bool {
        var isSeparated = false
        while true {
            let passed = block.bytes[block.lower..<block.upper].prefix {
                $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == FeatureParser.recordSeparator
            }
            if passed.contains(where: { $0 == 0x0A || $0 == FeatureParser.recordSeparator }) { isSeparated = true }
            consume(passed.count)
            guard block.count == 0, try grow() else { return isSeparated }
        }
    }

    /// Reads the members of a feature collection behind its features, and closes it.
    private mutating func readTail() throws(Failure) {
        var isOpen = true
        while isOpen {
            let members = envelope
            let (next, end, goesOn) = try withGrowingText { scanner throws(JSONError) in
                var members = members
                let goesOn = try scanner.nextElement(closing: UInt8(ascii: "}"))
                if goesOn { _ = try members.scanMember(&scanner) }
                return (members, scanner.offset, goesOn)
            }
            envelope = next
            isOpen = goesOn
            if isOpen, envelope.invalidMember != nil { break }
            consume(end)
        }
        guard envelope.type == .collection, envelope.invalidMember == nil else {
            throw notGeoJSON(envelope.invalidMember ?? "type", at: 0)
        }
        reportEnvelope()
    }

    /// Notes what the members around the features said.
    private mutating func reportEnvelope() {
        let location = SourceLocation(file: path)
        if let crs = envelope.crs {
            crsText = crs.name
            assembler.tally(Diagnostic(.crsOldMember, at: location, ["crs": crs.name ?? "null"]), 1)
        }
        if envelope.hasMalformedBox {
            assembler.list(Diagnostic(.memberMalformed, at: location, ["member": "bbox"]))
        }
        if let member = envelope.foreignMember {
            assembler.tally(Diagnostic(.foreignMember, at: location, ["member": member]), envelope.foreignCount)
        }
    }
}

// MARK: - Features

extension DocumentReader {
    /// Reads features from the start of the block to the end of the list or sequence.
    private mutating func readFeatures(_ layout: FeatureParser.Layout) throws(Failure) {
        if pattern.isEmpty { learnPattern(layout) }
        var layout = layout
        while true {
            let pieces = try parseRanges(layout)
            let stop = try accept(pieces, layout)
            if !queue.isAtEnd { assembler.expect(queue.expectedSize, bytesSoFar: place.offset) }
            switch stop {
            case .closed, .collection: return
            case .exhausted(let isSeparated):
                guard try grow() else { return }
                layout = .sequence(isSeparated: isSeparated)
            case .limit:
                let error = JSONError(reason: .endOfText, offset: block.count)
                guard try grow() else { throw failure(error, feature: assembler.count) }
                layout = layout.separated
            case .failed(let error):
                guard error.reason == .endOfText, try grow() else { throw failure(error, feature: assembler.count) }
                layout = layout.separated
            }
        }
    }

    /// Remembers how the first feature begins.
    private mutating func learnPattern(_ layout: FeatureParser.Layout) {
        let text = block.bytes
        var start = block.lower
        while start > 0, [0x20, 0x0A, 0x0D, 0x09, FeatureParser.recordSeparator].contains(text[start - 1]) {
            start -= 1
        }
        let head = text[block.lower..<block.upper].prefix { $0 != UInt8(ascii: ":") }.prefix(64)
        let space = Array(text[start..<block.lower])
        switch layout {
        case .list: pattern = [UInt8(ascii: ",")] + space + head
        case .sequence: pattern = [0x0A] + space.drop { $0 == 0x0A } + head
        }
    }

    /// Where the tasks begin: at the start of the block, and at places that look like the start of a feature. Whether
    /// they are, shows when the task before arrives exactly there.
    private func rangeStarts() -> [Int] {
        var starts = [0]
        guard pattern.count > 1 else { return starts }
        block.withText { text in
            // Enough tasks that the cores end at nearly the same time, but none tiny.
            let size = max(1, min(options.rangeSize, max(options.rangeSize / 16, block.count / 8)))
            var wanted = size
            while wanted < block.count,
                let found = firstRange(of: pattern, in: text, from: wanted, count: block.count)
            {
                let start = found + (pattern.lastIndex(of: UInt8(ascii: "{")) ?? 0)
                starts.append(start)
                wanted = start + size
            }
        }
        return starts
    }

    private enum Work: Sendable {
        case piece(FeaturePiece)
        case readAhead
    }

    /// Parses the block in ranges, side by side with reading the next one.
    private func parseRanges(_ layout: FeatureParser.Layout) throws(Failure) -> [FeaturePiece] {
        let starts = rangeStarts()
        let (block, queue) = (block, queue)
        let work = try parallelMap(starts.count + 1) { task throws(Failure) -> Work in
            if task == 0 {
                try queue.readAhead()
                return .readAhead
            }
            let limit = task < starts.count ? starts[task] : Int.max
            return .piece(DocumentReader.parse(block, layout, from: starts[task - 1], until: limit))
        }
        return work.compactMap { if case .piece(let piece) = $0 { piece } else { nil } }
    }

    private static func parse(
        _ block: Block, _ layout: FeatureParser.Layout, from start: Int, until limit: Int
    ) -> FeaturePiece {
        let piece = block.withText { text in
            var parser = FeatureParser(text, count: block.count, from: start)
            return parser.parse(start == 0 ? layout : layout.separated, until: limit)
        }
        return piece ?? FeaturePiece(start: start)
    }

    /// Takes the pieces in order, as if one parser had read them: a piece that does not begin where the one before
    /// stopped began at something that only looked like a feature, and is read anew.
    private mutating func accept(
        _ pieces: [FeaturePiece], _ layout: FeatureParser.Layout
    ) throws(Failure) -> FeaturePiece.Stop {
        var stop = FeaturePiece.Stop.limit
        var position = 0
        var place = place
        for (index, guess) in pieces.enumerated() {
            let limit = index + 1 < pieces.count ? pieces[index + 1].start : Int.max
            guard position < limit else { continue }
            let piece =
                guess.start == position
                ? guess : DocumentReader.parse(block, layout, from: position, until: limit)
            block.withText { text in assembler.append(piece, text: text, place: place) }
            guard assembler.columnCount <= FeatureParser.maximumColumns else {
                throw failure(JSONError(reason: .tooManyKeys, offset: piece.start), feature: assembler.count)
            }
            block.withText { text in
                let passed = UnsafeBufferPointer(start: text + position, count: piece.end - position)
                place.advance(over: passed, lines: piece.newlines)
            }
            position = piece.end
            stop = piece.stop
            if case .limit = stop { continue }
            break
        }
        if case .failed(let error) = stop, error.reason != .endOfText || queue.isAtEnd {
            throw failure(error, feature: assembler.count)
        }
        block.lower += position
        self.place = place
        return stop
    }
}

// MARK: - Failures

extension DocumentReader {
    /// The failure that ends reading at a fault of the text; the offset counts from the start of the block.
    /// - Parameter feature: The feature that was being read; nil outside of the features.
    private func failure(_ error: JSONError, feature: Int? = nil) -> Failure {
        let code: DiagnosticCode =
            switch error.reason {
            case .endOfText: .truncated
            case .unexpectedByte: .jsonSyntax
            case .invalidUTF8: .notUTF8
            case .unpairedSurrogate: .unpairedSurrogate
            case .duplicateKey: .duplicateKey
            case .tooDeep: .jsonTooDeep
            case .tooManyKeys: .tooLarge
            case .numberOutOfRange: .numberOutOfRange
            }
        let offset = min(error.offset, block.count)
        var place = place
        var found = "?"
        block.withText { text in
            place.advance(over: UnsafeBufferPointer(start: text, count: offset))
            found = offset < block.count ? describe(text[offset]) : "?"
        }
        let location = place.location(in: path, feature: feature)
        return Failure(
            .malformedData,
            Diagnostic(code, at: location, ["found": found, "limit": "\(FeatureParser.maximumColumns)"]))
    }

    private func notGeoJSON(_ member: String, at offset: Int) -> Failure {
        var place = place
        block.withText { text in place.advance(over: UnsafeBufferPointer(start: text, count: offset)) }
        return Failure(
            .malformedData, Diagnostic(.notGeoJSON, at: place.location(in: path), ["member": member]))
    }

    /// A byte as messages show it: itself if it is visible, else its number.
    private func describe(_ byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return String(UnicodeScalar(byte)) }
        return "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
