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

extension SeededRandom {
    /// A number of `0..<count`, for a count above 0.
    @inline(__always)
    mutating func index(below count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
    }

    /// A number from 0 to below 1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number with mean 0 and variance 1, nearly normal: the sum of twelve uniform ones less six, which needs no logarithm,
    /// so that every machine draws the same.
    mutating func deviate() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// Puts values in any order, each with the same chance (Fisher & Yates). Written here, since what the standard library's
    /// shuffle makes of a seed may change with it.
    mutating func shuffle<Element>(_ values: inout [Element]) {
        values.withUnsafeMutableBufferPointer { values in
            for last in stride(from: values.count - 1, to: 0, by: -1) {
                let other = index(below: last + 1)
                let value = values[other]
                values[other] = values[last]
                values[last] = value
            }
        }
    }
}
