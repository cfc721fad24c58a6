public import Features

/// Which indicators are computed, and with which numbers: the section `indicators` of the project file. Whether there are
/// such indicators only their catalogue knows.
public struct IndicatorsEntry: Sendable, Hashable {
    /// An id with the place where the file names it.
    public struct Named: Sendable, Hashable {
        /// The id of an indicator, or `all` in ``IndicatorsEntry/also``.
        public var id: String
        /// The key, for messages: `indicators.also[1]`.
        public var path: String
        /// The place in the file.
        public var location: SourceLocation
    }

    /// The numbers of one parameter of one indicator.
    public struct Parameter: Sendable, Hashable {
        /// The indicator and the place in the file.
        public var indicator: Named
        /// The name of the parameter.
        public var name: String
        /// The numbers; one unless the file has a list.
        public var numbers: [Double]
    }

    /// The indicators that are computed beside the usual ones.
    public var also: [Named] = []
    /// The indicators that are left out.
    public var without: [Named] = []
    /// What was chosen for parameters.
    public var parameters: [Parameter] = []

    /// What holds where the project file says nothing.
    public init() {}
}

extension ProjectFile {
    /// The section `indicators`.
    static func readIndicators(_ root: YAMLMapping) -> IndicatorsEntry {
        var entry = IndicatorsEntry()
        guard let mapping = root.mapping("indicators") else { return entry }
        entry.also = readIDs(mapping, "also")
        entry.without = readIDs(mapping, "without")
        if let parameters = mapping.mapping("parameters") {
            for id in parameters.keys {
                guard let ofOne = parameters.mapping(id) else { continue }
                let named = IndicatorsEntry.Named(
                    id: id, path: parameters.path(id), location: parameters.location(id))
                for name in ofOne.keys {
                    guard let numbers = ofOne.numbers(name) else { continue }
                    entry.parameters.append(
                        IndicatorsEntry.Parameter(indicator: named, name: name, numbers: numbers))
                }
            }
        }
        mapping.finish()
        return entry
    }

    /// A list of ids, or one id alone.
    private static func readIDs(_ mapping: YAMLMapping, _ key: String) -> [IndicatorsEntry.Named] {
        guard let node = mapping.node(key) else { return [] }
        if case .scalar = node.content {
            return mapping.text(key).map {
                [IndicatorsEntry.Named(id: $0, path: mapping.path(key), location: node.location)]
            } ?? []
        }
        return (mapping.list(key) ?? []).compactMap { item, path in
            YAMLMapping.text(of: item, path: path, mapping.findings).map {
                IndicatorsEntry.Named(id: $0, path: path, location: item.location)
            }
        }
    }
}
