public import Features

/// Who hears of updates, and how: the section `notify` of the project file.
public struct NotifyEntry: Sendable, Hashable {
    /// The file that says how updates stand, for monitors that read JSON. Relative to the project file or absolute.
    public var health: String?
    /// The file with metrics in Prometheus' text format, for the collector of text files.
    public var metrics: String?
    /// The feed of what changed from release to release.
    public var feed: Feed?
    /// Where news are sent.
    public var webhook: Webhook?
    /// Who gets news by mail.
    public var mail: Mail?

    /// Nobody.
    public init() {}

    /// A feed in the Atom format, made of released values only.
    public struct Feed: Sendable, Hashable {
        /// The file.
        public var file: String
        /// The folder of the releases.
        public var shelf: String
        /// The address that the feed will have on the web.
        public var url: String

        /// Makes a feed.
        public init(file: String, shelf: String, url: String) {
            self.file = file
            self.shelf = shelf
            self.url = url
        }
    }

    /// A program on the web that takes news as JSON.
    public struct Webhook: Sendable, Hashable {
        /// Its address.
        public var url: String
        /// The file with the secret that messages are signed with, so that it stands in no project file.
        public var secretFile: String
        /// How often a message is sent at most until it is taken.
        public var attempts = 3
        /// How long an attempt may take, seconds.
        public var timeout = 20
        /// Where it stands in the project file.
        public var location: SourceLocation

        /// Makes a webhook.
        public init(url: String, secretFile: String, location: SourceLocation) {
            self.url = url
            self.secretFile = secretFile
            self.location = location
        }
    }

    /// Mail through the program `sendmail` of the machine.
    public struct Mail: Sendable, Hashable {
        /// The address it comes from.
        public var from: String
        /// The addresses it goes to.
        public var to: [String]
        /// Where it stands in the project file.
        public var location: SourceLocation

        /// Makes mail.
        public init(from: String, to: [String], location: SourceLocation) {
            self.from = from
            self.to = to
            self.location = location
        }
    }

    /// The most attempts of a webhook.
    static let mostAttempts = 10

    /// Whether a text is a plain mail address, with nothing in it that a header or a command line could take for
    /// something else. Narrower than RFC 5322 allows: no quotes, no comments, no spaces.
    public static func isMailAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, let local = parts.first, let domain = parts.last else {
            return false
        }
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        }
        let isLocal = local.allSatisfy { isLetterOrDigit($0) || "._+-".utf8.contains($0) }
        let isDomain = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            label in
            guard let first = label.first, let last = label.last else { return false }
            return isLetterOrDigit(first) && isLetterOrDigit(last)
                && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
        // A leading hyphen would be an option of sendmail.
        return isLocal && isDomain && local.first.map(isLetterOrDigit) == true && local.count <= 64
    }
}

extension ProjectFile {
    /// The section `notify`.
    static func readNotify(_ root: YAMLMapping) -> NotifyEntry? {
        guard let mapping = root.mapping("notify") else { return nil }
        var entry = NotifyEntry()
        entry.health = readFolder(mapping, "health")
        entry.metrics = readFolder(mapping, "metrics")
        entry.feed = mapping.mapping("feed").flatMap(readFeed)
        entry.webhook = mapping.mapping("webhook").flatMap(readWebhook)
        entry.mail = mapping.mapping("mail").flatMap(readMail)
        mapping.finish()
        return entry
    }

    private static func readFeed(_ mapping: YAMLMapping) -> NotifyEntry.Feed? {
        for key in ["file", "releases"] { _ = mapping.node(key, required: true) }
        let file = readFolder(mapping, "file")
        let shelf = readFolder(mapping, "releases")
        let url = mapping.address("url", required: true)
        mapping.finish()
        guard let file, let shelf, let url else { return nil }
        return NotifyEntry.Feed(file: file, shelf: shelf, url: url)
    }

    private static func readWebhook(_ mapping: YAMLMapping) -> NotifyEntry.Webhook? {
        _ = mapping.node("secret_file", required: true)
        let url = mapping.address("url", required: true)
        let secret = readFolder(mapping, "secret_file")
        let attempts = mapping.positiveNumber("attempts", limit: Double(NotifyEntry.mostAttempts))
        let timeout = mapping.positiveNumber("timeout", limit: 300)
        mapping.finish()
        guard let url, let secret else { return nil }
        var webhook = NotifyEntry.Webhook(url: url, secretFile: secret, location: mapping.location)
        if let attempts { webhook.attempts = max(1, Int(attempts.rounded())) }
        if let timeout { webhook.timeout = max(1, Int(timeout.rounded())) }
        return webhook
    }

    private static func readMail(_ mapping: YAMLMapping) -> NotifyEntry.Mail? {
        let from = mapping.text("from", required: true)
        let texts = (mapping.list("to", required: true) ?? []).map {
            YAMLMapping.text(of: $0.0, path: $0.1, mapping.findings)
        }
        mapping.finish()
        if let from, !NotifyEntry.isMailAddress(from) { mapping.refuse("from", "mail_address", ["value": from]) }
        let to = texts.compactMap(\.self)
        for address in to where !NotifyEntry.isMailAddress(address) {
            mapping.refuse("to", "mail_address", ["value": address])
        }
        guard let from, !to.isEmpty else { return nil }
        return NotifyEntry.Mail(from: from, to: to, location: mapping.location)
    }
}
