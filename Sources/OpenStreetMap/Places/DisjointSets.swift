/// Things that turn out to be one, as sets; the lowest of a set stands for it. (The textbook's union-find, without its
/// rank: sets here have few members.)
struct DisjointSets {
    private var parents: [Int]

    /// As many things, each for itself.
    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The thing that stands for the set of this one.
    func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }

    /// Makes the sets of two things one.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(first), root(second))
        parents[max(one, other)] = min(one, other)
    }

    /// The members of each set, ascending; the sets in the order of their first member.
    var sets: [[Int]] {
        var members: [Int: [Int]] = [:]
        for index in parents.indices { members[root(index), default: []].append(index) }
        return members.values.sorted { $0[0] < $1[0] }
    }
}
