/// What holds for paper only.
public enum PrintStyle {
    /// The sheet and the number on each page; part of every page of the report. Checkers of HTML know these words.
    static let text = """

        @page { size: A4; margin: 22mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); \
        color: \(Palette.quiet.hex); font: 8.5pt sans-serif; } }

        """

    /// The running header (title and edition), in words of CSS that browsers and checkers do not know: given to the
    /// program that makes PDF files, beside the page.
    public static let running = """
        h1 { string-set: title content(); }
        .edition { string-set: edition content(); }
        h1, h2, h3 { bookmark-state: open; }
        @page { @top-left { content: string(title); color: \(Palette.quiet.hex); font: 8.5pt sans-serif; } \
        @top-right { content: string(edition); color: \(Palette.quiet.hex); font: 8.5pt sans-serif; } }
        @page :first { @top-left { content: none; } @top-right { content: none; } }

        """
}
