internal import Archives
internal import Features
internal import Formats
internal import Foundation
internal import Indicators
internal import Town

extension ExchangePackage {
    /// The most bytes of a package's file: a town has some thousand figures.
    static let mostBytes = 16 << 20
    /// The most figures, and the most notes.
    static let mostFigures = 50_000
    static let mostNotes = 1_000
    /// The most characters of a name, and of a note.
    static let mostCharacters = (name: 300, text: 20_000)

    /// Reads a package: a folder, a ZIP archive, or the file itself. It comes from elsewhere, so nothing of it is believed that
    /// was not looked at, and nothing is unpacked.
    ///
    /// - Throws: `Failure` where it is damaged, too large, or not what it should be.
    static func read(_ path: String) throws(Failure) -> ExchangePackage {
        let location = SourceLocation(file: path)
        let bytes = try bytes(path, location)
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw refusal("json", location)
        }
        guard let format = value["format"]?.string, format.hasPrefix("quartier-exchange/") else {
            throw refusal("other_format", location)
        }
        guard format == ExchangePackage.format else { throw refusal("newer", location) }
        return try decode(value, location)
    }

    static func refusal(_ problem: String, _ location: SourceLocation) -> Failure {
        Failure(.malformedData, Diagnostic(.exchangeUnreadable, at: location, ["package": problem]))
    }

    private static func bytes(_ path: String, _ location: SourceLocation) throws(Failure) -> [UInt8] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            return try WholeFile.read(path: path + "/" + fileName, limit: mostBytes).bytes
        }
        guard path.lowercased().hasSuffix(".zip") else {
            return try WholeFile.read(path: path, limit: mostBytes).bytes
        }
        let archive = try ZipArchive(path: path)
        // Nothing is unpacked, so such names harm nobody here; but who packs them means no good.
        if archive.entries.contains(where: \.hasSuspiciousName) { throw refusal("odd_names", location) }
        guard let entry = archive.entry(named: fileName) else { throw refusal("other_format", location) }
        guard entry.size <= mostBytes else { throw refusal("too_large", location) }
        return try archive.bytes(of: entry, limit: mostBytes)
    }

    private static func decode(_ value: JSONValue, _ location: SourceLocation) throws(Failure) -> ExchangePackage {
        func text(_ value: JSONValue?, _ most: Int = mostCharacters.name) throws(Failure) -> String {
            guard let text = value?.string, text.count <= most,
                !text.unicodeScalars.contains(where: { isHarmful($0) })
            else { throw refusal("content", location) }
            return text
        }
        func number(_ value: JSONValue?) throws(Failure) -> Double? {
            guard let value, value != .null else { return nil }
            guard let number = value.double, number.isFinite else { throw refusal("content", location) }
            return number
        }
        guard let type = value["town_type"]?.string.flatMap(TownType.init(rawValue:)),
            let figures = value["figures"]?.elements, let notes = value["notes"]?.elements,
            figures.count <= mostFigures, notes.count <= mostNotes
        else { throw refusal("content", location) }
        var readFigures: [Figure] = []
        for figure in figures {
            guard let status = figure["status"]?.string.flatMap(Status.init(rawValue:)),
                let version = try number(figure["method_version"]).flatMap({ Int(exactly: $0) }), version > 0
            else { throw refusal("content", location) }
            let (value, lower, upper) = (
                try number(figure["value"]), try number(figure["lower"]), try number(figure["upper"])
            )
            // What has no value has none; bounds hold the value.
            let isHidden = ![.valid, .estimated, .unreliable].contains(status)
            guard isHidden == (value == nil), (lower ?? -.infinity) <= (value ?? lower ?? 0) + 1e-6,
                (value ?? upper ?? 0) <= (upper ?? .infinity) + 1e-6
            else { throw refusal("content", location) }
            let category = figure["category"]
            readFigures.append(
                Figure(
                    indicator: try text(figure["indicator"]), methodVersion: version,
                    parameters: try text(figure["parameters"]),
                    category: category == nil || category == .null ? nil : try text(category),
                    unit: try text(figure["unit"]), status: status, value: value, lower: lower, upper: upper))
        }
        var readNotes: [SharedNote] = []
        for note in notes {
            guard let kind = note["kind"]?.string.flatMap(NoteKind.init(rawValue:)), kind == .trial || kind == .learnt
            else { throw refusal("content", location) }
            readNotes.append(
                SharedNote(
                    kind: kind, title: try text(note["title"]), date: try text(note["date"]),
                    text: try text(note["text"], mostCharacters.text)))
        }
        return ExchangePackage(
            town: try text(value["town"]), type: type, period: try text(value["period"]), figures: readFigures,
            notes: readNotes)
    }

    /// Controls of terminals and of the direction of writing, by which a text could look like another.
    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\t"
        case .format: true
        default: false
        }
    }
}
