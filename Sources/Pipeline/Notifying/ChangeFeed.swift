internal import Features
internal import Foundation
internal import Wording

/// A feed of what changed from release to release, in the Atom format (RFC 4287): made of released values only, so that it
/// says nothing that is not public. A release of which no headline figure changed beyond the tolerance has no entry, nor has
/// the first.
struct ChangeFeed {
    /// A release with what changed since the one before.
    struct Entry {
        /// The name of its folder, which is never used again.
        var name: String
        /// The period that it speaks of.
        var period: String
        /// The role that released it.
        var role: String
        /// The day on which it was released.
        var date: CalendarDate
        /// What changed.
        var changes: HeadlineChanges
    }

    /// The town's name.
    let town: String
    /// The address that the feed has on the web.
    let url: String
    /// The day of the newest release.
    let updated: CalendarDate
    /// The entries, the newest first.
    let entries: [Entry]

    /// The whole file.
    func text(_ language: Language) -> String {
        let words = Catalogue.of(language)
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
            "  <title>\(ChangeFeed.escaped(words.text("feed.title", ["town": town])))</title>",
            "  <id>\(ChangeFeed.escaped(url))</id>",
            "  <link rel=\"self\" type=\"application/atom+xml\" href=\"\(ChangeFeed.escaped(url))\"/>",
            "  <updated>\(ChangeFeed.time(updated))</updated>",
            "  <author><name>\(ChangeFeed.escaped(town))</name></author>",
            "  <generator version=\"\(ChangeFeed.escaped(QuartierVersion.number))\">Quartier</generator>",
        ]
        for entry in entries {
            let title = words.text("feed.entry", ["town": town, "period": entry.period])
            lines += [
                "  <entry>", "    <title>\(ChangeFeed.escaped(title))</title>", "    <id>\(id(entry))</id>",
                "    <updated>\(ChangeFeed.time(entry.date))</updated>",
                "    <author><name>\(ChangeFeed.escaped(entry.role))</name></author>",
                "    <content type=\"text\">\(ChangeFeed.escaped(content(entry, language)))</content>", "  </entry>",
            ]
        }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    private func content(_ entry: Entry, _ language: Language) -> String {
        var lines = entry.changes.changes.map { UpdateText.line($0, language) }
        if !entry.changes.newMethods.isEmpty {
            lines.append(UpdateText.newMethods(entry.changes.newMethods, language))
        }
        return lines.joined(separator: "\n")
    }

    /// The id of an entry for ever: a tag of the feed's host, the day and the folder (RFC 4151).
    private func id(_ entry: Entry) -> String {
        let rest = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        let host = rest.split(separator: "@").last?.split(separator: ":").first.map { $0.lowercased() } ?? ""
        let isName =
            !host.isEmpty && host.utf8.allSatisfy { $0 < 0x80 && ($0 == 0x2D || $0 == 0x2E || isLetterOrDigit($0)) }
        let name = entry.name.utf8.map { byte in
            isLetterOrDigit(byte) || byte == 0x2D ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
        }
        return "tag:\(isName ? host : "quartier.invalid"),\(entry.date):\(name.joined())"
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }

    private static func time(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

    /// A text as content or value of an attribute; characters that XML 1.0 does not have become U+FFFD.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\0"..." ", "\u{FFFE}", "\u{FFFF}":
                escaped.unicodeScalars.append(scalar == " " ? scalar : "\u{FFFD}")
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
