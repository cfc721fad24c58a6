internal import Features
internal import Foundation
internal import Formats
internal import Project
internal import ReferenceSystems
internal import Wording

/// A project file and its layers in one metric coordinate reference system.
struct TownInputs {
    /// The project file.
    let project: ProjectFile
    /// The path of the project file as the user named it.
    let projectPath: String
    /// The system that everything is computed in.
    let referenceSystem: CoordinateReferenceSystem
    /// The layers, in the order of the project file.
    let layers: [LoadedLayer]
    /// Everything found while reading.
    let findings: [Diagnostic]

    /// The layers of a kind.
    func layers(_ kind: LayerEntry.Kind) -> [LoadedLayer] { layers.filter { $0.entry.kind == kind } }

    /// Reads the project file and all its layers.
    ///
    /// - Throws: `Failure` where the project file or a data file is malformed or unreadable; what was found before is
    ///   part of it.
    static func read(
        _ projectPath: String, missingGrid: MissingGridPolicy, progress: RunProgress
    ) throws(Failure) -> TownInputs {
        let (project, projectFindings) = try readProject(projectPath)
        var findings = projectFindings
        do throws(Failure) {
            let crs = try targetSystem(project, projectPath)
            let folder = FileAccess.folder(of: projectPath)
            var layers: [LoadedLayer] = []
            let transforms = TransformCache()
            for entry in project.layers {
                progress.report(.reading, entry.file)
                // A wrong system is the project file's fault, so it is reported there.
                if let text = entry.crs { _ = try referenceSystem(text, at: entry.location) }
                let path = entry.file.hasPrefix("/") || folder.isEmpty ? entry.file : folder + "/" + entry.file
                let read = try GeoJSONReader.read(path: path, name: entry.name)
                findings += read.diagnostics
                if read.layer.count == 0 {
                    findings.append(Diagnostic(.layerEmpty, at: SourceLocation(file: path)))
                }
                let (metric, metricFindings) = try MetricLayer.make(
                    (consume read).takeLayer(), in: crs, from: entry.crs, idColumn: entry.columns[.id],
                    missingGrid: missingGrid,
                    transforms: transforms)
                findings += metricFindings
                layers.append(LoadedLayer(entry: entry, metric: metric))
            }
            return TownInputs(
                project: project, projectPath: projectPath, referenceSystem: crs, layers: layers, findings: findings)
        } catch {
            throw Failure(error.kind, error.diagnostics + findings.filter { $0.severity > .note })
        }
    }

    /// Reads and decodes a project file.
    static func readProject(_ path: String) throws(Failure) -> (ProjectFile, [Diagnostic]) {
        let location = SourceLocation(file: path)
        guard let text = String(validating: try FileAccess.readText(path), as: UTF8.self) else {
            throw Failure(.malformedData, Diagnostic(.notUTF8, at: location))
        }
        let (project, findings) = ProjectFile.decode(text, file: path)
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
