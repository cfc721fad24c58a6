internal import Dispatch
internal import Features
internal import Formats
internal import Foundation
internal import Project

/// What is known of a file that was fetched.
struct KnownDownload: Codable, Sendable, Equatable {
    /// The address that it came from.
    var url: String
    /// What the server calls this state of the file.
    var tag: String?
    /// When it changed, in the server's words.
    var lastModified: String?
    /// The SHA-256.
    var sha256: String
    /// The size in bytes.
    var bytes: Int
}

/// Fetches one file from elsewhere through the program curl: into a file beside, which takes its place only when it came
/// whole, within limits, with the checksum that the project asks for, and can be read as what the project takes it for.
struct FileDownload {
    /// What came of it.
    enum Result {
        /// A new state of the file.
        case fetched(KnownDownload)
        /// The file is as it was.
        case unchanged(KnownDownload)
        /// It could not be had; the last good copy stays.
        case failed(reason: String, [String: String])
    }

    let download: UpdateEntry.Download
    /// The folder of downloads.
    let folder: String
    /// What was fetched before.
    let known: KnownDownload?
    /// What it must be.
    var check = DownloadCheck(entries: [])

    /// Where the file lies.
    var path: String { folder + "/" + download.name }
    /// Where it comes to, under its own name, since its ending says how it is written.
    private var arrivals: String { "\(folder)/.\(getpid()).part" }
    private var temporary: String { arrivals + "/" + download.name }
    private var headers: String { arrivals + "/." + download.name }

    /// What was fetched before, if it still lies there and came from the same address.
    private var present: KnownDownload? {
        known.flatMap { $0.url == download.url && FileStamp(path)?.bytes == $0.bytes ? $0 : nil }
    }

    /// Fetches the file unless it is as it was. A file whose checksum is asked for and at hand is not asked for at all.
    func fetch() -> Result {
        let present = present
        if let present, present.sha256 == download.sha256 { return .unchanged(present) }
        do throws(Failure) {
            try UpdateFolder.make(arrivals)
        } catch {
            return .failed(reason: "unwritable", ["detail": String(cString: strerror(errno))])
        }
        defer { try? FileManager.default.removeItem(atPath: arrivals) }
        let end: CurlRun.End
        do throws(Failure) {
            end = try CurlRun(settings: settings(present), file: temporary, largest: download.largest).run(
                within: download.timeout + 10)
        } catch {
            return .failed(reason: "program", ["detail": "curl"])
        }
        switch end {
        case .tooLarge: return .failed(reason: "too_large", ["limit": "\(download.largest)"])
        case .tookTooLong: return .failed(reason: "timeout", ["limit": "\(download.timeout)"])
        case .ended(let code, let status, let message):
            guard code == 0 else { return failure(code, status, message) }
            if status == "304", let present { return .unchanged(present) }
            guard status == "200" else { return .failed(reason: "status", ["detail": status]) }
            return keep()
        }
    }

    /// Puts what came into its place.
    private func keep() -> Result {
        guard let source = try? FileAccess.source(temporary), source.bytes > 0 else {
            return .failed(reason: "empty", [:])
        }
        guard source.bytes <= download.largest else {
            return .failed(reason: "too_large", ["limit": "\(download.largest)"])
        }
        if let wanted = download.sha256, wanted != source.sha256 {
            return .failed(reason: "checksum", ["detail": source.sha256])
        }
        let head = DownloadHeaders(FileManager.default.contents(atPath: headers).map([UInt8].init) ?? [])
        let found = KnownDownload(
            url: download.url, tag: head["etag"], lastModified: head["last-modified"], sha256: source.sha256,
            bytes: source.bytes)
        if let known, known.sha256 == found.sha256, FileStamp(path)?.bytes == found.bytes { return .unchanged(found) }
        if let fault = check.fault(of: temporary) {
            return .failed(reason: "unreadable", ["detail": fault.code.rawValue])
        }
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        let isOnDisk = descriptor >= 0 && fsync(descriptor) == 0
        close(descriptor)
        guard isOnDisk, rename(temporary, path) == 0 else {
            return .failed(reason: "unwritable", ["detail": String(cString: strerror(errno))])
        }
        return .fetched(found)
    }

    private func failure(_ code: Int32, _ status: String, _ message: String) -> Result {
        switch code {
        case 22: .failed(reason: "status", ["detail": status])
        case 28: .failed(reason: "timeout", ["limit": "\(download.timeout)"])
        case 63: .failed(reason: "too_large", ["limit": "\(download.largest)"])
        default: .failed(reason: "program", ["detail": message.isEmpty ? "curl \(code)" : message])
        }
    }

    /// The settings of curl, which it reads from its input: addresses with keys in them are in no list of processes.
    private func settings(_ present: KnownDownload?) -> String {
        var settings: [(String, String?)] = [
            ("url", download.url), ("output", temporary), ("dump-header", headers), ("write-out", "%{http_code}"),
            ("silent", nil), ("show-error", nil), ("fail", nil), ("globoff", nil), ("location", nil),
            ("max-redirs", "5"), ("proto", "=http,https"),
            // What was asked for under protection is not taken without.
            ("proto-redir", download.url.hasPrefix("https:") ? "=https" : "=http,https"),
            ("connect-timeout", "\(min(30, download.timeout))"), ("max-time", "\(download.timeout)"),
            ("max-filesize", "\(download.largest)"), ("user-agent", "quartier/\(QuartierVersion.number)"),
        ]
        if let tag = present?.tag { settings.append(("header", "If-None-Match: \(tag)")) }
        if let time = present?.lastModified { settings.append(("header", "If-Modified-Since: \(time)")) }
        return settings.map { name, value in
            guard let value else { return name + "\n" }
            let quoted = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
            return "\(name) = \"\(quoted)\"\n"
        }.joined()
    }
}

/// The headers of an answer, those of the last one where the first led elsewhere.
struct DownloadHeaders {
    private var values: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("HTTP/") {
                values = [:]
            } else if let colon = text.firstIndex(of: ":") {
                values[text[..<colon].lowercased()] = text[text.index(after: colon)...]
                    .trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// The value of a header by its name in small letters, if it is short and plain enough to be sent back.
    subscript(_ name: String) -> String? {
        values[name].flatMap { text in
            let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
            return isPlain && !text.isEmpty && text.utf8.count <= 500 ? text : nil
        }
    }
}
