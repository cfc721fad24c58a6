public import Features
public import Formats
internal import Planar

/// What of a layer differs from the rows another program read: each row an object with its `values` by name and its
/// geometry as `wkt`. Empty where all is equal.
public func differences(between layer: Layer, and rows: [JSONValue]) -> [String] {
    guard layer.count == rows.count else { return ["\(layer.count) rows, not \(rows.count)"] }
    var differences: [String] = []
    for (row, expected) in rows.enumerated() {
        guard case .object(let members)? = expected["values"] else {
            return ["row \(row) of the fixture has no values"]
        }
        for member in members {
            let found = layer.column(named: member.key)?.value(at: row).map(JSONValue.init) ?? .null
            if found != member.value, found.double == nil || found.double != member.value.double {
                differences.append("row \(row), \(member.key): \(found), not \(member.value)")
            }
        }
        let geometry = expected["wkt"]?.string.flatMap { try? WellKnownGeometry(text: $0).geometry }
        if layer.geometries[row] != geometry {
            let found = layer.geometries[row]?.wellKnownText ?? "none"
            differences.append("row \(row): \(found), not \(geometry?.wellKnownText ?? "none")")
        }
    }
    return differences
}

extension [UInt8] {
    /// The same bytes with a few of them changed, cut off, doubled or left out.
    public func mutated(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 3 where Int.random(in: 0..<8, using: &generator) == 0: bytes.removeLast(bytes.count - place)
            case 4:
                let end = Swift.min(bytes.count, place + Int.random(in: 1...16, using: &generator))
                for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
            default:
                // Counts and sizes stand near the beginning.
                bytes[Int.random(in: 0..<Swift.min(200, bytes.count), using: &generator)] ^= 0xFF
            }
        }
        return bytes
    }
}
