public import Travel

/// One row of the table from tags to categories of places: all conditions must hold.
public struct PlaceRule: Sendable, Hashable, CustomStringConvertible {
    /// What else holds for objects of a rule.
    public struct Traits: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8

        /// Makes traits from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Something that belongs to the ground around it: a pitch in a sports centre is part of it whatever its name;
        /// one in the ground of a school or day nursery is no public place unless its `access` says so.
        public static let fixture = Traits(rawValue: 1)
        /// Serves the quarter though its ground is `access=private`, as those of schools and day nurseries often are.
        public static let privateGround = Traits(rawValue: 2)
        /// Protects people by not being known: left out unless asked for, never shown in public.
        public static let sensitive = Traits(rawValue: 4)
    }

    /// The id of the category in Town's table.
    public let category: String
    /// The conditions; the first tells which objects a reader must collect.
    public let conditions: [TagPattern]
    /// What else holds.
    public let traits: Traits

    /// Makes a rule from conditions as text, such as `PlaceRule("library", "amenity=library")`.
    public init(_ category: String, _ conditions: String..., traits: Traits = []) {
        self.category = category
        self.conditions = conditions.map { TagPattern($0) }
        self.traits = traits
    }

    /// Whether the tags are those of the rule, however the thing is used.
    public func holds(for tags: TagSet) -> Bool {
        conditions.allSatisfy { $0.holds(for: tags) }
    }

    /// The conditions as people read them: `amenity=social_facility, social_facility=food_bank`.
    public var description: String { conditions.map(\.description).joined(separator: ", ") }
}
