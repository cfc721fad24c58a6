internal import Planar

/// The magnitudes GEOS can count with. It squares coordinates and their differences; where a square is infinite or becomes 0
/// though the number is not, a distance is NaN. Then `TaggedLineStringSimplifier` of GEOS 3.11 recurses without end (no
/// point is the farthest), and noding runs for minutes.
extension Geometry {
    /// The largest magnitude of a coordinate: squares of differences, and products of two of them, stay finite.
    static let largestMagnitude = 1e75
    /// Magnitudes below this count as 0. Two unequal coordinates then differ by more than 10⁻¹⁴⁶, whose square is above 0.
    static let smallestMagnitude = 1e-130

    /// Whether no coordinate is too large for GEOS.
    var isWithinRange: Bool {
        xs.allSatisfy { abs($0) <= Geometry.largestMagnitude }
            && ys.allSatisfy { abs($0) <= Geometry.largestMagnitude } && members.allSatisfy(\.isWithinRange)
    }

    /// The geometry with coordinates that are too small for GEOS set to 0; itself, untouched, where there are none.
    var withoutTinyCoordinates: Geometry {
        get throws {
            guard hasTinyCoordinates else { return self }
            return try mapPositions { xs, ys in
                for index in xs.indices where xs[index].isTiny { xs[index] = 0 }
                for index in ys.indices where ys[index].isTiny { ys[index] = 0 }
            }
        }
    }

    private var hasTinyCoordinates: Bool {
        xs.contains(where: \.isTiny) || ys.contains(where: \.isTiny) || members.contains(where: \.hasTinyCoordinates)
    }
}

extension Double {
    /// Whether the number is not 0 but too small to be squared.
    fileprivate var isTiny: Bool { self != 0 && abs(self) < Geometry.smallestMagnitude }
}
