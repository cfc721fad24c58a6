/// On which side of the directed line from `a` to `b` the position `c` lies: 1 left, −1 right, 0 exactly on it.
///
/// The sign is that of the determinant `(a − c) × (b − c)` and is exact for coordinates whose magnitude is 0 or
/// between 1e−140 and 1e140: a floating-point filter decides nearly all cases, an exact expansion the rest.
/// Reference: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
/// Predicates", Discrete & Computational Geometry 18 (1997), sections 2 and 4.1.
@inlinable
public func orientation(
    ax: Double, ay: Double, bx: Double, by: Double, cx: Double, cy: Double
) -> Int {
    let left = (ax - cx) * (by - cy)
    let right = (ay - cy) * (bx - cx)
    let determinant = left - right
    let bound = orientationErrorBound * (left.magnitude + right.magnitude)
    if determinant > bound { return 1 }
    if -determinant > bound { return -1 }
    return exactOrientation(ax: ax, ay: ay, bx: bx, by: by, cx: cx, cy: cy)
}

/// (3 + 16 ε) ε with ε = 2⁻⁵³: the greatest relative error of the determinant above (Shewchuk's ccwerrboundA).
@usableFromInline
let orientationErrorBound = (3 + 16 * 0x1p-53) * 0x1p-53

/// The same sign by exact arithmetic: the determinant written out is a sum of six products, each of them the
/// sum of two floating-point numbers; the twelve numbers are added up without rounding.
@usableFromInline
func exactOrientation(ax: Double, ay: Double, bx: Double, by: Double, cx: Double, cy: Double) -> Int {
    var sum = ExactSum()
    sum.add(product: ax, by)
    sum.add(product: -ax, cy)
    sum.add(product: -cx, by)
    sum.add(product: -ay, bx)
    sum.add(product: ay, cx)
    sum.add(product: cy, bx)
    return sum.sign
}

/// A sum of at most six products kept as a non-overlapping expansion, the least component first.
private struct ExactSum {
    private var components = InlineArray<12, Double>(repeating: 0)
    private var count = 0

    /// Adds `first · second` exactly: the rounded product and its rounding error.
    mutating func add(product first: Double, _ second: Double) {
        let rounded = first * second
        add((-rounded).addingProduct(first, second))
        add(rounded)
    }

    /// Shewchuk's GROW-EXPANSION: each step keeps the rounding error of a sum as a component.
    private mutating func add(_ value: Double) {
        var carried = value
        for index in 0..<count {
            let component = components[index]
            let total = carried + component
            let shared = total - carried
            components[index] = (carried - (total - shared)) + (component - shared)
            carried = total
        }
        components[count] = carried
        count += 1
    }

    /// The greatest component that is not zero decides.
    var sign: Int {
        for index in stride(from: count - 1, through: 0, by: -1) where components[index] != 0 {
            return components[index] > 0 ? 1 : -1
        }
        return 0
    }
}
