import Features
import Foundation
import FoundationXML
import GRDB
import GeoPackage
import TestSupport
import Testing

@Suite struct StyleTests {
    private static let grey = LayerStyle.Colour(red: 200, green: 200, blue: 200)
    private static let blue = LayerStyle.Colour(red: 0, green: 114, blue: 178, alpha: 128)

    private static let classes = [
        LayerStyle.NumberClass(
            from: 0, to: 0.25, label: "0–25 % <b>", symbol: .fill(blue, outline: grey, width: 0.26)),
        LayerStyle.NumberClass(
            from: 0.25, to: 1, label: "\"mehr\" & mehr", symbol: .fill(grey, outline: blue, width: 1)),
    ]
    private static let rest = LayerStyle.Rest(
        label: "nicht erfasst", symbol: .hatch(grey, outline: grey, width: 0.2))

    /// Writes one layer with a style and reads the style as QGIS asks for it.
    private func documents(_ style: LayerStyle) throws -> (qml: [Element], sld: [Element]) {
        let scratch = try Scratch()
        let path = scratch.path("a.gpkg")
        try GeoPackageWriter.write(
            [GeoPackageLayer(try Samples.quarters(), in: try Samples.utm(), style: style)], to: path)
        let row = try DatabaseQueue(path: path).read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT styleQML, styleSLD, styleName FROM layer_styles WHERE f_table_schema = ''
                      AND f_table_name = 'Quartiere "neu"' AND f_geometry_column = 'geom' AND useAsDefault = 1
                    """)
        }
        let found = try #require(row)
        #expect(found[2] == style.name)
        return (try Element.parse(found[0]), try Element.parse(found[1]))
    }

    @Test func classesWithARestAreRules() throws {
        let style = LayerStyle(
            name: "Anteil", renderer: .graduated(column: "the \"share\"", StyleTests.classes, rest: StyleTests.rest))
        let (qml, sld) = try documents(style)
        #expect(qml.first { $0.name == "renderer-v2" }?.attributes["type"] == "RuleRenderer")
        let rules = qml.filter { $0.name == "rule" }
        #expect(rules.map { $0.attributes["label"] } == ["0–25 % <b>", "\"mehr\" & mehr", "nicht erfasst"])
        #expect(
            rules.map { $0.attributes["filter"] } == [
                #""the ""share""" >= 0 AND "the ""share""" < 0.25"#,
                #""the ""share""" >= 0.25 AND "the ""share""" <= 1"#, "ELSE",
            ])
        let symbols = qml.filter { $0.name == "symbol" }
        #expect(symbols.map { $0.attributes["name"] } == rules.map { $0.attributes["symbol"] })
        #expect(qml.first { $0.attributes["name"] == "color" }?.attributes["value"] == "0,114,178,128")
        #expect(qml.last { $0.attributes["name"] == "style" }?.attributes["value"] == "b_diagonal")
        #expect(sld.filter { $0.name == "ElseFilter" }.count == 1)
        #expect(sld.filter { $0.name == "ogc:PropertyIsLessThan" }.count == 1)
        #expect(sld.contains { $0.name == "CssParameter" && $0.text == "#0072b2" })
        #expect(sld.contains { $0.name == "CssParameter" && $0.text == "0.502" })
    }

    /// A graduated renderer of QGIS 3.22 puts a value on the border of two classes into the lower one; rules do not.
    @Test func aBorderBelongsToTheUpperClass() throws {
        let style = LayerStyle(
            name: "Anteil", renderer: .graduated(column: "share", StyleTests.classes, rest: nil), labelColumn: "name")
        let qml = try documents(style).qml
        #expect(qml.first { $0.name == "renderer-v2" }?.attributes["type"] == "RuleRenderer")
        #expect(
            qml.filter { $0.name == "rule" }.map { $0.attributes["filter"] } == [
                #""share" >= 0 AND "share" < 0.25"#, #""share" >= 0.25 AND "share" <= 1"#,
            ])
        #expect(qml.first { $0.name == "text-style" }?.attributes["fieldName"] == "name")
    }

    @Test func categoriesHaveMarks() throws {
        let marks = zip(["a", "it's"], LayerStyle.Marker.allCases).map { value, marker in
            LayerStyle.Category(
                value, label: value, symbol: .marker(marker, StyleTests.blue, outline: StyleTests.grey, size: 2.8))
        }
        let rest = LayerStyle.Rest(label: "other", symbol: .line(StyleTests.grey, width: 0.5))
        let (qml, sld) = try documents(
            LayerStyle(name: "Orte", renderer: .categorised(column: "kind", marks, rest: rest)))
        #expect(qml.filter { $0.name == "category" }.map { $0.attributes["value"] } == ["a", "it's", ""])
        #expect(
            qml.filter { $0.name == "layer" }.map { $0.attributes["class"] } == [
                "SimpleMarker", "SimpleMarker", "SimpleLine",
            ])
        #expect(sld.filter { $0.name == "ogc:Literal" }.map(\.text) == ["a", "it's"])
        #expect(sld.first { $0.name == "Size" }?.text == "10")
    }

    @Test func oneSymbolForAll() throws {
        let symbol = LayerStyle.Symbol.line(StyleTests.blue, width: 1)
        let (qml, sld) = try documents(LayerStyle(name: "Wege", renderer: .single(symbol)))
        #expect(qml.first { $0.name == "renderer-v2" }?.attributes["type"] == "singleSymbol")
        #expect(sld.filter { $0.name == "Rule" }.count == 1)
    }

    @Test func coloursOfStylesheets() {
        #expect(LayerStyle.Colour(hexadecimal: "#0072B2") == LayerStyle.Colour(red: 0, green: 114, blue: 178))
        for text in ["0072B2", "#0072B", "#0072BG", "#+072B2", "", "#００７２Ｂ２"] {
            #expect(LayerStyle.Colour(hexadecimal: text) == nil, "\(text)")
        }
    }

    @Test func withoutStylesThereIsNoTable() throws {
        let bytes = try GeoPackageWriter.bytes([GeoPackageLayer(try Samples.quarters(), in: try Samples.utm())])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("CREATE TABLE \"layer_styles\""))
    }
}

/// An element of an XML document.
private struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""

    /// All elements in the order in which they begin; fails where the document is not well-formed.
    static func parse(_ document: String) throws -> [Element] {
        let collector = Collector()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = collector
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return collector.elements
    }

    private final class Collector: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }
    }
}
