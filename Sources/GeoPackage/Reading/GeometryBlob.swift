internal import Planar

/// A geometry as a GeoPackage keeps it (OGC 12-128r17, 2.1.3): the letters GP, a version, flags, the number of the
/// reference system, perhaps a box, then well-known binary.
struct GeometryBlob {
    /// Why such bytes cannot be read: the last word of a text's key, and where.
    struct Fault: Error {
        let reason: String
        let offset: Int
    }

    /// The numbers of the box in front of the geometry, by the three bits of the flags; nil for codes that are not given.
    private static let envelopeSizes: [Int?] = [0, 4, 6, 6, 8, nil, nil, nil]
    private static let fixedSize = 8

    /// Reads such bytes.
    static func read(_ bytes: [UInt8]) throws(Fault) -> WellKnownGeometry {
        guard bytes.count >= fixedSize, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else {
            throw Fault(reason: "header", offset: 0)
        }
        let flags = bytes[3]
        guard flags & 0x20 == 0 else { throw Fault(reason: "extended", offset: 3) }
        guard let numbers = envelopeSizes[Int(flags >> 1 & 7)] else { throw Fault(reason: "envelope", offset: 3) }
        let size = fixedSize + 8 * numbers
        guard bytes.count > size else { throw Fault(reason: "envelope", offset: fixedSize) }
        do {
            return try WellKnownGeometry(binary: Array(bytes[size...]))
        } catch {
            throw Fault(reason: "form", offset: size + error.offset)
        }
    }

    /// The bytes of a geometry: little-endian, with its box in the order of the standard (west, east, south, north)
    /// unless it is a point or empty.
    static func write(_ geometry: Geometry, system: Int32) -> [UInt8] {
        let envelope = geometry.envelope
        let hasEnvelope = geometry.kind != .point && !envelope.isEmpty
        var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0]
        bytes.append(1 | (hasEnvelope ? 2 : 0) | (geometry.isEmpty ? 0x10 : 0))
        append(UInt64(UInt32(bitPattern: system)), count: 4, to: &bytes)
        if hasEnvelope {
            for edge in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] {
                append(edge.bitPattern, count: 8, to: &bytes)
            }
        }
        return bytes + geometry.wellKnownBinary
    }

    private static func append(_ value: UInt64, count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }
}
