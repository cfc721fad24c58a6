internal import Formats

/// Writes styles as Styled Layer Descriptors 1.0 (OGC 02-070), for programs other than QGIS.
enum SLDWriter {
    /// The style as a document for a layer of that name.
    static func write(_ style: LayerStyle, layer: String) -> String {
        var markup = Markup(head: #"<?xml version="1.0" encoding="UTF-8"?>"#)
        markup.element(
            "StyledLayerDescriptor",
            [
                "version": "1.0.0", "xmlns": "http://www.opengis.net/sld", "xmlns:ogc": "http://www.opengis.net/ogc",
            ]
        ) { markup in
            markup.element("NamedLayer") { markup in
                markup.element("Name", text: layer)
                markup.element("UserStyle") { markup in
                    markup.element("Name", text: style.name)
                    markup.element("FeatureTypeStyle") { markup in
                        for rule in StyleRule.rules(of: style) { writeRule(rule, to: &markup) }
                    }
                }
            }
        }
        return markup.text
    }

    private static func writeRule(_ rule: StyleRule, to markup: inout Markup) {
        markup.element("Rule") { markup in
            markup.element("Name", text: rule.label)
            markup.element("Title", text: rule.label)
            writeCondition(rule.condition, to: &markup)
            writeSymbol(rule.symbol, to: &markup)
        }
    }

    private static func writeCondition(_ condition: StyleRule.Condition, to markup: inout Markup) {
        func compare(_ operation: String, _ column: String, _ value: String, _ markup: inout Markup) {
            markup.element("ogc:\(operation)") { markup in
                markup.element("ogc:PropertyName", text: column)
                markup.element("ogc:Literal", text: value)
            }
        }
        switch condition {
        case .always: break
        case .otherwise: markup.element("ElseFilter")
        case .equals(let column, let value):
            markup.element("ogc:Filter") { compare("PropertyIsEqualTo", column, value, &$0) }
        case .between(let column, let lower, let upper, let withUpper):
            markup.element("ogc:Filter") { markup in
                markup.element("ogc:And") { markup in
                    compare("PropertyIsGreaterThanOrEqualTo", column, NumberText.plain(lower), &markup)
                    compare(
                        withUpper ? "PropertyIsLessThanOrEqualTo" : "PropertyIsLessThan", column,
                        NumberText.plain(upper), &markup)
                }
            }
        }
    }

    private static func writeSymbol(_ symbol: LayerStyle.Symbol, to markup: inout Markup) {
        switch symbol {
        case .fill(let colour, let outline, let width):
            markup.element("PolygonSymbolizer") { markup in
                writeFill(colour, to: &markup)
                writeStroke(outline, width, to: &markup)
            }
        case .hatch(let colour, let outline, let width):
            markup.element("PolygonSymbolizer") { markup in
                markup.element("Fill") { markup in
                    markup.element("GraphicFill") { markup in
                        markup.element("Graphic") { markup in
                            markup.element("Mark") { markup in
                                markup.element("WellKnownName", text: "slash")
                                writeStroke(colour, width, to: &markup)
                            }
                        }
                    }
                }
                writeStroke(outline, width, to: &markup)
            }
        case .line(let colour, let width):
            markup.element("LineSymbolizer") { writeStroke(colour, width, to: &$0) }
        case .marker(let marker, let colour, let outline, let size):
            markup.element("PointSymbolizer") { markup in
                markup.element("Graphic") { markup in
                    markup.element("Mark") { markup in
                        markup.element("WellKnownName", text: marker.rawValue)
                        writeFill(colour, to: &markup)
                        writeStroke(outline, 0.2, to: &markup)
                    }
                    markup.element("Size", text: pixels(size))
                }
            }
        }
    }

    private static func writeFill(_ colour: LayerStyle.Colour, to markup: inout Markup) {
        markup.element("Fill") { markup in
            markup.element("CssParameter", ["name": "fill"], text: hexadecimal(colour))
            markup.element("CssParameter", ["name": "fill-opacity"], text: opacity(colour))
        }
    }

    private static func writeStroke(_ colour: LayerStyle.Colour, _ width: Double, to markup: inout Markup) {
        markup.element("Stroke") { markup in
            markup.element("CssParameter", ["name": "stroke"], text: hexadecimal(colour))
            markup.element("CssParameter", ["name": "stroke-opacity"], text: opacity(colour))
            markup.element("CssParameter", ["name": "stroke-width"], text: pixels(width))
        }
    }

    private static func hexadecimal(_ colour: LayerStyle.Colour) -> String {
        let parts = [colour.red, colour.green, colour.blue].map { part in
            let digits = String(part, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }
        return "#" + parts.joined()
    }

    private static func opacity(_ colour: LayerStyle.Colour) -> String {
        NumberText.fixed(Double(colour.alpha) / 255, decimals: 3, trimmed: true)
    }

    /// Millimetres as the pixels of SLD, of which one is 0.28 mm wide.
    private static func pixels(_ millimetres: Double) -> String {
        NumberText.fixed(millimetres / 0.28, decimals: 2, trimmed: true)
    }
}
