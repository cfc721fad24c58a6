internal import Features
internal import Formats
internal import GeoPackage
internal import Project
internal import Shapefile
internal import Spreadsheets

/// Reads the features or rows of a file, whatever it is written in.
enum FeatureFile {
    /// The rows of a file as it wrote them; what has no geometry has rows without.
    ///
    /// - Parameters:
    ///   - table: The table or sheet to read, where the file holds several; nil for the first.
    ///   - options: How a table of text is written, where it is not to be recognised.
    static func read(
        path: String, name: String? = nil, table: String? = nil,
        options: LayerEntry.TableOptions = LayerEntry.TableOptions()
    ) throws(Failure) -> ReadLayer {
        switch LayerEntry.Format(ofFile: path) {
        case .table: return try CSVReader.read(path: path, name: name, dialect: dialect(options))
        case .spreadsheet: return try XLSXReader.read(path: path, sheet: table, name: name)
        case .geoPackage: return try GeoPackageReader.read(path: path, layer: table)
        case .shapefile: return try ShapefileReader.read(path: path, name: name)
        default: return try GeoJSONReader.read(path: path, name: name)
        }
    }

    /// The rows of the file of an entry of the project.
    static func read(_ entry: LayerEntry, path: String) throws(Failure) -> ReadLayer {
        try read(path: path, name: entry.name, table: entry.table, options: entry.options)
    }

    /// What the project file says of how a table is written; the rest is recognised.
    private static func dialect(_ options: LayerEntry.TableOptions) -> TableDialect.Choice {
        TableDialect.Choice(
            separator: options.separator?.asciiValue, decimal: options.decimal.map { $0 == "," ? .comma : .point },
            encoding: options.encoding.flatMap(TableDialect.Encoding.init), hasHeader: options.header)
    }
}
