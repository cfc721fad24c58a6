internal import Disclosure
internal import Features
internal import Formats
internal import Indicators
internal import Reports
internal import Town

/// Reads what is already out: the tables of indicators of earlier publications.
enum ReleasedReading {
    /// The values of the publications in some folders, in the order of the folders.
    ///
    /// - Parameters:
    ///   - folders: each is a release, with its `indicators.csv`, or a shelf of releases as `quartier publish` fills it.
    ///   - base: the folder that relative paths start in.
    /// - Throws: `Failure` where a table cannot be read: what is out must be known, else it would be given away. Before the
    ///   first release a folder may be missing or empty (``unused(_:from:)``).
    static func read(_ folders: [String], from base: String) throws(Failure) -> [ReleasedValue] {
        var values: [ReleasedValue] = []
        for release in releases(folders, from: base) { values += try read(file: release + "/indicators.csv") }
        return values
    }

    /// How the offers of the publications were paid for, in the order of the folders; publications without a table of
    /// offers, or with one that cannot be read, are left out: nothing is protected by it.
    static func offers(_ folders: [String], from base: String) -> [ReleasedOffers] {
        releases(folders, from: base).compactMap { release in
            guard let layer = try? CSVReader.read(path: release + "/offers.csv").layer,
                let states = layer.column(named: "funding"),
                let name = period(ofRelease: release)
            else { return nil }
            let days = layer.column(named: "funded_until")
            return ReleasedOffers(
                period: name,
                funding: (0..<layer.count).map { row in
                    let day = days?.string(at: row).flatMap(CalendarDate.init(iso:))
                    switch states.string(at: row).flatMap(Funding.Kind.init(rawValue:)) {
                    case .permanent: return .permanent
                    case .limited: return .limited(until: day)
                    case .oneOff: return .oneOff(on: day)
                    case .notRecorded, nil: return .notRecorded
                    }
                })
        }
    }

    /// The year or date that a release describes; nil where it has no values.
    static func period(ofRelease path: String) -> String? {
        guard let layer = try? CSVReader.read(path: path + "/indicators.csv").layer, layer.count > 0 else { return nil }
        return layer.column(named: "period")?.string(at: 0)
    }

    /// The folders in which nothing was released yet: not there, or without any file. That is so before the first release,
    /// and where a path is mistyped.
    static func unused(_ folders: [String], from base: String) -> [String] {
        folders.filter { shelf($0, from: base).isUnused }
    }

    /// The folder of each release: those of a shelf, or the folder itself.
    static func releases(_ folders: [String], from base: String) -> [String] {
        folders.map { shelf($0, from: base) }.filter { !$0.isUnused }.flatMap { shelf in
            shelf.releases.isEmpty ? [shelf.path] : shelf.releases
        }
    }

    private static func shelf(_ folder: String, from base: String) -> PublicationShelf {
        PublicationShelf(path: folder.hasPrefix("/") || base.isEmpty ? folder : base + "/" + folder)
    }

    private static func read(file: String) throws(Failure) -> [ReleasedValue] {
        let layer = try CSVReader.read(path: file).layer
        func text(_ name: String, _ row: Int) -> String { layer.column(named: name)?.string(at: row) ?? "" }
        func optional(_ name: String, _ row: Int) -> String? {
            let text = text(name, row)
            return text.isEmpty ? nil : text
        }
        return (0..<layer.count).compactMap { row in
            guard let level = AreaLevel(rawValue: text("level", row)),
                let status = Status(rawValue: text("status", row))
            else { return nil }
            return ReleasedValue(
                period: text("period", row),
                key: IndicatorTable.Key(
                    level: level, areaID: text("area_id", row), indicator: text("indicator", row),
                    group: optional("group", row), category: optional("category", row),
                    parameters: text("parameters", row)),
                value: layer.column(named: "value")?.double(at: row), status: status,
                methodVersion: Int(text("method_version", row)),
                lower: layer.column(named: "lower")?.double(at: row),
                upper: layer.column(named: "upper")?.double(at: row), n: layer.column(named: "n")?.double(at: row))
        }
    }
}
