/// Where each record of a `.shp` file lies, checked against the file ("ESRI Shapefile Technical Description", 1998).
struct ShapeIndex {
    /// Why a file cannot be read: the last word of a text's key, and what was found.
    struct Fault: Error {
        let reason: String
        let found: String
    }

    /// A record: offset and length of its content, without the header of 8 bytes; or why it cannot be read.
    enum Record {
        case content(offset: Int, length: Int)
        case broken(reason: String, offset: Int)
    }

    /// The records in order.
    private(set) var records: [Record] = []
    /// The kind of all shapes that are not null.
    let shapeType: Int
    /// Whether the `.shx` file was used; otherwise the records are those of the `.shp` file one after the other.
    private(set) var isFromIndex = false

    static let headerSize = 100
    private static let fileCode = 9994
    /// Null, then points, lines, areas and sets of points, each also with heights (10 more) or measures (20 more), and
    /// surfaces in space.
    private static let shapeTypes: Set<Int> = [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31]

    /// Reads and checks the headers and all records' places.
    init(shp: [UInt8], shx: [UInt8]?) throws(Fault) {
        guard let code = shp.bigEndian(at: 0), let type = shp.littleEndian(at: 32), shp.count >= ShapeIndex.headerSize
        else { throw Fault(reason: "short", found: "\(shp.count) B") }
        guard code == ShapeIndex.fileCode else { throw Fault(reason: "header", found: "\(code)") }
        guard ShapeIndex.shapeTypes.contains(type) else { throw Fault(reason: "kind", found: "\(type)") }
        shapeType = type
        if let shx, let entries = ShapeIndex.entries(of: shx) {
            isFromIndex = true
            // Records do not share bytes: an index that names one again and again would ask for more than the file holds.
            var room = shp.count - ShapeIndex.headerSize
            for offset in entries {
                let record = record(of: shp, at: offset)
                if case .content(_, let length) = record {
                    room -= length + 8
                    records.append(room < 0 ? .broken(reason: "length", offset: offset) : record)
                } else {
                    records.append(record)
                }
            }
        } else {
            walk(shp)
        }
    }

    /// The offsets in a `.shx` file; nil where it is no such file.
    private static func entries(of shx: [UInt8]) -> [Int]? {
        guard shx.count >= headerSize, shx.bigEndian(at: 0) == fileCode, (shx.count - headerSize) % 8 == 0 else {
            return nil
        }
        return stride(from: headerSize, to: shx.count, by: 8).map { (shx.bigEndian(at: $0) ?? -1) * 2 }
    }

    private func record(of shp: [UInt8], at offset: Int) -> Record {
        guard offset >= ShapeIndex.headerSize, let words = shp.bigEndian(at: offset + 4), words >= 2,
            words * 2 <= shp.count - offset - 8, let type = shp.littleEndian(at: offset + 8)
        else { return .broken(reason: "length", offset: max(0, offset)) }
        guard type == 0 || type == shapeType else { return .broken(reason: "kind", offset: offset + 8) }
        guard type != 31 else { return .broken(reason: "surfaces", offset: offset + 8) }
        return .content(offset: offset + 8, length: words * 2)
    }

    /// Goes from record to record until one does not fit.
    private mutating func walk(_ shp: [UInt8]) {
        var offset = ShapeIndex.headerSize
        while offset < shp.count {
            let record = record(of: shp, at: offset)
            records.append(record)
            if case .broken(reason: "length", _) = record { return }
            offset += 8 + (shp.bigEndian(at: offset + 4) ?? 0) * 2
        }
    }

    /// An index file of the records that were checked; broken ones have no length, and are never asked for.
    func indexFile(header shp: [UInt8]) -> [UInt8] {
        var bytes = Array(shp[..<24])
        bytes.appendBigEndian(50 + 4 * records.count)
        bytes += shp[28..<ShapeIndex.headerSize]
        for record in records {
            switch record {
            case .content(let offset, let length):
                bytes.appendBigEndian((offset - 8) / 2)
                bytes.appendBigEndian(length / 2)
            case .broken:
                bytes.appendBigEndian(ShapeIndex.headerSize / 2)
                bytes.appendBigEndian(0)
            }
        }
        return bytes
    }
}
