/// A town's own wording of texts of the reports, laid over the catalogue of a language.
extension Catalogue {
    /// What is wrong with a town's own wording of a text.
    public enum OwnTextFlaw: Sendable, Hashable {
        /// No report has a text of this key, or a town may not word it.
        case unknownKey
        /// The blanks are others than those of the text that it stands for; these are its blanks.
        case otherBlanks([String])
        /// There is less room: at most so many signs.
        case tooLong(most: Int)
    }

    /// The keys of the texts that a town may word itself, sorted: those of the reports. What marks an edition as internal
    /// stays, since people and programs know it by its words.
    public var ownableKeys: [String] {
        keys.filter { $0.hasPrefix("reports.") && !$0.hasPrefix("reports.edition.") }
    }

    /// The names in braces that a text has blanks for, each once, sorted.
    public static func blanks(of text: String) -> [String] {
        var names: Set<String> = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names.sorted()
    }

    /// How long an own text may be, in signs; what is longer is no wording of a text but another one.
    public static let longestOwnText = 2000
    /// So many signs have room on the page for the council wherever a text stands.
    private static let freeSigns = 20
    /// How the keys of the texts begin that stand on the page for the council, after `reports.`; a test reads them off the page.
    private static let councilKeys = [
        "change.", "council.", "decider.", "difference.", "footer", "interval.", "limit.", "map.attribution_below",
        "map.north", "office.", "offers.no_ends", "offers.unnamed", "osm_credit", "participation.", "place_kind",
        "places.unnamed", "question.", "share.", "understanding.",
    ]

    /// How long an own wording of a text may be, in signs. The page for the council is one sheet of paper, measured for texts
    /// of the length of ours.
    public func mostSigns(for key: String) -> Int {
        guard isOnCouncilPage(key) else { return Catalogue.longestOwnText }
        return max(template(key)?.count ?? 0, Catalogue.freeSigns)
    }

    /// Whether a text stands on the page for the council.
    public func isOnCouncilPage(_ key: String) -> Bool {
        guard key.hasPrefix("reports.") else { return false }
        let name = key.dropFirst("reports.".count)
        return Catalogue.councilKeys.contains { name.hasPrefix($0) }
    }

    /// What is wrong with an own wording; nil where nothing is.
    public func flaw(of text: String, for key: String) -> OwnTextFlaw? {
        guard key.hasPrefix("reports."), !key.hasPrefix("reports.edition."), let template = template(key) else {
            return .unknownKey
        }
        let blanks = Catalogue.blanks(of: template)
        if Catalogue.blanks(of: text) != blanks { return .otherBlanks(blanks) }
        let most = mostSigns(for: key)
        return text.count > most ? .tooLong(most: most) : nil
    }

    /// The catalogue with own wordings in place of its texts; those that have a flaw change nothing.
    public func overlaid(with own: [String: String]) -> Catalogue {
        if own.isEmpty { return self }
        return Catalogue(
            language: language, texts: texts.merging(own.filter { flaw(of: $0.value, for: $0.key) == nil }) { $1 })
    }
}
