internal import ArgumentParser
internal import Pipeline
internal import ReferenceSystems
internal import Travel
internal import Wording

/// `quartier network`.
struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Show the street network a file makes: length, parts, what was left out and why.",
        discussion: """
            Reads OpenStreetMap (.osm.pbf, .osm, .osm.gz, .osm.bz2), lines of GeoJSON, or a project file, whose
            streets, barriers and heights are taken together as `quartier run` takes them. With --output it writes the
            network as GeoJSON: every edge a line with the seconds both ways, its part, and whether that is an island.
            With --pairs it prints the seconds between the ends of each line of a GeoJSON file as CSV instead.

            EXAMPLES
              quartier network town.osm.pbf
              quartier network town.osm.pbf --profile wheelchair --output network.geojson
              quartier network strassen.geojson --output-format json
              quartier network quartier.yaml --profile bicycle
              quartier network town.osm.pbf --pairs trips.geojson > seconds.csv
            """)

    @Argument(help: "The file of the streets, or a project file.")
    var file: String

    @Option(help: "Who is under way: walking, child, wheelchair or bicycle.")
    var profile = "walking"

    @Option(help: "The metric coordinate reference system to compute in; default: one that suits the file.")
    var crs: String?

    @Option(help: "Only streets with a point in this box: west,south,east,north in the coordinates of the file.")
    var clip: String?

    @Option(name: .shortAndLong, help: "The GeoJSON file to write; - for standard output.")
    var output: String?

    @Option(help: "Lines of GeoJSON, each from where one sets out to where one wants to get to.")
    var pairs: String?

    @Flag(help: "Replace an older file.")
    var overwrite = false

    @Option(help: "text or json.")
    var outputFormat = OutputFormat.text

    @OptionGroup var grid: GridOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if outputFormat == .geojson { throw ValidationError("network prints text or json; --output writes GeoJSON.") }
        if TravelProfile.profile(profile) == nil {
            let names = TravelProfile.all.map(\.id)
            let near = closest(to: profile, among: names).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("--profile takes \(names.joined(separator: ", ")).\(near)")
        }
        if pairs != nil, output != nil { throw ValidationError("--pairs prints its table; --output goes without it.") }
        if NetworkInfo.isProject(file), crs != nil || clip != nil {
            throw ValidationError(
                "A project file names its own system and box; --crs and --clip go with a file of streets.")
        }
        if clip != nil, box == nil {
            throw ValidationError("--clip takes four numbers, west,south,east,north.")
        }
    }

    private var box: (west: Double, south: Double, east: Double, north: Double)? {
        let numbers = (clip ?? "").split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[0] <= numbers[2], numbers[1] <= numbers[3]
        else { return nil }
        return (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    func run() throws {
        shared.apply()
        let info = try NetworkInfo(
            path: file, profile: TravelProfile.profile(profile) ?? .walking, crs: crs, clip: box,
            allowLessAccurate: grid.allowLessAccurate)
        if let pairs {
            Terminal.out(String(decoding: try info.pairTimes(path: pairs), as: UTF8.self))
            return
        }
        if output == "-" {
            Terminal.out(String(decoding: info.geoJSON(), as: UTF8.self))
            return
        }
        Terminal.out(outputFormat == .json ? info.json(Terminal.language) : info.text(Terminal.language))
        guard let output else { return }
        try info.write(to: output, overwrite: overwrite)
        if !shared.quiet {
            let catalogue = Catalogue.of(Terminal.language)
            let edges = catalogue.counted("count.edges", info.network.edgeCount)
            Terminal.error(catalogue.text("network.written", ["file": output, "edges": edges]))
        }
    }
}
