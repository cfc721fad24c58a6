extension Geometry {
    /// The geometry as well-known binary: little-endian, ISO codes, two numbers for each position.
    /// An empty point has the coordinates NaN, as it has no other form.
    public var wellKnownBinary: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 * positionCount + 9 * (ringEnds.count + partEnds.count + members.count + 1))
        writeBinary(to: &bytes)
        return bytes
    }

    /// ``wellKnownBinary`` in hexadecimal digits, upper case.
    public var wellKnownBinaryHexadecimal: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in wellKnownBinary {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func writeBinary(to bytes: inout [UInt8]) {
        writeHead(kind, to: &bytes)
        switch kind {
        case .point:
            write(xs.first ?? .nan, ys.first ?? .nan, to: &bytes)
        case .lineString:
            write(positions: 0..<xs.count, to: &bytes)
        case .polygon:
            write(rings: 0..<ringEnds.count, to: &bytes)
        case .multiPoint:
            writeCount(xs.count, to: &bytes)
            for index in xs.indices {
                writeHead(.point, to: &bytes)
                write(xs[index], ys[index], to: &bytes)
            }
        case .multiLineString:
            writeCount(ringEnds.count, to: &bytes)
            for line in ringEnds.indices {
                writeHead(.lineString, to: &bytes)
                write(positions: positions(ofRing: line), to: &bytes)
            }
        case .multiPolygon:
            writeCount(partEnds.count, to: &bytes)
            for part in partEnds.indices {
                writeHead(.polygon, to: &bytes)
                write(rings: rings(ofPart: part), to: &bytes)
            }
        case .collection:
            writeCount(members.count, to: &bytes)
            for member in members { member.writeBinary(to: &bytes) }
        }
    }

    private func writeHead(_ kind: Kind, to bytes: inout [UInt8]) {
        bytes.append(1)
        // The kinds stand in the order of their codes, which begin at 1.
        writeCount(Int(kind.rawValue) + 1, to: &bytes)
    }

    private func write(rings: Range<Int>, to bytes: inout [UInt8]) {
        writeCount(rings.count, to: &bytes)
        for ring in rings { write(positions: positions(ofRing: ring), to: &bytes) }
    }

    private func write(positions: Range<Int>, to bytes: inout [UInt8]) {
        writeCount(positions.count, to: &bytes)
        for index in positions { write(xs[index], ys[index], to: &bytes) }
    }

    private func write(_ x: Double, _ y: Double, to bytes: inout [UInt8]) {
        for number in [x, y] {
            for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
            }
        }
    }

    private func writeCount(_ count: Int, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
}
