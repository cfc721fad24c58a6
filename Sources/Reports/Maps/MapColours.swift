public import Town
public import Wording

/// The colours, classes and signs of the reports' maps, for maps that others draw: what is coloured in the report looks
/// the same in a GIS. Colours are written `#rrggbb`.
public enum MapColours {
    /// A class of shares.
    public struct Class: Sendable, Hashable {
        /// The lower bound, 0…1, which belongs to the class.
        public let lower: Double
        /// The upper bound, 0…1, which belongs to the next class.
        public let upper: Double
        /// What the legend says.
        public let label: String
        /// The fill.
        public let colour: String
    }

    /// The five classes of a share.
    public static func shareClasses(_ language: Language) -> [Class] {
        let (numbers, words) = (NumberStyle(language: language), Words(language))
        return ShareClass.all.map { shareClass in
            Class(
                lower: Double(shareClass.index) / 5, upper: Double(shareClass.index + 1) / 5,
                label: shareClass.legend(numbers, words), colour: Palette.classes[shareClass.index].hex)
        }
    }

    /// The shapes that places are drawn with.
    public enum Shape: String, Sendable, Hashable {
        case circle, square, triangle
    }

    /// The sign of a category of places; `order` puts organised meeting places before everyday ones and services.
    public static func sign(of category: PlaceTable.Category) -> (order: Int, shape: Shape, colour: String) {
        switch PlaceKind(category) {
        case .organised: (0, .circle, PlaceKind.organised.colour.hex)
        case .everyday: (1, .square, PlaceKind.everyday.colour.hex)
        case .service: (2, .triangle, PlaceKind.service.colour.hex)
        }
    }

    /// The fills of reached land for so many times, the shortest first.
    public static func reachedLand(count: Int) -> [String] { Palette.reachedLand(count: count).map(\.hex) }

    /// Borders of quarters.
    public static var border: String { Palette.border.hex }
    /// The ground of quarters without a value to show.
    public static var land: String { Palette.land.hex }
    /// The hatch of areas without a value.
    public static var noData: String { Palette.noData.hex }
    /// The outline and hatch of focus areas.
    public static var focus: String { Palette.focus.hex }
    /// The edge of signs on the map.
    public static var paper: String { Palette.paper.hex }
    /// Signs of less weight.
    public static var quiet: String { Palette.quiet.hex }
}
