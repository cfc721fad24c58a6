/// The style sheet of the page for the council. It is measured for one sheet of A4 with 9 mm of margin; texts from the data
/// are cut to lengths that fit, see ``CouncilLength``.
enum CouncilStyle {
    static let screen = """

        :root { color-scheme: light; --accent: \(Palette.accent.hex); }
        * { box-sizing: border-box; }
        body { margin: 0; background: \(Palette.paper.hex); color: \(Palette.ink.hex); \
        font: 10.7px/1.28 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; \
        overflow-wrap: anywhere; }
        .sheet { width: 100%; max-width: 190mm; margin: 6mm auto; padding: 0 2mm; }
        h1, h2, blockquote { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; }
        h1 { font-size: 22px; line-height: 1.15; font-weight: 600; margin: 0; }
        h2 { font-size: 13.5px; line-height: 1.2; font-weight: 600; margin: 0 0 3px; padding-top: 3px; \
        border-top: 2px solid; border-top-color: var(--accent); }
        h2 + *, p, ul, ol, dl { margin: 0; }
        p, ul, ol, dl { margin: 0 0 3px; }
        ul, ol { padding-left: 15px; }
        a { color: var(--accent); }
        section { margin: 0 0 7px; }
        blockquote { margin: 0; font-size: 12px; }
        .edition { float: right; margin: 0 0 4px 12px; padding: 1px 8px; color: \(Palette.quiet.hex); \
        border: 1px solid \(Palette.quiet.hex); border-radius: 9px; }
        .edition.internal { color: \(Palette.noticeText.hex); background: \(Palette.noticeGround.hex); \
        border-color: \(Palette.noticeEdge.hex); font-weight: 600; }
        header .logo { float: left; max-width: 104px; max-height: 38px; margin: 0 12px 4px 0; }
        .subtitle { color: \(Palette.quiet.hex); margin: 0 0 7px; }
        .note, .word { color: \(Palette.quiet.hex); }
        .word { font-style: italic; }
        .columns { display: table; table-layout: fixed; width: 100%; border-spacing: 0; }
        .column { display: table-cell; width: 50%; vertical-align: top; }
        .column:first-child { padding-right: 7px; }
        .column:last-child { padding-left: 7px; }
        .columns + *, .columns { margin-top: 0; margin-bottom: 7px; }
        .map-sheet { display: block; width: 100%; height: auto; max-height: 66mm; \
        font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif; }
        .legend { list-style: none; padding: 0; }
        .legend li { display: inline-block; margin-right: 10px; }
        .swatch { width: 13px; height: 13px; vertical-align: -2px; margin-right: 3px; }
        .figures > div { border-bottom: 1px solid \(Palette.hairline.hex); padding: 0 0 4px; margin: 0 0 4px; }
        .figures dt { font-weight: 600; }
        .figures dd { margin: 0; }
        .figures .value { font: 600 14px/1.2 Charter, "Bitstream Charter", Cambria, Georgia, serif; }
        .reflection li, .ends li { margin-bottom: 2px; }
        .proposal .rule { border-bottom: 1px solid \(Palette.quiet.hex); min-height: 19px; margin: 0 0 3px; \
        color: \(Palette.quiet.hex); }
        footer { color: \(Palette.quiet.hex); font-size: 9.5px; }
        @media screen and (min-width: 60rem) {
        body { font-size: 15px; }
        .sheet { max-width: 266mm; }
        h1 { font-size: 31px; }
        h2 { font-size: 19px; }
        blockquote { font-size: 17px; }
        .figures .value { font-size: 20px; }
        .map-sheet { max-height: 92mm; }
        footer { font-size: 13px; }
        }
        @media (max-width: 40rem) {
        .edition { float: none; display: inline-block; margin: 0 0 8px; }
        .figures .value { font-size: 20px; }
        .map-sheet { max-height: none; }
        footer { font-size: 13px; }
        .columns, .column { display: block; width: auto; padding: 0; }
        .column:first-child, .column:last-child { padding: 0; }
        body { font-size: 15px; }
        blockquote { font-size: 16px; }
        h2 { font-size: 18px; }
        .sheet { padding: 0 4mm; }
        }

        """

    static let print = """

        @page { size: A4; margin: 9mm; }
        body { line-height: 1.23; }
        .sheet { max-width: none; margin: 0; padding: 0; }
        .columns { display: table; }
        .column { display: table-cell; width: 50%; }
        a { color: inherit; text-decoration: none; }
        .map-sheet, .swatch, .edition { print-color-adjust: exact; -webkit-print-color-adjust: exact; }

        """
}
