/// What the text that names a coordinate reference system says, sorted out before PROJ sees any of it.
///
/// PROJ itself takes more: strings of its own, pipelines, names it searches for, links it would follow, files it would
/// open. From data files only EPSG codes, WKT and PROJJSON are taken, and none that carry the former inside.
enum ReferenceSystemText: Hashable {
    /// An EPSG code.
    case epsg(Int)
    /// OGC:CRS84, WGS 84 with longitude first.
    case crs84
    /// Well-known text, version 1 or 2.
    case wellKnownText(String)
    /// PROJJSON.
    case projJSON(String)

    /// The longest text taken, bytes.
    static let maximumLength = 100_000
    /// The deepest nesting of brackets taken; a compound system in WKT 2 has about 10.
    static let maximumDepth = 32

    init(_ text: String) throws(ReferenceSystemError) {
        guard text.utf8.count <= Self.maximumLength else { throw Self.refused(text, .tooLong) }
        let bytes = Self.trimmed(text)
        let trimmed = String(decoding: bytes, as: UTF8.self)
        guard let first = bytes.first else { throw Self.refused(text, .form) }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
            throw Self.refused(text, .malformed)
        }
        let lower = trimmed.lowercased()
        if first == UInt8(ascii: "{") {
            try Self.checkBody(lower, of: text)
            self = .projJSON(trimmed)
        } else if Self.beginsWithKeyword(lower) {
            try Self.checkBody(lower, of: text)
            self = .wellKnownText(trimmed)
        } else if let code = Self.code(lower) {
            self = code
        } else if lower.contains("proj=") || lower.contains("init=") || first == UInt8(ascii: "+") {
            throw Self.refused(text, .projString)
        } else if lower.contains("://") {
            throw Self.refused(text, .link)
        } else {
            throw Self.refused(text, .form)
        }
    }

    private static func refused(_ text: String, _ reason: ReferenceSystemError.Refusal) -> ReferenceSystemError {
        ReferenceSystemError(.refused, detail: ReferenceSystemError.excerpt(text), refusal: reason)
    }

    /// The bytes without white space at either end.
    private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == 0x20 || (0x09...0x0D).contains(first) { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) { bytes.removeLast() }
        return bytes
    }

    /// The four spellings of a code: `epsg:25832`, the two URNs, the URL of the OGC register.
    private static func code(_ lower: String) -> ReferenceSystemText? {
        let separator: Character
        var rest = lower[...]
        if let path = rest.dropping("http://www.opengis.net/def/crs/")
            ?? rest.dropping("https://www.opengis.net/def/crs/")
        {
            (rest, separator) = (path, "/")
        } else {
            rest = rest.dropping("urn:ogc:def:crs:") ?? rest.dropping("urn:x-ogc:def:crs:") ?? rest
            separator = ":"
        }
        let parts = rest.split(separator: separator, omittingEmptySubsequences: false)
        // authority:code, or authority, version (may be empty) and code
        guard parts.count == 3 || parts.count == 2 && rest.count == lower.count, let code = parts.last else {
            return nil
        }
        if parts.count == 3 {
            let version = parts[1]
            guard version.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
                version.utf8.count <= 12, rest.count < lower.count
            else { return nil }
        }
        switch parts[0] {
        case "epsg":
            guard (1...9).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(code)
            else { return nil }
            return .epsg(number)
        case "ogc":
            return code == "crs84" ? .crs84 : nil
        default:
            return nil
        }
    }

    /// Whether the text begins like WKT of a horizontal reference system: a keyword of it and a bracket.
    private static func beginsWithKeyword(_ lower: String) -> Bool {
        guard let bracket = lower.firstIndex(where: { $0 == "[" || $0 == "(" }) else { return false }
        let keyword = lower[..<bracket].filter { !$0.isWhitespace }
        return keywords.contains(keyword)
    }

    private static let keywords: Set<String> = [
        "geogcs", "projcs", "compd_cs", "geogcrs", "geographiccrs", "geodcrs", "geodeticcrs", "projcrs", "projectedcrs",
        "compoundcrs", "boundcrs",
    ]

    /// Signs of PROJ strings and of grid files: in PROJJSON a parameter whose value is a text names a file. An escape in
    /// JSON (`\u0070roj`) could spell any of them another way.
    private static let smuggled = [
        "proj=", "init=", "proj-based", "extension[", "extension(", "parameterfile", "nadgrids", "geoidgrids", ".gsb",
        ".gtx", ".tif", ".gvb", "\"value\":\"", "\\u",
    ]

    /// Refuses WKT and PROJJSON that would lead PROJ to strings of its own or to files, and nesting that is absurd.
    private static func checkBody(_ lower: String, of text: String) throws(ReferenceSystemError) {
        let compact = lower.filter { !$0.isWhitespace }
        for word in smuggled where compact.contains(word) { throw refused(text, .embeddedFile) }
        // The prefix of PROJ's own methods ("PROJ ob_tran o_proj=longlat"), not "projected".
        if lower.contains("\"proj ") { throw refused(text, .embeddedFile) }
        var depth = 0
        for byte in lower.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
                depth += 1
                if depth > maximumDepth { throw refused(text, .malformed) }
            case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
                depth -= 1
            default:
                break
            }
        }
    }
}

extension Substring {
    /// What follows a prefix, or nil without it.
    fileprivate func dropping(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
