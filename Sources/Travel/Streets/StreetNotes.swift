public import Features

extension StreetWays {
    /// What the tags say that no profile evaluates or can read, each kind once, with its number of streets and points:
    /// - Q423: access that depends on the time (`access:conditional`, `opening_hours` …);
    /// - Q424: lengths and slopes that are no numbers (`width=narrow`).
    public func tagNotes(source: SourceLocation) -> [Diagnostic] {
        var conditional = TagTally()
        var unreadable = TagTally()
        var uses = [Int](repeating: 0, count: tagSets.count)
        for tags in wayTags + nodeTags.values where uses.indices.contains(Int(tags)) { uses[Int(tags)] += 1 }
        for (tags, count) in zip(tagSets, uses) where count > 0 {
            conditional.add(tags.conditionalKeys, count)
            unreadable.add(tags.unreadableMeasures, count)
        }
        return [(DiagnosticCode.conditionalAccess, conditional), (.measureUnreadable, unreadable)].compactMap {
            code, tally in
            tally.count == 0
                ? nil : Diagnostic(code, at: source, ["count": "\(tally.count)", "examples": tally.examples])
        }
    }
}

/// How many streets and points have something, and what.
private struct TagTally {
    /// The number of streets and points.
    var count = 0
    private var uses: [String: Int] = [:]

    /// Counts what as many streets and points share.
    mutating func add(_ names: [String], _ count: Int) {
        guard !names.isEmpty else { return }
        self.count += count
        for name in names { uses[name, default: 0] += count }
    }

    /// The five most frequent, ties by name.
    var examples: String {
        uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key).joined(separator: ", ")
    }
}

extension TagSet {
    /// The keys that make access depend on the time, ascending.
    ///
    /// Opening hours count where the set is a street or something in the way; those of a shop do not.
    var conditionalKeys: [String] {
        let access: Set = [
            "access", "foot", "bicycle", "vehicle", "wheelchair", "oneway", "oneway:bicycle", "oneway:foot",
        ]
        return keys.filter { key in
            if key == "opening_hours" { return self["highway"] != nil || self["barrier"] != nil }
            return key.hasSuffix(":conditional") && access.contains(String(key.dropLast(":conditional".count)))
        }
    }

    /// The lengths and slopes that cannot be read, as `width=narrow`. `up` and `down` are no numbers, but allowed.
    var unreadableMeasures: [String] {
        zip(keys, values).compactMap { key, value in
            switch key {
            case "width", "est_width", "maxwidth:physical", "kerb:height":
                // A kerb of 0 is a kerb; a width of 0 is a slip.
                let isLength = TagMeasure.metres(value).map { $0 > 0 || key == "kerb:height" } ?? false
                return isLength ? nil : key + "=" + value.prefix(30)
            case "incline", "incline:across":
                let isAllowed = ["up", "down", "up/down"].contains(TagMeasure.plain(value))
                return TagMeasure.slope(value) == nil && !isAllowed ? key + "=" + value.prefix(30) : nil
            default: return nil
            }
        }
    }
}
