extension [UInt8] {
    /// The big-endian whole number of 32 bits at an offset; nil where the bytes end before.
    func bigEndian(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        let value = self[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        return Int(Int32(bitPattern: value))
    }

    /// The little-endian whole number of 32 bits at an offset; nil where the bytes end before.
    func littleEndian(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        let value = self[offset..<offset + 4].reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        return Int(Int32(bitPattern: value))
    }

    /// Appends a big-endian whole number of 32 bits.
    mutating func appendBigEndian(_ value: Int) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
