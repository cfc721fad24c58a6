/// The tags of a street or of a point on it, `highway=footway`, `surface=gravel`, as OpenStreetMap and attributes of
/// GeoJSON features know them. Many streets share one set, so streets name sets by index (``StreetWays/tagSets``).
public struct TagSet: Sendable, Hashable {
    /// The keys, ascending, each once.
    public let keys: [String]
    /// The value of each key.
    public let values: [String]

    /// A set from pairs in any order; of a repeated key the first value counts.
    public init(_ pairs: some Sequence<(String, String)>) {
        var keys: [String] = []
        var values: [String] = []
        for (key, value) in pairs.enumerated().sorted(by: { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) })
            .map(\.element) where keys.last != key
        {
            keys.append(key)
            values.append(value)
        }
        self.keys = keys
        self.values = values
    }

    /// The value of a key; nil where the set does not have it. Sets are small: a linear search.
    public subscript(key: String) -> String? {
        keys.firstIndex(of: key).map { values[$0] }
    }

    /// Whether there are no tags.
    public var isEmpty: Bool { keys.isEmpty }
}
