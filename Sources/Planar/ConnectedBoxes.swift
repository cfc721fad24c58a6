/// The connected components of boxes that meet, directly or by way of others.
///
/// What lies in different components cannot touch, so a union can be made component by component.
public struct ConnectedBoxes: Sendable, Equatable {
    /// For each box its component. Components are numbered in the order of their lowest box.
    public let component: [Int32]
    /// Where the members of each component end in ``members``.
    public let memberEnds: [Int32]
    /// The boxes of component 0, ascending, then those of component 1, …
    public let members: [Int32]

    /// The number of components. An empty box is a component of its own.
    public var count: Int { memberEnds.count }

    /// The boxes of a component, ascending.
    public func members(of component: Int) -> ArraySlice<Int32> {
        members[(component == 0 ? 0 : Int(memberEnds[component - 1]))..<Int(memberEnds[component])]
    }

    /// The components of `envelopes`; O(n log n) plus the number of meeting pairs.
    public init(_ envelopes: [Envelope]) {
        var forest = DisjointSets(count: envelopes.count)
        let tree = PackedRTree(envelopes)
        for (index, envelope) in envelopes.enumerated() {
            tree.forEach(meeting: envelope) { other in
                if Int(other) > index { forest.join(index, Int(other)) }
            }
        }
        var component = [Int32](repeating: -1, count: envelopes.count)
        var sizes: [Int32] = []
        for index in envelopes.indices {
            // The root is the lowest index of its set, so it comes first and opens the component.
            let root = forest.root(of: index)
            if root == index {
                component[index] = Int32(truncatingIfNeeded: sizes.count)
                sizes.append(0)
            }
            component[index] = component[root]
            sizes[Int(component[root])] += 1
        }
        var next: [Int32] = []
        var ends: [Int32] = []
        for size in sizes {
            next.append(ends.last ?? 0)
            ends.append((ends.last ?? 0) + size)
        }
        var members = [Int32](repeating: 0, count: envelopes.count)
        for index in envelopes.indices {
            let own = Int(component[index])
            members[Int(next[own])] = Int32(truncatingIfNeeded: index)
            next[own] += 1
        }
        self.component = component
        self.memberEnds = ends
        self.members = members
    }
}

/// Disjoint sets of `0..<count` with path halving; the root of a set is its lowest index.
struct DisjointSets {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    }

    /// The lowest index of the set that holds `index`.
    mutating func root(of index: Int) -> Int {
        var current = index
        while Int(parents[current]) != current {
            parents[current] = parents[Int(parents[current])]
            current = Int(parents[current])
        }
        return current
    }

    /// Makes one set of the sets of two indexes.
    mutating func join(_ first: Int, _ second: Int) {
        let one = root(of: first)
        let other = root(of: second)
        if one != other { parents[max(one, other)] = Int32(truncatingIfNeeded: min(one, other)) }
    }
}
