/// What the guide has beyond the reports' style: two sheets of A4, with room to write.
enum GuideStyle {
    static let screen = """
        .guide main, .guide .page-header, .guide .navigation, .guide footer { max-width: 52rem; }
        .guide .page-header { padding-bottom: .4rem; }
        .sheet { padding: 1.5rem 0; border-bottom: .06rem solid; border-bottom-color: var(--line); }
        .guide h1 { font-size: 1.7rem; margin-top: .6rem; }
        .guide section { margin-top: 1.3rem; }
        .guide h2 { font-size: 1.2rem; margin-bottom: .4rem; }
        .guide p, .guide ul, .guide ol { margin-bottom: .5rem; }
        .guide .edition { margin-bottom: 0; }
        .blanks { display: flex; flex-wrap: wrap; gap: .8rem 1.5rem; max-width: none; }
        .blank { flex: 1 1 11rem; border-bottom: .06rem solid; border-bottom-color: var(--quiet); padding-bottom: .2rem; }
        .line { border-bottom: .06rem solid; border-bottom-color: var(--quiet); height: 2.2rem; max-width: 44rem; }
        .turn { margin-top: 1.2rem; font-weight: 600; }
        .guide td, .guide tbody th { height: 3.1rem; border-right: .06rem solid; border-right-color: var(--line); }

        """

    static let print = """
        @page { size: A4; margin: 16mm 16mm 14mm; }
        html { font-size: 82%; }
        .sheet { padding: 0; border: 0; break-after: page; }
        .sheet:last-child { break-after: auto; }
        .guide .page-header { padding: 0; }
        .guide footer { margin-top: 0; padding: 0; }
        .guide footer::before { display: none; }
        .guide main, .guide .page-header, .guide footer, .guide p, .guide ul, .guide ol, .line { max-width: none; }
        .guide li { break-inside: avoid; }
        .guide thead th { overflow-wrap: normal; hyphens: manual; }
        .guide td, .guide tbody th { height: 2.6rem; }

        """
}
