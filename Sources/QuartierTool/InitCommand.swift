internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Pipeline
internal import Wording

/// `quartier init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented project file for the files you have.",
        discussion: """
            EXAMPLES
              quartier init quartiere.geojson orte.geojson
              quartier init data
              quartier init data/*.geojson --output quartier.yaml --period 2024
              quartier init --templates vorlagen
            """)

    @Argument(
        help: """
            Files of quarters, places, residents, streets … (GeoJSON, GeoPackage, Shapefile, CSV, XLSX, census grids, maps \
            of OpenStreetMap), or a folder of them.
            """)
    var files: [String] = []

    @Option(name: .shortAndLong, help: "The project file to write; - for standard output.")
    var output = "quartier.yaml"

    @Option(help: "The year or date that the data describe; default: the newest year of the data, else this year.")
    var period: String?

    @Flag(help: "Replace an older project file.")
    var overwrite = false

    @Flag(
        help: "Write empty tables (places, offers, room slots, participation, notes) with help into the folder named.")
    var templates = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if templates, files.count > 1 {
            throw ValidationError(Catalogue.of(Terminal.language).text("init.templates_folder"))
        }
    }

    func run() throws {
        shared.apply()
        guard !templates else { return try writeTemplates(into: files.first ?? ".") }
        let folder = FileAccess.folder(of: output)
        let year = "\(Calendar(identifier: .gregorian).component(.year, from: Date()))"
        let text = try ProjectDrafting.draft(
            files: files, folder: output == "-" ? "" : folder, period: period, thisYear: year,
            language: Terminal.language)
        guard output != "-" else {
            Terminal.out(text)
            return
        }
        try AtomicFile.write(Array(text.utf8), to: output, overwrite: overwrite)
        if !shared.quiet {
            Terminal.error(Catalogue.of(Terminal.language).text("init.written", ["file": output]))
        }
    }

    private func writeTemplates(into folder: String) throws {
        let written = try TemplateWriting.write(into: folder)
        if !shared.quiet {
            Terminal.error(
                Catalogue.of(Terminal.language).text(
                    "init.templates", ["count": "\(written.count)", "folder": folder]))
        }
    }
}
