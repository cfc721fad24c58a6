internal import Wording

/// The page of a list to correct: a table of places and one of offers.
struct CorrectionPage {
    private let list: CorrectionList
    private let catalogue: Catalogue

    init(_ list: CorrectionList) {
        self.list = list
        catalogue = .of(list.language)
    }

    /// What this page has beyond the reports' style: a column wide enough to write in.
    private static let style = """
        .correction { display: block; min-width: 12rem; min-height: 2.5rem; }
        @media print { .correction { min-width: 5rem; } }

        """

    /// A broad table.
    private static let print = "@page { size: A4 landscape; }\n"

    var node: HTMLNode {
        let title = words("title", ["town": DataText(list.town).shortened()])
        let missing = list.entries.reduce(0) { $0 + $1.missingCount }
        return Tag.html(.lang(list.language.rawValue)) {
            PageHead.node(
                title: title, style: StyleSheet.text + CorrectionPage.style,
                print: PrintStyle.text + CorrectionPage.print)
            Tag.body {
                Tag.header(.class("page-header")) {
                    Tag.p(.class("edition internal")) { words("internal") }
                    Tag.h1 { title }
                    Tag.p(.class("subtitle")) { DataText(list.period).node(length: 40) }
                }
                Tag.main(.id("content")) {
                    Tag.p(.class("lead")) { catalogue.counted("correction.missing", missing) }
                    Tag.p { words("intro") }
                    for kind in CorrectionList.Kind.allCases {
                        let entries = list.entries.filter { $0.kind == kind }
                        if !entries.isEmpty { table(kind, entries) }
                    }
                }
            }
        }
    }

    private func table(_ kind: CorrectionList.Kind, _ entries: [CorrectionList.Entry]) -> HTMLNode {
        let id = "table-\(kind.rawValue)"
        let fields = kind.fields
        var table = DataTable(
            id: id, caption: [.text(catalogue.counted("correction.caption.\(kind.rawValue)", entries.count))],
            columns: (CorrectionPage.leading(kind) + fields.map(\.rawValue) + ["found", "correction"])
                .map { .text(words("column.\($0)")) })
        for entry in entries {
            let leading = kind == .place ? [entry.name] : [entry.name, entry.place]
            table.rows.append(
                (leading + fields.map { entry.values[$0] ?? .notApplicable }).map(cell) + [
                    entry.findings.map { finding in Tag.span(.class("block")) { DataText(finding).node(length: 300) } },
                    [Tag.span(.class("correction"))],
                ])
        }
        return Tag.section(.id(kind.rawValue), .labelledBy("\(id)-caption")) { table.node }
    }

    private static func leading(_ kind: CorrectionList.Kind) -> [String] {
        kind == .place ? ["name"] : ["name", "place"]
    }

    private func cell(_ value: CorrectionList.Value) -> [HTMLNode] {
        switch value {
        case .recorded(let text): [DataText(text).node(length: 300)]
        case .notRecorded: [Tag.strong(.class("word")) { list.text(value) }]
        case .notApplicable: [.text(list.text(value))]
        }
    }

    private func words(_ key: String, _ arguments: [String: String] = [:]) -> String {
        catalogue.text("correction." + key, arguments)
    }
}
