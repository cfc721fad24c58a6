// Reading the two spellings of a cell's id. It is done for every line of a whole country's file: bytes, no text.

extension GridCell {
    /// A cell from its id in either spelling, with or without `DE_` before it:
    /// `CRS3035RES100mN2689100E4337000`, `CRS3035RES1kmN2689000E4337000` (metres), `1kmN2689E4337` (multiples of the size).
    public init(_ text: some StringProtocol) throws(GridCellError) {
        let bytes = Array(text.utf8)
        let result: Result<GridCell, GridCellError> = bytes.withUnsafeBufferPointer { buffer in
            do throws(GridCellError) { return .success(try GridCell(bytes: buffer)) } catch { return .failure(error) }
        }
        self = try result.get()
    }

    /// A cell from the bytes of its id.
    init(bytes: UnsafeBufferPointer<UInt8>) throws(GridCellError) {
        var cursor = Cursor(bytes: bytes)
        // The country in exchanges between states; the cell is the same.
        _ = cursor.skip("DE_")
        let isLong = cursor.skip("CRS")
        if isLong {
            guard let system = try cursor.number() else { throw .form }
            guard cursor.skip("RES") else { throw .form }
            guard system == 3035 else { throw .referenceSystem }
        }
        guard var size = try cursor.number() else { throw .form }
        if cursor.skip("km") {
            guard size <= 100 else { throw .size }
            size *= 1_000
        } else if !cursor.skip("m") {
            throw .form
        }
        guard cursor.skip("N"), let north = try cursor.number(), cursor.skip("E"), let east = try cursor.number(),
            cursor.isAtEnd
        else { throw .form }
        guard !isLong else {
            try self.init(size: size, north: north, east: east)
            return
        }
        guard GridCell.sizes.contains(size) else { throw .size }
        // At most 9,999,999 × 100,000: it fits 64 bits, and what is too large for 32 lies outside.
        guard let north = Int32(exactly: Int64(north) * Int64(size)),
            let east = Int32(exactly: Int64(east) * Int64(size))
        else { throw .outside }
        try self.init(size: size, north: north, east: east)
    }

    /// A place in the bytes of an id.
    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        var place = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        var isAtEnd: Bool { place == bytes.count }

        /// Passes a word; false, and no move, where something else stands.
        @inline(__always) mutating func skip(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            guard place + count <= bytes.count else { return false }
            for index in 0..<count where bytes[place + index] != word.utf8Start[index] { return false }
            place += count
            return true
        }

        /// The whole number here; nil where no digit stands. Seven digits are the most a position in metres has.
        @inline(__always) mutating func number() throws(GridCellError) -> Int32? {
            var value: Int32 = 0
            let start = place
            while place < bytes.count, bytes[place] &- 0x30 < 10 {
                guard place - start < 7 else { throw .digits }
                value = value &* 10 &+ Int32(bytes[place] &- 0x30)
                place += 1
            }
            return place > start ? value : nil
        }
    }
}
