internal import Formats

/// The signature of a message: who knows the secret can tell that it came from here, unchanged and when.
///
/// HMAC with SHA-256 (RFC 2104). What is signed is the time, a full stop and the body, so that an old message cannot be
/// sent again under a new time.
enum MessageSignature {
    /// The block length of SHA-256 in bytes.
    private static let blockSize = 64

    /// The signature of a message sent at a time (seconds after 1970-01-01 00:00:00 UTC): `v1=` and 64 hexadecimal digits.
    static func header(secret: [UInt8], time: Int, body: [UInt8]) -> String {
        "v1=" + code(key: secret, Array("\(time).".utf8) + body)
    }

    /// The authentication code of some bytes as 64 hexadecimal digits.
    static func code(key: [UInt8], _ message: [UInt8]) -> String {
        let short = key.count > blockSize ? Checksum.digest(key) : key
        let padded = short + [UInt8](repeating: 0, count: blockSize - short.count)
        let inner = Checksum.digest(padded.map { $0 ^ 0x36 } + message)
        return Checksum.sha256(padded.map { $0 ^ 0x5C } + inner)
    }
}
