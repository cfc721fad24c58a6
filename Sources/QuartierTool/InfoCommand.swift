internal import ArgumentParser
internal import Pipeline

/// `quartier info`.
struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Describe a file: features, coordinate reference system, extent, columns, suspicious values.")

    @Argument(help: "A GeoJSON file; - for standard input.")
    var file: String

    @Option(help: "text or json.")
    var outputFormat = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if outputFormat == .geojson { throw ValidationError("info prints text or json.") }
    }

    func run() throws {
        shared.apply()
        let info = try FileInfo(path: file)
        Terminal.out(outputFormat == .json ? info.json(Terminal.language) : info.text(Terminal.language))
    }
}
