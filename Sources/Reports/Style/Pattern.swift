/// Patterns that are seen without colour.
enum Pattern {
    /// Hatched: there is no value.
    static func missing(id: String) -> HTMLNode {
        hatch(id: id, colour: Palette.noData, step: 6, width: 1.2, degrees: -45)
    }

    /// Dotted on a light ground: there is a value, and it is protected.
    static func hidden(id: String) -> HTMLNode {
        Tag.pattern(.id(id), .width(6), .height(6), .patternInPixels) {
            Tag.rect(.x(0), .y(0), .width(6), .height(6), .fill(Palette.hiddenGround))
            Tag.circle(.cx(1.6), .cy(1.6), .r(1.1), .fill(Palette.noData))
            Tag.circle(.cx(4.6), .cy(4.6), .r(1.1), .fill(Palette.noData))
        }
    }

    /// Lines at an angle.
    static func hatch(id: String, colour: Colour, step: Double, width: Double, degrees: Int) -> HTMLNode {
        Tag.pattern(.id(id), .width(step), .height(step), .patternInPixels, .patternTurn(degrees: degrees)) {
            Tag.line(.x1(0), .y1(0), .x2(0), .y2(step), .stroke(colour), .strokeWidth(width * 2))
        }
    }
}
