/// The head that all pages have.
enum PageHead {
    /// - Parameters:
    ///   - title: the title in the browser.
    ///   - style: the style sheet, a constant of the program.
    ///   - print: the style sheet of printed pages, a constant of the program, too; empty where there is none.
    ///   - look: what of the looks is the town's own.
    static func node(title: String, style: String, print: String = "", look: Look = Look()) -> HTMLNode {
        // A logo is made of the bytes in its address.
        let images = look.logo == nil ? "" : "img-src data:; "
        return Tag.head {
            Tag.meta(.charset("utf-8"))
            Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            // No script, no request to anywhere; the one style element is part of the page.
            Tag.meta(
                .httpEquiv("Content-Security-Policy"),
                .content("default-src 'none'; \(images)style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
            Tag.meta(.name("referrer"), .content("no-referrer"))
            Tag.title { title }
            HTMLNode.element(.style, [], [.styleSheet(style + look.style)])
            if !print.isEmpty { HTMLNode.element(.style, [.forPrint], [.styleSheet(print)]) }
        }
    }
}
