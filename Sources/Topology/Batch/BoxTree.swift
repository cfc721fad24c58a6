internal import CGEOS
public import Planar

/// GEOS's STR-packed tree of boxes. (The hot paths of Quartier use the packed R-tree of `Planar`; this is the same
/// question asked to GEOS, and the nearest neighbour by true distance.)
extension TopologyEngine {
    /// For each query box the indexes of the boxes that share a position with it, ascending.
    public func boxMatches(
        of boxes: [Envelope], with queries: [Envelope]
    ) throws(TopologyError) -> [[Int]] {
        var context = try GEOSContext(operation: GatedOperation.boxquery.rawValue, limits: limits)
        var tree = try BoxTree(in: context)
        for (index, box) in boxes.enumerated() where !box.isEmpty {
            try tree.insert(try context.makeShape(try outline(box)), number: index)
        }
        var matches: [[Int]] = []
        for query in queries {
            guard !query.isEmpty else {
                matches.append([])
                continue
            }
            matches.append(tree.query(try context.makeShape(try outline(query))).sorted())
        }
        return matches
    }

    /// For each query geometry the index of the nearest candidate; nil for empty ones or without candidates.
    public func nearest(of candidates: [Geometry], to queries: [Geometry]) throws(TopologyError) -> [Int?] {
        var context = try GEOSContext(operation: GatedOperation.distance.rawValue, limits: limits)
        var tree = try BoxTree(in: context)
        var largest = 0
        try admit(candidates.filter { !$0.isWithinRange } + queries.filter { !$0.isWithinRange }, to: .boxquery)
        for (index, candidate) in candidates.enumerated() where !candidate.isEmpty {
            largest = max(largest, candidate.positionCount)
            try tree.insert(try makeShape(candidate, in: &context), number: index)
        }
        var found: [Int?] = []
        for query in queries {
            guard !query.isEmpty, !tree.isEmpty else {
                found.append(nil)
                continue
            }
            try checkProduct(largest, query.positionCount, .distance)
            let shape = try makeShape(query, in: &context)
            found.append(try tree.nearest(to: shape, in: &context))
        }
        return found
    }

    private func outline(_ box: Envelope) throws(TopologyError) -> Geometry {
        do {
            // The diagonal has the same box as the rectangle.
            return try Geometry(kind: .lineString, xs: [box.minX, box.maxX], ys: [box.minY, box.maxY])
        } catch {
            throw badArgument(.boxquery, "\(error)")
        }
    }
}

/// The tree with the shapes it indexes. GEOS keeps pointers to the items, so both live and die together.
@safe private struct BoxTree: ~Copyable {
    private let ledger: HandleLedger
    private let tree: OpaquePointer
    private var shapes: [OpaquePointer] = unsafe []
    private var numbers: [OpaquePointer: Int] = unsafe [:]

    /// An empty tree.
    init(in context: borrowing GEOSContext) throws(TopologyError) {
        guard let tree = unsafe GEOSSTRtree_create_r(context.handle, 10) else {
            throw context.error(.failed, "GEOS gave no tree")
        }
        unsafe self.tree = unsafe tree
        ledger = context.ledger
        ledger.made()
    }

    /// Whether nothing was inserted.
    var isEmpty: Bool { unsafe shapes.isEmpty }

    /// Takes a shape over and indexes its box. All insertions come before the first query.
    mutating func insert(_ shape: consuming GEOSShape, number: Int) throws(TopologyError) {
        let pointer = shape.take()
        unsafe shapes.append(pointer)
        unsafe numbers[pointer] = number
        unsafe GEOSSTRtree_insert_r(ledger.handle, tree, pointer, UnsafeMutableRawPointer(pointer))
    }

    /// The numbers of the shapes whose boxes meet the box of the query, in no order.
    func query(_ shape: borrowing GEOSShape) -> [Int] {
        guard !isEmpty else { return [] }
        var found: [UnsafeMutableRawPointer] = unsafe []
        unsafe withUnsafeMutablePointer(to: &found) { address in
            unsafe GEOSSTRtree_query_r(
                ledger.handle, tree, shape.pointer,
                { item, address in
                    guard let item = unsafe item, let address = unsafe address else { return }
                    unsafe address.assumingMemoryBound(to: [UnsafeMutableRawPointer].self).pointee.append(item)
                }, address)
        }
        return unsafe found.compactMap { unsafe numbers[OpaquePointer($0)] }
    }

    /// The number of the shape nearest to the query.
    func nearest(to shape: borrowing GEOSShape, in context: inout GEOSContext) throws(TopologyError) -> Int? {
        let tree = unsafe tree
        let query = unsafe shape.pointer
        let found = try unsafe context.attempt(
            { unsafe GEOSSTRtree_nearest_r($0, tree, query) }, isSuccess: { unsafe $0 != nil })
        guard let found = unsafe found else { return nil }
        return unsafe numbers[found]
    }

    deinit {
        unsafe GEOSSTRtree_destroy_r(ledger.handle, tree)
        ledger.destroyed()
        for index in unsafe shapes.indices {
            unsafe GEOSGeom_destroy_r(ledger.handle, shapes[index])
            ledger.destroyed()
        }
    }
}
