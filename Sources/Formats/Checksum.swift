internal import COpenSSL

/// SHA-256 (FIPS 180-4), fed piece by piece.
public struct Checksum: ~Copyable {
    private let context: OpaquePointer?

    /// A checksum of nothing yet.
    public init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The checksum of everything so far as 64 lower-case hexadecimal digits; empty where the library fails.
    public consuming func finish() -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The checksum of everything so far as 32 bytes; none where the library fails.
    public consuming func digest() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        return EVP_DigestFinal_ex(context, &digest, nil) == 1 ? digest : []
    }

    /// The checksum of some bytes as hexadecimal digits.
    public static func sha256(_ bytes: [UInt8]) -> String { of(bytes).finish() }

    /// The checksum of some bytes as bytes.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] { of(bytes).digest() }

    private static func of(_ bytes: [UInt8]) -> Checksum {
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.update($0) }
        return checksum
    }
}
