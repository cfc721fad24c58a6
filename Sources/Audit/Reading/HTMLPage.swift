/// What a reader (or a program that reads aloud, or the page's source) sees of a web page: its tables and lists with the
/// headings above them, and all other texts.
struct HTMLPage {
    /// The tables and the lists of terms.
    private(set) var tables: [PublishedTable] = []
    /// All texts outside cells of tables; attributes, comments and scripts among them.
    private(set) var fragments: [TextFragment] = []

    private let file: String
    private var heading = ""
    private var pageHeading = ""
    private var text = ""
    /// Whether the text is white space so far.
    private var isBlank = true
    private var textLine = 1
    private var headingDepth = 0
    private var inDrawing = 0
    private var table: OpenTable?
    /// The tables around the open one.
    private var outer: [OpenTable] = []
    private var list: OpenList?
    /// The coloured elements that are open, by name.
    private var fills: [(element: String, colour: String)] = []
    private var swatch: String?
    /// How often a figure has begun or ended.
    private var figure = 0
    private static let mostNesting = 100

    private static let blocks: Set<String> = [
        "p", "li", "td", "th", "tr", "table", "caption", "div", "section", "header", "footer", "main", "nav", "ul",
        "ol",
        "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "title", "text", "desc", "option",
        "summary", "details", "article", "aside", "body", "head", "html", "svg", "thead", "tbody", "tfoot", "label",
        "blockquote", "pre", "g", "path",
    ]
    /// Attributes that lay out and draw, and say nothing.
    private static let silent: Set<String> = [
        "class", "style", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width",
        "height",
        "fill", "stroke", "transform", "viewbox", "role", "scope", "href", "tabindex", "lang", "charset", "colspan",
        "rowspan", "id", "http-equiv", "name", "for", "type", "rel", "media",
    ]

    private struct OpenTable {
        var line: Int
        var headings: [String]
        var caption = ""
        var isInCaption = false
        var rows: [(cells: [GridCell], line: Int)] = []
        /// Cells of rows above that reach into the row, by column: rows left and the cell.
        var reaching: [Int: (rows: Int, cell: GridCell)] = [:]
        var cell: GridCell?
        var span = (columns: 1, rows: 1)
    }

    private struct GridCell {
        var isHeader: Bool
        var content: PublishedTable.Cell
    }

    private struct OpenList {
        var line: Int
        var headings: [String]
        var term = ""
        var isTerm = false
        var value: PublishedTable.Cell?
        var entries: [(term: String, value: PublishedTable.Cell, line: Int)] = []
    }

    /// Reads a page.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        var scanner = HTMLScanner(bytes)
        while let token = scanner.next() {
            switch token {
            case .text(let piece): add(piece, line: scanner.line)
            case .comment(let content): append(.comment, content, line: scanner.line)
            case .raw(let element, let content):
                if element == "script" { append(.script, content, line: scanner.line) }
            case .open(let name, let attributes, let isClosed):
                open(name, attributes, line: scanner.line)
                if isClosed { close(name, line: scanner.line) }
            case .close(let name): close(name, line: scanner.line)
            }
        }
        flush(line: scanner.line)
        while table != nil { endTable() }
        endList()
    }

    private var headings: [String] { [heading, pageHeading].filter { !$0.isEmpty } }

    private mutating func add(_ piece: String, line: Int) {
        if isBlank {
            textLine = line
            isBlank = piece.allSatisfy(\.isWhitespace)
        }
        text += piece
    }

    private mutating func append(_ kind: TextFragment.Kind, _ content: String, line: Int) {
        guard !content.allSatisfy(\.isWhitespace) else { return }
        fragments.append(
            TextFragment(
                kind: kind, file: file, line: line, text: content, headings: headings, fill: fills.last?.colour,
                swatch: swatch, figure: figure))
        if kind == .prose || kind == .drawing { swatch = nil }
    }

    /// The colour that an element's attributes give it: `fill`, or a background in its style.
    private static func colour(_ attributes: [(name: String, text: String)]) -> String? {
        var colour = attributes.first { $0.name == "fill" }?.text
        for part in attributes.first(where: { $0.name == "style" })?.text.split(separator: ";") ?? [] {
            let sides = part.split(separator: ":", maxSplits: 1).map { HTMLPage.trimmed(String($0)).lowercased() }
            if sides.count == 2, ["fill", "background", "background-color"].contains(sides[0]) { colour = sides[1] }
        }
        let plain = colour.map { HTMLPage.trimmed($0).lowercased() }
        return plain == "none" || plain == "transparent" ? nil : plain
    }

    /// Ends a run of text: it belongs to the open cell, caption or term, or stands for itself.
    private mutating func flush(line: Int) {
        let content = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let digitsApart = content.isEmpty ? "" : HTMLPage.trimmed(text)
        text = ""
        isBlank = true
        guard !content.isEmpty else { return }
        if table?.cell != nil {
            let isFirst = table?.cell?.content.text.isEmpty == true
            table?.cell?.content.text += (isFirst ? "" : " ") + digitsApart
        } else if table?.isInCaption == true {
            table?.caption += content
        } else if list?.isTerm == true {
            list?.term += content
        } else if list?.value != nil {
            let isFirst = list?.value?.text.isEmpty == true
            list?.value?.text += (isFirst ? "" : " ") + digitsApart
        } else {
            append(inDrawing > 0 ? .drawing : .prose, digitsApart, line: textLine)
        }
    }

    /// A text without white space at its ends and with single spaces, but with the narrow spaces inside of numbers.
    private static func trimmed(_ text: String) -> String {
        var result = ""
        var wasSpace = true
        for character in text {
            let isPlainSpace = " \n\t\r".contains(character) || character == "\r\n"
            if !isPlainSpace { result.append(character) } else if !wasSpace { result += " " }
            wasSpace = isPlainSpace
        }
        return result.hasSuffix(" ") ? String(result.dropLast()) : result
    }

    private mutating func open(_ name: String, _ attributes: [(name: String, text: String)], line: Int) {
        if HTMLPage.blocks.contains(name) { flush(line: line) } else if name == "br" { text += " " }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": headingDepth += 1
        case "svg": inDrawing += 1
        case "figure": figure += 1
        case "table":
            // A table in a cell of another is read apart; the other goes on behind it.
            if table?.cell != nil, outer.count < HTMLPage.mostNesting, let table {
                outer.append(table)
            } else {
                let around = outer
                outer = []
                endTable()
                outer = around
            }
            table = OpenTable(line: line, headings: headings)
        case "caption": table?.isInCaption = true
        case "tr":
            endCell()
            endRow()
            table?.rows.append(([], line))
            fillReaching()
        case "td", "th":
            endCell()
            if table != nil {
                if table?.rows.isEmpty == true { table?.rows.append(([], line)) }
                table?.cell = GridCell(isHeader: name == "th", content: .init(text: ""))
                func span(_ wanted: String) -> Int {
                    min(max(attributes.first { $0.name == wanted }.flatMap { Int($0.text) } ?? 1, 1), 1_000)
                }
                table?.span = (span("colspan"), span("rowspan"))
            }
        case "dl":
            endList()
            list = OpenList(line: line, headings: headings)
        case "dt":
            endEntry(line: line)
            list?.term = ""
            list?.isTerm = true
        case "dd":
            endEntry(line: line)
            list?.isTerm = false
            list?.value = .init(text: "")
        default: break
        }
        if let colour = HTMLPage.colour(attributes), fills.count < HTMLPage.mostNesting {
            fills.append((name, colour))
            swatch = colour
        }
        keep(attributes, line: line)
    }

    private mutating func keep(_ attributes: [(name: String, text: String)], line: Int) {
        let telling = attributes.filter {
            !HTMLPage.silent.contains($0.name) && !$0.name.hasPrefix("stroke") && !$0.name.hasPrefix("font")
                && !$0.name.hasPrefix("pattern") && !$0.text.isEmpty
        }
        if table?.cell != nil {
            table?.cell?.content.attributes += telling
        } else if list?.value != nil {
            list?.value?.attributes += telling
        } else if !telling.isEmpty {
            append(.attribute, telling.map { "\($0.name)=\($0.text)" }.joined(separator: " ; "), line: line)
        }
        // A link is no text, but the address in it may be that of a person.
        if let link = attributes.first(where: { $0.name == "href" })?.text,
            link.hasPrefix("mailto:") || link.hasPrefix("tel:")
        {
            append(.attribute, "href=" + link, line: line)
        }
    }

    private mutating func close(_ name: String, line: Int) {
        let isHeading = ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name)
        if isHeading {
            let content = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if table?.cell == nil, !content.isEmpty {
                if name == "h1" { pageHeading = content } else { heading = content }
            }
            headingDepth = max(0, headingDepth - 1)
        }
        if HTMLPage.blocks.contains(name) { flush(line: line) }
        switch name {
        case "svg": inDrawing = max(0, inDrawing - 1)
        case "figure": figure += 1
        case "caption": table?.isInCaption = false
        case "td", "th", "tr": endCell()
        case "table": endTable()
        case "dt": list?.isTerm = false
        case "dd": endEntry(line: line)
        case "dl": endList()
        default: break
        }
        if fills.last?.element == name { fills.removeLast() }
    }

    // MARK: tables

    private mutating func endCell() {
        guard let cell = table?.cell else { return }
        table?.cell = nil
        let span: (columns: Int, rows: Int) = table?.span ?? (1, 1)
        guard let row = table?.rows.indices.last else { return }
        for _ in 0..<span.columns where (table?.rows[row].cells.count ?? 0) < 1_000 {
            let column = table?.rows[row].cells.count ?? 0
            table?.rows[row].cells.append(cell)
            fillReaching()
            if span.rows > 1 { table?.reaching[column] = (span.rows - 1, cell) }
        }
    }

    /// Puts cells that reach down from rows above into the last row, where they are next.
    private mutating func fillReaching() {
        guard let row = table?.rows.indices.last else { return }
        while let column = table?.rows[row].cells.count, let above = table?.reaching[column], above.rows > 0 {
            table?.reaching[column] = above.rows > 1 ? (above.rows - 1, above.cell) : nil
            table?.rows[row].cells.append(above.cell)
        }
    }

    /// Puts the cells from above that lie behind the end of the last row into it: they reach no further for that.
    private mutating func endRow() {
        guard let row = table?.rows.indices.last, let reaching = table?.reaching, !reaching.isEmpty else { return }
        for column in reaching.keys.sorted() where column >= (table?.rows[row].cells.count ?? 0) {
            while let width = table?.rows[row].cells.count, width < column {
                table?.rows[row].cells.append(GridCell(isHeader: false, content: .init(text: "")))
            }
            fillReaching()
        }
    }

    private mutating func endTable() {
        endCell()
        endRow()
        guard let open = table else { return }
        table = outer.popLast()
        let width = open.rows.map(\.cells.count).max() ?? 0
        guard width > 0 else { return }
        let headRows = open.rows.prefix { $0.cells.allSatisfy(\.isHeader) && !$0.cells.isEmpty }
        let columns = (0..<width).map { column in
            headRows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].content.text : nil }
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        var result = PublishedTable(
            form: .page, file: file, name: open.caption, headings: open.headings, columns: columns, rows: [])
        for row in open.rows.dropFirst(headRows.count) {
            result.rowHeaders.append(
                row.cells.filter(\.isHeader).map(\.content.text).joined(separator: " "))
            result.rows.append(
                (0..<width).map { row.cells.indices.contains($0) ? row.cells[$0].content : .init(text: "") })
            result.lines.append(row.line)
        }
        tables.append(result)
    }

    // MARK: lists of terms

    private mutating func endEntry(line: Int) {
        guard let value = list?.value else { return }
        list?.value = nil
        let term = list?.term ?? ""
        list?.entries.append((term, value, line))
    }

    private mutating func endList() {
        guard let open = list else { return }
        endEntry(line: open.line)
        let entries = list?.entries ?? []
        list = nil
        guard !entries.isEmpty else { return }
        tables.append(
            PublishedTable(
                form: .page, file: file, name: "", headings: open.headings, columns: [""],
                rowHeaders: entries.map(\.term), rows: entries.map { [$0.value] }, lines: entries.map(\.line)))
    }
}
