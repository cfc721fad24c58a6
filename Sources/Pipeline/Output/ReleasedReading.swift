internal import Disclosure
internal import Features
internal import Formats
internal import Indicators

/// Reads what is already out: the tables of indicators of earlier publications.
enum ReleasedReading {
    /// The values of the publications in some folders, in the order of the folders.
    ///
    /// - Parameters:
    ///   - folders: each is a release, with its `indicators.csv`, or a shelf of releases as `quartier publish` fills it.
    ///   - base: the folder that relative paths start in.
    /// - Throws: `Failure` where a table cannot be read: what is out must be known, else it would be given away.
    static func read(_ folders: [String], from base: String) throws(Failure) -> [ReleasedValue] {
        var values: [ReleasedValue] = []
        for folder in folders {
            let path = folder.hasPrefix("/") || base.isEmpty ? folder : base + "/" + folder
            values += try read(folder: path)
        }
        return values
    }

    private static func read(folder: String) throws(Failure) -> [ReleasedValue] {
        let shelf = PublicationShelf(path: folder)
        guard !shelf.releases.isEmpty else { return try read(file: shelf.path + "/indicators.csv") }
        var values: [ReleasedValue] = []
        for release in shelf.releases { values += try read(file: release + "/indicators.csv") }
        return values
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
                upper: layer.column(named: "upper")?.double(at: row))
        }
    }
}
