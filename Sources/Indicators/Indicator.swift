public import Wording

/// One indicator: what it is, and how its values come from a town.
///
/// A new indicator is one folder with a conforming type and one line in ``IndicatorCatalogue/all``; its method sheet
/// stands in the catalogues of `Wording` under `indicator.ID.…`.
public protocol Indicator: Sendable {
    /// What the indicator is.
    var descriptor: IndicatorDescriptor { get }
    /// The values for every area of the context, in the order of the areas. Pure and deterministic.
    func evaluate(_ context: IndicatorContext) -> [IndicatorValue]
}

/// What an indicator is: the part of the method sheet that programs read.
public struct IndicatorDescriptor: Sendable, Hashable {
    /// Layers that an indicator cannot do without.
    public enum Need: String, Sendable, Hashable, CaseIterable {
        case population, places, stops
    }

    /// The stable id, `snake_case`.
    public let id: String
    /// The version of the method: rises whenever numbers can change.
    public let version: Int
    /// The unit: `persons`, `share`, `m`, `min`, `places`, `ratio`.
    public let unit: String
    /// What it needs.
    public let needs: [Need]
    /// Where the method comes from: paper, standard, or "own definition".
    public let references: [String]

    /// Makes a descriptor.
    public init(id: String, version: Int, unit: String, needs: [Need], references: [String]) {
        self.id = id
        self.version = version
        self.unit = unit
        self.needs = needs
        self.references = references
    }

    /// The parts of a method sheet that people read.
    public enum SheetPart: String, Sendable, CaseIterable {
        case title, says
        case saysNot = "says_not"
        case formula, limits
    }

    /// A part of the method sheet in a language.
    public func text(_ part: SheetPart, _ language: Language) -> String {
        Catalogue.of(language).text("indicator.\(id).\(part.rawValue)")
    }

    /// The whole method sheet as plain text.
    public func methodSheet(_ language: Language) -> String {
        let catalogue = Catalogue.of(language)
        var lines = ["\(text(.title, language)) (\(id))", ""]
        for part in SheetPart.allCases where part != .title {
            lines.append(catalogue.text("sheet.\(part.rawValue)") + ": " + text(part, language))
        }
        lines.append(catalogue.text("sheet.unit") + ": " + catalogue.text("unit.\(unit)"))
        lines.append(catalogue.text("sheet.version") + ": \(version)")
        lines.append(catalogue.text("sheet.references") + ": " + references.joined(separator: "; "))
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The only list of indicators, in the order in which they are computed, written and shown.
public enum IndicatorCatalogue {
    /// All indicators.
    public static let all: [any Indicator] = [
        Residents(), GroupShare(), LocationQuotient(), PlaceCount(), NearestDistance(), NearestTime(),
        PlacesWithin(), CoverageShare(), StopShare(),
    ]

    /// The indicator of an id.
    public static func indicator(_ id: String) -> (any Indicator)? {
        all.first { $0.descriptor.id == id }
    }

    /// Computes every indicator and puts the values in the order of ``IndicatorTable``.
    public static func evaluate(_ context: IndicatorContext) -> IndicatorTable {
        var byArea = [[IndicatorValue]](repeating: [], count: context.areas.count)
        var position: [AreaKey: Int] = [:]
        for (index, area) in context.areas.enumerated() { position[AreaKey(level: area.level, id: area.id)] = index }
        for indicator in all {
            for value in indicator.evaluate(context) {
                if let index = position[AreaKey(level: value.level, id: value.areaID)] { byArea[index].append(value) }
            }
        }
        var table = IndicatorTable()
        for values in byArea { for value in values { table.append(value) } }
        return table
    }

    private struct AreaKey: Hashable {
        var level: AreaLevel
        var id: String
    }
}
