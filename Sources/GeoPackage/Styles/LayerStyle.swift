/// How QGIS draws a layer: written into the table `layer_styles`, which travels with the data.
public struct LayerStyle: Sendable, Hashable {
    /// A colour of three parts from 0 to 255, and how opaque it is.
    public struct Colour: Sendable, Hashable {
        /// The part of red.
        public var red: UInt8
        /// The part of green.
        public var green: UInt8
        /// The part of blue.
        public var blue: UInt8
        /// 255 for a colour nothing shows through, 0 for none.
        public var alpha: UInt8

        /// A colour from its parts.
        public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
            self.red = red
            self.green = green
            self.blue = blue
            self.alpha = alpha
        }

        /// A colour as stylesheets write it, `#1b9e77`; nil for other forms.
        public init?(hexadecimal text: String) {
            guard text.utf8.count == 7, text.hasPrefix("#"),
                text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
                let number = UInt32(text.dropFirst(), radix: 16)
            else { return nil }
            self.init(
                red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
        }
    }

    /// What one feature is drawn with. Lengths are millimetres on the page.
    public enum Symbol: Sendable, Hashable {
        /// An area: its fill and outline.
        case fill(Colour, outline: Colour, width: Double)
        /// An area hatched from south-west to north-east, for what has no value.
        case hatch(Colour, outline: Colour, width: Double)
        /// A line.
        case line(Colour, width: Double)
        /// A mark at a point: its fill and outline, its size.
        case marker(Marker, Colour, outline: Colour, size: Double)
    }

    /// The shapes of marks, by QGIS's names.
    public enum Marker: String, Sendable, Hashable, CaseIterable {
        case circle, square, diamond, triangle, star, cross, pentagon, hexagon
    }

    /// A class of numbers: from `lower`, which belongs to it, up to `upper`, which belongs to the next; the last class has
    /// its upper bound, too.
    public struct NumberClass: Sendable, Hashable {
        /// The lower bound.
        public var lower: Double
        /// The upper bound.
        public var upper: Double
        /// What the legend says.
        public var label: String
        /// What its features are drawn with.
        public var symbol: Symbol

        /// Joins bounds, label and symbol.
        public init(from lower: Double, to upper: Double, label: String, symbol: Symbol) {
            self.lower = lower
            self.upper = upper
            self.label = label
            self.symbol = symbol
        }
    }

    /// A value with its symbol.
    public struct Category: Sendable, Hashable {
        /// The value.
        public var value: String
        /// What the legend says.
        public var label: String
        /// What its features are drawn with.
        public var symbol: Symbol

        /// Joins value, label and symbol.
        public init(_ value: String, label: String, symbol: Symbol) {
            self.value = value
            self.label = label
            self.symbol = symbol
        }
    }

    /// What is drawn where no class and no category fits, values that are missing among it.
    public struct Rest: Sendable, Hashable {
        /// What the legend says.
        public var label: String
        /// What such features are drawn with.
        public var symbol: Symbol

        /// Joins label and symbol.
        public init(label: String, symbol: Symbol) {
            self.label = label
            self.symbol = symbol
        }
    }

    /// What decides on the symbol.
    public enum Renderer: Sendable, Hashable {
        /// All features look alike.
        case single(Symbol)
        /// The class of a number in a column.
        case graduated(column: String, [NumberClass], rest: Rest?)
        /// The value in a column.
        case categorised(column: String, [Category], rest: Rest?)
    }

    /// The name in QGIS's list of styles.
    public var name: String
    /// What decides on the symbol.
    public var renderer: Renderer
    /// The column whose values are written at the features; nil for none.
    public var labelColumn: String?

    /// A style.
    public init(name: String, renderer: Renderer, labelColumn: String? = nil) {
        self.name = name
        self.renderer = renderer
        self.labelColumn = labelColumn
    }
}
