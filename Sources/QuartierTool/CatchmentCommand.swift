internal import ArgumentParser
internal import Pipeline

/// `quartier catchment`.
struct CatchmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catchment",
        abstract: "Show the land from which places are reached within some minutes, and how many people live there.",
        discussion: """
            Around the nearest of the places, along streets, from the doors of people to those of the places: of one place, of
            the places of a quarter, of those of a category, or of what several of these have in common. Sensitive places have
            no such land. Writes GeoJSON, and says in words what it found.

            EXAMPLES
              quartier catchment --place "Jugendtreff Nordstadt" --minutes 10 --output jugendtreff.geojson
              quartier catchment --quarter Nordstadt --category organised_places --minutes 5 --minutes 10
              quartier catchment town/quartier.yaml --category library --profile bicycle --output -

            EXIT STATUS
              0 done · 2 unreadable · 65 malformed data, or no such place, quarter, category or profile · 73 output exists
            """)

    @Argument(help: "The project file.")
    var project = "quartier.yaml"
    @Option(help: "A place, by id or name; may be given several times.")
    var place: [String] = []
    @Option(help: "The places of a quarter, by its id or name.")
    var quarter: String?
    @Option(help: "The places of a category, or of several together: organised_places, everyday_places, services, …")
    var category: String?
    @Option(help: "A time under way; may be given several times. Those of the project where it is left out.")
    var minutes: [Double] = []
    @Option(help: "Who is under way: one of the profiles of the project; its first where it is left out.")
    var profile: String?
    @Option(name: .shortAndLong, help: "The GeoJSON file to write; - for standard output.")
    var output: String?
    @Flag(help: "Replace an older file.")
    var overwrite = false
    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if place.isEmpty, quarter == nil, category == nil {
            throw ValidationError("catchment needs --place, --quarter or --category.")
        }
        if let wrong = minutes.first(where: { !($0 > 0 && $0 <= 120) }) {
            throw ValidationError("--minutes takes more than 0 and at most 120, not \(wrong).")
        }
    }

    func run() throws {
        shared.apply(for: project)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let map = try CatchmentMap(
            project: project,
            CatchmentMap.Question(
                places: place, quarter: quarter, category: category, minutes: minutes, profile: profile),
            missingGrid: grid.policy, progress: progress.reporter)
        progress.clear()
        if output == "-" {
            Terminal.out(String(decoding: try map.geoJSON(), as: UTF8.self))
            return
        }
        if let output { try map.write(to: output, overwrite: overwrite) }
        if !shared.quiet { Terminal.out(map.text(Terminal.language)) }
    }
}
