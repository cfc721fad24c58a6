internal import CGEOS
internal import Planar

extension GEOSContext {
    /// Copies a GEOS geometry into a value. Empty elements are dropped, a linear ring becomes a line.
    func geometry(_ shape: borrowing GEOSShape) throws(TopologyError) -> Geometry {
        try unsafe read(shape.pointer)
    }

    private func read(_ pointer: OpaquePointer) throws(TopologyError) -> Geometry {
        let kind = try unsafe kind(of: pointer)
        if unsafe GEOSisEmpty_r(handle, pointer) == 1 { return Geometry(emptyOf: kind) }
        do throws(GeometryError) {
            if kind == .collection { return try Geometry(collection: unsafe members(of: pointer)) }
            var columns = Columns()
            switch kind {
            case .point, .lineString: unsafe append(pointer, to: &columns)
            case .polygon: unsafe appendPolygon(pointer, to: &columns)
            default:
                for index in unsafe 0..<GEOSGetNumGeometries_r(handle, pointer) {
                    guard let element = unsafe GEOSGetGeometryN_r(handle, pointer, index),
                        unsafe GEOSisEmpty_r(handle, element) == 0
                    else { continue }
                    if kind == .multiPolygon {
                        unsafe appendPolygon(element, to: &columns)
                        columns.partEnds.append(Int32(columns.ringEnds.count))
                    } else {
                        unsafe append(element, to: &columns)
                        if kind == .multiLineString { columns.ringEnds.append(Int32(columns.xs.count)) }
                    }
                }
            }
            return try Geometry(
                kind: kind, xs: columns.xs, ys: columns.ys, ringEnds: columns.ringEnds, partEnds: columns.partEnds)
        } catch {
            throw self.error(.failed, "The result cannot be represented. \(error)")
        }
    }

    private func members(of pointer: OpaquePointer) throws(GeometryError) -> [Geometry] {
        var members: [Geometry] = []
        for index in unsafe 0..<GEOSGetNumGeometries_r(handle, pointer) {
            guard let element = unsafe GEOSGetGeometryN_r(handle, pointer, index) else { continue }
            do throws(TopologyError) {
                members.append(try unsafe read(element))
            } catch {
                throw .malformed(error.detail)
            }
        }
        return members
    }

    private func kind(of pointer: OpaquePointer) throws(TopologyError) -> Geometry.Kind {
        switch unsafe GEOSGeomTypeId_r(handle, pointer) {
        case 0: .point
        case 1, 2: .lineString
        case 3: .polygon
        case 4: .multiPoint
        case 5: .multiLineString
        case 6: .multiPolygon
        case 7: .collection
        case let other: throw error(.failed, "GEOS answered with geometry type \(other)")
        }
    }

    private func appendPolygon(_ polygon: OpaquePointer, to columns: inout Columns) {
        guard let shell = unsafe GEOSGetExteriorRing_r(handle, polygon) else { return }
        unsafe append(shell, to: &columns)
        columns.ringEnds.append(Int32(columns.xs.count))
        for index in unsafe 0..<GEOSGetNumInteriorRings_r(handle, polygon) {
            guard let hole = unsafe GEOSGetInteriorRingN_r(handle, polygon, index),
                unsafe GEOSisEmpty_r(handle, hole) == 0
            else { continue }
            unsafe append(hole, to: &columns)
            columns.ringEnds.append(Int32(columns.xs.count))
        }
    }

    private func append(_ line: OpaquePointer, to columns: inout Columns) {
        guard let sequence = unsafe GEOSGeom_getCoordSeq_r(handle, line) else { return }
        unsafe append(sequence: sequence, to: &columns)
    }

    /// Copies a coordinate sequence to the end of the columns.
    func append(sequence: OpaquePointer, to columns: inout Columns) {
        var size: UInt32 = 0
        guard unsafe GEOSCoordSeq_getSize_r(handle, sequence, &size) == 1 else { return }
        let count = Int(size)
        var failed = false
        let xs = unsafe [Double](unsafeUninitializedCapacity: count) { x, filled in
            let ys = unsafe [Double](unsafeUninitializedCapacity: count) { y, filledY in
                failed =
                    unsafe GEOSCoordSeq_copyToArrays_r(handle, sequence, x.baseAddress, y.baseAddress, nil, nil) != 1
                filledY = failed ? 0 : count
            }
            columns.ys.append(contentsOf: ys)
            filled = failed ? 0 : count
        }
        columns.xs.append(contentsOf: xs)
    }
}

/// The columns of a geometry in the making.
struct Columns {
    var xs: [Double] = []
    var ys: [Double] = []
    var ringEnds: [Int32] = []
    var partEnds: [Int32] = []
}
