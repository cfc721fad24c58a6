/// Units in an order of their own, so that drawing does not depend on the order of rows.
struct CanonicalOrder {
    /// The units, ascending by key.
    let units: [Int]
    /// The place of each unit in that order.
    let ranks: [Int]

    init(keys: [UInt64]) {
        let units = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int](repeating: 0, count: keys.count)
        for (rank, unit) in units.enumerated() { ranks[unit] = rank }
        self.units = units
        self.ranks = ranks
    }
}

/// The key of an id: FNV-1a over its UTF-8 bytes.
///
/// Source: Fowler, Noll & Vo, "The FNV non-cryptographic hash algorithm", RFC 9923.
package func permutationKey(_ id: String) -> UInt64 {
    id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
