internal import Features
internal import Indicators
internal import Foundation
internal import Formats
internal import Project
internal import ReferenceSystems
internal import Town
internal import Wording

/// A project file and its layers in one metric coordinate reference system.
struct TownInputs {
    /// The project file.
    let project: ProjectFile
    /// The path of the project file as the user named it.
    let projectPath: String
    /// The system that everything is computed in.
    let referenceSystem: CoordinateReferenceSystem
    /// The period that tables of people are read for: the project's own, but where inputs of two dates are mixed.
    let populationPeriod: String
    /// The layers with features, in the order of the project file: all but streets and barriers of maps, and heights.
    let layers: [LoadedLayer]
    /// The tables, in the order of the project file.
    let tables: [LoadedTable]
    /// The streets of all layers and what lies between them.
    let streets: TownStreets
    /// The waters and the green of maps.
    let base: BaseAreas
    /// What was read for each entry, in the order of the project file.
    let records: [InputRecord]
    /// Everything found in the project file.
    let projectFindings: [Diagnostic]
    /// Everything found while reading the layers.
    let findings: [Diagnostic]

    /// The layers of a kind.
    func layers(_ kind: LayerEntry.Kind) -> [LoadedLayer] { layers.filter { $0.entry.kind == kind } }

    /// The tables of a kind.
    func tables(_ kind: LayerEntry.Kind) -> [LoadedTable] { tables.filter { $0.entry.kind == kind } }

    /// Reads the project file and its layers: all, or those of some kinds.
    ///
    /// - Parameter system: the system that everything is computed in; nil for the project's own.
    /// - Throws: `Failure` where the project file or a data file is malformed or unreadable; what was found before is
    ///   part of it.
    static func read(
        _ projectPath: String, kinds: Set<LayerEntry.Kind> = Set(LayerEntry.Kind.allCases),
        in system: CoordinateReferenceSystem? = nil, missingGrid: MissingGridPolicy, progress: RunProgress
    ) throws(Failure) -> TownInputs {
        let (project, findings) = try readProject(projectPath)
        do throws(Failure) {
            let crs = if let system { system } else { try targetSystem(project, projectPath) }
            var reader = LayerReader(
                project: project, folder: FileAccess.folder(of: projectPath), system: crs, missingGrid: missingGrid)
            do throws(Failure) {
                try readLayers(of: project, kinds, with: &reader, in: crs, progress: progress)
            } catch {
                throw Failure(error.kind, error.diagnostics + reader.findings.filter { $0.severity > .note })
            }
            let streets = reader.streets()
            return TownInputs(
                project: project, projectPath: projectPath, referenceSystem: crs, populationPeriod: project.period,
                layers: reader.layers, tables: reader.tables, streets: streets, base: reader.base,
                records: reader.records, projectFindings: findings, findings: reader.findings)
        } catch {
            throw Failure(error.kind, error.diagnostics + findings.filter { $0.severity > .note })
        }
    }

    /// Reads what has features first: where the quarters lie decides what of a map is read, and tables are placed by
    /// the addresses of other layers, be these tables themselves.
    private static func readLayers(
        of project: ProjectFile, _ kinds: Set<LayerEntry.Kind>, with reader: inout LayerReader,
        in crs: CoordinateReferenceSystem,
        progress: RunProgress
    ) throws(Failure) {
        for stage in ReadingStage.allCases {
            for (number, entry) in project.layers.enumerated()
            where ReadingStage(entry) == stage && kinds.contains(entry.kind) {
                progress.report(.reading, entry.file)
                // A wrong system is the project file's fault, so it is reported there.
                let system = try entry.crs.map { text throws(Failure) in
                    try referenceSystem(text, at: entry.location)
                }
                switch stage {
                case .features, .addresses, .tables: try reader.readFeatures(entry, number: number)
                case .grids: try reader.readHeights(entry, number: number, in: system ?? crs)
                case .boundaries: try reader.readBoundaries(entry, number: number)
                case .maps: try reader.readMap(entry, number: number)
                }
            }
        }
    }

    /// When a layer is read, in this order.
    private enum ReadingStage: CaseIterable {
        case features, grids, boundaries, maps, addresses, tables

        init(_ entry: LayerEntry) {
            switch entry.format {
            case .geoJSON, .geoPackage, .shapefile: self = .features
            case .asciiGrid: self = .grids
            case .openStreetMap: self = entry.kind == .quarters ? .boundaries : .maps
            case .table, .spreadsheet, .archive: self = entry.kind == .addresses ? .addresses : .tables
            }
        }
    }

    /// What the project asks of the catalogue.
    var settings: IndicatorSettings {
        // What the catalogue does not have was refused when the project was read.
        var known: [Diagnostic] = []
        return IndicatorSettings(project.indicators, findings: &known)
    }

    /// Reads and decodes a project file.
    static func readProject(_ path: String) throws(Failure) -> (ProjectFile, [Diagnostic]) {
        let location = SourceLocation(file: path)
        guard let text = String(validating: try FileAccess.readText(path), as: UTF8.self) else {
            throw Failure(.malformedData, Diagnostic(.notUTF8, at: location))
        }
        var (project, findings) = ProjectFile.decode(text, file: path)
        if let indicators = project?.indicators {
            let before = findings.count
            _ = IndicatorSettings(indicators, findings: &findings)
            if findings.count > before { project = nil }
        }
        if var dated = project {
            let before = findings.count
            Snapshots.resolve(&dated, folder: FileAccess.folder(of: path), findings: &findings)
            project = findings.count > before ? nil : dated
        }
        guard let project else {
            let errors = findings.filter { $0.severity == .error }
            throw Failure(.malformedData, errors + findings.filter { $0.severity == .warning })
        }
        return (project, findings)
    }

    /// The system the project asks for; it must be metric.
    private static func targetSystem(
        _ project: ProjectFile, _ path: String
    ) throws(Failure) -> CoordinateReferenceSystem {
        let location = SourceLocation(file: path)
        guard let text = project.town.crs else {
            throw Failure(.malformedData, Diagnostic(.crsMissing, at: location))
        }
        do {
            return try CoordinateReferenceSystem(text).requireMetric()
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
    }

    /// The system that a text of the project file names.
    private static func referenceSystem(
        _ text: String, at location: SourceLocation
    ) throws(Failure) -> CoordinateReferenceSystem {
        do {
            return try CoordinateReferenceSystem(text)
        } catch {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        }
    }
}
