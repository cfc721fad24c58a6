/// The one style sheet of all pages. It stands in the page itself: a report is a file that can be mailed. Variables
/// stand alone, never within `border` or `font`: what makes PDF files passes over such lines.
enum StyleSheet {
    static let text = """

        :root { color-scheme: light; --ink: \(Palette.ink.hex); --quiet: \(Palette.quiet.hex); \
        --accent: \(Palette.accent.hex); --panel: \(Palette.panel.hex); --line: \(Palette.hairline.hex); \
        --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; \
        --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
        * { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: \(Palette.paper.hex); color: var(--ink); font: 1rem/1.55 sans-serif; \
        font-family: var(--sans); overflow-wrap: break-word; }
        h1, h2, h3, .lead, blockquote { font-family: var(--serif); }
        h1, h2, h3 { line-height: 1.2; text-wrap: balance; break-after: avoid; overflow-wrap: anywhere; }
        h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.9rem); font-weight: 600; margin: 0 0 .3rem; \
        letter-spacing: -.01em; }
        h2 { font-size: 1.6rem; font-weight: 600; margin: 0 0 1rem; }
        h3 { font-size: 1.2rem; font-weight: 600; margin: 2rem 0 .6rem; }
        p, ul, ol, dl { margin: 0 0 1rem; max-width: 44rem; }
        a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
        a:hover { text-decoration-thickness: .12em; }
        :focus-visible { outline: .2rem solid; outline-color: var(--accent); outline-offset: .15rem; }
        main:focus { outline: none; }
        .skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: \(Palette.paper.hex); }
        .skip:focus { top: 1rem; z-index: 1; }
        .page-header, .navigation, main, footer { width: 100%; max-width: 72rem; margin: 0 auto; \
        padding-left: 1.25rem; padding-right: 1.25rem; }
        .page-header { padding-top: 2.5rem; padding-bottom: 1.5rem; }
        .subtitle { color: var(--quiet); font-size: 1.1rem; margin: 0; }
        .edition { display: inline-block; margin: 0 0 1.5rem; padding: .2rem .7rem; font-size: .85rem; \
        color: var(--quiet); border: .06rem solid; border-radius: 1rem; }
        .edition.internal { color: \(Palette.noticeText.hex); background: \(Palette.noticeGround.hex); \
        border: .12rem solid \(Palette.noticeEdge.hex); font-weight: 600; }
        .navigation { display: grid; gap: 1rem 2.5rem; font-size: .95rem; }
        .navigation nav { border-top: .18rem solid; border-top-color: var(--accent); padding-top: .7rem; }
        .navigation ul { list-style: none; margin: 0; padding: 0; max-width: none; columns: 15rem auto; \
        column-gap: 2rem; }
        .navigation li { break-inside: avoid; padding: .16rem 0; }
        .navigation a { display: inline-block; padding: .12rem 0; text-decoration: none; }
        .navigation a:hover, .navigation a:focus-visible { text-decoration: underline; }
        .navigation a[aria-current] { color: var(--ink); font-weight: 600; }
        .nav-title { margin: 0 0 .3rem; font-size: .85rem; font-weight: 600; color: var(--quiet); }
        .ordinal { color: var(--quiet); font-variant-numeric: tabular-nums; }
        section { margin: 3.5rem 0 0; scroll-margin-top: 1rem; }
        .lead { font-size: 1.25rem; line-height: 1.5; }
        blockquote { margin: 0 0 1rem; padding: .2rem 0 .2rem 1.4rem; border-left: .25rem solid; \
        border-left-color: var(--accent); font-size: 1.2rem; max-width: 44rem; }
        blockquote p { margin: .4rem 0; }
        .note, .word, .range, caption { color: var(--quiet); }
        .note { font-size: .9rem; }
        .block { display: block; }
        .word { font-style: italic; font-size: .92em; }
        .range { font-size: .9em; }
        .goals li, .questions li { margin-bottom: .7rem; }
        .questions { font-family: var(--serif); font-size: 1.15rem; padding-left: 1.5rem; }
        .reflection li { margin-bottom: 1.4rem; max-width: 44rem; }
        .reflection p { margin-bottom: .3rem; }
        .question { font-family: var(--serif); font-size: 1.15rem; }
        .key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1rem; \
        max-width: none; margin: 1.8rem 0 2.2rem; }
        .key-figures > div { background: var(--panel); border-top: .18rem solid; border-top-color: var(--accent); \
        padding: .9rem 1.1rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .key-figures dt { font-size: .9rem; line-height: 1.35; color: var(--quiet); }
        .key-figures dd { margin: 0 0 .2rem; font: 600 1.9rem/1.15 serif; font-family: var(--serif); }
        .key-figures dd .word { font-size: 1.15rem; font-weight: 400; }
        .plain > div { margin-bottom: .7rem; }
        .plain dd { margin: 0; }
        .facts > div { padding: .45rem 0; border-top: .06rem solid; border-top-color: var(--line); }
        .facts dt { font-weight: 600; }
        .facts dd { margin: 0; }
        .card { background: var(--panel); padding: 1.2rem 1.4rem .6rem; margin: 0 0 1.5rem; }
        .card h3 { margin-top: 0; }
        .scroll { overflow-x: auto; margin: 0 0 1rem; position: relative; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; \
        font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: .4rem 0 .5rem; font-size: .92rem; caption-side: top; \
        max-width: calc(100vw - 2.6rem); }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; \
        border-bottom: .06rem solid; border-bottom-color: var(--line); min-width: 4.2rem; }
        th:last-child, td:last-child { padding-right: .3rem; }
        td:not(.number) { min-width: 6.5rem; }
        thead th { vertical-align: bottom; font-size: .85rem; font-weight: 600; line-height: 1.3; \
        border-bottom: .12rem solid; border-bottom-color: var(--ink); }
        tbody th { font-weight: 400; min-width: 9rem; }
        th.number, td.number { text-align: right; }
        th.number:first-child, td.number:first-child { min-width: 2rem; }
        .kind { display: flex; align-items: flex-start; }
        td.number .word { white-space: normal; }
        tr.strong > * { font-weight: 600; }
        code { font-size: .85em; overflow-wrap: anywhere; }
        .bar { display: block; width: 3.75rem; height: .3125rem; margin: .25rem 0 0 auto; }
        .swatch { width: 1.15rem; height: 1.15rem; vertical-align: -.22rem; margin-right: .45rem; flex: none; }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); \
        white-space: nowrap; }
        figure.map, figure.chart { display: grid; grid-template-columns: minmax(0, 1fr); }
        figure.map { margin: 2rem 0; gap: .8rem 2rem; }
        .map-sheet { display: block; width: 100%; min-width: 34rem; height: auto; font-family: var(--sans); }
        .map-title { font-weight: 600; margin: 0 0 .6rem; line-height: 1.35; overflow-wrap: anywhere; }
        figure.multiples { margin: 2rem 0; }
        .small-maps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); \
        gap: 1.2rem 2rem; margin-bottom: 1rem; align-items: end; }
        .small-maps .map-sheet { min-width: 0; }
        figure.chart { margin: 1.6rem 0; gap: .6rem 2rem; }
        figure.chart .map-title { grid-column: 1 / -1; margin: 0; }
        .chart-sheet { display: block; width: 100%; max-width: 480px; height: auto; font-family: var(--sans); }
        .legend { list-style: none; margin: 0 0 .8rem; padding: 0; font-size: .92rem; display: grid; \
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .3rem 1.2rem; max-width: none; }
        .legend li { display: flex; align-items: flex-start; line-height: 1.35; }
        .legend .swatch { margin-top: .08rem; }
        footer { margin-top: 4rem; padding-top: 1rem; padding-bottom: 3rem; color: var(--quiet); font-size: .9rem; }
        footer::before { content: ""; display: block; border-top: .06rem solid; \
        border-top-color: var(--line); margin-bottom: 1rem; }
        @media (min-width: 48rem) {
        .facts > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.5rem; }
        .facts dd { grid-column: 2; }
        }
        @media (min-width: 60rem) {
        figure.map { grid-template-columns: minmax(0, 1fr) 14.5rem; align-items: start; }
        figure.chart { grid-template-columns: 480px minmax(0, 1fr); align-items: start; }
        .legend { grid-template-columns: 1fr; gap: .45rem; }
        }
        @media print {
        html { font-size: 62.5%; }
        .skip, .navigation { display: none; }
        .page-header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
        .page-header { padding-top: 0; }
        section { margin-top: 2.4rem; }
        .scroll { overflow: visible; }
        caption { max-width: none; }
        .map-sheet { min-width: 0; }
        .facts > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.5rem; }
        .facts dd { grid-column: 2; }
        .legend { grid-template-columns: repeat(3, 1fr); }
        figure.map { grid-template-columns: minmax(0, 1fr); }
        .small-maps { grid-template-columns: 1fr 1fr; }
        figure.chart { grid-template-columns: 330px minmax(0, 1fr); gap: .6rem 1.2rem; align-items: start; }
        .chart-sheet { max-width: 330px; }
        figure.chart .legend { grid-template-columns: 1fr; }
        thead { display: table-header-group; }
        tr, figure, .card, .key-figures > div, li { break-inside: avoid; }
        th, td, td:not(.number) { min-width: 0; }
        th:not(.number), td:not(.number), td .word { overflow-wrap: anywhere; hyphens: auto; }
        th, td { padding-right: .45rem; }
        a { color: inherit; text-decoration: none; }
        p { orphans: 3; widows: 3; }
        .bar, .swatch, .map-sheet, .chart-sheet, .edition { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
