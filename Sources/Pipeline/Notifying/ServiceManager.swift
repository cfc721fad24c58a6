internal import Glibc

/// Tells systemd how a service is, by the protocol of `sd_notify`: a datagram to the socket that the environment names.
/// Without systemd nothing is told.
public struct ServiceManager: Sendable {
    /// The path of the socket; one that begins with `@` is in the abstract namespace.
    let socketPath: String?
    /// After how many microseconds without a sign of life the manager thinks the service dead; nil where it does not watch.
    let watchdog: Int?

    /// The manager that an environment names.
    public init(environment: [String: String]) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isForUs = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        watchdog = isForUs ? environment["WATCHDOG_USEC"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } : nil
    }

    /// How many seconds to wait at most between signs of life: half of what the manager allows, at least one.
    public var interval: Int? { watchdog.map { max(1, $0 / 2_000_000) } }

    /// Something to tell.
    public enum Message: Sendable, Hashable {
        case ready, stopping, alive
        /// A line for `systemctl status`.
        case status(String)

        var text: String {
            switch self {
            case .ready: "READY=1"
            case .stopping: "STOPPING=1"
            case .alive: "WATCHDOG=1"
            // A line feed would begin another assignment.
            case .status(let text): "STATUS=" + text.map { $0.isNewline ? " " : $0 }
            }
        }
    }

    /// Tells something; whether the socket took it.
    @discardableResult public func tell(_ message: Message) -> Bool {
        guard let path = socketPath.map({ Array($0.utf8) }), let first = path.first else { return false }
        guard first == UInt8(ascii: "/") || first == UInt8(ascii: "@") else { return false }
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.count < room else { return false }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            for (place, byte) in path.enumerated() { field[place] = byte }
            if first == UInt8(ascii: "@") { field[0] = 0 }
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(O_CLOEXEC), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let length = MemoryLayout<sa_family_t>.size + path.count + (first == UInt8(ascii: "@") ? 0 : 1)
        let bytes = Array(message.text.utf8)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, 0, $0, socklen_t(length))
            }
        }
        return sent == bytes.count
    }
}
