internal import CShapelib
internal import Planar

/// Reads the shapes of a checked `.shp` file through shapelib.
@safe final class ShapeReader {
    /// Why a shape cannot be read.
    enum Fault: Error {
        /// The last word of a text's key, and the byte in the file.
        case unreadable(reason: String, offset: Int)
        /// What the geometry lacks.
        case geometry(GeometryError)
    }

    private let index: ShapeIndex
    private let files: MemoryFiles
    private let handle: SHPHandle

    /// Opens a file; nil where shapelib refuses it.
    init?(shp: [UInt8], index: ShapeIndex) {
        self.index = index
        files = MemoryFiles(shp: shp, shx: index.indexFile(header: shp))
        guard let handle = unsafe files.openShapes() else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        unsafe SHPClose(handle)
    }

    /// The geometry of a record; nil for a null shape.
    func geometry(_ record: Int) throws(Fault) -> (geometry: Geometry, hasHeights: Bool)? {
        let start: Int
        switch index.records[record] {
        case .broken(let reason, let offset): throw .unreadable(reason: reason, offset: offset)
        case .content(let offset, _): start = offset
        }
        guard let number = Int32(exactly: record), let shape = unsafe SHPReadObject(handle, number) else {
            throw .unreadable(reason: "form", offset: start)
        }
        defer { unsafe SHPDestroyObject(shape) }
        let type = Int(unsafe shape.pointee.nSHPType)
        guard type != 0 else { return nil }
        let count = Int(unsafe shape.pointee.nVertices)
        let xs = unsafe Array(UnsafeBufferPointer(start: shape.pointee.padfX, count: count))
        let ys = unsafe Array(UnsafeBufferPointer(start: shape.pointee.padfY, count: count))
        guard xs.allSatisfy(\.isFinite), ys.allSatisfy(\.isFinite) else {
            throw .unreadable(reason: "numbers", offset: start)
        }
        let starts = unsafe Array(
            UnsafeBufferPointer(start: shape.pointee.panPartStart, count: Int(shape.pointee.nParts)))
        // A shape of several parts that does not name the first begins with it nevertheless.
        let ends = starts.dropFirst() + [Int32(truncatingIfNeeded: count)]
        do throws(GeometryError) {
            return (try ShapeReader.geometry(type % 10, xs, ys, ends: Array(ends)), type / 10 == 1)
        } catch {
            throw .geometry(error)
        }
    }

    /// The geometry of a kind: 1 point, 3 line, 5 area, 8 set of points.
    private static func geometry(
        _ kind: Int, _ xs: [Double], _ ys: [Double], ends: [Int32]
    ) throws(GeometryError) -> Geometry {
        switch kind {
        case 1: try Geometry(kind: .point, xs: xs, ys: ys)
        case 8: try Geometry(kind: .multiPoint, xs: xs, ys: ys)
        case 3 where xs.isEmpty: Geometry(emptyOf: .lineString)
        case 3 where ends.count == 1: try Geometry(kind: .lineString, xs: xs, ys: ys)
        case 3: try Geometry(kind: .multiLineString, xs: xs, ys: ys, ringEnds: ends)
        case _ where xs.isEmpty: Geometry(emptyOf: .polygon)
        default: try RingAssembly(xs, ys, ends: ends).geometry()
        }
    }
}
