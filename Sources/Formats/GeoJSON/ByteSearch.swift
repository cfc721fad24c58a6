internal import Glibc

/// The offset at which a pattern first occurs at or behind `from` in `count` bytes of text.
func firstRange(of pattern: [UInt8], in text: UnsafePointer<UInt8>, from: Int, count: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var offset = from
    while offset + pattern.count <= count, let found = memchr(text + offset, Int32(first), count - offset) {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(text)
        guard offset + pattern.count <= count else { return nil }
        if memcmp(found, pattern, pattern.count) == 0 { return offset }
        offset += 1
    }
    return nil
}
