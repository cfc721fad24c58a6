internal import Travel

/// Whether a mapped thing is in use, and by whom.
enum PlaceUse {
    /// Tags of things that are no more, not yet, or only a memory. What OpenStreetMap's prefixes take out of use
    /// (`disused:amenity=library`, `was:shop=bakery`) has other keys than the rules and never gets here.
    private static let outOfUse: [TagPattern] = [
        "disused", "abandoned", "demolished", "removed", "razed", "destroyed", "ruins", "vacant", "closed",
        "historic=ruins|archaeological_site|tomb|memorial", "construction", "proposed", "planned",
        "operational_status=closed|closed_permanently|out_of_order|abandoned|disused", "shop=vacant|no",
        "building=construction|ruins|collapsed",
    ].map { TagPattern($0) }

    /// Whether the thing exists and works.
    static func isInUse(_ tags: TagSet) -> Bool {
        if outOfUse.contains(where: { $0.holds(for: tags) }) { return false }
        return !(tags["opening_hours"].map(isNeverOpen) ?? false)
    }

    /// `closed` and `off` alone, also with a comment behind: `off "until the roof is mended"`.
    private static func isNeverOpen(_ hours: String) -> Bool {
        let text = hours.lowercased().split(separator: "\"", omittingEmptySubsequences: false).first ?? ""
        return ["closed", "off"].contains(String(text.filter { $0 != " " }))
    }

    private static let notForEverybody = TagPattern(
        "access=private|no|residents|employees|staff|military|permit|members")
    private static let forEverybody = TagPattern("access=yes|public|permissive")

    /// Whether `access` keeps the public out.
    static func isPrivate(_ tags: TagSet) -> Bool { notForEverybody.holds(for: tags) }

    /// Whether `access` says that everybody may come.
    static func isPublic(_ tags: TagSet) -> Bool { forEverybody.holds(for: tags) }
}
