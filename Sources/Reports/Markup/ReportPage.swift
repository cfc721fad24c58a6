internal import Disclosure
internal import Town
internal import Wording

/// What a page has beyond, or instead of, what all pages of a report have.
struct PageKind {
    /// The class of the body; nil for none.
    var name: String?
    /// What follows the reports' style sheet.
    var style = ""
    /// The style sheet of paper.
    var print = PrintStyle.text

    /// A page of the report.
    static let report = PageKind()
    /// Two sheets to work with in a conversation.
    static let guide = PageKind(name: "guide", style: GuideStyle.screen, print: GuideStyle.print)
}

extension ReportContext {
    /// A page of the report with its title, sections and the way around.
    func document(
        title: DataText, subtitle: [HTMLNode], navigation: [HTMLNode], sections: [HTMLNode]
    ) -> HTMLNode {
        let town = DataText(study.townName).shortened()
        return page(
            .report, title: title.shortened(to: 80) + " – " + town,
            heading: [
                Tag.h1 { title.node(length: 160) }, Tag.p(.class("subtitle")) { subtitle },
            ], navigation: navigation, content: sections,
            footer: [
                Tag.p {
                    words.rich("footer", ["version": DataText(input.provenance.toolVersion).node(length: 60)])
                }
            ] + (input.edition == .internal ? [Tag.p { words("footer.internal") }] : []))
    }

    /// The frame of a page: its head, the town's logo, for whom it is, the way around.
    ///
    /// - Parameter title: the title in the browser.
    func page(
        _ kind: PageKind, title: String, heading: [HTMLNode], navigation: [HTMLNode], content: [HTMLNode],
        footer: [HTMLNode]
    ) -> HTMLNode {
        Tag.html(.lang(language.rawValue)) {
            PageHead.node(title: title, style: StyleSheet.text + kind.style, print: kind.print, look: input.look)
            HTMLNode.element(
                .body, kind.name.map { [.class($0)] } ?? [],
                [
                    Tag.a(.class("skip"), .href(.part("content"))) { words("nav.skip") },
                    Tag.header(.class("page-header")) {
                        logo
                        editionMark
                        heading
                    },
                    Tag.div(.class("navigation")) { navigation },
                    Tag.main(.id("content"), .tabIndex(-1)) { content },
                    Tag.footer { footer },
                ])
        }
    }

    /// For whom the page is.
    private var editionMark: HTMLNode {
        Tag.p(.class(input.edition == .internal ? "edition internal" : "edition")) {
            words(input.edition == .internal ? "edition.internal" : "edition.public")
        }
    }

    /// The town's logo; nothing where it gave none.
    var logo: [HTMLNode] {
        input.look.logo.map {
            [
                Tag.img(
                    .class("logo"), .src($0), .alt(words("look.logo", ["town": DataText(study.townName).shortened()])))
            ]
        } ?? []
    }
}
