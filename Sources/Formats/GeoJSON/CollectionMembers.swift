/// What the members of a feature collection say, those before and behind its features.
struct CollectionMembers {
    /// The `type`, as far as it was seen and names a kind of GeoJSON object.
    private(set) var type: ObjectType?
    /// The old `crs` member: its name, or nil where it was null.
    private(set) var crs: (name: String?, Void)?
    /// Whether there is a `bbox` that is no list of four or six numbers.
    private(set) var hasMalformedBox = false
    /// The first member that GeoJSON does not know.
    private(set) var foreignMember: String?
    /// How many such members there are.
    private(set) var foreignCount = 0
    /// A member without which this is no GeoJSON, and which is wrong.
    private(set) var invalidMember: String?
    private var keys = KeySet()

    /// How a text begins.
    enum Head {
        /// A feature collection, read up to its first feature (or, if there is none, to behind the empty list).
        case list(CollectionMembers, end: Int, isEmpty: Bool)
        /// Something to be read as a whole: a feature or a geometry.
        case sequence
        /// JSON, but not GeoJSON: because of this member there.
        case notGeoJSON(member: String, offset: Int)
    }

    /// Reads the start of a text up to the first feature; of a text that is no collection, as little as needed.
    static func scanHead(_ scanner: inout JSONScanner) throws(JSONError) -> Head {
        let start = scanner.offset
        guard scanner.skip(UInt8(ascii: "{")) else {
            try scanner.skipValue()
            return .notGeoJSON(member: "type", offset: start)
        }
        var members = CollectionMembers()
        scanner.skipWhitespace()
        if scanner.skip(UInt8(ascii: "}")) { return .notGeoJSON(member: "type", offset: start) }
        repeat {
            let offset = scanner.offset
            if let isEmpty = try members.scanMember(&scanner) {
                return .list(members, end: scanner.offset, isEmpty: isEmpty)
            }
            if let member = members.invalidMember { return .notGeoJSON(member: member, offset: offset) }
            if members.type == .feature || members.type == .geometry { return .sequence }
        } while try scanner.nextElement(closing: UInt8(ascii: "}"))
        return .notGeoJSON(member: members.type == nil ? "type" : "features", offset: start)
    }

    /// Reads one member, from its key to behind its value; of `features` only the opening bracket.
    /// - Returns: For `features` whether the list is empty (then its closing bracket was passed, too); else nil.
    mutating func scanMember(_ scanner: inout JSONScanner) throws(JSONError) -> Bool? {
        let keyOffset = scanner.offset
        let key = try scanner.scanKey()
        guard keys.insert(key) else { throw JSONError(reason: .duplicateKey, offset: keyOffset) }
        if key.equals("features") {
            guard scanner.skip(UInt8(ascii: "[")) else {
                try scanner.skipValue(depth: 2)
                invalidMember = "features"
                return nil
            }
            scanner.skipWhitespace()
            // Whether the list is empty, the next byte says; it may lie in the next block.
            guard scanner.cursor < scanner.end else { throw scanner.unexpected() }
            return scanner.skip(UInt8(ascii: "]"))
        }
        if key.equals("type") {
            if scanner.skip(UInt8(ascii: "\"")) {
                type = ObjectType(try scanner.scanString())
            } else {
                try scanner.skipValue(depth: 2)
            }
            if type == nil { invalidMember = "type" }
        } else if key.equals("crs") {
            crs = (CollectionMembers.crsName(try scanner.scanValue(depth: 2)), ())
        } else if key.equals("bbox") {
            let numbers = try scanner.scanValue(depth: 2).elements?.map(\.double)
            hasMalformedBox = numbers.map { ($0.count != 4 && $0.count != 6) || $0.contains(nil) } ?? true
        } else {
            try scanner.skipValue(depth: 2)
            foreignMember = foreignMember ?? key.string
            foreignCount += 1
        }
        return nil
    }

    /// The text in a `crs` member of GeoJSON 2008: the name of a named one, else the member itself as JSON.
    private static func crsName(_ value: JSONValue) -> String? {
        if case .null = value { return nil }
        return value["properties"]?["name"]?.string ?? value.text()
    }
}
