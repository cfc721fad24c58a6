internal import Glibc
internal import Parallel

/// A CSV file of numbers without quotes, such as `nodes.csv`: a header, then rows of as many numbers.
struct NumberFile {
    /// How many stretches of a file are read at the same time at most.
    private static let pieces = 16

    /// The columns of a file, every number as a whole multiple of a power of ten: 9.1234567 with 7 decimals is
    /// 91234567. Missing decimals count as zeros.
    ///
    /// - Parameter decimals: how many decimals the numbers of each column have at most.
    static func columns(path: String, decimals: [Int]) throws(WorkloadError) -> [[Int32]] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_size > 0 else { throw .unreadable(path) }
        let size = Int(information.st_size)
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw .unreadable(path)
        }
        defer { munmap(memory, size) }
        let text = Text(bytes: UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: size))
        let start = text.lineStart(atOrAfter: 1)
        let ranges = evenRanges(size - start, pieces: pieces).map { range in
            text.lineStart(atOrAfter: start + range.lowerBound)..<text.lineStart(atOrAfter: start + range.upperBound)
        }
        let parts = try parallelMap(ranges.count) { (piece: Int) throws(WorkloadError) -> [[Int32]] in
            guard let columns = text.columns(in: ranges[piece], decimals: decimals) else {
                throw .valueMissing(path)
            }
            return columns
        }
        return decimals.indices.map { column in
            var values: [Int32] = []
            values.reserveCapacity(parts.reduce(0) { $0 + $1[column].count })
            for part in parts { values += part[column] }
            return values
        }
    }

    /// The bytes of a file in memory, which outlive every use.
    private struct Text: @unchecked Sendable {
        let bytes: UnsafeBufferPointer<UInt8>

        /// Where a line begins at or after a place, which is at least 1; the end of the text where none does.
        func lineStart(atOrAfter place: Int) -> Int {
            var place = place
            while place < bytes.count, bytes[place - 1] != UInt8(ascii: "\n") { place += 1 }
            return min(place, bytes.count)
        }

        /// The columns of whole lines; nil where something else than numbers stands in them.
        func columns(in range: Range<Int>, decimals: [Int]) -> [[Int32]]? {
            var columns = [[Int32]](repeating: [], count: decimals.count)
            var place = range.lowerBound
            while place < range.upperBound {
                for column in decimals.indices {
                    guard let value = number(&place, decimals: decimals[column]) else { return nil }
                    columns[column].append(value)
                    // Behind a number stands a comma or, behind the last, the end of the line.
                    let isLast = column == decimals.count - 1
                    guard place < bytes.count, bytes[place] == UInt8(ascii: isLast ? "\n" : ",") else { return nil }
                    place += 1
                }
            }
            return columns
        }

        /// The number at a place, which moves behind it.
        private func number(_ place: inout Int, decimals: Int) -> Int32? {
            let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
            if isNegative { place += 1 }
            var value = 0
            var left = decimals
            var digits = 0
            var isBehindPoint = false
            while place < bytes.count {
                let byte = bytes[place]
                if byte == UInt8(ascii: "."), !isBehindPoint {
                    isBehindPoint = true
                } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 12 {
                    if isBehindPoint { left -= 1 }
                    guard left >= 0 else { return nil }
                    value = value * 10 + Int(byte - UInt8(ascii: "0"))
                    digits += 1
                } else {
                    break
                }
                place += 1
            }
            guard digits > 0 else { return nil }
            for _ in 0..<left { value *= 10 }
            return Int32(exactly: isNegative ? -value : value)
        }
    }
}
