import Planar
import Testing

/// Text and binary there and back for geometries of every kind, and binary forms that Quartier does not write itself.
@Suite struct WellKnownRoundTripTests {
    @Test(arguments: 1...10) func everyGeometrySurvives(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let geometry = try randomGeometry(depth: 1, using: &random)
            let text = geometry.wellKnownText
            #expect(try WellKnownGeometry(text: text) == WellKnownGeometry(text: text.lowercased()))
            #expect(try WellKnownGeometry(text: text).geometry == geometry)
            #expect(try WellKnownGeometry(binary: geometry.wellKnownBinary).geometry == geometry)
            let digits = geometry.wellKnownBinaryHexadecimal
            #expect(digits.count == 2 * geometry.wellKnownBinary.count)
            #expect(try WellKnownGeometry(hexadecimal: " \(digits)\n").geometry == geometry)
        }
    }

    /// The same geometries in big-endian, with heights and measures, in ISO codes and in the flags of EWKB.
    @Test(arguments: [
        (true, false, false, false), (true, true, false, false), (false, false, true, false), (true, true, true, false),
        (false, true, false, true), (true, false, true, true), (false, true, true, true),
    ])
    func otherFormsOfBinaryMeanTheSame(isBig: Bool, hasZ: Bool, hasM: Bool, hasFlags: Bool) throws {
        var random = SeededGenerator(seed: 31)
        let form = BinaryForm(isBig: isBig, hasZ: hasZ, hasM: hasM, hasFlags: hasFlags)
        for _ in 0..<100 {
            let geometry = try randomGeometry(depth: 1, using: &random)
            let read = try WellKnownGeometry(binary: form.bytes(of: geometry))
            #expect(read.geometry == geometry)
            var notes: Set<WellKnownNote> = []
            if hasZ { notes.insert(.heightsIgnored) }
            if hasM { notes.insert(.measuresIgnored) }
            if hasFlags { notes.insert(.referenceSystemIgnored) }
            #expect(read.notes == notes)
            // Cut anywhere it is refused, and the place lies in the bytes.
            let bytes = form.bytes(of: geometry)
            let cut = Int.random(in: 0..<bytes.count, using: &random)
            #expect { try WellKnownGeometry(binary: Array(bytes[..<cut])) } throws: { error in
                (error as? WellKnownError).map { (0...cut).contains($0.offset) } ?? false
            }
        }
    }

    /// Faults with the byte they are found at.
    @Test(arguments: [
        ("", 0, "end too early"), ("02", 0, "byte order"), ("0108000000", 1, "geometry type 8"),
        ("01A10F0000", 1, "geometry type 4001"), ("0100000000", 1, "geometry type 0"), ("01010000", 1, "end too early"),
        ("0101000000000000000000F03F", 13, "end too early"),
        ("0101000000000000000000F07F0000000000000000", 5, "not a finite"),
        ("0101000000000000000000F87F0000000000000000", 5, "not a finite"),
        ("0102000000FFFFFF7F", 5, "are announced"), ("010300000002000000", 5, "are announced"),
        ("01040000000100000001020000000000000000000000", 9, "wrong type"),
        ("01020000000100000000000000000000000000000000000000", 5, "at least two"),
        ("0101000000000000000000F03F000000000000F03F00", 21, "more bytes"),
    ])
    func namesTheByteOfAFault(digits: String, offset: Int, reason: String) throws {
        let error = #expect(throws: WellKnownError.self) { try WellKnownGeometry(hexadecimal: digits) }
        #expect(error?.offset == offset)
        #expect(error?.reason.contains(reason) == true)
        #expect(error?.description.hasPrefix("At byte \(offset): ") == true)
    }

    @Test(arguments: [("0", 1), ("010", 3), ("01 01", 3), ("0x01", 1), ("01G1", 2), ("０１", 0)])
    func namesTheDigitOfAFault(text: String, offset: Int) {
        let error = #expect(throws: WellKnownError.self) { try WellKnownGeometry(hexadecimal: text) }
        #expect(error?.offset == offset)
    }

    /// Text with one sign taken out, doubled or changed is read as a geometry or refused with a place in the text.
    @Test(arguments: 1...4) func damagedTextIsReadOrRefused(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let signs = Array("(), .-+eE019PZM=;\u{0}é".utf8)
        for _ in 0..<400 {
            var bytes = Array(try randomGeometry(depth: 2, using: &random).wellKnownText.utf8)
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(bytes[place], at: place)
            default: bytes[place] = signs.randomElement(using: &random) ?? 0
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let read = try WellKnownGeometry(text: text).geometry
                #expect(try WellKnownGeometry(text: read.wellKnownText).geometry == read)
            } catch {
                #expect((0...text.utf8.count).contains(error.offset), "\(text)")
            }
        }
    }

    @Test func countsThatLieAreRefusedBeforeAnythingIsStored() {
        // Each level announces as many members as its bytes could hold.
        for levels in [1, 10, 31, 40] {
            var bytes: [UInt8] = []
            for _ in 0..<levels { bytes += [1, 7, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x0F] }
            #expect(throws: WellKnownError.self) { try WellKnownGeometry(binary: bytes) }
            let filled = bytes + [UInt8](repeating: 0, count: 10_000)
            #expect(throws: WellKnownError.self) { try WellKnownGeometry(binary: filled) }
        }
    }
}

/// A writer of the forms of well-known binary that other programs write.
private struct BinaryForm {
    let isBig: Bool
    let hasZ: Bool
    let hasM: Bool
    /// The flags of EWKB, with an SRID at the front, instead of the codes of ISO.
    let hasFlags: Bool

    func bytes(of geometry: Geometry, isOutermost: Bool = true) -> [UInt8] {
        let start = head(geometry.kind, hasReferenceSystem: hasFlags && isOutermost)
        switch geometry.kind {
        case .point: return start + position(geometry.xs.first ?? .nan, geometry.ys.first ?? .nan)
        case .lineString: return start + positions(geometry, 0..<geometry.xs.count)
        case .polygon:
            return start + word(geometry.ringEnds.count)
                + geometry.ringEnds.indices.flatMap { positions(geometry, geometry.positions(ofRing: $0)) }
        case .collection: return start + members(geometry.members)
        default: return start + members(geometry.elements)
        }
    }

    private func members(_ members: [Geometry]) -> [UInt8] {
        word(members.count) + members.flatMap { bytes(of: $0, isOutermost: false) }
    }

    private func head(_ kind: Geometry.Kind, hasReferenceSystem: Bool) -> [UInt8] {
        var code = Int(kind.rawValue) + 1
        if hasFlags {
            code |= (hasZ ? 0x8000_0000 : 0) | (hasM ? 0x4000_0000 : 0) | (hasReferenceSystem ? 0x2000_0000 : 0)
        } else {
            code += (hasZ ? 1_000 : 0) + (hasM ? 2_000 : 0)
        }
        return [isBig ? 0 : 1] + word(code) + (hasReferenceSystem ? word(25_832) : [])
    }

    private func positions(_ geometry: Geometry, _ range: Range<Int>) -> [UInt8] {
        word(range.count) + range.flatMap { position(geometry.xs[$0], geometry.ys[$0]) }
    }

    private func position(_ x: Double, _ y: Double) -> [UInt8] {
        let others = [Double](repeating: 99.5, count: (hasZ ? 1 : 0) + (hasM ? 1 : 0))
        return ([x, y] + others).flatMap { ordered($0.bitPattern, 8) }
    }

    private func word(_ value: Int) -> [UInt8] { ordered(UInt64(value), 4) }

    private func ordered(_ value: UInt64, _ count: Int) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
        return isBig ? bytes.reversed() : bytes
    }
}
