public import Features
public import Wording

extension ProjectFile {
    /// What the reports are like.
    public struct ReportEntry: Sendable, Hashable {
        /// A colour and where it stands in the file.
        public struct Colour: Sendable, Hashable {
            /// Red, green and blue, eight bits each.
            public var value: UInt32
            /// Where it stands.
            public var location: SourceLocation
        }

        /// A file and where the project file names it.
        public struct File: Sendable, Hashable {
            /// The path, relative to the project file or absolute.
            public var path: String
            /// Where it is named.
            public var location: SourceLocation
        }

        /// The languages to write; never empty.
        public var languages: [Language] = [.german, .english]
        /// The title; nil for one made from the town's name.
        public var title: String?
        /// When somebody confirmed the list of organised meeting places; nil where nobody did, and then the public
        /// edition leaves reach of them out.
        public var placesConfirmedOn: CalendarDate?
        /// Who confirmed it: an office or a role.
        public var placesConfirmedBy: String?
        /// The town's logo; nil where it has none.
        public var logo: File?
        /// The town's colour for lines and links; nil for that of Quartier.
        public var colour: Colour?
        /// The town's own wording of texts of the reports: by language, then by the key of the catalogue.
        public var texts: [Language: [String: String]] = [:]
        /// Whether PDF files are made of the pages with each run.
        public var makesPDF = false

        /// A report in both languages without a title of its own.
        public init() {}
    }
}

extension ProjectFile {
    /// The section `report`.
    static func readReport(_ root: YAMLMapping) -> ReportEntry {
        var report = ReportEntry()
        guard let mapping = root.mapping("report") else { return report }
        report.title = mapping.text("title")
        report.placesConfirmedBy = mapping.text("places_confirmed_by")
        // Who without when is no confirmation.
        report.placesConfirmedOn = mapping.date("places_confirmed_on", required: report.placesConfirmedBy != nil)
        report.languages = mapping.choices("languages") ?? report.languages
        if let path = readFile(mapping, "logo") {
            report.logo = ReportEntry.File(path: path, location: mapping.location("logo"))
        }
        report.colour = readColour(mapping)
        report.texts = readTexts(mapping)
        report.makesPDF = mapping.flag("pdf") ?? false
        mapping.finish()
        return report
    }

    /// `#rrggbb`.
    private static func readColour(_ mapping: YAMLMapping) -> ReportEntry.Colour? {
        guard let text = mapping.text("colour") else { return nil }
        let digits = text.dropFirst()
        guard text.first == "#", digits.utf8.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let value = UInt32(digits, radix: 16)
        else {
            mapping.refuse("colour", "expected_colour")
            return nil
        }
        return ReportEntry.Colour(value: value, location: mapping.location("colour"))
    }

    /// `texts: { de: { KEY: wording } }`.
    private static func readTexts(_ mapping: YAMLMapping) -> [Language: [String: String]] {
        var texts: [Language: [String: String]] = [:]
        guard let languages = mapping.mapping("texts") else { return texts }
        for language in Language.allCases {
            guard let own = languages.mapping(language.rawValue) else { continue }
            let catalogue = Catalogue.of(language)
            for key in own.keys {
                guard let text = own.text(key), check(text, key, of: own, catalogue) else { continue }
                texts[language, default: [:]][key] = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
        languages.finish()
        return texts
    }

    /// Whether a wording may stand for the text of a key; reports what is wrong with it.
    private static func check(_ text: String, _ key: String, of own: YAMLMapping, _ catalogue: Catalogue) -> Bool {
        switch catalogue.flaw(of: text, for: key) {
        case nil: return true
        case .unknownKey:
            var arguments = ["key": own.path(key), "hint": "all_texts"]
            if let suggestion = closest(to: key, among: catalogue.ownableKeys) {
                arguments["suggestion"] = suggestion
                arguments["hint"] = "similar_text"
            }
            own.findings.add(.ownTextUnknown, at: own.location(key), arguments)
        case .otherBlanks(let blanks):
            own.refuse(
                key, blanks.isEmpty ? "text_no_blanks" : "text_blanks",
                [
                    "blanks": blanks.map { "{\($0)}" }.joined(separator: ", "),
                    "template": catalogue.template(key) ?? "",
                ],
                code: .ownTextUnfit)
        case .tooLong(let most):
            own.refuse(
                key, "text_too_long", ["limit": "\(most)", "template": catalogue.template(key) ?? ""],
                code: .ownTextUnfit)
        }
        return false
    }
}
