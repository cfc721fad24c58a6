internal import CGEOS
internal import Planar

extension GEOSContext {
    /// Copies a geometry value into GEOS.
    mutating func makeShape(_ geometry: Geometry) throws(TopologyError) -> GEOSShape {
        let sound: Geometry
        do {
            sound = try geometry.withoutTinyCoordinates
        } catch {
            throw self.error(.failed, "\(error)")
        }
        guard let pointer = unsafe ShapeBuilder(handle: handle).build(sound) else {
            throw error(.failed, ledger.message.isEmpty ? "GEOS did not take the geometry" : ledger.message)
        }
        return unsafe GEOSShape(owning: pointer, ledger: ledger)
    }
}

/// Builds C geometries from the columns of a value, in bulk copies. Whoever calls owns what comes back.
@safe private struct ShapeBuilder {
    let handle: GEOSContextHandle_t

    func build(_ geometry: Geometry) -> OpaquePointer? {
        if geometry.isEmpty { return unsafe empty(geometry.kind) }
        switch geometry.kind {
        case .point:
            return unsafe GEOSGeom_createPointFromXY_r(handle, geometry.xs[0], geometry.ys[0])
        case .lineString:
            guard let sequence = unsafe sequence(geometry, 0..<geometry.xs.count) else { return nil }
            return unsafe GEOSGeom_createLineString_r(handle, sequence)
        case .polygon:
            return unsafe polygon(geometry, rings: geometry.rings(ofPart: 0))
        case .multiPoint:
            return unsafe collect(GEOS_MULTIPOINT, geometry.xs.count) {
                unsafe GEOSGeom_createPointFromXY_r(handle, geometry.xs[$0], geometry.ys[$0])
            }
        case .multiLineString:
            return unsafe collect(GEOS_MULTILINESTRING, geometry.ringEnds.count) {
                guard let sequence = unsafe sequence(geometry, geometry.positions(ofRing: $0)) else { return nil }
                return unsafe GEOSGeom_createLineString_r(handle, sequence)
            }
        case .multiPolygon:
            return unsafe collect(GEOS_MULTIPOLYGON, geometry.partEnds.count) {
                unsafe polygon(geometry, rings: geometry.rings(ofPart: $0))
            }
        case .collection:
            return unsafe collect(GEOS_GEOMETRYCOLLECTION, geometry.members.count) {
                unsafe build(geometry.members[$0])
            }
        }
    }

    private func empty(_ kind: Geometry.Kind) -> OpaquePointer? {
        switch kind {
        case .point: unsafe GEOSGeom_createEmptyPoint_r(handle)
        case .lineString: unsafe GEOSGeom_createEmptyLineString_r(handle)
        case .polygon: unsafe GEOSGeom_createEmptyPolygon_r(handle)
        case .multiPoint: unsafe emptyCollection(GEOS_MULTIPOINT)
        case .multiLineString: unsafe emptyCollection(GEOS_MULTILINESTRING)
        case .multiPolygon: unsafe emptyCollection(GEOS_MULTIPOLYGON)
        case .collection: unsafe emptyCollection(GEOS_GEOMETRYCOLLECTION)
        }
    }

    private func emptyCollection(_ type: GEOSGeomTypes) -> OpaquePointer? {
        unsafe GEOSGeom_createEmptyCollection_r(handle, Int32(type.rawValue))
    }

    private func sequence(_ geometry: Geometry, _ range: Range<Int>) -> OpaquePointer? {
        unsafe geometry.xs.withUnsafeBufferPointer { xs in
            unsafe geometry.ys.withUnsafeBufferPointer { ys in
                guard let x = xs.baseAddress, let y = ys.baseAddress else { return nil }
                return unsafe GEOSCoordSeq_copyFromArrays_r(
                    handle, x + range.lowerBound, y + range.lowerBound, nil, nil, UInt32(range.count))
            }
        }
    }

    private func ring(_ geometry: Geometry, _ ring: Int) -> OpaquePointer? {
        guard let sequence = unsafe sequence(geometry, geometry.positions(ofRing: ring)) else { return nil }
        return unsafe GEOSGeom_createLinearRing_r(handle, sequence)
    }

    private func polygon(_ geometry: Geometry, rings: Range<Int>) -> OpaquePointer? {
        guard let shell = unsafe ring(geometry, rings.lowerBound) else { return nil }
        var holes: [OpaquePointer?] = unsafe []
        for index in rings.dropFirst() {
            guard let hole = unsafe ring(geometry, index) else {
                unsafe destroy(holes + [shell])
                return nil
            }
            unsafe holes.append(hole)
        }
        return unsafe holes.withUnsafeMutableBufferPointer {
            unsafe GEOSGeom_createPolygon_r(handle, shell, $0.baseAddress, UInt32($0.count))
        }
    }

    private func collect(
        _ type: GEOSGeomTypes, _ count: Int, _ element: (Int) -> OpaquePointer?
    ) -> OpaquePointer? {
        var elements: [OpaquePointer?] = unsafe []
        unsafe elements.reserveCapacity(count)
        for index in 0..<count {
            guard let made = unsafe element(index) else {
                unsafe destroy(elements)
                return nil
            }
            unsafe elements.append(made)
        }
        return unsafe elements.withUnsafeMutableBufferPointer {
            unsafe GEOSGeom_createCollection_r(handle, Int32(type.rawValue), $0.baseAddress, UInt32($0.count))
        }
    }

    private func destroy(_ pointers: [OpaquePointer?]) {
        unsafe pointers.forEach { unsafe GEOSGeom_destroy_r(handle, $0) }
    }
}
