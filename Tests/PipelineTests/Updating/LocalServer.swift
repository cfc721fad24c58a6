import Foundation
import Synchronization

/// A server on this machine that says what a test wants and keeps what it was asked; gone with the value.
final class LocalServer: Sendable {
    /// What it says: the bytes of the answer, and whether it then keeps silent until the asker goes away.
    struct Answer: Sendable {
        var bytes: [UInt8]
        var hangs = false

        init(_ status: String, _ headers: [String] = [], _ body: String = "", hangs: Bool = false) {
            let length =
                hangs || headers.contains { $0.hasPrefix("Content-Length") }
                ? [] : ["Content-Length: \(body.utf8.count)"]
            let head = (["HTTP/1.1 \(status)"] + headers + length + ["Connection: close", "", ""])
                .joined(separator: "\r\n")
            bytes = Array((head + body).utf8)
            self.hangs = hangs
        }
    }

    let port: UInt16
    private let descriptor: Int32
    private let state: Mutex<(answer: @Sendable (String) -> Answer, requests: [String])>

    init(_ answer: @escaping @Sendable (String) -> Answer) throws {
        struct Refused: Error {}
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound else { throw Refused() }
        port = UInt16(bigEndian: address.sin_port)
        state = Mutex((answer, []))
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let self else { return }
                serve(connection)
            }
        }
    }

    deinit { shutdown(descriptor, Int32(SHUT_RDWR)); close(descriptor) }

    var address: String { "http://127.0.0.1:\(port)/" }
    /// What was asked, in order: the requests with their bodies.
    var requests: [String] { state.withLock { $0.requests } }
    /// Lets it say something else from now on.
    func say(_ answer: @escaping @Sendable (String) -> Answer) { state.withLock { $0.answer = answer } }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var request: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return }
            request += chunk.prefix(count)
        }
        var head = String(decoding: request, as: UTF8.self)
        let length = head.lowercased().components(separatedBy: "\r\n").first { $0.hasPrefix("content-length:") }
        let body = length.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        let start = head.range(of: "\r\n\r\n").map { head[..<$0.upperBound].utf8.count } ?? 0
        while request.count < start + body {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return }
            request += chunk.prefix(count)
        }
        head = String(decoding: request, as: UTF8.self)
        let answer = state.withLock { state in
            state.requests.append(head)
            return state.answer(head)
        }
        var rest = answer.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
        if answer.hangs { while recv(connection, &chunk, chunk.count, 0) > 0 {} }
    }
}
