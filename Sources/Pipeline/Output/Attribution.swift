internal import Project

/// Who is named beside the data.
enum Attribution {
    /// The sources of a project; with OpenStreetMap where one of its maps is used and the project names it nowhere.
    static func sources(_ project: ProjectFile) -> [ProjectFile.SourceEntry] {
        let usesMap = project.layers.contains { $0.format == .openStreetMap }
        let isNamed = project.sources.contains { source in
            [source.attribution, source.name].contains { $0?.contains("OpenStreetMap") ?? false }
        }
        return project.sources + (usesMap && !isNamed ? [openStreetMap] : [])
    }

    /// How the contributors of OpenStreetMap want to be named (https://www.openstreetmap.org/copyright).
    private static let openStreetMap = ProjectFile.SourceEntry(
        id: "openstreetmap", name: "OpenStreetMap", licence: "ODbL-1.0",
        url: "https://www.openstreetmap.org/copyright", attribution: "© OpenStreetMap contributors (ODbL)")

    /// The lines that name the sources.
    static func lines(_ project: ProjectFile) -> [String] {
        sources(project).map { source in
            let name = source.attribution ?? source.name
            // Attributions that licences ask for often name them: "(ODbL)" beside ODbL-1.0 says it already.
            guard let licence = source.licence, !name.contains("(\(licence.prefix { $0 != "-" }))") else { return name }
            return name + ", " + licence
        }
    }
}
