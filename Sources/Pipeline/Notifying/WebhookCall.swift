internal import Features
internal import Formats
internal import Foundation
internal import Project
internal import Wording

/// Sends a message to a program on the web, signed, until it is taken or the attempts are used up.
struct WebhookCall {
    /// Where to.
    let webhook: NotifyEntry.Webhook
    /// What the signature is made with.
    let secret: [UInt8]
    /// The message, JSON.
    let body: [UInt8]
    /// When it was made, seconds after 1970-01-01 00:00:00 UTC.
    let time: Int
    /// A folder for the body while it is sent.
    let folder: String

    /// The shortest secret that is used, bytes.
    static let shortestSecret = 16

    /// The seconds to wait after an attempt that failed: 2, 8, 32, at most a minute.
    static func pause(after attempt: Int) -> Int { min(60, 2 << (2 * min(attempt, 5))) }

    /// Sends the message.
    ///
    /// - Parameter wait: waits some seconds.
    /// - Returns: why it was not taken; nil where it was.
    func send(wait: (Int) -> Void) -> String? {
        let file = "\(folder)/meldung.\(getpid()).part"
        defer { unlink(file) }
        guard WebhookCall.writePrivately(body, to: file) else { return String(cString: strerror(errno)) }
        var reason = ""
        for attempt in 0..<webhook.attempts {
            if attempt > 0 { wait(WebhookCall.pause(after: attempt - 1)) }
            switch call(file) {
            case .taken: return nil
            case .refused(let why): return why
            case .failed(let why): reason = why
            }
        }
        return reason
    }

    private enum Answer {
        case taken
        /// Another attempt would end alike.
        case refused(String)
        case failed(String)
    }

    private func call(_ file: String) -> Answer {
        let end: CurlRun.End
        do throws(Failure) {
            end = try CurlRun(settings: settings(file), file: "/dev/null", largest: Int.max).run(
                within: webhook.timeout + 5)
        } catch {
            return .refused(error.diagnostics.first?.message(.english) ?? "curl")
        }
        switch end {
        case .tooLarge, .tookTooLong: return .failed("> \(webhook.timeout) s")
        case .ended(let code, let status, let message):
            guard code == 0 else { return .failed(message.isEmpty ? "curl \(code)" : message) }
            switch Int(status) ?? 0 {
            case 200..<300: return .taken
            case 408, 425, 429, 500...: return .failed("HTTP \(status)")
            default: return .refused("HTTP \(status)")
            }
        }
    }

    /// The settings of curl, which it reads from its input. Other addresses are not followed: they would get the message.
    private func settings(_ file: String) -> String {
        let settings = [
            ("url", webhook.url), ("output", "/dev/null"), ("write-out", "%{http_code}"), ("request", "POST"),
            ("data-binary", "@" + file), ("proto", "=http,https"), ("connect-timeout", "\(min(10, webhook.timeout))"),
            ("max-time", "\(webhook.timeout)"), ("user-agent", "quartier/\(QuartierVersion.number)"),
            ("header", "Content-Type: application/json"), ("header", "Expect:"),
            ("header", "Quartier-Timestamp: \(time)"),
            ("header", "Quartier-Delivery: \(Checksum.sha256(body).prefix(32))"),
            ("header", "Quartier-Signature: " + MessageSignature.header(secret: secret, time: time, body: body)),
        ]
        return "silent\nshow-error\ngloboff\n"
            + settings.map { name, value in
                let quoted = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
                return "\(name) = \"\(quoted)\"\n"
            }.joined()
    }

    /// Writes a file that nobody else can read.
    private static func writePrivately(_ bytes: [UInt8], to path: String) -> Bool {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { break }
            written += max(0, count)
        }
        return close(descriptor) == 0 && written == bytes.count
    }
}
