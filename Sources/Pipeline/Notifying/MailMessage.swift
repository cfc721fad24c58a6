internal import Formats
internal import Foundation
internal import Scheduling

/// A mail as `sendmail` takes it (RFC 5322): headers that hold nothing but what they should, the text in Base64.
struct MailMessage: Sendable, Equatable {
    /// The address that it comes from; plain, see `NotifyEntry.isMailAddress`.
    var from: String
    /// The addresses that it goes to.
    var to: [String]
    /// The subject, in any letters.
    var subject: String
    /// The text, in any letters.
    var text: String
    /// When it was written, seconds after 1970-01-01 00:00:00 UTC.
    var time: Int

    /// The whole mail, lines ended by line feeds as `sendmail` wants them.
    var bytes: [UInt8] {
        let id = Checksum.sha256(Array("\(time) \(subject)\n\(text)".utf8)).prefix(32)
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        var headers = [
            "Date: " + date, "From: " + from, "To: " + to.joined(separator: ",\n "),
            "Subject: " + MailMessage.encodedWords(subject), "Message-ID: <\(id)@\(domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
        ]
        // Programs that answer mails by themselves leave these alone (RFC 3834).
        headers.append("Auto-Submitted: auto-generated")
        let body = MailMessage.base64(Array(text.utf8))
        let lines = stride(from: 0, to: body.count, by: 76).map { body[$0..<min($0 + 76, body.count)] }
        return Array((headers.joined(separator: "\n") + "\n\n").utf8)
            + Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    }

    /// The date as headers have it: `Mon, 3 Mar 2025 03:00:00 +0000`.
    private var date: String {
        let civil = CivilTime(seconds: time)
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[civil.weekday]), \(civil.day) \(months[civil.month - 1]) \(civil.year) "
            + "\(padded(civil.hour)):\(padded(civil.minute)):\(padded(civil.second)) +0000"
    }

    /// A text as encoded words (RFC 2047) of whole letters, on lines of their own. Plain
    /// text is encoded, too: what is encoded cannot begin another header.
    static func encodedWords(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(Character(scalar)).utf8)
            // 39 bytes are 52 characters of Base64, with 12 around them: even behind "Subject: " less than the 76 of a line.
            if let last = words.last, last.count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?" + String(decoding: base64($0), as: UTF8.self) + "?=" }.joined(separator: "\n ")
    }

    /// Base64 (RFC 4648).
    static func base64(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedData()) }
}
