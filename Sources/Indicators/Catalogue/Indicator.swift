/// One indicator: what it is, and how its values come from a town.
///
/// A new indicator is one folder with a conforming type and its method sheet, and one line in ``IndicatorCatalogue/all``.
public protocol Indicator: Sendable {
    /// What the indicator is.
    var descriptor: IndicatorDescriptor { get }
    /// The values for the areas of the context. Pure and deterministic.
    func evaluate(_ context: IndicatorContext) -> IndicatorResult
}

/// What an indicator is: the part of the method sheet that programs read.
public struct IndicatorDescriptor: Sendable, Hashable {
    /// What an indicator cannot do without.
    public enum Need: String, Sendable, Hashable, CaseIterable {
        case population, groups, places, stops, offers, rooms
    }

    /// What it is about. The order is that of the annex.
    public enum Theme: String, Sendable, Hashable, CaseIterable {
        case residents, reach, rooms, durability, equity, encounter, distribution
        case focusAreas = "focus_areas"
        case monitoring
    }

    /// How its values turn into numbers of people: what disclosure control must know of them.
    public enum Counting: Sendable, Hashable {
        /// Each is a number of residents of the group in the area.
        case residents
        /// Each is a share of the residents that it rests on (`n`): times these it is a number of people, and the numbers
        /// of quarters add up to that of the town.
        case shareOfResidents
        /// Each is the difference between the residents of the group in the area in two years, which the parameters `from`
        /// and `to` name.
        case changeOfResidents
        /// Each follows from the residents of the group and of all in the area.
        case quotientOfResidents
        /// Each follows from the residents of the group and of all, here and in the town.
        case quotientToTown
        /// Each follows from shares of another indicator for the same area, group and category.
        case following(String)
        /// They do not: means, indexes, numbers of things.
        case nothing
    }

    /// The stable id, `snake_case`.
    public let id: String
    /// The version of the method: rises whenever numbers can change.
    public let version: Int
    /// The unit: `persons`, `share`, `m`, `min`, `places`, `ratio`, …
    public let unit: String
    /// What it is about.
    public let theme: Theme
    /// What it needs.
    public let needs: [Need]
    /// Whether it is computed without being asked for.
    public let isDefault: Bool
    /// Whether its values never leave the town hall.
    public let isInternal: Bool
    /// How its values turn into numbers of people.
    public let counting: Counting
    /// What a project may choose.
    public let parameters: [IndicatorParameter]
    /// Where the method comes from: paper, standard, or "own definition".
    public let references: [String]
    /// What people read about it.
    public let sheet: MethodSheet

    /// Makes a descriptor.
    public init(
        id: String, version: Int, unit: String, theme: Theme, needs: [Need], isDefault: Bool = true,
        isInternal: Bool = false, counting: Counting = .nothing, parameters: [IndicatorParameter] = [],
        references: [String], sheet: MethodSheet
    ) {
        self.id = id
        self.version = version
        self.unit = unit
        self.theme = theme
        self.needs = needs
        self.isDefault = isDefault
        self.isInternal = isInternal
        self.counting = counting
        self.parameters = parameters
        self.references = references
        self.sheet = sheet
    }
}
