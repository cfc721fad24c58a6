internal import Wording

/// The texts of the reports in one language: the keys `reports.…` and `status.…` of the catalogues.
struct Words: Sendable {
    private let catalogue: Catalogue

    /// - Parameter own: the town's own wordings by key.
    init(_ language: Language, own: [String: String] = [:]) {
        // Signs that turn the direction of writing would turn what stands around a text, too.
        catalogue = Catalogue.of(language).overlaid(with: own.mapValues { DataText($0).whole })
    }

    /// The text of `reports.KEY` with its names filled in.
    func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        catalogue.text("reports." + key, arguments)
    }

    /// The text of a whole key.
    func text(ofKey key: String) -> String { catalogue.text(key) }

    /// The text of `reports.KEY.one` or `reports.KEY.other`, with `{n}` filled in as `shown`.
    func counted(_ key: String, _ count: Int, shown: String, _ arguments: [String: String] = [:]) -> String {
        self(
            key + (count == 1 ? ".one" : ".other"), arguments.merging(["n": shown]) { _, new in new })
    }

    /// The text of `reports.KEY`, or nil where there is none.
    func ifKnown(_ key: String) -> String? { catalogue.template("reports." + key) }

    /// The text of `reports.KEY` with nodes for its names, such as data in `<bdi>` or a link.
    func rich(_ key: String, _ arguments: [String: HTMLNode]) -> [HTMLNode] {
        let template = catalogue.template("reports." + key) ?? "⟨reports.\(key)⟩"
        var nodes: [HTMLNode] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { nodes.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            nodes.append(arguments[name] ?? .text("{\(name)}"))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { nodes.append(.text(String(rest))) }
        return nodes
    }
}
