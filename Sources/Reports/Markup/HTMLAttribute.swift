/// An attribute. Names come from this file only; values are escaped by ``HTMLWriter``.
struct HTMLAttribute: Sendable {
    /// The name as written.
    let name: String
    /// The value before escaping.
    let value: String

    private init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    static func id(_ value: String) -> Self { Self("id", value) }
    static func `class`(_ value: String) -> Self { Self("class", value) }
    static func lang(_ value: String) -> Self { Self("lang", value) }
    static func name(_ value: String) -> Self { Self("name", value) }
    static func content(_ value: String) -> Self { Self("content", value) }
    static func charset(_ value: String) -> Self { Self("charset", value) }
    static func httpEquiv(_ value: String) -> Self { Self("http-equiv", value) }
    static func href(_ link: Link) -> Self { Self("href", link.text) }
    static func rel(_ value: String) -> Self { Self("rel", value) }
    static func title(_ value: String) -> Self { Self("title", value) }
    static func value(_ value: String) -> Self { Self("value", value) }
    static func datetime(_ value: String) -> Self { Self("datetime", value) }
    static func src(_ logo: Logo) -> Self { Self("src", logo.address) }
    static func alt(_ value: String) -> Self { Self("alt", value) }
    static func scope(_ scope: Scope) -> Self { Self("scope", scope.rawValue) }
    static func role(_ value: String) -> Self { Self("role", value) }
    static func tabIndex(_ value: Int) -> Self { Self("tabindex", "\(value)") }
    static func labelledBy(_ ids: String) -> Self { Self("aria-labelledby", ids) }
    static func label(_ text: String) -> Self { Self("aria-label", text) }
    static func describedBy(_ ids: String) -> Self { Self("aria-describedby", ids) }
    /// Of a style sheet: it holds for paper only.
    static var forPrint: Self { Self("media", "print") }
    /// Marks the link to the page that is open.
    static var currentPage: Self { Self("aria-current", "page") }
    /// Not for screen readers: what it shows is said elsewhere in words.
    static var ariaHidden: Self { Self("aria-hidden", "true") }

    /// What a table header is the header of.
    enum Scope: String, Sendable {
        case column = "col"
        case row
    }
}

extension HTMLAttribute {
    static func viewBox(width: Double, height: Double) -> Self {
        Self("viewBox", "0 0 \(pixels(width)) \(pixels(height))")
    }
    /// The box that a small drawing about its own middle fills.
    static func centredViewBox(radius: Double) -> Self {
        Self("viewBox", "\(pixels(-radius)) \(pixels(-radius)) \(pixels(2 * radius)) \(pixels(2 * radius))")
    }
    static func x(_ value: Double) -> Self { Self("x", pixels(value)) }
    static func y(_ value: Double) -> Self { Self("y", pixels(value)) }
    static func x1(_ value: Double) -> Self { Self("x1", pixels(value)) }
    static func y1(_ value: Double) -> Self { Self("y1", pixels(value)) }
    static func x2(_ value: Double) -> Self { Self("x2", pixels(value)) }
    static func y2(_ value: Double) -> Self { Self("y2", pixels(value)) }
    static func cx(_ value: Double) -> Self { Self("cx", pixels(value)) }
    static func cy(_ value: Double) -> Self { Self("cy", pixels(value)) }
    static func r(_ value: Double) -> Self { Self("r", pixels(value)) }
    static func width(_ value: Double) -> Self { Self("width", pixels(value)) }
    static func height(_ value: Double) -> Self { Self("height", pixels(value)) }
    static func cornerRadius(_ value: Double) -> Self { Self("rx", pixels(value)) }
    static func d(_ path: String) -> Self { Self("d", path) }
    static func points(_ points: [PixelPoint]) -> Self {
        Self("points", points.map { "\(pixels($0.x)),\(pixels($0.y))" }.joined(separator: " "))
    }
    static func fill(_ colour: Colour) -> Self { Self("fill", colour.hex) }
    static func fill(patternID id: String) -> Self { Self("fill", "url(#\(id))") }
    static var noFill: Self { Self("fill", "none") }
    static var evenOdd: Self { Self("fill-rule", "evenodd") }
    static func stroke(_ colour: Colour) -> Self { Self("stroke", colour.hex) }
    static func strokeWidth(_ value: Double) -> Self { Self("stroke-width", pixels(value)) }
    static var roundJoins: Self { Self("stroke-linejoin", "round") }
    static var roundCaps: Self { Self("stroke-linecap", "round") }
    static func dashes(_ value: String) -> Self { Self("stroke-dasharray", value) }
    static func fontSize(_ value: Double) -> Self { Self("font-size", pixels(value)) }
    static var bold: Self { Self("font-weight", "600") }
    static func anchor(_ value: String) -> Self { Self("text-anchor", value) }
    static func clip(_ id: String) -> Self { Self("clip-path", "url(#\(id))") }
    static var patternInPixels: Self { Self("patternUnits", "userSpaceOnUse") }
    static func patternTurn(degrees: Int) -> Self { Self("patternTransform", "rotate(\(degrees))") }
}

/// Where a link leads.
enum Link: Sendable {
    /// A part of the same page.
    case part(String)
    /// The town page.
    case town
    /// The page of a quarter.
    case quarter(Int)
    /// The technical annex.
    case annex
    /// The page for the council.
    case council
    /// An indicator in the technical annex, by its id, which the catalogue gives.
    case indicator(String)
    /// What became of participation.
    case participation
    /// The guide for a conversation about a quarter; nil for that about the town.
    case guide(Int?)
    /// Another site; only made by ``Link/init(external:)``.
    case external(CheckedAddress)

    /// An address outside, if it is plain `https://` or `http://` without anything that is not a printable ASCII sign.
    init?(external text: String) {
        guard let address = CheckedAddress(text) else { return nil }
        self = .external(address)
    }

    var text: String {
        switch self {
        case .part(let id): "#\(id)"
        case .town: PagePath.town
        case .quarter(let index): PagePath.quarter(index)
        case .annex: PagePath.annex
        case .council: PagePath.council
        case .indicator(let id): PagePath.annex + "#" + id
        case .participation: PagePath.participation
        case .guide(let quarter): PagePath.guide(quarter)
        case .external(let address): address.text
        }
    }
}

/// A web address that may stand in a link.
struct CheckedAddress: Sendable {
    let text: String

    init?(_ text: String) {
        let scalars = text.unicodeScalars
        let rest: String.UnicodeScalarView.SubSequence
        if text.hasPrefix("https://") {
            rest = scalars.dropFirst(8)
        } else if text.hasPrefix("http://") {
            rest = scalars.dropFirst(7)
        } else {
            return nil
        }
        guard !rest.isEmpty, scalars.count <= 2000, scalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
            return nil
        }
        self.text = text
    }
}

/// The names of the pages: made from numbers only, so no name from the data can steer a path.
enum PagePath {
    static let town = "index.html"
    static let annex = "annex.html"
    static let council = "kurzfassung.html"

    static func quarter(_ index: Int) -> String { "quarter-\(number(index)).html" }

    static let participation = "beteiligung.html"

    /// The guide about a quarter, or about the town.
    static func guide(_ quarter: Int?) -> String { quarter.map { "leitfaden-\(number($0)).html" } ?? "leitfaden.html" }

    private static func number(_ index: Int) -> String { (index < 9 ? "0" : "") + "\(index + 1)" }
}
