/// A town's colour for lines and links. It is legible on every ground that pages have, on paper as on screens, in colour as
/// in grey: contrast is a matter of luminance alone.
public struct AccentColour: Sendable, Hashable {
    /// The contrast that text needs, as a ratio to 1 (WCAG 2.1, success criterion 1.4.3).
    public static let leastContrast = 4.5

    let colour: Colour

    /// A colour, red, green and blue of eight bits each; nil where it is too light to be read.
    public init?(_ value: UInt32) {
        colour = Colour(value)
        if AccentColour.contrast(of: colour) < AccentColour.leastContrast { return nil }
    }

    /// The least contrast of a colour with the grounds of pages, 1 to 21.
    public static func contrast(of value: UInt32) -> Double { contrast(of: Colour(value)) }

    /// `#rrggbb` of a colour.
    public static func text(of value: UInt32) -> String { Colour(value).hex }

    /// The nearest colour of the same hue that can be read: the given one where it can, else as little darker as is needed.
    public static func legible(near value: UInt32) -> String {
        let wanted = Colour(value)
        // 256 steps from the colour to black, which can be read.
        for step in stride(from: 255, through: 0, by: -1) {
            let darker = wanted.scaled(by: Double(step) / 255)
            if contrast(of: darker) >= leastContrast { return darker.hex }
        }
        return Palette.black.hex
    }

    private static func contrast(of colour: Colour) -> Double {
        min(colour.contrast(with: Palette.paper), colour.contrast(with: Palette.panel))
    }
}
