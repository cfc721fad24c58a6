/// What a rule asks of one key of a tag set.
public struct TagCondition: Sendable, Hashable {
    /// What is asked of the key's value.
    enum Test: Sendable, Hashable {
        case isOneOf([String])
        case isPresent
        case isAbsent
        /// Readable as a length.
        case isLength
        /// Readable as a length above 0 and below so many metres.
        case isShorter(Double)
        /// Readable as a length above so many metres.
        case isLonger(Double)
        /// Readable as a slope of more than so many per cent, up or down.
        case isSteeper(Double)
        /// Not readable as a slope with a number.
        case isNoSlope
    }

    /// The key.
    public let key: String
    let test: Test

    /// The key has one of these values.
    package static func tag(_ key: String, _ values: String...) -> TagCondition {
        TagCondition(key: key, test: .isOneOf(values))
    }

    /// The key has one of these values.
    static func tag(_ key: String, in values: [String]) -> TagCondition {
        TagCondition(key: key, test: .isOneOf(values))
    }

    /// The key has a value, whichever.
    static func has(_ key: String) -> TagCondition { TagCondition(key: key, test: .isPresent) }

    /// The key is not there.
    package static func lacks(_ key: String) -> TagCondition { TagCondition(key: key, test: .isAbsent) }

    /// The key holds a length, be it 0.
    static func length(_ key: String) -> TagCondition { TagCondition(key: key, test: .isLength) }

    /// The key holds a length of less than so many metres, but not 0: that is a slip.
    static func shorter(_ key: String, than metres: Double) -> TagCondition {
        TagCondition(key: key, test: .isShorter(metres))
    }

    /// The key holds a length of more than so many metres.
    static func longer(_ key: String, than metres: Double) -> TagCondition {
        TagCondition(key: key, test: .isLonger(metres))
    }

    /// The key holds a slope of more than so many per cent, up or down.
    static func steeper(_ key: String, than percent: Double) -> TagCondition {
        TagCondition(key: key, test: .isSteeper(percent))
    }

    /// The key holds no slope that is a number.
    static func noSlope(_ key: String) -> TagCondition { TagCondition(key: key, test: .isNoSlope) }

    /// The values that are asked for; empty where a number or the mere presence is.
    public var values: [String] {
        if case .isOneOf(let values) = test { values } else { [] }
    }

    /// Whether a value (nil where the key is not there) is what is asked.
    func holds(for value: String?) -> Bool {
        switch test {
        case .isOneOf(let values): value.map(values.contains) ?? false
        case .isPresent: value != nil
        case .isAbsent: value == nil
        case .isLength: value.flatMap(TagMeasure.metres) != nil
        case .isShorter(let limit): value.flatMap(TagMeasure.metres).map { $0 > 0 && $0 < limit } ?? false
        case .isLonger(let limit): value.flatMap(TagMeasure.metres).map { $0 > limit } ?? false
        // A hair above the limit, so that 6 % given as a ratio or in degrees and rounded is still 6 %.
        case .isSteeper(let limit):
            value.flatMap(TagMeasure.slope).map { $0.magnitude * 100 > limit + 1e-9 } ?? false
        case .isNoSlope: value.flatMap(TagMeasure.slope) == nil
        }
    }
}

extension TagCondition: CustomStringConvertible {
    /// The condition as one would write it: `highway=motorway|trunk`, `barrier=*`, `width < 0.9 m`.
    public var description: String {
        switch test {
        case .isOneOf(let values): key + "=" + values.joined(separator: "|")
        case .isPresent: key + "=*"
        case .isAbsent: "!" + key
        case .isLength: key + "=metres"
        case .isShorter(let limit): "\(key) < \(limit) m"
        case .isLonger(let limit): "\(key) > \(limit) m"
        case .isSteeper(let limit): "|\(key)| > \(limit) %"
        case .isNoSlope: key + "≠number"
        }
    }
}
