import Features
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Signatures, mails and what `sd_notify` says, byte by byte.
@Suite struct MessageTests {
    @Test func codesAreThoseOfRFC4231() {
        func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
        let cases: [([UInt8], [UInt8], String)] = [
            (
                bytes(0x0B, 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                bytes(0xAA, 20), bytes(0xDD, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                bytes(0xAA, 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
        for (key, message, code) in cases { #expect(MessageSignature.code(key: key, message) == code) }
        // The time is signed, too.
        let secret = Array("Jefe".utf8)
        #expect(
            MessageSignature.header(secret: secret, time: 1, body: []) == "v1="
                + MessageSignature.code(key: secret, Array("1.".utf8)))
        #expect(
            MessageSignature.header(secret: secret, time: 1, body: Array("2".utf8))
                != MessageSignature.header(secret: secret, time: 12, body: []))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64IsThatOfRFC4648(_ text: String, _ encoded: String) {
        #expect(String(decoding: MailMessage.base64(Array(text.utf8)), as: UTF8.self) == encoded)
        #expect(Data(text.utf8).base64EncodedString() == encoded)
    }

    @Test func headersHoldNothingButWhatTheyShould() throws {
        let message = MailMessage(
            from: "quartier@stadt.example", to: ["amt@stadt.example", "b@c.example"],
            subject: "Größe\r\nBcc: evil@x.example \n\n" + String(repeating: "Straße 🏘 ", count: 20),
            text: "Grüße.\n.\nFrom hier\n" + String(repeating: "lang ", count: 300), time: 1_740_970_801)
        let text = String(decoding: message.bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\n\n")
        #expect(parts.count == 2)
        let lines = try #require(parts.first).split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        let names = lines.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
        #expect(lines.contains("Date: Mon, 3 Mar 2025 03:00:01 +0000"))
        #expect(!text.contains("Bcc"))
        let words = text.split(whereSeparator: { " \n".contains($0) }).filter { $0.hasPrefix("=?utf-8?B?") }
        #expect(words.count > 3 && words.allSatisfy { $0.utf8.count <= 75 && $0.hasSuffix("?=") })
        // Each word holds whole letters, and together they are the subject.
        let decoded = try words.map { word in
            try #require(
                Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).flatMap {
                    String(data: $0, encoding: .utf8)
                })
        }
        #expect(decoded.joined() == message.subject)
        let body = try #require(parts.last).split(separator: "\n")
        #expect(body.allSatisfy { $0.count <= 76 })
        #expect(Data(base64Encoded: body.joined()).map { String(decoding: $0, as: UTF8.self) } == message.text)
        var other = message
        other.text += "x"
        #expect(
            other.bytes != message.bytes
                && MailMessage(
                    from: message.from, to: message.to, subject: message.subject, text: message.text, time: message.time
                ).bytes
                    == message.bytes
        )
    }

    @Test func sendmailGetsTheMailAndNoOptions() throws {
        let scratch = try Scratch()
        try scratch.write(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.arguments\"\ncat > \"$0.mail\"\n", to: "bin/sendmail")
        let program = scratch.path("bin/sendmail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let message = MailMessage(
            from: "a@b.example", to: ["c@d.example", "e@f.example"], subject: "s", text: "t", time: 0)
        #expect(Postbox.send(message, folders: [scratch.path("none"), scratch.path("bin")]) == nil)
        #expect(
            try String(contentsOfFile: program + ".arguments", encoding: .utf8)
                == "-i\n-f\na@b.example\n--\nc@d.example\ne@f.example\n")
        #expect(FileManager.default.contents(atPath: program + ".mail").map([UInt8].init) == message.bytes)
        try scratch.write("#!/bin/sh\nexit 75\n", to: "bin/sendmail")
        #expect(Postbox.send(message, folders: [scratch.path("bin")]) == "sendmail: 75")
        #expect(Postbox.send(message, folders: [scratch.path("none")])?.hasPrefix("sendmail: ") == true)
    }

    @Test func theManagerHearsThroughItsSocket() throws {
        let scratch = try Scratch()
        let socket = try DatagramSocket(path: scratch.path("notify"))
        let manager = ServiceManager(environment: [
            "NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())",
        ])
        #expect(manager.interval == 15)
        for (message, text) in [
            (ServiceManager.Message.ready, "READY=1"), (.alive, "WATCHDOG=1"), (.stopping, "STOPPING=1"),
            (.status("a\nMAINPID=1\r\nb"), "STATUS=a MAINPID=1 b"),
        ] {
            #expect(manager.tell(message))
            #expect(socket.receive() == text)
        }
        // Nobody there, another process meant, nonsense.
        #expect(!ServiceManager(environment: [:]).tell(.ready))
        #expect(!ServiceManager(environment: ["NOTIFY_SOCKET": scratch.path("gone")]).tell(.ready))
        #expect(!ServiceManager(environment: ["NOTIFY_SOCKET": "relative"]).tell(.ready))
        #expect(!ServiceManager(environment: ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)]).tell(.ready))
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"]).interval == nil)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "-5"]).interval == nil)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "1"]).interval == 1)
    }
}
