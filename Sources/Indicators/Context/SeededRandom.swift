/// Random numbers that are the same in every run: SplitMix64.
///
/// Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA. Good enough for permutations
/// of some thousand units; not for secrets.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    /// Starts from a seed.
    init(seed: UInt64) { state = seed }

    /// Starts a stream of its own for a unit, so that units can be drawn for side by side in any order.
    init(seed: UInt64, stream: UInt64) {
        var mixer = SeededRandom(seed: stream)
        state = seed ^ mixer.next()
    }

    /// The next number.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
