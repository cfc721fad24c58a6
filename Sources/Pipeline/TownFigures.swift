public import Features
internal import Formats
public import Indicators
public import ReferenceSystems
internal import Project
internal import Town

/// A town's name and its own values, for a method sheet that speaks with them: those of an earlier run, or computed anew.
public struct TownFigures: Sendable {
    /// The town's name.
    public let town: String
    /// The values; of an earlier run those for the whole town only.
    public let table: IndicatorTable

    /// The values that a run wrote: those of `internal/indicators.csv`, or of `indicators.csv` in the folder of an edition.
    ///
    /// - Throws: `Failure` where there is neither or the table cannot be read.
    public static func read(folder: String) throws(Failure) -> TownFigures {
        let inside = (folder.isEmpty ? "." : folder) + "/internal/indicators.csv"
        do throws(Failure) {
            return try read(file: inside)
        } catch {
            guard error.kind == .unreadable else { throw error }
            return try read(file: (folder.isEmpty ? "." : folder) + "/indicators.csv")
        }
    }

    /// Computes the values of a project, and those of one indicator whether the project asks for it or not.
    public static func compute(
        project path: String, also id: String, missingGrid: MissingGridPolicy, progress: RunProgress = .silent
    ) throws(Failure) -> TownFigures {
        let inputs = try TownInputs.read(path, missingGrid: missingGrid, progress: progress)
        let assembly = try StudyAssembly(inputs, progress: progress)
        progress.report(.computing)
        // Nothing else is needed for one sheet.
        var settings = inputs.settings
        settings.without = Set(IndicatorCatalogue.all.map(\.descriptor.id)).subtracting([id])
        settings.also = [id]
        return TownFigures(
            town: inputs.project.town.name, table: try Run.table(inputs, assembly, settings: settings))
    }

    private static func read(file: String) throws(Failure) -> TownFigures {
        let layer = try CSVReader.read(path: file).layer
        func text(_ name: String, _ row: Int) -> String {
            layer.column(named: name)?.string(at: row) ?? ""
        }
        func number(_ name: String, _ row: Int) -> Double? { layer.column(named: name)?.double(at: row) }
        func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
        var town = ""
        var table = IndicatorTable(allResidents: "all")
        for row in 0..<layer.count where text("level", row) == AreaLevel.town.rawValue {
            guard let status = Status(rawValue: text("status", row)) else { continue }
            town = text("area_name", row)
            table.append(
                IndicatorValue(
                    level: .town, areaID: text("area_id", row), areaName: town, group: optional(text("group", row)),
                    category: optional(text("category", row)), indicator: text("indicator", row),
                    parameters: text("parameters", row),
                    methodVersion: number("method_version", row).flatMap { Int(exactly: $0) } ?? 0,
                    value: number("value", row), unit: text("unit", row), status: status,
                    lower: number("lower", row), upper: number("upper", row)))
        }
        return TownFigures(town: town, table: table)
    }
}
