/// A town's logo, checked: a small SVG or PNG that refers to nothing outside itself. It stands in pages as an image made of
/// its own bytes, so nothing in it can run, and nothing is fetched.
public struct Logo: Sendable, Hashable {
    /// The kinds of images, by what they begin with; names of files say nothing.
    public enum Kind: String, Sendable, Hashable {
        case svg = "image/svg+xml"
        case png = "image/png"
    }

    /// Why a file is no logo; the raw value is the end of a key of the catalogues.
    public enum Flaw: String, Error, Sendable, Hashable, CaseIterable {
        case tooLarge = "too_large"
        case notAnImage = "not_an_image"
        case pngDamaged = "png_damaged"
        case pngSize = "png_size"
        case svgText = "svg_text"
        case svgEntities = "svg_entities"
        case svgReference = "svg_reference"
    }

    /// A logo stands in each of some hundred pages.
    public static let mostBytes = 60_000
    /// More pixels in one direction no page shows.
    public static let mostPixels = 4000

    /// What it is.
    public let kind: Kind
    /// The address that holds the image itself.
    let address: String

    /// Checks the bytes of a file.
    ///
    /// - Throws: `Flaw`.
    public init(_ bytes: [UInt8]) throws(Flaw) {
        guard bytes.count <= Logo.mostBytes else { throw .tooLarge }
        if bytes.starts(with: Logo.signature) {
            try Logo.checkPNG(bytes)
            kind = .png
        } else {
            try SVGText.check(bytes)
            kind = .svg
        }
        address = "data:\(kind.rawValue);base64," + Base64.text(bytes)
    }

    // MARK: PNG

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The first chunk must be the header, with a size that nobody has to fear; the file must have its end.
    private static func checkPNG(_ bytes: [UInt8]) throws(Flaw) {
        guard bytes.count >= 45, Array(bytes[8..<16]) == [0, 0, 0, 13] + Array("IHDR".utf8),
            Array(bytes[(bytes.count - 8)..<(bytes.count - 4)]) == Array("IEND".utf8)
        else { throw .pngDamaged }
        for start in [16, 20] {
            let pixels = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            if pixels == 0 { throw .pngDamaged }
            if pixels > mostPixels { throw .pngSize }
        }
    }
}
