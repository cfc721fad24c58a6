internal import Formats

/// The head that all pages have.
enum PageHead {
    /// - Parameters:
    ///   - title: the title in the browser.
    ///   - style: the style sheet, a constant of the program.
    ///   - print: the style sheet of printed pages, a constant of the program, too; empty where there is none.
    ///   - look: what of the looks is the town's own.
    static func node(title: String, style: String, print: String = "", look: Look = Look()) -> HTMLNode {
        var sheets: [(text: String, attributes: [HTMLAttribute])] = [(style + look.style, [])]
        if !print.isEmpty { sheets.append((print, [.forPrint])) }
        // A logo is made of the bytes in its address.
        let sources = sheets.map { "'sha256-\(Base64.text(Checksum.digest(Array($0.text.utf8))))'" }.joined(
            separator: " ")
        let images = look.logo == nil ? "" : "img-src data:; "
        return Tag.head {
            Tag.meta(.charset("utf-8"))
            Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            // No script, no request to anywhere, and no style but that of this head: none can be brought in by data.
            Tag.meta(
                .httpEquiv("Content-Security-Policy"),
                .content("default-src 'none'; \(images)style-src \(sources); base-uri 'none'; form-action 'none'"))
            Tag.meta(.name("referrer"), .content("no-referrer"))
            Tag.title { title }
            sheets.map { HTMLNode.element(.style, $0.attributes, [.styleSheet($0.text)]) }
        }
    }
}
