import Testing

@testable import Reports

@Suite struct LogoTests {
    static let svg = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>"#

    /// A header of so many pixels, nothing in between, the end.
    static func png(width: UInt8 = 1, high: UInt8 = 0) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, high, width, 0, 0, 0, 1, 8, 2, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0] + Array("IEND".utf8)
            + [0xAE, 0x42, 0x60, 0x82]
    }

    private func flaw(_ bytes: [UInt8]) -> Logo.Flaw? {
        do throws(Logo.Flaw) {
            _ = try Logo(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func flaw(_ content: String) -> Logo.Flaw? {
        flaw(Array(#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x">\#(content)</svg>"#.utf8))
    }

    @Test func theBytesThemselvesStandInTheAddress() throws {
        let logo = try Logo(Array(LogoTests.svg.utf8))
        #expect(logo.kind == .svg && logo.address.hasPrefix("data:image/svg+xml;base64,PHN2ZyB4bWxucz0i"))
        let image = try Logo(LogoTests.png())
        #expect(image.kind == .png && image.address.hasPrefix("data:image/png;base64,iVBORw0KGgo"))
    }

    @Test(arguments: [
        "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- Wappen > oben -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\">\n",
        "\n\t ", "<!-- <svg> -->",
    ]) func whatStandsBeforeTheImageMay(_ before: String) {
        #expect(flaw(Array((before + LogoTests.svg).utf8)) == nil)
    }

    @Test(arguments: [
        "", " ", "GIF89a", "<html></html>", "<svgx xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg/>", "<!--", "<",
        "PK\u{3}\u{4}",
    ])
    func otherFilesAreNone(_ text: String) {
        #expect(flaw(Array(text.utf8)) == .notAnImage)
    }

    @Test(arguments: [
        ##"<use xlink:href="#a"/>"##, ##"<use href = '#a'/>"##, ##"<path fill="url(#a)"/>"##,
        ##"<path style="fill:url( &quot;#a&quot; )"/>"##, #"<image href="data:image/png;base64,AAAA"/>"#,
        "<text>Kurl (x) und href</text>", "<style>.a { fill: red }</style>",
        // Dead in an image: neither browsers nor programs that print run it.
        "<script>alert(1)</script>", #"<path onload="alert(1)"/>"#,
    ]) func whatStaysInsideMay(_ content: String) { #expect(flaw(content) == nil) }

    @Test(arguments: [
        #"<image href="file:///etc/passwd"/>"#, #"<image xlink:href='http://x/y.png'/>"#, #"<image HREF="y.png"/>"#,
        #"<image q:href="//x"/>"#, #"<image href="&#102;ile:///etc/passwd"/>"#, "<image href=\"\n file:///x\"/>",
        #"<image href="data:image/svg+xml;base64,AAAA"/>"#, #"<a href="javascript:alert(1)"/>"#, #"<use href=#a />"#,
        #"<path fill="url(http://x/y#z)"/>"#, #"<path style="fill:URL( 'y.svg#z' )"/>"#,
        #"<style>.a { fill: u\72l(http://x) }</style>"#, #"<image href=""/>"#,
    ]) func whatReachesOutMayNot(_ content: String) { #expect(flaw(content) == .svgReference) }

    @Test func entitiesAndSheetsMayNot() {
        #expect(flaw("<style>@import 'x';</style>") == .svgEntities)
        #expect(
            flaw(Array((#"<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>"# + LogoTests.svg).utf8))
                == .svgEntities)
        #expect(flaw(Array((#"<?xml-stylesheet href="x"?>"# + LogoTests.svg).utf8)) == .svgEntities)
    }

    @Test func sizesHaveAnEnd() {
        let open = #"<svg xmlns="http://www.w3.org/2000/svg"><!--"#
        let most = Logo.mostBytes - open.utf8.count - 9
        #expect(flaw(Array((open + String(repeating: "x", count: most) + "--></svg>").utf8)) == nil)
        #expect(flaw(Array((open + String(repeating: "x", count: most) + "--></svg> ").utf8)) == .tooLarge)
        #expect(flaw(LogoTests.png(width: 0xA0, high: 0x0F)) == nil)
        #expect(flaw(LogoTests.png(width: 0xA1, high: 0x0F)) == .pngSize)
        #expect(flaw(LogoTests.png(width: 0)) == .pngDamaged)
        #expect(flaw(Array(LogoTests.png().dropLast())) == .pngDamaged)
        #expect(flaw(Array(LogoTests.png().prefix(8))) == .pngDamaged)
        #expect(flaw([0x3C, 0xFF]) == .svgText && flaw(Array((LogoTests.svg + "\0").utf8)) == .svgText)
    }

    /// The examples of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]) func base64(_ text: String, _ signs: String) {
        #expect(Base64.text(Array(text.utf8)) == signs)
    }

    @Test func allSignsOfBase64() {
        #expect(Base64.text([0xFB, 0xFF, 0xFE]) == "+//+")
        #expect(Base64.text([0x00, 0x10, 0x83, 0x10, 0x51, 0x87]) == "ABCDEFGH")
    }
}
