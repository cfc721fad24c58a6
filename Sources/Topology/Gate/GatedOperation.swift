internal import Planar

/// Every operation that reaches GEOS, spelled as the command `geometry` spells it, with the bound that keeps it finite.
enum GatedOperation: String, CaseIterable {
    case intersection, union, difference, symdifference, unaryunion, coverageunion
    case isvalid, isvalidreason, issimple, makevalid, setprecision, snap, node
    case buffer, convexhull, concavehull, simplifydp, simplifytp, densify
    case getboundary, getenvelope, getcentroid, getinteriorpoint, getarea, getlength, minclearance, minclearanceline
    case distance, iswithindistance, nearestpoints, hausdorffdistance, frechetdistance
    case relate, predicate, equalsexact, boxquery
    case normalize, reverse, polygonize, linemerge, buildarea, buffersinglesided

    /// What keeps the work of an operation in bounds.
    enum Bound {
        /// Time and memory grow about as the positions do: the vertex limit is enough.
        case linear
        /// GEOS looks at its interrupt flag on the way: the deadline.
        case interruptible
        /// No checkpoints, and work up to positions × positions (of both inputs, or of one with itself).
        case vertexProduct
        /// No checkpoints, positions × positions of 40 bytes each, and one stack frame per position of both:
        /// GEOS 3.11's discrete Fréchet distance is recursive.
        case tableOnStack
        /// No checkpoints, and up to one stack frame and one pass per position of the longest line or ring.
        case longestLine
    }

    /// The bound of the operation. The checkpoints are those of the sources of GEOS 3.11.1.
    var bound: Bound {
        switch self {
        case .intersection, .union, .difference, .symdifference, .unaryunion, .coverageunion, .setprecision:
            .interruptible
        case .isvalid, .isvalidreason, .issimple, .makevalid, .node, .buffer, .buffersinglesided: .interruptible
        case .convexhull, .relate, .predicate, .getinteriorpoint, .polygonize, .buildarea: .interruptible
        case .distance, .iswithindistance, .nearestpoints, .hausdorffdistance, .snap: .vertexProduct
        case .concavehull, .minclearance, .minclearanceline: .vertexProduct
        case .frechetdistance: .tableOnStack
        case .simplifydp, .simplifytp: .longestLine
        case .getboundary, .getenvelope, .getcentroid, .getarea, .getlength, .densify: .linear
        case .normalize, .reverse, .equalsexact, .linemerge, .boxquery: .linear
        }
    }
}

extension Geometry {
    /// The positions of the longest line or ring in the geometry.
    var longestLine: Int {
        let own = ringEnds.isEmpty ? xs.count : ringEnds.indices.map { positions(ofRing: $0).count }.max() ?? 0
        return max(own, members.map(\.longestLine).max() ?? 0)
    }
}
