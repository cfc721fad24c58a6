internal import CGEOS
public import Planar

/// Two positions, one on each of two geometries.
public struct NearestPair: Sendable, Hashable {
    /// The x on the first geometry.
    public let firstX: Double
    /// The y on the first geometry.
    public let firstY: Double
    /// The x on the second geometry.
    public let secondX: Double
    /// The y on the second geometry.
    public let secondY: Double
}

/// Distances. None exists to an empty geometry: that is an error of the kind `undefined`.
extension TopologyEngine {
    /// The shortest distance between the two; 0 where they meet.
    public func distance(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Double {
        try measure(.distance, first, second) { unsafe GEOSDistance_r($0, $1, $2, $3) }
    }

    /// Whether the shortest distance is at most `distance`. False when one is empty.
    public func isWithinDistance(
        _ first: Geometry, _ second: Geometry, distance: Double
    ) throws(TopologyError) -> Bool {
        try checkFinite([distance], .iswithindistance)
        guard !first.isEmpty, !second.isEmpty, distance >= 0 else { return false }
        return try decide(.iswithindistance, first, second) { unsafe GEOSDistanceWithin_r($0, $1, $2, distance) }
    }

    /// A position on each that are as near to each other as can be.
    public func nearestPoints(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> NearestPair {
        let operation = GatedOperation.nearestpoints
        guard !first.isEmpty, !second.isEmpty else {
            throw TopologyError(
                .undefined, operation: operation.rawValue, detail: "an empty geometry has no nearest point")
        }
        return try withShapes(operation, first, second) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            let found = try unsafe context.attempt(
                { unsafe GEOSNearestPoints_r($0, a, b) }, isSuccess: { unsafe $0 != nil })
            guard let sequence = unsafe found else { throw context.error(.failed, "GEOS found no points") }
            var columns = Columns()
            unsafe context.append(sequence: sequence, to: &columns)
            unsafe GEOSCoordSeq_destroy_r(context.handle, sequence)
            guard columns.xs.count == 2, (columns.xs + columns.ys).allSatisfy(\.isFinite) else {
                throw context.error(.undefined, "the result is not a pair of finite positions")
            }
            return NearestPair(
                firstX: columns.xs[0], firstY: columns.ys[0], secondX: columns.xs[1], secondY: columns.ys[1])
        }
    }

    /// The discrete Hausdorff distance: how far a position of either can be from the other geometry.
    ///
    /// With `densify` (above 0, at most 1) every segment is cut into pieces of that share of its length first.
    public func hausdorffDistance(
        _ first: Geometry, _ second: Geometry, densify: Double? = nil
    ) throws(TopologyError) -> Double {
        guard let fraction = densify else {
            return try measure(.hausdorffdistance, first, second) {
                unsafe GEOSHausdorffDistance_r($0, $1, $2, $3)
            }
        }
        try checkDensification(.hausdorffdistance, first, second, fraction)
        return try measure(.hausdorffdistance, first, second) {
            unsafe GEOSHausdorffDistanceDensify_r($0, $1, $2, fraction, $3)
        }
    }

    /// The discrete Fréchet distance: the shortest leash with which both can be walked from end to end.
    public func frechetDistance(
        _ first: Geometry, _ second: Geometry, densify: Double? = nil
    ) throws(TopologyError) -> Double {
        guard let fraction = densify else {
            return try measure(.frechetdistance, first, second) {
                unsafe GEOSFrechetDistance_r($0, $1, $2, $3)
            }
        }
        let factor = try checkDensification(.frechetdistance, first, second, fraction)
        guard Double(first.positionCount + second.positionCount) * factor <= Double(TopologyEngine.maximumRecursion)
        else {
            throw TopologyError(
                .tooLarge, operation: GatedOperation.frechetdistance.rawValue,
                detail: "densified, more than \(TopologyEngine.maximumRecursion) positions")
        }
        return try measure(.frechetdistance, first, second) {
            unsafe GEOSFrechetDistanceDensify_r($0, $1, $2, fraction, $3)
        }
    }

    /// The smallest distance by which a position would have to move to make the geometry invalid; nil if there is none.
    public func minimumClearance(_ geometry: Geometry) throws(TopologyError) -> Double? {
        guard !geometry.isEmpty else { return nil }
        return try withShape(.minclearance, geometry) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            let value = try unsafe context.attempt(
                { handle in
                    var distance = 0.0
                    return unsafe (GEOSMinimumClearance_r(handle, pointer, &distance), distance)
                }, isSuccess: { $0.0 == 0 })
            return value.1.isFinite ? value.1 : nil
        }
    }

    /// The two positions between which the minimum clearance lies, as a line; empty if there is none.
    public func minimumClearanceLine(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        guard !geometry.isEmpty else { return Geometry(emptyOf: .lineString) }
        return try construct(.minclearanceline, geometry) { unsafe GEOSMinimumClearanceLine_r($0, $1) }
    }

    /// Checks the share of a densification and the work it makes; returns how many times more positions there will be.
    @discardableResult
    private func checkDensification(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry, _ fraction: Double
    ) throws(TopologyError) -> Double {
        guard fraction > 0, fraction <= 1 else {
            throw badArgument(operation, "the share of a segment must be above 0 and at most 1")
        }
        let factor = (1 / fraction).rounded()
        let product = Double(first.positionCount) * Double(second.positionCount) * factor
        guard factor < 1e6, product <= Double(limits.maximumVertexProduct) else {
            throw TopologyError(
                .tooLarge, operation: operation.rawValue,
                detail: "densified, the limit of the product of positions (\(limits.maximumVertexProduct)) is passed")
        }
        return factor
    }
}
