import Testing

@testable import Reports

@Suite struct MarkupTests {
    private func text(@HTMLBuilder _ nodes: () -> [HTMLNode]) -> String { HTMLWriter.fragment(nodes()) }

    @Test func elementsNestAndClose() {
        let nested = text {
            Tag.p {
                "a"
                Tag.strong { "b" }
                "c"
            }
        }
        #expect(nested == "<p>a<strong>b</strong>c</p>")
        #expect(text { Tag.span() } == "<span></span>")
    }

    @Test func voidElementsHaveNoEnd() {
        let broken = text {
            Tag.span {
                "a"
                Tag.wbr()
                "b"
            }
        }
        #expect(broken == "<span>a<wbr>b</span>")
        for tag in Tag.allCases {
            let written = text { tag() }
            #expect(written.contains("</") != tag.isVoid, "\(tag)")
        }
    }

    @Test func blocksBeginOnTheirOwnLine() {
        let blocks = text {
            Tag.div {
                Tag.p { "a" }
                Tag.p { "b" }
            }
        }
        #expect(blocks == "<div>\n<p>a</p>\n<p>b</p></div>")
        let inline = text { Tag.bdi { Tag.data(.value("1")) { "1" } } }
        #expect(inline == "<bdi><data value=\"1\">1</data></bdi>")
    }

    @Test func nothingThatLoadsOrRunsIsAnElement() {
        let forbidden = [
            "script", "iframe", "object", "embed", "link", "base", "form", "input", "button", "video", "audio",
            "source", "use", "image", "foreignObject", "animate", "set", "template",
        ]
        for name in forbidden { #expect(Tag(rawValue: name) == nil, "\(name)") }
    }

    /// An image has no address but that of a logo, which is the image itself.
    @Test func imagesHoldTheirOwnBytes() throws {
        let logo = try Logo(Array(LogoTests.svg.utf8))
        let written = text { Tag.img(.src(logo), .alt("a\"b")) }
        #expect(written.hasPrefix("<img src=\"data:image/svg+xml;base64,") && written.hasSuffix(" alt=\"a&quot;b\">"))
    }

    @Test func statementsBecomeNodes() {
        func list(_ count: Int, _ isLong: Bool) -> String {
            text {
                for number in 0..<count { Tag.span { "\(number)" } }
                if isLong { "long" } else { "short" }
                if count > 2 { "!" }
            }
        }
        #expect(list(0, true) == "long")
        #expect(list(1, false) == "<span>0</span>short")
        #expect(list(3, true) == "<span>0</span><span>1</span><span>2</span>long!")
    }

    @Test func documentsBeginWithTheirType() {
        #expect(HTMLWriter.document(Tag.html { "ü" }) == "<!DOCTYPE html>\n<html>ü</html>\n")
    }

    @Test func theStyleSheetIsNotEscapedAndHasNoWayOut() {
        #expect(text { HTMLNode.element(.style, [], [.styleSheet("a > b { }")]) }.hasSuffix("<style>a > b { }</style>"))
        #expect(!StyleSheet.text.contains("</"))
    }

    static let attributes: [(HTMLAttribute, String)] = [
        (.id("a"), "id=\"a\""), (.class("a b"), "class=\"a b\""), (.lang("de"), "lang=\"de\""),
        (.href(.part("x")), "href=\"#x\""), (.href(.town), "href=\"index.html\""),
        (.href(.quarter(4)), "href=\"quarter-05.html\""), (.rel("noopener"), "rel=\"noopener\""),
        (.title("\"<&"), "title=\"&quot;&lt;&amp;\""), (.value("1.5"), "value=\"1.5\""),
        (.datetime("2024-11-30"), "datetime=\"2024-11-30\""), (.scope(.column), "scope=\"col\""),
        (.scope(.row), "scope=\"row\""), (.tabIndex(-1), "tabindex=\"-1\""), (.role("img"), "role=\"img\""),
        (.labelledBy("a"), "aria-labelledby=\"a\""), (.describedBy("a"), "aria-describedby=\"a\""),
        (.label("a"), "aria-label=\"a\""), (.currentPage, "aria-current=\"page\""),
        (.ariaHidden, "aria-hidden=\"true\""), (.viewBox(width: 720, height: 400.25), "viewBox=\"0 0 720 400.3\""),
        (.centredViewBox(radius: 12), "viewBox=\"-12 -12 24 24\""), (.x(1.26), "x=\"1.3\""), (.y(-0.01), "y=\"0\""),
        (.r(.nan), "r=\"0\""), (.width(1e300), "width=\"0\""), (.cornerRadius(2), "rx=\"2\""),
        (.points([PixelPoint(x: 0, y: 1), PixelPoint(x: 2.5, y: -3)]), "points=\"0,1 2.5,-3\""),
        (.fill(Palette.ink), "fill=\"#1c2a33\""), (.fill(patternID: "p"), "fill=\"url(#p)\""),
        (.noFill, "fill=\"none\""), (.evenOdd, "fill-rule=\"evenodd\""), (.strokeWidth(1.2), "stroke-width=\"1.2\""),
        (.anchor("end"), "text-anchor=\"end\""), (.clip("c"), "clip-path=\"url(#c)\""),
        (.patternTurn(degrees: -45), "patternTransform=\"rotate(-45)\""),
    ]

    @Test(arguments: attributes.indices) func attributesAreQuoted(_ index: Int) {
        let (attribute, written) = Self.attributes[index]
        #expect(text { HTMLNode.element(.span, [attribute], []) } == "<span \(written)></span>")
    }

    @Test func everyAsciiSignIsSafeInTextAndAttribute() {
        for code in UInt8(0)..<128 {
            let raw = "a" + String(UnicodeScalar(code)) + "b"
            for written in [text { raw }, text { Tag.span(.title(raw)) }.dropFirst(13).dropLast(9).description] {
                #expect(!written.contains("<") && !written.contains(">") && !written.contains("\""))
                let isControl = code < 0x20 && code != 0x09 && code != 0x0A || code == 0x7F
                #expect((written == "ab") == isControl, "\(code)")
            }
        }
    }

    @Test(arguments: [
        "<p>a</p>", "<!DOCTYPE html><p>a", "<!DOCTYPE html><p>a</b></p>", "<!DOCTYPE html><p>a</p>b",
        "<!DOCTYPE html><p a=b></p>", "<!DOCTYPE html><p a=\"1\" a=\"2\"></p>", "<!DOCTYPE html><p>a > b</p>",
        "<!DOCTYPE html><p>a & b</p>", "<!DOCTYPE html><p a=\"<\"></p>", "<!DOCTYPE html><p a=\"&x\"></p>",
        "<!DOCTYPE html><></>",
    ]) func theReaderOfTheseTestsIsStrict(_ page: String) {
        #expect(throws: MarkupReader.Fault.self) { try MarkupReader.read(page) }
    }

    @Test func theReaderSeesTextsAndElementsInOrder() throws {
        let root = try MarkupReader.read("<!DOCTYPE html><p class=\"x\">a<b>b<i>c</i></b>d</p>")
        #expect(root.wholeText == "abcd" && root.text == "ad")
        #expect(root.all.map(\.name) == ["p", "b", "i"])
        #expect(root.attributes == ["class": "x"])
    }
}

@Suite struct DataTextTests {
    @Test(arguments: [
        ("", ""), ("a", "a"), ("  a  ", "a"), ("a\r\n\tb", "a b"), ("a\u{2028}b\u{2029}c", "a b c"),
        ("\u{FEFF}a", "a"), ("a\u{202D}b", "ab"), ("a\u{2067}b\u{2069}", "ab"), ("a\u{1F}b", "ab"),
        ("Łódź", "Łódź"), ("مركز", "مركز"), ("\u{1F469}\u{200D}\u{1F467}", "\u{1F469}\u{200D}\u{1F467}"),
    ]) func cleaned(_ raw: String, _ clean: String) {
        #expect(DataText(raw).whole.unicodeScalars.elementsEqual(clean.unicodeScalars))
        #expect(DataText(raw).isEmpty == clean.isEmpty)
        #expect(DataText(DataText(raw).whole).whole == DataText(raw).whole)
    }

    @Test(arguments: 1...12) func shortenedIsNeverLongerThanAsked(_ length: Int) {
        let texts = ["Quartier am Hafen", "e\u{301}e\u{301}e\u{301}e\u{301}", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "a", ""]
        for raw in texts {
            let short = DataText(raw).shortened(to: length)
            #expect(short.unicodeScalars.count <= max(length, 1))
            #expect(short == raw || short.hasSuffix("…"))
        }
    }

    @Test func longWordsMayBreak() {
        let node = HTMLWriter.fragment([DataText(String(repeating: "x", count: 60)).node()])
        #expect(node.split(separator: "<wbr>").map { $0.count { $0 == "x" } } == [24, 24, 12])
        let words = HTMLWriter.fragment([DataText(String(repeating: "Wort ", count: 20)).node()])
        #expect(!words.contains("<wbr>"))
    }

    @Test func whatIsCutStandsInTheToolTip() {
        let raw = String(repeating: "ab ", count: 100)
        let node = HTMLWriter.fragment([DataText(raw).node(length: 20)])
        #expect(node.hasPrefix("<bdi title=\"ab ab ") && node.contains("…</bdi>"))
    }
}
