public import Wording

/// What of a report's looks and words is the town's own.
public struct Look: Sendable, Hashable {
    /// The colour of lines and links; nil for that of Quartier.
    public var colour: AccentColour?
    /// The logo in the head of each page.
    public var logo: Logo?
    /// Own wordings of texts, by language and by the key of the catalogue; those that do not fit change nothing.
    public var texts: [Language: [String: String]]

    /// Makes a look; that of Quartier without arguments.
    public init(colour: AccentColour? = nil, logo: Logo? = nil, texts: [Language: [String: String]] = [:]) {
        self.colour = colour
        self.logo = logo
        self.texts = texts
    }

    /// What pages add to their style sheet.
    var style: String {
        (colour.map { ":root { --accent: \($0.colour.hex); }\n" } ?? "")
            + (logo == nil ? "" : Look.logoStyle)
    }

    /// Beside the title, never larger than it.
    private static let logoStyle = """
        .logo { float: right; max-width: min(14rem, 40%); max-height: 4.5rem; margin: 0 0 1rem 1.5rem; }
        .page-header::after { content: ""; display: block; clear: both; }

        """
}
