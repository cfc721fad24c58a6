/// A closed ring.
struct Ring {
    /// The longitudes; the last equals the first.
    var xs: [Double]
    /// The latitudes.
    var ys: [Double]

    /// Whether a position lies inside, by the even–odd rule.
    func contains(x: Double, y: Double) -> Bool {
        var isInside = false
        for index in xs.indices.dropFirst() {
            let (x0, y0, x1, y1) = (xs[index - 1], ys[index - 1], xs[index], ys[index])
            if (y0 > y) != (y1 > y), x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) { isInside.toggle() }
        }
        return isInside
    }
}

extension [Ring] {
    /// The parts of a polygon (outer ring and holes together) on one side of a meridian, as rings.
    ///
    /// The rings fall into chains on either side; a position on the meridian counts as east. Along the meridian, by
    /// latitude, the crossings alternate between entering and leaving the polygon: the first and second, the third and
    /// fourth … are joined.
    func cut(at meridian: Double, keepingEast: Bool) -> [Ring] {
        var whole: [Ring] = []
        var chains: [Ring] = []
        for ring in self {
            ring.split(at: meridian, keepingEast: keepingEast, whole: &whole, chains: &chains)
        }
        guard !chains.isEmpty else { return whole }
        // The ends of all chains by latitude, chain n having the ends 2n (its first position) and 2n + 1 (its last).
        let latitudes: [Double] = chains.flatMap { chain in [chain.ys[0], chain.ys[chain.ys.count - 1]] }
        let ordered = latitudes.indices.sorted { latitudes[$0] < latitudes[$1] }
        var partner = Array<Int>(latitudes.indices)
        for index in stride(from: 0, to: ordered.count - 1, by: 2) {
            partner[ordered[index]] = ordered[index + 1]
            partner[ordered[index + 1]] = ordered[index]
        }
        var used = [Bool](repeating: false, count: chains.count)
        for first in chains.indices where !used[first] {
            var ring = Ring(xs: [], ys: [])
            var current = first
            var isForward = true
            while !used[current] {
                used[current] = true
                ring.xs.append(contentsOf: isForward ? chains[current].xs : chains[current].xs.reversed())
                ring.ys.append(contentsOf: isForward ? chains[current].ys : chains[current].ys.reversed())
                let next = partner[2 * current + (isForward ? 1 : 0)]
                current = next / 2
                isForward = next % 2 == 0
            }
            ring.close()
            if doubledRingArea(ring.xs, ring.ys, 0..<ring.xs.count) != 0 { whole.append(ring) }
        }
        return whole
    }
}

extension Ring {
    fileprivate mutating func close() {
        guard let x = xs.first, let y = ys.first, xs.last != x || ys.last != y else { return }
        xs.append(x)
        ys.append(y)
    }

    /// Sorts the ring to the kept side whole, or as chains that begin and end on the meridian, or drops it.
    fileprivate func split(at meridian: Double, keepingEast: Bool, whole: inout [Ring], chains: inout [Ring]) {
        func isKept(_ index: Int) -> Bool { (xs[index] >= meridian) == keepingEast }
        let count = xs.count - 1
        guard let start = (0..<count).first(where: { !isKept($0) && isKept(($0 + 1) % count) }) else {
            if isKept(0) { whole.append(self) }
            return
        }
        var chain = Ring(xs: [], ys: [])
        for step in 0..<count {
            let from = (start + step) % count
            let to = (from + 1) % count
            if isKept(from) != isKept(to) {
                let share = (meridian - xs[from]) / (xs[to] - xs[from])
                chain.xs.append(meridian)
                chain.ys.append(ys[from] + share * (ys[to] - ys[from]))
                if isKept(from) {
                    chains.append(chain)
                    chain = Ring(xs: [], ys: [])
                }
            }
            if isKept(to) {
                chain.xs.append(xs[to])
                chain.ys.append(ys[to])
            }
        }
    }
}

/// Rings as polygons: each outer ring with its holes. A ring inside an odd number of others is a hole of the smallest.
func assembled(_ rings: [Ring]) -> [[Ring]] {
    let areas = rings.map { abs(doubledRingArea($0.xs, $0.ys, 0..<$0.xs.count)) }
    /// A position inside the ring, so that shared edges decide nothing.
    func inner(_ ring: Ring) -> (x: Double, y: Double) {
        let count = Double(max(1, ring.xs.count - 1))
        let middle = (ring.xs.dropLast().reduce(0, +) / count, ring.ys.dropLast().reduce(0, +) / count)
        return ring.contains(x: middle.0, y: middle.1) ? middle : (ring.xs[0], ring.ys[0])
    }
    let around = rings.indices.map { index in
        let (x, y) = inner(rings[index])
        return rings.indices.filter { $0 != index && areas[$0] > areas[index] && rings[$0].contains(x: x, y: y) }
    }
    return rings.indices.filter { around[$0].count.isMultiple(of: 2) }.map { outer in
        let holes = rings.indices.filter { hole in
            !around[hole].count.isMultiple(of: 2) && around[hole].min { areas[$0] < areas[$1] } == outer
        }
        return [rings[outer]] + holes.map { rings[$0] }
    }
}
