/// Numbers that depend on a text and a seed only, alike on every machine and in every run: FNV-1a over the UTF-8 bytes
/// (G. Fowler, L. C. Noll, K.-P. Vo), then the finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014).
///
/// Whoever knows the seed can repeat them: the seed is as secret as the numbers they hide.
struct StableKey: Sendable, Hashable {
    /// 64 bits.
    let bits: UInt64

    /// The key of a text. Linear in its length.
    init(_ text: String, seed: UInt64) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        // The seed enters on both sides of a mixing, so that keys of two seeds have nothing to do with each other.
        bits = Self.mix(Self.mix(hash ^ Self.mix(seed)) &+ seed)
    }

    /// The key as a number from 0 to below 1, in steps of 2⁻⁵³.
    var fraction: Double { Double(bits >> 11) * 0x1p-53 }

    private static func mix(_ bits: UInt64) -> UInt64 {
        var mixed = bits &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
