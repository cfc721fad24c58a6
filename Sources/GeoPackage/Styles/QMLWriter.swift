internal import Formats

/// Writes styles as QML, the form in which QGIS (from 3.4 on) keeps them.
///
/// Classes are written as rules: in a graduated renderer of QGIS a value on the border of two classes belongs to the lower
/// one, and features without a value are not drawn. All else has the renderer of its name, so that people can go on with
/// it.
enum QMLWriter {
    /// The style as a document.
    static func write(_ style: LayerStyle) -> String {
        var markup = Markup(head: "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")
        let rules = StyleRule.rules(of: style)
        let categories = style.labelColumn == nil ? "Symbology" : "Symbology|Labeling"
        let areLabelsOn = style.labelColumn == nil ? "0" : "1"
        markup.element(
            "qgis", ["version": "3.22.0", "styleCategories": categories, "labelsEnabled": areLabelsOn]
        ) { markup in
            writeRenderer(style.renderer, rules, to: &markup)
            if let column = style.labelColumn { writeLabels(column, to: &markup) }
        }
        return markup.text
    }

    private static func writeRenderer(
        _ renderer: LayerStyle.Renderer, _ rules: [StyleRule], to markup: inout Markup
    ) {
        switch renderer {
        case .single:
            markup.element("renderer-v2", ["type": "singleSymbol", "symbollevels": "0"]) { writeSymbols(rules, &$0) }
        case .categorised(let column, let categories, let rest):
            markup.element(
                "renderer-v2", ["type": "categorizedSymbol", "attr": column, "symbollevels": "0"]
            ) { markup in
                markup.element("categories") { markup in
                    let values = categories.map { ($0.value, $0.label) } + (rest.map { [("", $0.label)] } ?? [])
                    for (index, (value, label)) in values.enumerated() {
                        markup.element(
                            "category",
                            [
                                "value": value, "type": "string", "symbol": "\(index)", "label": label,
                                "render": "true",
                            ])
                    }
                }
                writeSymbols(rules, &markup)
            }
        case .graduated: writeRules(rules, to: &markup)
        }
    }

    private static func writeRules(_ rules: [StyleRule], to markup: inout Markup) {
        markup.element("renderer-v2", ["type": "RuleRenderer", "symbollevels": "0"]) { markup in
            markup.element("rules", ["key": "{rules}"]) { markup in
                for (index, rule) in rules.enumerated() {
                    markup.element(
                        "rule",
                        [
                            "key": "{rule-\(index)}", "symbol": "\(index)", "label": rule.label,
                            "filter": rule.condition.expression ?? "",
                        ])
                }
            }
            writeSymbols(rules, &markup)
        }
    }

    private static func writeSymbols(_ rules: [StyleRule], _ markup: inout Markup) {
        markup.element("symbols") { markup in
            for (index, rule) in rules.enumerated() { writeSymbol(rule.symbol, index, to: &markup) }
        }
    }

    private static func writeSymbol(_ symbol: LayerStyle.Symbol, _ index: Int, to markup: inout Markup) {
        markup.element(
            "symbol",
            ["type": symbol.type, "name": "\(index)", "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"]
        ) { markup in
            for (name, properties) in symbol.layers {
                markup.element("layer", ["class": name, "enabled": "1", "pass": "0", "locked": "0"]) { markup in
                    // QGIS from 3.18 on reads the first form, older versions the second.
                    markup.element("Option", ["type": "Map"]) { markup in
                        for (key, value) in properties {
                            markup.element("Option", ["name": key, "type": "QString", "value": value])
                        }
                    }
                    for (key, value) in properties { markup.element("prop", ["k": key, "v": value]) }
                }
            }
        }
    }

    private static func writeLabels(_ column: String, to markup: inout Markup) {
        markup.element("labeling", ["type": "simple"]) { markup in
            markup.element("settings", ["calloutType": "simple"]) { markup in
                markup.element(
                    "text-style", ["fieldName": column, "isExpression": "0", "fontSize": "9", "textColor": "0,0,0,255"]
                ) { markup in
                    markup.element(
                        "text-buffer",
                        [
                            "bufferDraw": "1", "bufferSize": "0.8", "bufferColor": "255,255,255,255",
                            "bufferSizeUnits": "MM",
                        ])
                }
            }
        }
    }
}

extension LayerStyle.Colour {
    /// The parts as QGIS writes them.
    fileprivate var parts: String { "\(red),\(green),\(blue),\(alpha)" }
}

extension LayerStyle.Symbol {
    fileprivate var type: String {
        switch self {
        case .fill, .hatch: "fill"
        case .line: "line"
        case .marker: "marker"
        }
    }

    /// The classes of QGIS's symbol layers with their properties, the lowest first.
    fileprivate var layers: [(String, KeyValuePairs<String, String>)] {
        switch self {
        case .fill(let colour, let outline, let width):
            [("SimpleFill", LayerStyle.Symbol.fillProperties(colour, "solid", outline, width))]
        case .hatch(let colour, let outline, let width):
            [("SimpleFill", LayerStyle.Symbol.fillProperties(colour, "b_diagonal", outline, width))]
        case .line(let colour, let width):
            [
                (
                    "SimpleLine",
                    [
                        "line_color": colour.parts, "line_style": "solid", "line_width": NumberText.plain(width),
                        "line_width_unit": "MM", "capstyle": "round", "joinstyle": "round",
                    ]
                )
            ]
        case .marker(let marker, let colour, let outline, let size):
            [
                (
                    "SimpleMarker",
                    [
                        "name": marker.rawValue, "color": colour.parts, "outline_color": outline.parts,
                        "outline_style": "solid", "outline_width": "0.2", "outline_width_unit": "MM",
                        "size": NumberText.plain(size), "size_unit": "MM",
                    ]
                )
            ]
        }
    }

    private static func fillProperties(
        _ colour: LayerStyle.Colour, _ style: String, _ outline: LayerStyle.Colour, _ width: Double
    ) -> KeyValuePairs<String, String> {
        [
            "color": colour.parts, "style": style, "outline_color": outline.parts, "outline_style": "solid",
            "outline_width": NumberText.plain(width), "outline_width_unit": "MM", "joinstyle": "bevel",
        ]
    }
}
